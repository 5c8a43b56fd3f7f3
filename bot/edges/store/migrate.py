"""Brings the tables up to date at start: forward only, and safe when replicas start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.edges.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_464_1  # any number, the same in every replica: PostgreSQL's advisory lock for this


async def migrate(database: Database) -> None:
    """Run the migrations that are missing, in one transaction; other replicas wait for it."""
    async with database.write() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        await connection.run_sync(_upgrade)


async def is_current(database: Database) -> bool:
    """Whether the tables are those this version needs."""
    newest = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    async with database.read() as connection:
        return await connection.run_sync(_revision) == newest


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
