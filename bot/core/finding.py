"""One thing a check noticed, one thing to do about it, and what the sender rule says in a word."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.words import Text


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"  # mail is refused or the record is void
    WARNING = "warning"  # works today, will hurt
    NOTE = "note"  # good to know


class Ruling(StrEnum):
    """What the sender rule says."""

    ALLOWED = "allowed"  # the rule lets it out; it promises no delivery
    REFUSED = "refused"
    UNKNOWN = "unknown"  # cannot tell


@dataclass(frozen=True, slots=True)
class Finding:
    """What was noticed: a stable code ("two-records"), how bad, one sentence and its cure.

    `cure` is the sentence that says what to do, where there is something to do.
    """

    code: str
    severity: Severity
    sentence: Text
    cure: Text | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to change: a stable code, what to do where, and the exact value to enter."""

    code: str
    sentence: Text
    value: str | None = None
