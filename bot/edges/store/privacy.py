"""What is kept about people: exported, forgotten, or wiped with their workspace."""

from typing import Any

from sqlalchemy import delete, select, update

from bot.edges.store.database import Database
from bot.edges.store.schema import (
    claims,
    handoffs,
    metadata,
    questions,
    ratings,
    samples,
    sections,
    settings,
)
from bot.edges.store.written import move

NOBODY = ""  # stands where a person was


class Privacy:
    """What a person, a workspace and the retention period may ask for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def forget(self, team: str, user: str) -> int:
        """Delete what this person asked and rated and take their name off what they wrote.

        Articles stay, without their author: they are the team's. Returns the rows touched.
        """
        mine = questions.c.team == team, questions.c.user == user
        theirs = handoffs.c.team == team
        asked = select(questions.c.question).where(*mine)
        steps = (
            delete(ratings).where(ratings.c.team == team, ratings.c.user == user),
            # Somebody else may have called for help with this person's question.
            update(handoffs).where(theirs, handoffs.c.question.in_(asked)).values(question=""),
            # What is asked in the Home tab stands under who asked it.
            update(questions).where(*mine, questions.c.channel == user).values(channel=NOBODY),
            update(questions).where(*mine).values(user=NOBODY, question="", gap=None),
            delete(handoffs).where(theirs, handoffs.c.channel == user),
            update(handoffs)
            .where(theirs, handoffs.c.asker == user)
            .values(asker=NOBODY, question="", solution=None),
            update(handoffs).where(theirs, handoffs.c.helper == user).values(helper=NOBODY),
            *(
                update(table)
                .where(table.c.team == team, table.c.author == user)
                .values(author=NOBODY)
                for table in (sections, samples, settings)
            ),
        )
        async with self._database.write() as connection:
            return sum([(await connection.execute(one)).rowcount for one in steps])

    async def wipe(self, team: str) -> int:
        """Delete everything of a workspace; doing it twice, or for an unknown one, is fine.

        The revision moves, so that no replica answers from what was written there.
        """
        async with self._database.write() as connection:
            await move(connection)
            return sum(
                [
                    (await connection.execute(delete(table).where(table.c.team == team))).rowcount
                    for table in metadata.sorted_tables
                    if "team" in table.c
                ]
            )

    async def export(self, team: str) -> dict[str, list[dict[str, Any]]]:
        """Everything kept of a workspace, by table, as plain values; claims in work left out."""
        found: dict[str, list[dict[str, Any]]] = {}
        async with self._database.read() as connection:
            for table in metadata.sorted_tables:
                if "team" not in table.c or table is claims:
                    continue
                rows = await connection.execute(select(table).where(table.c.team == team))
                found[table.name] = [dict(row._mapping) for row in rows]  # noqa: SLF001 - public name, SQLAlchemy's documentation, Row
        return found
