"""How much is being worked on, so that a stop can let it finish."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import wraps
from typing import Any, TypeAlias

from bot.core.work import Key

Listener: TypeAlias = Callable[..., Awaitable[None]]

LONGEST_STOP = 8.0  # seconds that a stop waits for what is under way; supervisors kill after 10
LONGEST_COURTESY = 1.0  # seconds that work steps back for acknowledgements, of which Slack waits 3
AT_ONCE = 160  # listeners at work; more than the checks of a minute (rates.WORKSPACE), which may wait 8 s each


class Busy:
    """Counts the listeners at work: `count` is how many, `keys` the claims they work on.

    `courtesy`: seconds that work steps back for acknowledgements.
    """

    def __init__(self, courtesy: float = LONGEST_COURTESY) -> None:
        self._courtesy = courtesy
        self.count = 0
        self._tasks = set[asyncio.Task[Any]]()
        self.keys: set[Key] = set()
        self._held = dict[Key, float]()  # since when their leases are known to be ours
        self._idle = asyncio.Event()
        self._idle.set()
        self._taking = 0
        self._calm = asyncio.Event()
        self._calm.set()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._line = asyncio.Lock()  # who steps back is not overtaken by who comes as all is calm

    @contextmanager
    def working(self) -> Iterator[None]:
        """Count one more as long as the block runs."""
        mine = {task for task in (asyncio.current_task(),) if task} - self._tasks
        self._tasks |= mine
        self.count += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._tasks -= mine
            self.count -= 1
            if not self.count:
                self._idle.set()

    def counting(self, function: Listener) -> Listener:
        """The same function, counted as long as it works, so that a stop can wait for it."""

        @wraps(function)
        async def working(*args: Any, **kwargs: Any) -> None:
            with self.working():
                await function(*args, **kwargs)

        return working

    @contextmanager
    def working_on(self, *keys: Key, since: float = 0.0) -> Iterator[None]:
        """Count one more, and have the leases of these claims renewed meanwhile.

        `since`: when they were taken, in seconds (UTC).
        """
        self.keys.update(keys)
        self.hold(keys, since)
        try:
            with self.working():
                yield
        finally:
            self.keys.difference_update(keys)
            for key in keys:
                self._held.pop(key, None)

    def hold(self, keys: Iterable[Key], at: float) -> None:
        """The leases of these are ours at this time."""
        self._held.update(dict.fromkeys(keys, at))

    def held_since(self, key: Key) -> float | None:
        """When the lease of this was last known to be ours; None if we are not at work on it."""
        return self._held.get(key)

    @contextmanager
    def taking(self) -> Iterator[None]:
        """A delivery waits for its acknowledgement as long as the block runs."""
        self._taking += 1
        self._calm.clear()
        try:
            yield
        finally:
            self._taking -= 1
            if not self._taking:
                self._calm.set()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Room to work in: what Slack waits for goes first, for a while, and few work at once.

        In the order of asking, in which the answers are to stand in their channel.
        """
        async with self._room:
            until = asyncio.get_running_loop().time() + self._courtesy
            async with self._line:
                if self._taking:
                    with suppress(TimeoutError):
                        async with asyncio.timeout_at(until):
                            await self._calm.wait()
            yield

    async def idle(self, longest: float = LONGEST_STOP) -> None:
        """Wait until nothing is under way, but no longer than that."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), longest)

    async def stop(self, longest: float = LONGEST_STOP) -> None:
        """Wait as `idle` does, then break off the rest: whoever takes it up must be alone with it."""
        await self.idle(longest)
        left = list(self._tasks)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
