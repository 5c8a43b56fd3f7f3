"""Opens the database that `DATABASE_URL` names; SQLite and PostgreSQL behave alike from here on."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, nullcontext, suppress
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.core.errors import Unavailable
from bot.edges.store.failures import translated

BUSY = 5.0  # seconds SQLite waits for another writer before it gives up
POOL = 10  # connections to PostgreSQL a process keeps
PAGE = (
    20  # rows a statement on SQLite, which keeps every length of it prepared: 0.2 MB for 300 rows
)
CONNECT = 3  # seconds to wait for a new connection to PostgreSQL
GONE = {  # a server that vanished without a word: Linux would wait for a quarter of an hour
    "tcp_user_timeout": 10_000,  # milliseconds
    "keepalives_idle": 10,  # seconds, likewise
    "keepalives_interval": 5,
    "keepalives_count": 3,
}

Outcome = TypeVar("Outcome")


class Database:
    """One database with its ways in: `read`, `write` and `in_one_go`, each a transaction."""

    def __init__(self, engine: AsyncEngine, direct: Engine | None = None) -> None:
        self.engine = engine
        self._turn = asyncio.Lock()
        self._direct = direct  # SQLite without asyncio between, for one thread of its own
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite")

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

    async def in_one_go(self, work: Callable[[Connection], Outcome]) -> Outcome:
        """What `work` writes, kept as a whole or not at all; `Unavailable` as for `read`.

        On SQLite in a thread: the event loop hands over once, not for each step of each statement.
        When it has much to do, each time it does takes long.
        """
        if self._direct is None:
            async with self.write() as connection:
                return await connection.run_sync(work)
        loop = asyncio.get_running_loop()
        async with self._turn:
            return await loop.run_in_executor(self._thread, self._at_once, self._direct, work)

    @staticmethod
    def _at_once(engine: Engine, work: Callable[[Connection], Outcome]) -> Outcome:
        with translated(), engine.begin() as connection:
            return work(connection)

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()
        if self._direct is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._direct.dispose)
        self._thread.shutdown(wait=False)

    @asynccontextmanager
    async def _begin(self, *, writes: bool) -> AsyncIterator[AsyncConnection]:
        with translated():
            async with self.engine.connect() as connection:
                chosen = await connection.execution_options(writes=writes)
                async with chosen.begin():
                    yield chosen


def create(url: str) -> Database:
    """The database of a `DATABASE_URL`; nothing is opened yet. `Unavailable` for a wrong URL."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # a port that is no number; the error may hold the password
        raise Unavailable("DATABASE_URL cannot be read; see README, Settings.") from None
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed)
    return Database(_postgresql(parsed.set(drivername="postgresql+psycopg")))


def _postgresql(url: Any) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=POOL,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT, **GONE},
    )


def _sqlite(url: URL) -> Database:
    options: dict[str, Any] = {
        "hide_parameters": True,
        "connect_args": {"timeout": BUSY},
        "insertmanyvalues_page_size": PAGE,
    }
    engine = create_async_engine(url.set(drivername="sqlite+aiosqlite"), **options)
    direct = create_engine(url.set(drivername="sqlite+pysqlite"), **options)
    for one in (engine.sync_engine, direct):
        event.listen(one, "connect", _prepare_sqlite)
        event.listen(one, "begin", _begin_sqlite)
    in_memory = url.database in (None, "", ":memory:")  # then each connection has its own
    return Database(engine, None if in_memory else direct)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we begin ourselves: see _begin_sqlite
    try:
        _set_up(connection)
    except (
        sqlite3.Error
    ):  # no database: nobody else closes it, and its thread would outlive the loop
        connection.close()
        raise


def _set_up(connection: Any) -> None:
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
