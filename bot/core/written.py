"""What the team writes from within Slack: sections, sample questions, hand-offs, settings."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.article import Audience, Section
from bot.core.words import Language


@dataclass(frozen=True, slots=True)
class Written:
    """A section that somebody wrote in Slack, with the title of its article. `at`: seconds, UTC."""

    section: Section
    title: str
    audience: Audience
    author: str
    at: float


@dataclass(frozen=True, slots=True)
class Sample:
    """A question that the team has filed under a section. `at`: seconds, UTC."""

    section: str
    language: Language
    question: str
    author: str
    at: float


class Stage(StrEnum):
    """How far a hand-off has come."""

    WAITING = "waiting"
    TAKEN = "taken"
    SOLVED = "solved"


@dataclass(frozen=True, slots=True)
class Handoff:
    """A thread in which a person is wanted: once a thread, by whom, and who sees to it."""

    channel: str
    thread: str
    asker: str
    question: str
    at: float
    stage: Stage = Stage.WAITING
    helper: str | None = None
    solution: str | None = None


class Mode(StrEnum):
    """What Helpdesk does in a channel."""

    OFF = "off"
    MENTIONED = "mentioned"
    SURE = "sure"  # answers questions unasked where it is sure
