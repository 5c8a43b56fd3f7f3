"""Likeness of letters: lines of text as sets of three neighbouring characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.search.rows import Floats, Ints, Rows, sums

SLOTS = 1 << 16  # trigrams are told apart by 16 bits: rare ones may share a slot
_FIRST, _SECOND = 40503, 9973  # odd factors that spread the characters over the slots
Slots = NDArray[np.uint16]


def slots_of(text: str) -> Slots:
    """The slots of a text's trigrams, each once, in order; the text is folded words in blanks."""
    letters = np.frombuffer(f" {text} ".encode("utf-32-le"), np.uint32)
    mixed = letters[:-2] * np.uint32(_FIRST) + letters[1:-1] * np.uint32(_SECOND) + letters[2:]
    return np.unique(mixed.astype(np.uint16))


@dataclass(frozen=True, slots=True)
class Trigrams:
    """The trigrams of every line of a library, and how much each tells."""

    rows: Rows
    slots: Slots
    telling: Floats  # by slot
    norms: Floats  # by line

    @classmethod
    def of(cls, lines: Sequence[Slots]) -> Trigrams:
        """The trigrams of these lines; the fewer lines hold one, the more it tells."""
        rows = Rows.of(len(line) for line in lines)
        slots = np.concatenate(lines) if lines else np.zeros(0, np.uint16)
        holding = np.bincount(slots, minlength=SLOTS)
        telling = np.log1p(len(lines) / np.maximum(holding, 1)).astype(np.float32)
        _, within = rows.flat(np.arange(len(rows)))
        norms = np.sqrt(sums(telling[slots] ** 2, within, len(rows)))
        return cls(rows, slots, telling, np.maximum(norms, 1e-6))

    def likeness(self, text: str, lines: Ints) -> Floats:
        """The cosine (0 to 1) between a text and each of these lines."""
        asked = slots_of(text)
        squares = self.telling[asked] ** 2
        of_slot = np.zeros(SLOTS, np.float32)
        of_slot[asked] = squares
        places, within = self.rows.flat(lines)
        shared = sums(of_slot[self.slots[places]], within, len(lines))
        norm = max(float(np.sqrt(squares.sum())), 1e-6)
        return shared / (self.norms[lines] * np.float32(norm))
