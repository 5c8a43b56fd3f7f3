"""What was asked and how it ended; what got no good reply stays open as a gap."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, func, select, update

from bot.core.feedback import Answered, Asked
from bot.core.words import Language
from bot.edges.store.database import Database
from bot.edges.store.schema import questions

GAPS_AT_ONCE = 1000  # open questions looked at; grouping more would keep the Home tab waiting


class Questions:
    """The questions of all workspaces."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, team: str, asked: Asked, *, gap: bool) -> int:
        """Store a question once under its channel and `ts`; its id. A later reply replaces it."""
        values = {
            "team": team,
            "user": asked.user,
            "channel": asked.channel,
            "ts": asked.ts,
            "question": asked.question,
            "language": asked.language.value,
            "outcome": asked.outcome.value,
            "section": asked.section,
            "score": asked.score,
            "gap": "open" if gap else None,
            "at": asked.at,
        }
        changed = {
            key: values[key]
            for key in ("question", "language", "outcome", "section", "score", "gap")
        }
        stored = (
            self._database.insert(questions)
            .values(values)
            .on_conflict_do_update(index_elements=["team", "channel", "ts"], set_=changed)
            .returning(questions.c.id)
        )
        async with self._database.write() as connection:
            return int((await connection.execute(stored)).scalar_one())

    async def reopen(self, team: str, channel: str, ts: str) -> None:
        """The reply to this question was rated badly: it is a gap after all."""
        await self._mark(
            "open",
            questions.c.team == team,
            questions.c.channel == channel,
            questions.c.ts == ts,
            questions.c.gap.is_(None),
        )

    async def close(self, team: str, ids: Iterable[int], *, answered: bool) -> int:
        """These questions are gaps no longer: answered, or not for us. How many were open."""
        return await self._mark(
            "answered" if answered else "dismissed",
            questions.c.team == team,
            questions.c.id.in_(list(ids)),
            questions.c.gap == "open",
        )

    async def open(self, team: str | None, *, user: str | None = None) -> tuple[Asked, ...]:
        """The questions that are gaps and still have their text, newest first; of one user if told.

        Of every workspace where `team` is None.
        """
        chosen = (
            select(questions)
            .where(questions.c.gap == "open", questions.c.question != "")
            .order_by(questions.c.at.desc(), questions.c.id.desc())
            .limit(GAPS_AT_ONCE)
        )
        if team is not None:
            chosen = chosen.where(questions.c.team == team)
        if user is not None:
            chosen = chosen.where(questions.c.user == user)
        return await self._read(chosen)

    async def find(self, team: str, channel: str, ts: str) -> Asked | None:
        """The question at this place, if it was one."""
        found = await self._read(
            select(questions).where(
                questions.c.team == team, questions.c.channel == channel, questions.c.ts == ts
            )
        )
        return found[0] if found else None

    async def counts(self, team: str | None) -> dict[Answered, int]:
        """How many questions ended how; of every workspace where `team` is None."""
        counted = select(questions.c.outcome, func.count()).group_by(questions.c.outcome)
        if team is not None:
            counted = counted.where(questions.c.team == team)
        async with self._database.read() as connection:
            rows = (await connection.execute(counted)).all()
        found = {Answered(outcome): int(number) for outcome, number in rows}
        return {outcome: found.get(outcome, 0) for outcome in Answered}

    async def expire(self, *, before: float) -> int:
        """Forget the texts and askers of questions older than this; the counts stay."""
        old = (
            update(questions)
            .where(questions.c.at < before, questions.c.question != "")
            .values(question="", user="", gap=None)
        )
        async with self._database.write() as connection:
            return (await connection.execute(old)).rowcount

    async def _mark(self, gap: str, *where: Any) -> int:
        async with self._database.write() as connection:
            return (
                await connection.execute(update(questions).where(*where).values(gap=gap))
            ).rowcount

    async def _read(self, chosen: Any) -> tuple[Asked, ...]:
        async with self._database.read() as connection:
            return tuple(_asked(row) for row in (await connection.execute(chosen)).all())


def _asked(row: Row[Any]) -> Asked:
    return Asked(
        id=row.id,
        question=row.question,
        language=Language(row.language),
        outcome=Answered(row.outcome),
        at=row.at,
        user=row.user,
        channel=row.channel,
        ts=row.ts,
        section=row.section,
        score=row.score,
    )
