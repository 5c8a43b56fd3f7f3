"""The migrations and the tables in the code say the same."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from bot.edges.store import Store
from bot.edges.store.schema import metadata


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_what_the_migrations_build_is_what_the_code_expects(store: Store) -> None:
    async with store.database.read() as connection:
        assert await connection.run_sync(_differences) == []
