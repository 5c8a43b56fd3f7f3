"""The terms of a library under numbers: what each tells and how it is spelled."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from bot.core.frequency import UNLISTED, listed, zipf_of
from bot.core.search.stems import LIGHT_ENDINGS, MIN_PART
from bot.core.search.terms import terms_of
from bot.core.search.weights import Weights
from bot.core.text import Word

MOST = 7.5  # Zipf value of the words that tell nothing
SPAN = 4.5  # Zipf values below it at which a word tells all it can
LEAST = 0.03  # what the commonest word still weighs


def telling(said: Word, weights: Weights) -> float:
    """How much a word tells by its rarity in the language: 0 to 1."""
    if said.is_name:
        return weights.name
    rare = (MOST - _commonness(said.folded)) / SPAN
    return float(max(LEAST, min(1.0, rare)) ** weights.rarity)


def _commonness(folded: str) -> float:
    """The Zipf value of a word; if no list knows it, of the word that it may be a form of."""
    if folded.isdigit():
        return zipf_of(folded)
    if zipf := listed(folded):
        return zipf
    shorter = (folded[: -len(ending)] for ending in LIGHT_ENDINGS if folded.endswith(ending))
    known = (listed(word) for word in shorter if len(word) >= MIN_PART)
    return max(known, default=0.0) or UNLISTED


@dataclass(slots=True)
class Vocabulary:
    """The terms of a library, by number."""

    weights: Weights
    numbers: dict[str, int] = field(default_factory=dict)
    tells: array[float] = field(default_factory=lambda: array("d"))  # by term; 0: no whole word
    spelled: list[str] = field(default_factory=list)  # by term: a whole word it stands for, or ""

    def enter(self, said: Word) -> list[int]:
        """The terms of a word of the library, the whole word first."""
        numbers = [self.number(key) for key, _ in terms_of(said, self.weights.part)]
        whole = numbers[0]
        self.tells[whole] = max(self.tells[whole], telling(said, self.weights))
        forms = (self.spelled[whole] or said.folded, said.folded)
        self.spelled[whole] = min(forms, key=lambda form: (len(form), form))
        return numbers

    def number(self, key: str, spelled: str = "") -> int:
        """The number of a term, given one if it is new."""
        number = self.numbers.setdefault(key, len(self.tells))
        if number == len(self.tells):
            self.tells.append(0.0)
            self.spelled.append(spelled)
        return number


def correct_words(said: Word) -> tuple[str, ...]:
    """The folded words, of a word and its parts, that a slip may have been meant for."""
    if said.is_name:
        return ()
    return tuple(piece for piece in (said.folded, *said.parts) if piece.isalpha())
