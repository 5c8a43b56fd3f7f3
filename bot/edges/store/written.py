"""What the team writes in Slack: sections, sample questions, settings. Each moves the revision."""

from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.article import Audience, Section
from bot.core.words import Language
from bot.core.written import Sample, Written
from bot.edges.store.database import Database
from bot.edges.store.schema import revisions, samples, sections, settings

Value = str | int | float | bool | list[str] | None


class Writings:
    """Sections, sample questions and settings of all workspaces. Times: seconds, UTC."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def revision(self) -> int:
        """A number that grows with everything written here, in whichever replica."""
        async with self._database.read() as connection:
            found = await connection.execute(select(revisions.c.number))
            return int(found.scalar_one())

    async def writable(self) -> None:
        """A trial that changes nothing; `Unavailable` where nothing can be written."""
        async with self._database.write() as connection:
            await connection.execute(update(revisions).values(number=revisions.c.number))

    async def write(self, team: str, written: Written) -> None:
        """Keep a section; an older one of the same article, id and language is replaced."""
        section = written.section
        values = {
            "title": written.title,
            "heading": section.heading,
            "text": section.text,
            "keywords": list(section.keywords),
            "audience": written.audience.value,
            "author": written.author,
            "at": written.at,
        }
        key = {
            "team": team,
            "article": section.article,
            "section": section.id,
            "language": section.language.value,
        }
        stored = self._database.insert(sections).values(**key, **values)
        async with self._database.write() as connection:
            await connection.execute(
                stored.on_conflict_do_update(index_elements=list(key), set_=values)
            )
            await move(connection)

    async def remove(self, team: str, key: str) -> int:
        """Delete a section written in Slack in all its languages; how many there were."""
        article, _, section = key.rpartition("/")
        gone = delete(sections).where(
            sections.c.team == team, sections.c.article == article, sections.c.section == section
        )
        async with self._database.write() as connection:
            count = (await connection.execute(gone)).rowcount
            await move(connection)
            return count

    async def sections(self, team: str | None) -> tuple[Written, ...]:
        """Every section written in a workspace; in all workspaces where `team` is None."""
        chosen = (
            select(sections)
            .where(_of(sections, team))
            .order_by(sections.c.article, sections.c.section, sections.c.language)
        )
        async with self._database.read() as connection:
            return tuple(_written(row) for row in (await connection.execute(chosen)).all())

    async def add_sample(self, team: str, sample: Sample) -> None:
        """File a question under a section; the same one a second time changes nothing."""
        same = select(samples.c.id).where(
            samples.c.team == team,
            samples.c.section == sample.section,
            samples.c.question == sample.question,
        )
        async with self._database.write() as connection:
            if (await connection.execute(same)).first() is not None:
                return
            await connection.execute(
                self._database.insert(samples).values(
                    team=team,
                    section=sample.section,
                    language=sample.language.value,
                    question=sample.question,
                    author=sample.author,
                    at=sample.at,
                )
            )
            await move(connection)

    async def samples(self, team: str | None) -> tuple[Sample, ...]:
        """Every question filed, the oldest first; in all workspaces where `team` is None."""
        chosen = select(samples).where(_of(samples, team)).order_by(samples.c.id)
        async with self._database.read() as connection:
            return tuple(_sample(row) for row in (await connection.execute(chosen)).all())

    async def set(self, team: str, key: str, value: Value, *, author: str, at: float) -> None:
        """Keep a setting of a workspace, with who set it and when."""
        values = {"value": value, "author": author, "at": at}
        stored = self._database.insert(settings).values(team=team, key=key, **values)
        async with self._database.write() as connection:
            await connection.execute(
                stored.on_conflict_do_update(index_elements=["team", "key"], set_=values)
            )
            await move(connection)

    async def settings(self, team: str) -> dict[str, Value]:
        """Every setting of a workspace."""
        chosen = select(settings.c.key, settings.c.value).where(settings.c.team == team)
        async with self._database.read() as connection:
            return {row.key: row.value for row in (await connection.execute(chosen)).all()}


def _of(table: Table, team: str | None) -> ColumnElement[bool]:
    return true() if team is None else table.c.team == team


async def move(connection: AsyncConnection) -> None:
    """Let every replica notice that something has changed."""
    await connection.execute(update(revisions).values(number=revisions.c.number + 1))


def _written(row: Row[Any]) -> Written:
    return Written(
        section=Section(
            article=row.article,
            id=row.section,
            language=Language(row.language),
            heading=row.heading,
            text=row.text,
            keywords=tuple(row.keywords),
        ),
        title=row.title,
        audience=Audience(row.audience),
        author=row.author,
        at=row.at,
    )


def _sample(row: Row[Any]) -> Sample:
    return Sample(
        section=row.section,
        language=Language(row.language),
        question=row.question,
        author=row.author,
        at=row.at,
    )
