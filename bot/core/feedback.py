"""What people think of the answers, and what they asked in vain: ratings, tallies, gaps."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz import fuzz, utils

from bot.core.words import Language

STARS = range(1, 6)  # one to five, as the help desk's own page has them
ALIKE = 65.0  # points of token_sort_ratio from which two questions are one gap; see the tests


class Answered(StrEnum):
    """How a question ended."""

    FOUND = "found"
    UNSURE = "unsure"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was put to Helpdesk. `at` is seconds since 1970 (UTC).

    `section` is what was answered; `question` is empty once its text has been kept long enough.
    """

    id: int
    question: str
    language: Language
    outcome: Answered
    at: float
    user: str = ""
    channel: str = ""
    ts: str = ""
    section: str | None = None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Rating:
    """What one person thinks of one section; a later word of the same person replaces it."""

    section: str
    user: str
    at: float
    helpful: bool | None = None
    stars: int | None = None
    suggestion: str | None = None

    def __post_init__(self) -> None:
        if self.stars is not None and self.stars not in STARS:
            raise ValueError(f"A rating has one to five stars, not {self.stars}.")


@dataclass(frozen=True, slots=True)
class Tally:
    """All ratings of one section: how many have stars, their average, and how they spread."""

    section: str
    stars: Mapping[int, int] = field(default_factory=dict)
    helpful: int = 0
    not_helpful: int = 0
    suggestions: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many people gave stars."""
        return sum(self.stars.values())

    @property
    def average(self) -> float | None:
        """The mean of the stars, None where nobody gave any."""
        if not self.count:
            return None
        return sum(stars * people for stars, people in self.stars.items()) / self.count

    def share(self, stars: int) -> float:
        """Which part of the people gave this many stars, 0 to 1."""
        return self.stars.get(stars, 0) / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that are alike and got no good reply, the newest first.

    `id` is that of its oldest question, so it stays the same while the gap grows.
    """

    id: int
    questions: tuple[Asked, ...]

    @property
    def count(self) -> int:
        """How often it was asked."""
        return len(self.questions)

    @property
    def latest(self) -> Asked:
        """Its newest question, which stands for all of them."""
        return self.questions[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """How Helpdesk does: questions by how they ended, ratings by section, what is open."""

    questions: Mapping[Answered, int]
    tallies: tuple[Tally, ...] = ()
    gaps: tuple[Gap, ...] = ()


def tally(ratings: Iterable[Rating]) -> tuple[Tally, ...]:
    """One tally a section, by the section's name."""
    by_section: dict[str, list[Rating]] = {}
    for rating in ratings:
        by_section.setdefault(rating.section, []).append(rating)
    return tuple(_tally(section, by_section[section]) for section in sorted(by_section))


def _tally(section: str, ratings: Sequence[Rating]) -> Tally:
    stars = Counter(rating.stars for rating in ratings if rating.stars is not None)
    return Tally(
        section=section,
        stars={number: stars.get(number, 0) for number in STARS},
        helpful=sum(rating.helpful is True for rating in ratings),
        not_helpful=sum(rating.helpful is False for rating in ratings),
        suggestions=tuple(
            rating.suggestion
            for rating in sorted(ratings, key=lambda rating: -rating.at)
            if rating.suggestion
        ),
    )


def group(asked: Iterable[Asked]) -> tuple[Gap, ...]:
    """Questions grouped by likeness, the most asked gap first, then the newest.

    Each question joins the gap whose oldest question it resembles most, so the grouping does not
    hang on what is asked later.
    """
    gaps: list[list[Asked]] = []
    for question in sorted(asked, key=lambda asked: (asked.at, asked.id)):
        _join(gaps, question)
    found = [Gap(id=members[0].id, questions=tuple(reversed(members))) for members in gaps]
    return tuple(sorted(found, key=lambda gap: (-gap.count, -gap.latest.at, gap.id)))


def _join(gaps: list[list[Asked]], question: Asked) -> None:
    likeness = [_likeness(members[0].question, question.question) for members in gaps]
    best = max(likeness, default=0.0)
    if best >= ALIKE:
        gaps[likeness.index(best)].append(question)
    else:
        gaps.append([question])


def _likeness(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(one, other, processor=utils.default_process)
