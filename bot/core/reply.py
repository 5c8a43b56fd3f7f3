"""Matches -> Found | Unsure | NotFound, the thresholds and why."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.core.article import Section
from bot.core.words import Language


@dataclass(frozen=True, slots=True)
class Match:
    """A section and how well it fits the question: 0 (not at all) to 1, and why.

    `why` pairs a word of the question with what it met in the section, best first.
    """

    section: Section
    score: float
    why: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The library knows: the section that answers."""

    section: Section


@dataclass(frozen=True, slots=True)
class Unsure:
    """The library may know: two or three sections to choose from, best first."""

    choices: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """The library does not know, or what was said is no question."""


Outcome: TypeAlias = Found | Unsure | NotFound


@dataclass(frozen=True, slots=True)
class Reply:
    """What Helpdesk says to a question, and what it weighed.

    `score` is the best match's confidence, 0 to 1; `ranked` holds up to ten matches, best first,
    one a section key, in the reply's language where the section exists in it.
    """

    question: str
    language: Language
    outcome: Outcome
    score: float
    ranked: tuple[Match, ...]
