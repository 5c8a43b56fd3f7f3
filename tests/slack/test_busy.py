"""Who works when: acknowledgements first, not too many at once, and a stop that waits."""

import asyncio
from contextlib import suppress

from bot.core.work import Key
from bot.slack import recovery
from bot.slack.busy import AT_ONCE, LONGEST_STOP, Busy

KEY = Key("T1", "C1", "1.0")


async def a_moment() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_work_steps_back_as_long_as_something_waits_for_its_acknowledgement() -> None:
    busy, done = Busy(), list[str]()

    async def work() -> None:
        async with busy.turn():
            done.append("worked")

    with busy.taking():
        with busy.taking():
            task = asyncio.create_task(work())
            await a_moment()
        await a_moment()  # one of the two still waits
        done.append("acknowledged")
    await task

    assert done == ["acknowledged", "worked"]


async def test_who_comes_as_all_is_calm_does_not_overtake_who_stepped_back() -> None:
    busy, done = Busy(), list[str]()

    async def work(name: str) -> None:
        async with busy.turn():
            done.append(name)

    with busy.taking():
        first = asyncio.create_task(work("first"))
        await a_moment()
        second = asyncio.create_task(work("second"))  # begins before the first one can go on
    await asyncio.gather(first, second)

    assert done == ["first", "second"]


async def test_in_an_endless_stream_of_deliveries_work_goes_on_after_a_moment() -> None:
    busy, worked = Busy(courtesy=0.01), False
    with busy.taking():
        async with asyncio.timeout(5), busy.turn():
            worked = True

    assert worked


async def test_only_so_many_work_at_once_and_the_others_follow() -> None:
    busy, working, most = Busy(), 0, 0
    leave = asyncio.Event()

    async def work() -> None:
        nonlocal working, most
        async with busy.turn():
            working += 1
            most = max(most, working)
            await leave.wait()
            working -= 1

    tasks = [asyncio.create_task(work()) for _ in range(AT_ONCE + 10)]
    await a_moment()
    leave.set()
    await asyncio.gather(*tasks)

    assert (most, working) == (AT_ONCE, 0)


async def test_work_that_fails_gives_its_room_back() -> None:
    busy = Busy()
    for _ in range(AT_ONCE + 1):
        with suppress(ZeroDivisionError):
            async with asyncio.timeout(5), busy.turn():
                _ = 1 / 0

    async with asyncio.timeout(5), busy.turn():
        pass


async def test_a_stop_waits_for_what_is_under_way_but_not_for_ever() -> None:
    busy = Busy()
    with busy.working_on(KEY):
        await busy.idle(longest=0.01)
        kept = set(busy.keys)
    await busy.idle(longest=60.0)

    assert kept == {KEY}
    assert (busy.keys, busy.count) == (set(), 0)


def test_a_stop_ends_before_supervisors_kill() -> None:
    assert LONGEST_STOP + recovery.LONGEST_FAREWELL < 10.0


async def test_what_a_stop_does_not_wait_for_is_broken_off() -> None:
    busy, ended = Busy(), list[str]()

    async def work() -> None:
        with busy.working(), busy.working_on(KEY):
            try:
                await asyncio.Event().wait()
            finally:
                ended.append("broken off")

    task = asyncio.create_task(work())
    await a_moment()
    await busy.stop(longest=0.01)

    assert ended == ["broken off"]
    assert task.cancelled()
    assert (busy.keys, busy.count) == (set(), 0)
