"""What is kept about people: exported, forgotten, or wiped with their workspace."""

from typing import Any

from sqlalchemy import delete, select, update

from bot.edges.store.database import Database
from bot.edges.store.schema import claims, handoffs, metadata, questions, ratings, samples, sections

NOBODY = ""  # stands where a person was


class Privacy:
    """What a person, a workspace and the retention period may ask for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def forget(self, team: str, user: str) -> int:
        """Delete what this person asked and rated and take their name off what they wrote.

        Articles stay, without their author: they are the team's. Returns the rows touched.
        """
        mine = (
            delete(ratings).where(ratings.c.team == team, ratings.c.user == user),
            update(questions)
            .where(questions.c.team == team, questions.c.user == user)
            .values(user=NOBODY, question="", gap=None),
            update(handoffs)
            .where(handoffs.c.team == team, handoffs.c.asker == user)
            .values(asker=NOBODY, question="", solution=None),
            update(handoffs)
            .where(handoffs.c.team == team, handoffs.c.helper == user)
            .values(helper=NOBODY),
            update(sections)
            .where(sections.c.team == team, sections.c.author == user)
            .values(author=NOBODY),
            update(samples)
            .where(samples.c.team == team, samples.c.author == user)
            .values(author=NOBODY),
        )
        async with self._database.write() as connection:
            return sum([(await connection.execute(one)).rowcount for one in mine])

    async def wipe(self, team: str) -> int:
        """Delete everything of a workspace; doing it twice, or for an unknown one, is fine."""
        async with self._database.write() as connection:
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
