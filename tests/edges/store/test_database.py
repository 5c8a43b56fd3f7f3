"""Many writers at once: each in its turn, each as a whole; and what goes wrong, in sentences."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select, update

from bot.core.errors import Unavailable
from bot.core.feedback import Answered, Asked
from bot.core.words import Language
from bot.core.work import Key
from bot.edges.store import Store, open_store
from bot.edges.store.failures import Unstorable
from bot.edges.store.schema import revisions, settings
from tests.edges.store.conftest import DATABASES, Urls, replica

ROW = {"team": "T1", "value": 1, "author": "U1", "at": 0.0}


async def rows(store: Store) -> int:
    async with store.database.read() as connection:
        counted = select(func.count()).select_from(settings)
        return int((await connection.execute(counted)).scalar_one())


async def test_writers_of_both_ways_take_turns_and_lose_no_step(store: Store) -> None:
    add = update(revisions).values(number=revisions.c.number + 1)

    async def step_by_step() -> None:
        async with store.database.write() as connection:
            await connection.execute(add)

    async def in_one_go() -> None:
        await store.database.in_one_go(lambda connection: connection.execute(add))

    await asyncio.gather(*(one() for one in (step_by_step, in_one_go) * 30))

    assert await store.writings.revision() == 60


async def test_two_processes_that_write_at_once_wait_for_each_other(store: Store, url: str) -> None:
    add = update(revisions).values(number=revisions.c.number + 1)
    async with replica(url, "two") as other:
        writers = (store.database, other.database) * 15
        await asyncio.gather(*(one.in_one_go(lambda c: c.execute(add)) for one in writers))

    assert await store.writings.revision() == 30


async def test_what_breaks_off_in_the_middle_leaves_nothing_and_is_told(store: Store) -> None:
    def twice(connection: Connection) -> None:
        connection.execute(insert(settings).values(key="a", **ROW))
        connection.execute(insert(settings).values(key="a", **ROW))

    with pytest.raises(Unavailable):
        await store.database.in_one_go(twice)

    assert await rows(store) == 0


async def test_a_reader_does_not_wait_for_a_writer(store: Store) -> None:
    async with store.database.write() as connection:
        await connection.execute(insert(settings).values(key="a", **ROW))
        seen = await asyncio.wait_for(rows(store), 5.0)

    assert (seen, await rows(store)) == (0, 1)


async def test_a_writer_that_was_given_up_does_not_block_the_next(store: Store) -> None:
    add = update(revisions).values(number=revisions.c.number + 1)
    async with store.database.write():
        waiting = asyncio.create_task(store.database.in_one_go(lambda c: c.execute(add)))
        await asyncio.sleep(0)
        waiting.cancel()
    await store.database.in_one_go(lambda connection: connection.execute(add))

    assert await store.writings.revision() >= 1


def asked(number: int, question: str, *, channel: str = "C1") -> Asked:
    ts = f"{number}.0"
    return Asked(0, question, Language.EN, Answered.NOT_FOUND, 0.0, "U1", channel, ts)


async def test_what_one_database_would_refuse_is_kept_alike_on_both(store: Store) -> None:
    payload = {"text": "a zero \x00 byte, half \ud800 a character"}
    assert await store.claims.claim(Key("T1", "C1", "1.0"), payload, at=0.0)
    await store.questions.keep("T1", asked(1, "a \x00 zero \ud800 byte"), gap=True)
    found = await store.questions.find("T1", "C1", "1.0")

    assert found is not None
    assert found.question == "a  zero ? byte"


async def test_what_cannot_be_kept_costs_nobody_else(urls: Urls) -> None:
    async with open_store(urls.fresh("postgresql"), owner="one") as store:
        wrong = asked(3, "?", channel="C" * 100)
        kept = [store.questions.keep("T1", asked(n, "?"), gap=True) for n in range(3)]
        kept.insert(1, store.questions.keep("T1", wrong, gap=True))
        first, failed, *others = await asyncio.gather(*kept, return_exceptions=True)

        assert isinstance(failed, Unstorable)
        assert all(isinstance(one, int) for one in (first, *others))
        assert len(await store.questions.open("T1")) == 3


async def opened(url: str) -> None:
    async with open_store(url, owner="one"):
        pass


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        pytest.param("none/helpdesk.db", "cannot be opened", id="no folder"),
        pytest.param(".", "cannot be opened", id="a folder"),
        pytest.param("damaged.db", "put a backup in its place", id="no database"),
    ],
)
async def test_a_file_that_cannot_be_used_is_told_with_the_cure(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "damaged.db").write_bytes(b"no database " * 200)
    with pytest.raises(Unavailable, match=sentence):
        await opened(f"sqlite:///{tmp_path / name}")


async def test_a_file_that_may_only_be_read_can_be_read_and_is_told_by_who_wants_to_write(
    tmp_path: Path,
) -> None:
    await opened(f"sqlite:///{tmp_path}/helpdesk.db")
    only_read = f"sqlite:///file:{tmp_path}/helpdesk.db?mode=ro&uri=true"  # root may write any file
    async with open_store(only_read, owner="one") as store:
        assert await store.writings.revision() == 0
        with pytest.raises(Unavailable, match="give Helpdesk the right"):
            await store.writings.writable()


async def test_where_writing_works_a_trial_changes_nothing(store: Store) -> None:
    await store.writings.writable()

    assert await store.writings.revision() == 0


async def test_a_full_disk_is_told_and_costs_nothing_that_was_kept(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path}/helpdesk.db", owner="one") as store:
        await store.questions.keep("T1", asked(1, "kept"), gap=True)
        pages = "PRAGMA max_page_count = 1"  # SQLite takes the pages there are
        await store.database.in_one_go(lambda c: c.exec_driver_sql(pages).all())
        with pytest.raises(Unavailable, match="The disk is full"):
            await store.questions.keep("T1", asked(2, "x" * 100_000), gap=True)

        assert [one.question for one in await store.questions.open("T1")] == ["kept"]


@pytest.mark.parametrize("kind", DATABASES)
async def test_tables_of_a_newer_version_are_left_alone(urls: Urls, kind: str) -> None:
    url = urls.fresh(kind)
    newer = "UPDATE alembic_version SET version_num = '9999'"
    async with open_store(url, owner="newer") as store:
        await store.database.in_one_go(lambda c: c.exec_driver_sql(newer))
    with pytest.raises(Unavailable, match="newer version of Helpdesk"):
        await opened(url)


@pytest.mark.parametrize("url", ["postgresql://u:p@h:port/db", "postgresql://u:p@[::1/db", "no"])
async def test_a_url_that_cannot_be_read_is_told_without_its_password(url: str) -> None:
    with pytest.raises(Unavailable, match="DATABASE_URL cannot be read"):
        await opened(url)


async def test_no_connection_left_is_a_database_that_is_away(urls: Urls) -> None:
    async with open_store(urls.fresh("postgresql"), owner="one") as store:
        pool = store.database.engine.pool
        pool._timeout = 0.01  # type: ignore[attr-defined]  # not to wait half a minute here
        async with asyncio.TaskGroup() as group:
            taken = [store.database.engine.connect() for _ in range(20)]
            for one in taken:
                group.create_task(one.start())
        with pytest.raises(Unavailable):
            await rows(store)
        for one in taken:
            await one.close()


async def test_a_server_that_vanishes_without_a_word_is_given_up_in_seconds(urls: Urls) -> None:
    async with (
        open_store(urls.fresh("postgresql"), owner="one") as store,
        store.database.read() as connection,
    ):
        raw = await connection.get_raw_connection()
        assert raw.driver_connection is not None
        given = raw.driver_connection.info.get_parameters()

    assert given["tcp_user_timeout"] == "10000"
    assert int(given["keepalives_idle"]) + 3 * int(given["keepalives_interval"]) < 30
