"""Matches -> Found | Unsure | NotFound, the thresholds and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

from bot.core.article import Audience, Section
from bot.core.chatter import is_chatter, wants_person
from bot.core.personal import is_personal
from bot.core.text import guess_language
from bot.core.words import Language

# Confidences (0 to 1) from which Helpdesk speaks, read off sweeps over the tuning sets so that at
# most 2 % of the questions that the library cannot answer get an answer; `make tune` shows what
# they do. CHOICE is by hand, and so is MAYBE: in libraries without keywords and sample questions, where
# little is sure, nine of ten choices offered where there is an answer hold it.
SURE = 0.8  # answers when it is asked
SURE_UNASKED = 0.88  # answers by itself in a support channel
# The same for sections without keywords and sample questions, whose lines are never as like a question:
# in thirteen such libraries 19 and 12 % of the answerable questions are answered rightly, under 1 %
# wrongly, and 0.2 % of the others, where SURE and SURE_UNASKED would answer 10 and 6 %.
PLAIN = 0.6
PLAIN_UNASKED = 0.75
MAYBE = 0.2  # offers choices
CLEAR = 0.96  # of the best score: a runner-up above it makes the choice unclear
CHOICE = 0.5  # of the best score: what a third choice must reach
MAX_CHOICES = 3
LINE = 3  # words of a line that says something: "your name" is a field of a form
BESIDE = 0.3  # of the confidence: what is left where only the question speaks of the bot itself

Why: TypeAlias = tuple[tuple[str, str], ...]
"""Words of a question, each with what it met."""


@dataclass(frozen=True, slots=True)
class Match:
    """A section and how well it fits the question: 0 (not at all) to 1, and why.

    `explain` finds the reasons out; few who ask want to know them.
    """

    section: Section
    score: float
    explain: Callable[[], Why] = field(default=tuple, compare=False, repr=False)

    @property
    def why(self) -> Why:
        """Each word of the question with what it met in the section, best first."""
        return self.explain()


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


class Searchable(Protocol):
    """What `decide` needs of an index."""

    def search(
        self, question: str, *, language: Language | None, audience: Audience
    ) -> Sequence[Match]:
        """The matches of a question, best first, one a section key."""
        ...


def decide(
    question: str,
    index: Searchable,
    *,
    language: Language | None = None,
    unasked: bool = False,
    audience: Audience = Audience.INTERNAL,
) -> Reply:
    """The reply to a question.

    `language` is the reply's; without it the question's own is guessed (English where it stays
    open). `unasked` asks for the certainty that speaking up in a channel needs. `audience` says
    whose articles may be shown: `PUBLIC` leaves the internal ones out.
    """
    spoken = language or guess_language(question) or Language.EN
    ranked = tuple(index.search(question, language=spoken, audience=audience))
    if is_personal(question) and not (ranked and _is_personal(ranked[0].section)):
        ranked = tuple(replace(match, score=BESIDE * match.score) for match in ranked)
        outcome: Outcome = NotFound()
    elif is_chatter(question) or wants_person(question):
        outcome = NotFound()
    else:
        outcome = _outcome(ranked, unasked=unasked)
    return Reply(question, spoken, outcome, ranked[0].score if ranked else 0.0, ranked)


def _is_personal(section: Section) -> bool:
    """Whether a section is about the bot itself, as its heading, its questions or a line say."""
    lines = (line for line in section.text.splitlines() if len(line.split()) >= LINE)
    return any(map(is_personal, (section.heading, *section.questions, *lines)))


def _outcome(ranked: Sequence[Match], *, unasked: bool) -> Outcome:
    if not ranked or ranked[0].score < MAYBE:
        return NotFound()
    best = ranked[0].score
    clear = len(ranked) == 1 or ranked[1].score < CLEAR * best
    if clear and best >= _sure(ranked[0].section, unasked=unasked):
        return Found(ranked[0].section)
    near = [m.section for m in ranked[2:MAX_CHOICES] if m.score >= CHOICE * best]
    choices = (*(m.section for m in ranked[:2]), *near)
    return Unsure(choices) if len(choices) > 1 else NotFound()


def _sure(section: Section, *, unasked: bool) -> float:
    """The confidence from which a section is an answer."""
    if section.keywords or section.questions:
        return SURE_UNASKED if unasked else SURE
    return PLAIN_UNASKED if unasked else PLAIN
