"""How often a method may be called: token buckets, with the time handed in."""

import math
from dataclasses import dataclass, field

from bot.playground.refusal import rate_limited

PER_CHANNEL_SECONDS = 1.0  # docs: Rate limits, "1 per second per channel. Short bursts allowed"
CHANNEL_BURST = 20  # Slack names no number
MINUTE = 60.0


@dataclass(frozen=True, slots=True)
class Rates:
    """Which limits hold. `off` lets everything through, for tests that measure something else."""

    off: bool = False
    channel_burst: int = CHANNEL_BURST
    channel_seconds: float = PER_CHANNEL_SECONDS


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


@dataclass(slots=True)
class Limiter:
    """The calls of one app, counted by method and by channel."""

    rates: Rates
    _buckets: dict[str, _Bucket] = field(default_factory=dict)

    def check(self, method: str, per_minute: int, channel: str, now: float) -> None:
        """Refuse with 429 what comes too often."""
        if self.rates.off:
            return
        self._take(method, per_minute, MINUTE / per_minute, now)
        if method == "chat.postMessage":
            burst, pause = self.rates.channel_burst, self.rates.channel_seconds
            self._take(f"{method} {channel}", burst, pause, now)

    def _take(self, key: str, most: int, pause: float, now: float) -> None:
        bucket = self._buckets.setdefault(key, _Bucket(most, now))
        bucket.left = min(most, bucket.left + (now - bucket.at) / pause)
        bucket.at = now
        if bucket.left < 1:
            raise rate_limited(max(1, math.ceil((1 - bucket.left) * pause)))
        bucket.left -= 1
