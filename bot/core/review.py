"""What an author should know about a library: which questions fail, who takes them, what is idle.

Pure and slow (it builds an index for every sample question of the longest list): for
`helpdesk knowledge check`, not for the bot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.article import Article, Section
from bot.core.reply import MAX_CHOICES
from bot.core.search import Glossary, build

NOTABLE = 2  # questions that a rival must take before it is named


@dataclass(frozen=True, slots=True)
class Trial:
    """A sample question, asked in an index without itself.

    `place` is where its section came (1 is first), None if it did not; `rival` is the key of the
    section that came before it.
    """

    section: Section
    question: str
    place: int | None
    rival: str | None

    @property
    def is_lost(self) -> bool:
        """Whether the section would not even be among the choices."""
        return self.place is None or self.place > MAX_CHOICES


@dataclass(frozen=True, slots=True)
class Overlap:
    """A section that loses `taken` of its `asked` sample questions to a rival, by their keys."""

    section: str
    rival: str
    taken: int
    asked: int


@dataclass(frozen=True, slots=True)
class IdleKeyword:
    """A keyword that, asked alone, does not bring its section among the choices."""

    section: Section
    keyword: str


@dataclass(frozen=True, slots=True)
class Review:
    """What was found: every sample question that did not come first, overlaps, idle keywords."""

    asked: int
    missed: tuple[Trial, ...]
    overlaps: tuple[Overlap, ...]
    idle: tuple[IdleKeyword, ...]


def review(articles: Sequence[Article], glossary: Glossary | None = None) -> Review:
    """Ask every sample question in an index without it, and look at every keyword."""
    trials = list(_ask_all(articles, glossary))
    return Review(
        asked=len(trials),
        missed=tuple(trial for trial in trials if trial.place != 1),
        overlaps=tuple(_overlaps(trials)),
        idle=tuple(_idle(articles, glossary)),
    )


def _ask_all(articles: Sequence[Article], glossary: Glossary | None) -> Iterator[Trial]:
    """Leave the n-th question of every section out at once, and its translation with it."""
    sections = [section for article in articles for section in article.sections]
    longest = max((len(section.questions) for section in sections), default=0)
    for number in range(longest):
        index = build([_without(article, number) for article in articles], glossary)
        for section in sections:
            if number < len(section.questions):
                question = section.questions[number]
                found = [m.section for m in index.search(question, language=section.language)]
                yield _placed(section, question, found)


def _without(article: Article, number: int) -> Article:
    """The article without the n-th sample question of each of its sections."""
    kept = (
        replace(section, questions=section.questions[:number] + section.questions[number + 1 :])
        for section in article.sections
    )
    return replace(article, sections=tuple(kept))


def _placed(section: Section, question: str, found: Sequence[Section]) -> Trial:
    keys = [each.key for each in found]
    place = keys.index(section.key) + 1 if section.key in keys else None
    rival = keys[0] if keys and place != 1 else None
    return Trial(section, question, place, rival)


def _overlaps(trials: Iterable[Trial]) -> Iterator[Overlap]:
    """The rivals that take several questions of a section, the greediest first."""
    every: Counter[str] = Counter()
    taken: Counter[tuple[str, str]] = Counter()
    for trial in trials:
        every[trial.section.key] += 1
        if trial.rival:
            taken[trial.section.key, trial.rival] += 1
    for (section, rival), count in sorted(taken.items(), key=lambda item: (-item[1], item[0])):
        if count >= NOTABLE:
            yield Overlap(section, rival, count, every[section])


def _idle(articles: Sequence[Article], glossary: Glossary | None) -> Iterator[IdleKeyword]:
    index = build(articles, glossary)
    for article in articles:
        for section in article.sections:
            for keyword in section.keywords:
                found = index.search(keyword, language=section.language, limit=MAX_CHOICES)
                if section.key not in {match.section.key for match in found}:
                    yield IdleKeyword(section, keyword)
