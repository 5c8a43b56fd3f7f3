"""Text -> the terms it is found by: stems, parts of compounds, names and glossary groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.core.search.stems import stem, stems
from bot.core.text import Word, words

Term: TypeAlias = tuple[str, float]
"""What a word is found by, and how much of the word it stands for."""


def terms_of(word: Word, part: float) -> list[Term]:
    """The terms of a word: its stem first, then its parts with the share `part`."""
    if word.is_name:
        return [(word.folded, 1.0), *((piece, part) for piece in word.parts)]
    whole, *parts = stems(word.folded)
    if word.parts:
        parts = [found for piece in word.parts for found in stems(piece)]
    return [(whole, 1.0), *((found, part) for found in parts if found != whole)]


JOINED = 2  # words of a phrase that may be written as one ("Mail-Relay", "mailrelay")


@dataclass(slots=True)
class Phrases:
    """Finds the phrases of numbered groups in lists of words.

    A phrase is kept as its stems with spaces between them.
    """

    words: set[str] = field(default_factory=set)  # of all phrases, folded
    group: dict[str, int] = field(default_factory=dict)  # by phrase
    others: dict[str, list[int]] = field(default_factory=dict)  # of the few that are in several
    reach: dict[str, int] = field(default_factory=dict)  # by first stem: words of the longest

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]]) -> "Phrases":
        """The phrases of every group."""
        phrases = cls()
        for number, group in enumerate(groups):
            spelled = [words(phrase) for phrase in group]
            phrases.words.update(word.folded for phrase in spelled for word in phrase)
            for form in dict.fromkeys(form for phrase in spelled for form in _forms(phrase)):
                phrases._enter(form, number)
        return phrases

    def _enter(self, form: tuple[str, ...], group: int) -> None:
        phrase = " ".join(form)
        if self.group.setdefault(phrase, group) != group:
            self.others.setdefault(phrase, []).append(group)
        if len(form) > 1:
            self.reach[form[0]] = max(self.reach.get(form[0], 1), len(form))

    def groups(self, phrase: str) -> Iterator[int]:
        """Every group of a phrase."""
        if (group := self.group.get(phrase)) is not None:
            yield group
            yield from self.others.get(phrase, ())

    def knows(self, stem: str) -> bool:
        """Whether a phrase starts with this stem."""
        return stem in self.group or stem in self.reach

    def spans(self, stems: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """(first word, one past the last, group) of every phrase in a list of stems."""
        for start, first in enumerate(stems):
            for end in range(start + 1, min(start + self.reach.get(first, 1), len(stems)) + 1):
                for group in self.groups(" ".join(stems[start:end])):
                    yield start, end, group


def _forms(spelled: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Every sequence of stems that a phrase may appear as."""
    if spelled:
        yield tuple(stem_of(word) for word in spelled)
    if len(spelled) == JOINED:
        yield (stem("".join(word.folded for word in spelled)),)
    if len(spelled) == 1 and spelled[0].parts and not spelled[0].is_name:
        yield from _forms([Word(part, part) for part in spelled[0].parts])


def stem_of(word: Word) -> str:
    """The stem of the whole word."""
    return word.folded if word.is_name else stem(word.folded)


def group_key(number: int) -> str:
    """The term that stands for a group of the glossary; no text yields it."""
    return f"={number}"
