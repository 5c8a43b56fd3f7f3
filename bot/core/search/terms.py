"""Text -> the terms it is found by: stems, parts of compounds, names and glossary groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
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


JOINED = 2  # words of a phrase that may be written as one ("Mail-Relay", "mailrelay")

Entry: TypeAlias = tuple[tuple[str, ...], int]
"""The stems of a phrase, and its group."""


@dataclass(slots=True)
class Phrases:
    """Finds the phrases of a glossary in lists of words."""

    words: set[str] = field(default_factory=set)  # of all phrases, folded
    longest: int = 1  # words of the longest phrase
    by_first: dict[str, dict[str, list[Entry]]] = field(default_factory=dict)  # then by second stem

    @classmethod
    @lru_cache(maxsize=2)  # an index is built far more often than a glossary changes
    def of(cls, glossary: Glossary) -> "Phrases":
        """The phrases of every group; nobody may change what is shared."""
        phrases = cls()
        for number, group in enumerate(glossary.groups):
            for phrase in group.phrases:
                phrases._enter(words(phrase), number)
        return phrases

    def _enter(self, spelled: Sequence[Word], group: int) -> None:
        self.words.update(word.folded for word in spelled)
        forms = [tuple(stem_of(word) for word in spelled)]
        if len(spelled) == JOINED:
            forms.append((stem("".join(word.folded for word in spelled)),))
        for form in dict.fromkeys(forms):
            if form and form[0]:
                seconds = self.by_first.setdefault(form[0], {})
                seconds.setdefault(form[1] if form[1:] else "", []).append((form, group))
        self.longest = max(self.longest, len(spelled))

    def knows(self, stem: str) -> bool:
        """Whether a phrase starts with this stem."""
        return stem in self.by_first

    def at(self, stems: Sequence[str], start: int) -> Iterator[tuple[int, int]]:
        """The phrases that begin with one word of a list of stems: one past their end, and group."""
        if not (seconds := self.by_first.get(stems[start])):
            return
        for second in ("", *stems[start + 1 : start + 2]):
            for key, number in seconds.get(second, ()):
                if len(key) <= JOINED or tuple(stems[start : start + len(key)]) == key:
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
