"""Threads in which a person is wanted: one hand-off a thread, from waiting to taken to solved."""

from typing import Any

from sqlalchemy import Row, delete, select, update

from bot.core.written import Handoff, Stage
from bot.edges.store.database import Database
from bot.edges.store.schema import handoffs


class Handoffs:
    """The hand-offs of all workspaces."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open(self, team: str, handoff: Handoff) -> bool:
        """Keep a hand-off; False where the thread has one already."""
        stored = (
            self._database.insert(handoffs)
            .values(
                team=team,
                channel=handoff.channel,
                thread=handoff.thread,
                asker=handoff.asker,
                question=handoff.question,
                state=handoff.stage.value,
                at=handoff.at,
            )
            .on_conflict_do_nothing()
            .returning(handoffs.c.thread)
        )
        async with self._database.write() as connection:
            return (await connection.execute(stored)).first() is not None

    async def take(self, team: str, channel: str, thread: str, *, helper: str) -> Handoff | None:
        """This helper sees to it, if nobody did before; the hand-off as it is now, None if none."""
        await self._change(
            (team, channel, thread), Stage.WAITING, state=Stage.TAKEN.value, helper=helper
        )
        return await self.find(team, channel, thread)

    async def solve(
        self, team: str, channel: str, thread: str, *, solution: str | None
    ) -> Handoff | None:
        """It is solved, and how; the hand-off as it is now, None if there is none."""
        values = {"state": Stage.SOLVED.value, "solution": solution}
        for stage in (Stage.WAITING, Stage.TAKEN):
            await self._change((team, channel, thread), stage, **values)
        return await self.find(team, channel, thread)

    async def find(self, team: str, channel: str, thread: str) -> Handoff | None:
        """The hand-off of a thread, if there is one."""
        chosen = select(handoffs).where(*_in(team, channel, thread))
        async with self._database.read() as connection:
            row = (await connection.execute(chosen)).first()
        return _handoff(row) if row else None

    async def waiting(self, team: str) -> tuple[Handoff, ...]:
        """What is not solved yet, the oldest first."""
        chosen = (
            select(handoffs)
            .where(handoffs.c.team == team, handoffs.c.state != Stage.SOLVED.value)
            .order_by(handoffs.c.at)
        )
        async with self._database.read() as connection:
            return tuple(_handoff(row) for row in (await connection.execute(chosen)).all())

    async def forget(self, *, before: float) -> int:
        """Delete what was called for before this time, with what was asked and how it was solved."""
        old = delete(handoffs).where(handoffs.c.at < before)
        async with self._database.write() as connection:
            return (await connection.execute(old)).rowcount

    async def _change(
        self, place: tuple[str, str, str], stage: Stage, **values: str | None
    ) -> None:
        changed = update(handoffs).where(*_in(*place), handoffs.c.state == stage.value)
        async with self._database.write() as connection:
            await connection.execute(changed.values(**values))


def _in(team: str, channel: str, thread: str) -> tuple[Any, ...]:
    return (
        handoffs.c.team == team,
        handoffs.c.channel == channel,
        handoffs.c.thread == thread,
    )


def _handoff(row: Row[Any]) -> Handoff:
    return Handoff(
        channel=row.channel,
        thread=row.thread,
        asker=row.asker,
        question=row.question,
        at=row.at,
        stage=Stage(row.state),
        helper=row.helper,
        solution=row.solution,
    )
