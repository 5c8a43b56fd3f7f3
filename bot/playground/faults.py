"""Mishaps on order: the next calls of a method answer 429, 500, an error, or break off."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One mishap. `error` is a code of Slack's; `status` 0 hangs up without an answer.

    `silent` is for how many seconds nothing at all comes back. `done` says whether the call takes
    effect before it goes wrong, as when a connection breaks after the message was posted.
    """

    status: int = 200
    error: str = "internal_error"
    retry_after: int | None = None
    done: bool = False
    silent: float = 0.0


HANG_UP = Fault(status=0)
HANG_UP_DONE = Fault(status=0, done=True)
SERVER_ERROR = Fault(status=500)


def too_many(seconds: int = 1) -> Fault:
    """A 429 that asks to wait so long."""
    return Fault(status=429, error="ratelimited", retry_after=seconds)


def silence(seconds: float, *, done: bool = False) -> Fault:
    """Nothing comes back for so long; then the line is dead."""
    return Fault(status=0, done=done, silent=seconds)


@dataclass(slots=True)
class Faults:
    """What is ordered, by method."""

    _ordered: dict[str, list[Fault]] = field(default_factory=dict)

    def order(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of a method go wrong."""
        self._ordered.setdefault(method, []).extend([fault] * times)

    def take(self, method: str) -> Fault | None:
        """The mishap for this call, if one is ordered."""
        ordered = self._ordered.get(method)
        return ordered.pop(0) if ordered else None
