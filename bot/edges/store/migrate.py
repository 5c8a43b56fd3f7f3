"""Brings the tables up to date at start: forward only, and safe when replicas start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from bot.core.errors import Unavailable
from bot.edges.store.database import Database

MIGRATIONS = Path(__file__).parent / "migrations"
NEWER = (
    "The database belongs to a newer version of Helpdesk: install that one, or put back the backup "
    "from before the upgrade."
)
LOCK = 7_464_1  # any number, the same in every replica: PostgreSQL's advisory lock for this


async def migrate(database: Database) -> None:
    """Run the migrations that are missing, in one transaction; other replicas wait for it.

    `Unavailable` where the tables are those of a newer version: there is no way back.
    """
    async with database.write() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        try:
            await connection.run_sync(_upgrade)
        except CommandError as error:
            raise Unavailable(NEWER) from error


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
