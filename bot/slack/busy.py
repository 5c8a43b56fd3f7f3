"""How much is being worked on, so that a stop can let it finish."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from bot.core.work import Key

LONGEST_STOP = 10.0  # seconds that a stop waits for what is under way


class Busy:
    """Counts the listeners at work: `count` is how many, `keys` the claims they work on."""

    def __init__(self) -> None:
        self.count = 0
        self.keys: set[Key] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Count one more as long as the block runs."""
        self.count += 1
        self._idle.clear()
        try:
            yield
        finally:
            self.count -= 1
            if not self.count:
                self._idle.set()

    @contextmanager
    def working_on(self, *keys: Key) -> Iterator[None]:
        """Count one more, and have the leases of these claims renewed meanwhile."""
        self.keys.update(keys)
        try:
            with self.working():
                yield
        finally:
            self.keys.difference_update(keys)

    async def idle(self, longest: float = LONGEST_STOP) -> None:
        """Wait until nothing is under way, but no longer than that."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), longest)
