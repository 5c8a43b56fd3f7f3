"""Opens the database that `DATABASE_URL` names; SQLite and PostgreSQL behave alike from here on."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from typing import Any

from sqlalchemy import Connection, Table, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.core.errors import Unavailable

BUSY = 5.0  # seconds SQLite waits for another writer before it gives up
POOL = 10  # connections to PostgreSQL a process keeps
CONNECT = 3  # seconds to wait for a new connection to PostgreSQL


class Database:
    """One database with its two ways in: `read` and `write`, each a transaction."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._turn = asyncio.Lock()

    @property
    def is_sqlite(self) -> bool:
        """Whether one file on this machine holds everything."""
        return self.engine.dialect.name == "sqlite"

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """An INSERT that knows `on_conflict_…`; both databases spell it alike."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that sees one state; `Unavailable` where the database is away."""
        async with self._begin(writes=False) as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that is kept as a whole or not at all; `Unavailable` as for `read`."""
        # SQLite lets a writer who finds another one sleep and try again, in no order: under load
        # somebody sleeps for seconds. So the writers of this process queue up.
        turn = self._turn if self.is_sqlite else nullcontext()
        async with turn, self._begin(writes=True) as connection:
            yield connection

    @asynccontextmanager
    async def _begin(self, *, writes: bool) -> AsyncIterator[AsyncConnection]:
        try:
            async with self.engine.connect() as connection:
                chosen = await connection.execution_options(writes=writes)
                async with chosen.begin():
                    yield chosen
        except (DBAPIError, OSError, TimeoutError) as error:
            # The statement may hold what people wrote: only the kind of the error leaves.
            raise Unavailable(f"The database does not answer ({type(error).__name__}).") from error


def create(url: str) -> Database:
    """The database of a `DATABASE_URL`; nothing is opened yet. `Unavailable` for a wrong URL."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise Unavailable("DATABASE_URL cannot be read; see README, Settings.") from error
    if parsed.get_backend_name() == "sqlite":
        return Database(_sqlite(parsed.set(drivername="sqlite+aiosqlite")))
    return Database(_postgresql(parsed.set(drivername="postgresql+psycopg")))


def _postgresql(url: Any) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=POOL,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT},
    )


def _sqlite(url: Any) -> AsyncEngine:
    engine = create_async_engine(url, hide_parameters=True, connect_args={"timeout": BUSY})
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we begin ourselves: see _begin_sqlite
    cursor = connection.cursor()
    # The mode is the file's: where another process is just setting it, it will hold for us too.
    with suppress(sqlite3.OperationalError):
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that turns to writing fails at once when another one writes.
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
