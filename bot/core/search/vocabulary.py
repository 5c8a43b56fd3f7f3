"""The terms of a library under numbers: what each weighs and how it is spelled."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.frequency import zipf_of
from bot.core.search.terms import terms_of
from bot.core.search.weights import Weights
from bot.core.text import Word, word

MOST = 7.5  # Zipf value of the words that tell nothing
SPAN = 4.5  # Zipf values below it at which a word tells all it can
LEAST = 0.03  # what the commonest word still weighs


def telling(said: Word, weights: Weights) -> float:
    """How much a word tells by its rarity in the language: 0 to 1."""
    if said.is_name:
        return weights.name
    rare = (MOST - zipf_of(said.folded)) / SPAN
    return float(max(LEAST, min(1.0, rare)) ** weights.rarity)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a token brings into the index: its terms with their shares, the whole word first."""

    word: Word
    terms: tuple[tuple[int, float], ...]


@dataclass(slots=True)
class Vocabulary:
    """The terms of a library, by number."""

    weights: Weights
    numbers: dict[str, int] = field(default_factory=dict)
    tells: list[float] = field(default_factory=list)  # by term; 0 for what is no whole word
    spelled: list[str] = field(default_factory=list)  # by term: a whole word it stands for, or ""
    entries: dict[str, Entry] = field(default_factory=dict)  # by token

    def enter(self, token: str) -> Entry:
        """What a token of a library brings into the index."""
        known = self.entries.get(token)
        return known if known is not None else self._enter(token)

    def _enter(self, token: str) -> Entry:
        said = word(token)
        terms = tuple((self.number(t.key), t.share) for t in terms_of(said, self.weights.part))
        whole = terms[0][0]
        self.tells[whole] = max(self.tells[whole], telling(said, self.weights))
        self.spelled[whole] = min(self.spelled[whole] or said.folded, said.folded)
        self.entries[token] = entry = Entry(said, terms)
        return entry

    def number(self, key: str, spelled: str = "") -> int:
        """The number of a term, given one if it is new."""
        number = self.numbers.setdefault(key, len(self.tells))
        if number == len(self.tells):
            self.tells.append(0.0)
            self.spelled.append(spelled)
        return number
