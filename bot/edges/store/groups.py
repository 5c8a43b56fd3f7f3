"""Many small writes that come at once go in one transaction: one commit a group, not one each."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeAlias, TypeVar

from bot.core.errors import Unavailable

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

Group: TypeAlias = "Sequence[tuple[Item, asyncio.Future[Outcome]]]"

LARGEST = 500  # items a transaction; more would hold up the first of them


class Groups(Generic[Item, Outcome]):
    """Collects what is submitted while a write is under way and writes it as the next group.

    `write` gets the items of a group in order and returns an outcome each; if it raises, every
    submitter of that group gets the error. What cannot be stored at all costs only its own.
    """

    def __init__(self, write: Callable[[Sequence[Item]], Awaitable[Sequence[Outcome]]]) -> None:
        self._write = write
        self._waiting: list[tuple[Item, asyncio.Future[Outcome]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def submit(self, item: Item) -> Outcome:
        """The outcome of this item, once its group has been committed."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._work_off())
        return await future

    async def _work_off(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting[:LARGEST], self._waiting[LARGEST:]
            await self._write_off(group)

    async def _write_off(self, group: "Group[Item, Outcome]") -> None:
        try:
            outcomes = await self._write([item for item, _ in group])
        except Exception as error:  # noqa: BLE001 - handed on to every submitter, not swallowed
            if len(group) > 1 and not isinstance(error, Unavailable):  # it is one of them
                half = len(group) // 2
                await self._write_off(group[:half])
                await self._write_off(group[half:])
                return
            for _, future in group:
                _settle(future, error)
            return
        for (_, future), outcome in zip(group, outcomes, strict=True):
            if not future.done():
                future.set_result(outcome)


def _settle(future: "asyncio.Future[Outcome]", error: Exception) -> None:
    if not future.done():  # a submitter that was cancelled no longer waits
        future.set_exception(error)
