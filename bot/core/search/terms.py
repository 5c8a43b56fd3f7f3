"""Text -> the terms it is found by: stems, parts of compounds, names and glossary groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.core.search.glossary import Glossary
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


@dataclass(slots=True)
class Phrases:
    """Finds the phrases of a glossary in lists of words."""

    words: set[str] = field(default_factory=set)  # of all phrases, folded
    longest: int = 1  # words of the longest phrase
    by_first: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)

    @classmethod
    def of(cls, glossary: Glossary) -> "Phrases":
        """The phrases of every group, by the stem of their first word."""
        phrases = cls()
        for number, group in enumerate(glossary.groups):
            for phrase in group.phrases:
                spelled = words(phrase)
                phrases.words.update(word.folded for word in spelled)
                key = tuple(stem_of(word) for word in spelled)
                joined = (stem("".join(word.folded for word in spelled)),)  # Mail-Relay, mailrelay
                for form in dict.fromkeys((key, joined)):
                    if form and form[0]:
                        phrases.by_first.setdefault(form[0], []).append((form, number))
                phrases.longest = max(phrases.longest, len(key))
        return phrases

    def knows(self, stem: str) -> bool:
        """Whether a phrase starts with this stem."""
        return stem in self.by_first

    def at(self, stems: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
        """The phrases that begin with one word of a list of stems: one past their end, and group."""
        for key, number in self.by_first.get(stems[start], ()):
            if len(key) == 1 or tuple(stems[start : start + len(key)]) == key:
                yield start + len(key), number

    def spans(self, stems: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """(first word, one past the last, group) of every phrase in a list of stems."""
        for start in range(len(stems)):
            yield from ((start, end, number) for end, number in self.at(stems, start))


def stem_of(word: Word) -> str:
    """The stem of the whole word."""
    return word.folded if word.is_name else stem(word.folded)


def group_key(number: int) -> str:
    """The term that stands for a group of the glossary; no text yields it."""
    return f"={number}"
