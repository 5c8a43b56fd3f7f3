"""Many writers at once: each in its turn, each as a whole, and none in another's way."""

import asyncio

import pytest
from sqlalchemy import Connection, func, insert, select, update

from bot.core.errors import Unavailable
from bot.edges.store import Store
from bot.edges.store.schema import revisions, settings
from tests.edges.store.conftest import replica

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
