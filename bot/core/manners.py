"""When Helpdesk speaks unasked: the team's settings, read once, and which posts are one question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.core.written import Mode

Setting: TypeAlias = str | int | float | bool | list[str] | None

MODE = "mode:"  # the setting "mode:C0123" holds a channel's Mode
MUTED = "muted:"  # "muted:C0123" holds the time until which a channel is muted
DIGEST = "digest"  # the channel that gets the weekly digest
TOGETHER = 60.0  # seconds within which somebody's posts are judged as one question


@dataclass(frozen=True, slots=True)
class Manners:
    """What the team has decided: which channels are answered unasked, and until when not.

    `default` are the channels of the environment; a choice made in Slack goes over it. Times are
    seconds since 1970 in UTC.
    """

    default: frozenset[str] = frozenset()
    modes: Mapping[str, Mode] = field(default_factory=dict)
    muted: Mapping[str, float] = field(default_factory=dict)
    digest: str | None = None

    @classmethod
    def read(cls, settings: Mapping[str, Setting], default: Iterable[str]) -> "Manners":
        """From the settings of a workspace; what is no longer understood counts as not set."""
        modes = _below(MODE, settings)
        known = {channel: Mode(str(v)) for channel, v in modes.items() if v in list(Mode)}
        muted = {
            channel: float(until)
            for channel, until in _below(MUTED, settings).items()
            if isinstance(until, int | float)
        }
        digest = settings.get(DIGEST)
        return cls(frozenset(default), known, muted, str(digest) if digest else None)

    def mode(self, channel: str) -> Mode:
        """What is to be done in this channel."""
        return self.modes.get(channel, Mode.SURE if channel in self.default else Mode.MENTIONED)

    def speaks_unasked(self, channel: str, at: float) -> bool:
        """Whether sure answers to questions are wanted here now."""
        return self.mode(channel) is Mode.SURE and self.muted.get(channel, 0.0) <= at

    def listens(self, channel: str) -> bool:
        """Whether even a mention is answered here."""
        return self.mode(channel) is not Mode.OFF


def _below(prefix: str, settings: Mapping[str, Setting]) -> dict[str, Setting]:
    return {
        key.removeprefix(prefix): value for key, value in settings.items() if key.startswith(prefix)
    }


@dataclass(frozen=True, slots=True)
class Post:
    """Something somebody said in a channel, not in a thread. `at`: seconds; `ts` names it."""

    user: str
    text: str
    at: float
    ts: str = ""


def together(posts: Iterable[Post], user: str, at: float) -> tuple[Post, ...]:
    """What this person has said within the last minute, to be judged as one text.

    Once somebody else has spoken, only what came after counts: they may have answered.
    """
    said: list[Post] = []
    for post in posts:
        if post.user != user:
            said = []
        elif at - post.at <= TOGETHER:
            said.append(post)
    return tuple(said)
