"""One delivery wins, however many come; nothing that was claimed is lost."""

import asyncio
import time

import pytest

from bot.core.errors import Unavailable
from bot.core.work import Key
from bot.edges.store import Store, open_store
from bot.edges.store.claims import LEASE, Claims
from tests.edges.store.conftest import Urls, replica

KEY = Key("T1", "C1", "1.0001")
NOON = 1_700_000_000.0


async def test_only_the_first_delivery_is_ours(store: Store) -> None:
    first = await store.claims.claim(KEY, {"text": "hi"}, at=NOON)
    again = await store.claims.claim(KEY, {"text": "hi"}, at=NOON + 60)

    assert (first, again) == (True, False)


async def test_the_same_ts_elsewhere_is_another_question(store: Store) -> None:
    keys = [KEY, Key("T2", "C1", "1.0001"), Key("T1", "C2", "1.0001"), Key("T1", "C1", "1.0002")]

    assert [await store.claims.claim(key, {}, at=NOON) for key in keys] == [True] * 4


async def test_of_many_at_once_exactly_one_wins(store: Store, url: str) -> None:
    async with replica(url, "two") as other:
        won = await asyncio.gather(
            *(one.claims.claim(KEY, {}, at=NOON) for one in (store, other) for _ in range(20))
        )

    assert won.count(True) == 1


async def test_replicas_that_get_the_twins_of_a_burst_in_any_order_do_not_block_each_other(
    store: Store, url: str
) -> None:
    keys = [Key("T1", f"C{number % 7}", f"{number}.0") for number in range(400)]
    async with replica(url, "two") as other:
        won = await asyncio.gather(
            *(store.claims.claim(key, {}, at=NOON) for key in keys),
            *(other.claims.claim(key, {}, at=NOON) for key in reversed(keys)),
        )

    assert won.count(True) == len(keys)


async def test_every_replica_sees_what_is_under_way(store: Store, url: str) -> None:
    other_key = Key("T1", "C1", "1.0001 overheard")
    async with replica(url, "two") as other:
        before = await other.claims.under_way([KEY, other_key])
        await store.claims.claim(KEY, {}, at=NOON)
        meanwhile = await other.claims.under_way([other_key, KEY])
        await store.claims.finish(KEY)
        after = await other.claims.under_way([KEY, other_key])

    assert (before, meanwhile, after) == (False, True, False)


async def test_a_burst_is_claimed_in_groups_and_whole(store: Store) -> None:
    keys = [Key("T1", "C1", f"{number}.0") for number in range(1200)]
    won = await asyncio.gather(*(store.claims.claim(key, {"n": 1}, at=NOON) for key in keys))

    assert all(won)
    assert await store.claims.unfinished() == 1200


async def test_done_work_keeps_redeliveries_out_and_its_payload_goes(store: Store) -> None:
    await store.claims.claim(KEY, {"text": "secret"}, at=NOON)
    await store.claims.finish(KEY)

    assert await store.claims.claim(KEY, {}, at=NOON + 300) is False
    assert await store.claims.unfinished() == 0
    assert await store.claims.take_over(at=NOON + 10 * LEASE) == []


async def test_the_work_of_a_dead_process_is_taken_up_once_its_lease_is_over(
    store: Store, url: str
) -> None:
    await store.claims.claim(KEY, {"text": "hi"}, at=NOON)
    async with replica(url, "two") as other:
        early = await other.claims.take_over(at=NOON + LEASE / 2)
        (work,) = await other.claims.take_over(at=NOON + LEASE + 1)
        again = await other.claims.take_over(at=NOON + LEASE + 2)

    assert early == again == []
    assert (work.key, work.payload, work.attempt) == (KEY, {"text": "hi"}, 2)


async def test_a_living_process_keeps_its_work(store: Store, url: str) -> None:
    await store.claims.claim(KEY, {}, at=NOON)
    renewed = await store.claims.renew([KEY], at=NOON + LEASE - 1)
    async with replica(url, "two") as other:
        taken = await other.claims.take_over(at=NOON + LEASE + 1)

    assert (renewed, taken) == (1, [])


@pytest.mark.parametrize("off", [-3600.0, 3600.0], ids=["slow", "fast"])
async def test_a_replica_whose_clock_is_wrong_takes_nothing_from_those_at_work(
    urls: Urls, off: float
) -> None:
    def wrong() -> float:
        return time.time() + off

    async with open_store(urls.fresh("postgresql"), owner="right") as right:
        skewed = Claims(right.database, "wrong", wrong)
        await skewed.compare_clocks()
        other = Key("T1", "C1", "2.0")
        await right.claims.claim(KEY, {}, at=time.time())
        await skewed.claim(other, {}, at=wrong())
        early = [
            *await skewed.take_over(at=wrong()),
            *await right.claims.take_over(at=time.time()),
        ]
        late = await skewed.take_over(at=wrong() + LEASE + 1)

    assert early == []
    assert {work.key for work in late} == {KEY, other}


async def test_a_process_that_stops_hands_its_work_over_at_once(store: Store, url: str) -> None:
    await store.claims.claim(KEY, {}, at=NOON)
    await store.claims.release()
    async with replica(url, "two") as other:
        taken = await other.claims.take_over(at=NOON)

    assert [work.key for work in taken] == [KEY]


async def test_alone_at_start_nobody_elses_lease_counts(store: Store, url: str) -> None:
    await store.claims.claim(KEY, {}, at=NOON)
    async with replica(url, "two") as other:
        taken = await other.claims.take_over(at=NOON, alone=True)

    assert [work.key for work in taken] == [KEY]


async def test_two_that_take_over_share_the_work_and_double_none(store: Store, url: str) -> None:
    for number in range(50):
        await store.claims.claim(Key("T1", "C1", f"{number}"), {}, at=NOON)
    async with replica(url, "two") as two, replica(url, "three") as three:
        late = NOON + LEASE + 1
        taken = await asyncio.gather(
            *(one.claims.take_over(at=late, most=10) for one in (two, three) * 5)
        )

    keys = [work.key for works in taken for work in works]
    assert len(keys) == len(set(keys)) == 50


async def test_old_claims_go_and_open_ones_stay(store: Store) -> None:
    await store.claims.claim(KEY, {}, at=NOON)
    await store.claims.claim(Key("T1", "C1", "2.0"), {}, at=NOON)
    await store.claims.finish(KEY)

    assert await store.claims.forget(before=NOON + 1) == 1
    assert await store.claims.unfinished() == 1


async def test_claims_survive_a_restart(url: str) -> None:
    async with replica(url, "one") as before:
        await before.claims.claim(KEY, {"text": "hi"}, at=NOON)
    async with replica(url, "one again") as after:
        (work,) = await after.claims.take_over(at=NOON, alone=True)

    assert work.payload == {"text": "hi"}


async def test_a_database_that_is_away_is_told_and_nothing_is_stored(urls: Urls) -> None:
    with pytest.raises(Unavailable, match="does not answer"):
        async with open_store("postgresql://u:s3cret@127.0.0.1:1/none", owner="one"):
            pass
