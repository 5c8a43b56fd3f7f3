"""What Helpdesk remembers, in SQLite or PostgreSQL; the only importer of SQLAlchemy."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Self

from bot.edges.store import database as databases
from bot.edges.store.claims import Claims
from bot.edges.store.database import Database
from bot.edges.store.handoffs import Handoffs
from bot.edges.store.migrate import migrate
from bot.edges.store.privacy import Privacy
from bot.edges.store.questions import Questions
from bot.edges.store.ratings import Ratings
from bot.edges.store.written import Writings


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that is kept, by what it is about."""

    database: Database
    claims: Claims
    questions: Questions
    ratings: Ratings
    writings: Writings
    handoffs: Handoffs
    privacy: Privacy

    @classmethod
    def over(cls, database: Database, owner: str) -> Self:
        """The store in one database, as the process `owner` uses it."""
        return cls(
            database=database,
            claims=Claims(database, owner),
            questions=Questions(database),
            ratings=Ratings(database),
            writings=Writings(database),
            handoffs=Handoffs(database),
            privacy=Privacy(database),
        )


@asynccontextmanager
async def open_store(url: str, *, owner: str) -> AsyncIterator[Store]:
    """The store of a `DATABASE_URL`, its tables brought up to date first.

    `owner` names this process among the replicas. `Unavailable` where the database is away.
    """
    database = databases.create(url)
    try:
        await migrate(database)
        store = Store.over(database, owner)
        await store.claims.compare_clocks()
        yield store
    finally:
        await database.close()
