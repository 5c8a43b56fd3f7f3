"""What Slack delivered and somebody has to work on, under the identity that all its forms share."""

from dataclasses import dataclass
from typing import Any, TypeAlias

Payload: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """What identifies one question or command: Slack's `ts` in a channel, or a command's trigger."""

    team: str
    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Work:
    """Something claimed and not done: what Slack sent, which attempt at it this is, and since when."""

    key: Key
    payload: Payload
    attempt: int
    at: float = 0.0  # seconds, UTC
