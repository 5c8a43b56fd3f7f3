"""One line of `helpdesk doctor`: what was looked at, how it is, and the cure in its sentence."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.words import Text


class State(StrEnum):
    """How one thing is."""

    OK = "ok"
    WRONG = "wrong"
    OPEN = "open"  # could not be found out


@dataclass(frozen=True, slots=True)
class Line:
    """What was looked at, how it is, and what is to be said of it."""

    subject: Text
    state: State
    sentence: Text
