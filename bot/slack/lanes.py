"""One lane a channel: what is posted there goes one after the other, and slowly once Slack says so."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

PACE = 1.0  # seconds between two messages of a channel; docs, Rate limits: "1 per second"
SLOW = 60.0  # seconds that a channel keeps this pace after Slack has refused one message too many


@dataclass(slots=True)
class Lane:
    """Whose turn it is in one channel, and from when on the next message may go."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    free: float = 0.0
    slow_until: float = 0.0


class Lanes:
    """The lanes of all channels in which somebody posts. `clock` counts seconds.

    Slack lets short bursts pass but names no number, so a channel begins without a pace; after
    its first 429 it keeps to one message a second, until it has been well for a while.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lanes: dict[str, Lane] = {}

    @asynccontextmanager
    async def turn(self, channel: str) -> AsyncIterator[Lane]:
        """Wait for this channel's turn, in the order of asking, and hold it for the block."""
        lane = self._lanes.setdefault(channel, Lane())
        lane.waiting += 1
        try:
            async with lane.turn:
                await asyncio.sleep(max(0.0, lane.free - self._clock()))
                yield lane
                if lane.slow_until > self._clock():
                    lane.free = self._clock() + PACE
        finally:
            lane.waiting -= 1
            if not lane.waiting and lane.slow_until <= self._clock():
                self._lanes.pop(channel, None)

    def refused(self, lane: Lane) -> None:
        """Slack has refused one too many here: slowly from now on."""
        lane.slow_until = self._clock() + SLOW

    @property
    def waiting(self) -> int:
        """How many messages wait for their turn or are on their way."""
        return sum(lane.waiting for lane in self._lanes.values())
