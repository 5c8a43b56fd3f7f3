"""One lane a channel: in order, and slowly once Slack says so."""

import asyncio

from bot.slack.lanes import PACE, SLOW, Lanes


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_a_channel_is_served_in_the_order_of_asking() -> None:
    lanes = Lanes(Clock())
    said: list[str] = []

    async def post(text: str) -> None:
        async with lanes.turn("C1"):
            await asyncio.sleep(0.001 * (3 - len(said)))
            said.append(text)

    await asyncio.gather(*(post(text) for text in "abc"))

    assert said == ["a", "b", "c"]
    assert lanes.waiting == 0


async def test_one_channel_does_not_wait_for_another() -> None:
    lanes = Lanes(Clock())
    async with lanes.turn("C1"), asyncio.timeout(1), lanes.turn("C2"):
        assert lanes.waiting == 2


async def test_after_a_refusal_a_channel_keeps_one_second_for_a_minute() -> None:
    clock = Clock()
    lanes = Lanes(clock)
    async with lanes.turn("C1") as lane:
        lanes.refused(lane)

    assert lane.free == clock.now + PACE
    clock.now += SLOW + 1
    async with lanes.turn("C1") as later:
        pass
    assert later.free <= clock.now
