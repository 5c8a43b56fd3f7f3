"""Likeness of letters: lines of text as sets of three neighbouring characters of a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.search.rows import Floats, Ints, Rows, distinct, sums, taken
from bot.core.text import Word

SLOTS = 1 << 16  # trigrams are told apart by 16 bits: rare ones may share a slot
CHUNK = 4_000  # lines that are summed up at a time: bounds the memory it takes
COUNTED = 1_000_000  # slots that are counted at a time: numpy counts in 64 bits
BLANK = 32  # the code of the character between words
_FIRST, _SECOND = 40503, 9973  # odd factors that spread the characters over the slots
Slots = NDArray[np.uint16]


def spell(word: Word) -> str:
    """A word as its trigrams are taken: every piece of it between blanks."""
    return f" {'  '.join(word.parts or (word.folded,))} "


def slots_of(spelled: Sequence[str]) -> tuple[Rows, Slots]:
    """The slots of every spelled word's trigrams, a word a row."""
    letters = np.frombuffer("".join(spelled).encode("utf-32-le", "surrogatepass"), np.uint32)
    if len(letters) < 3:  # noqa: PLR2004 - a trigram is three letters
        return Rows.of([0] * len(spelled)), np.zeros(0, np.uint16)
    word_of = np.repeat(np.arange(len(spelled)), [len(each) for each in spelled])
    inside = (word_of[2:] == word_of[:-2]) & (letters[1:-1] != BLANK)
    mixed = letters[:-2] * np.uint32(_FIRST) + letters[1:-1] * np.uint32(_SECOND) + letters[2:]
    rows = Rows.of(np.bincount(word_of[:-2][inside], minlength=len(spelled)))
    return rows, mixed[inside].astype(np.uint16)


@dataclass(frozen=True, slots=True)
class Trigrams:
    """The trigrams of every line of a library, and how much each tells."""

    rows: Rows
    slots: Slots
    telling: Floats  # by slot
    norms: Floats  # by line

    @classmethod
    def of(cls, rows: Rows, slots: Slots, rarity: float) -> Trigrams:
        """The trigrams of these lines; the fewer lines hold one, the more it tells."""
        holding = np.zeros(SLOTS, np.int64)
        for first in range(0, len(slots), COUNTED):
            holding += np.bincount(slots[first : first + COUNTED], minlength=SLOTS)
        telling = (np.log1p(len(rows) / np.maximum(holding, 1)) ** rarity).astype(np.float32)
        norms = np.ones(len(rows), np.float32)
        for first in range(0, len(rows), CHUNK):
            some = np.arange(first, min(first + CHUNK, len(rows)))
            squares = sums(telling[taken(slots, rows.runs(some))] ** 2, rows.lengths(some))
            norms[some] = np.sqrt(np.maximum(squares, 1e-6))
        return cls(rows, slots, telling, norms)

    def likeness(self, asked: Sequence[Word], lines: Ints) -> Floats:
        """The cosine (0 to 1) between the asked words and each of these lines."""
        slots = distinct(slots_of([spell(word) for word in asked])[1])
        squares = self.telling[slots] ** 2
        of_slot = np.zeros(SLOTS, np.float32)
        of_slot[slots] = squares
        held = of_slot.take(taken(self.slots, self.rows.runs(lines)))
        norm = max(float(np.sqrt(squares.sum())), 1e-6)
        shared = sums(held, self.rows.lengths(lines))
        return shared / (self.norms[lines] * np.float32(norm))
