"""What was asked and how it ended; what got no good reply stays open as a gap."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row, Update, delete, func, select, update

from bot.core.feedback import Answered, Asked
from bot.core.words import Language
from bot.edges.store.database import Database
from bot.edges.store.groups import Groups
from bot.edges.store.schema import COUNTED, WRITTEN, questions

GAPS_AT_ONCE = 1000  # open questions looked at; grouping more would keep the Home tab waiting
PLACE = ("team", "channel", "ts")  # what identifies a question
REPLACED = ("question", "language", "outcome", "section", "score", "gap")  # by a later reply

Values: TypeAlias = dict[str, Any]


class Questions:
    """The questions of all workspaces."""

    def __init__(self, database: Database) -> None:
        self._database = database
        insert = database.insert(questions)
        self._latest = insert.on_conflict_do_update(  # built once: takes longer than running it
            index_elements=PLACE, set_={name: insert.excluded[name] for name in REPLACED}
        ).returning(*(questions.c[name] for name in PLACE), questions.c.id)
        self._keeping = Groups(self._keep)

    async def keep(self, team: str, asked: Asked, *, gap: bool) -> int:
        """Store a question once under its channel and `ts`; its id. A later reply replaces it."""
        values: Values = {
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
        return await self._keeping.submit(values)

    async def _keep(self, group: Sequence[Values]) -> list[int]:
        # Each once, the last one counts, in an order in which two replicas cannot block each other.
        rows = {_place(values): values for values in group}
        ordered = [rows[place] for place in sorted(rows)]
        kept = await self._database.in_one_go(lambda c: c.execute(self._latest, ordered).all())
        ids = {tuple(row[:3]): int(row[3]) for row in kept}
        return [ids[_place(values)] for values in group]

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
        async with self._database.write() as connection:
            return (await connection.execute(emptied(before))).rowcount

    async def forget(self, *, before: float) -> int:
        """Delete what was emptied and is older than this, count and all."""
        old = delete(questions).where(questions.c.at < before, COUNTED)
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


def emptied(before: float) -> Update:
    """What empties the questions older than this; finds only those that are not empty yet."""
    old = update(questions).where(questions.c.at < before, WRITTEN)
    return old.values(question="", user="", gap=None)


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


def _place(values: Values) -> tuple[str, ...]:
    return tuple(values[name] for name in PLACE)
