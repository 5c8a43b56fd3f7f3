"""Response URLs: where they lead, and how often and how long they work."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.refusal import Refused
from bot.playground.timing import Timing


@dataclass(slots=True)
class ResponseUrl:
    """Where an answer goes: the channel, the person, and the message that was acted on."""

    user: str
    channel: str
    expires: float
    left: int
    original: str | None = None
    thread_ts: str | None = None


@dataclass(slots=True)
class ResponseUrls:
    """The addresses given out."""

    base: str
    timing: Timing
    clock: Callable[[], float]
    _given: dict[str, ResponseUrl] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def give(
        self, user: str, channel: str, *, original: str | None = None, thread_ts: str | None = None
    ) -> str:
        """A new address for answering what this user did in this channel."""
        key = f"T0PLAYGRND-{next(self._numbers)}"
        self._given[key] = ResponseUrl(
            user,
            channel,
            self.clock() + self.timing.response_url,
            self.timing.response_url_uses,
            original,
            thread_ts,
        )
        return f"{self.base}/response/{key}"

    def use(self, key: str) -> ResponseUrl:
        """Where the address leads; refused when it is unknown, too old or used up."""
        url = self._given.get(key)
        if url is None:
            raise Refused("invalid_url")
        if url.expires < self.clock():
            raise Refused("expired_url")
        if url.left == 0:
            raise Refused("used_url")
        url.left -= 1
        return url
