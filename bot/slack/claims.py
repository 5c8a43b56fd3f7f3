"""Which messages are taken: the promise that none is worked on twice, and a form kept in memory."""

from typing import Protocol

KEPT = 20_000  # claims; Slack redelivers for some minutes, an edit comes within hours


class Claims(Protocol):
    """Remembers what has been taken, under the message's own identity."""

    async def claim(self, team: str, channel: str, ts: str) -> bool:
        """Take this message; False if it has been taken already."""
        ...

    async def release(self, team: str, channel: str, ts: str) -> None:
        """Give back what was looked at and left alone, so that an edit may still be answered."""
        ...


class MemoryClaims:
    """Claims that end with the process."""

    def __init__(self) -> None:
        self._taken: dict[tuple[str, str, str], None] = {}

    async def claim(self, team: str, channel: str, ts: str) -> bool:
        """Take this message; False if it has been taken already."""
        if (team, channel, ts) in self._taken:
            return False
        self._taken[team, channel, ts] = None
        if len(self._taken) > KEPT:
            del self._taken[next(iter(self._taken))]
        return True

    async def release(self, team: str, channel: str, ts: str) -> None:
        """Give a message back."""
        self._taken.pop((team, channel, ts), None)
