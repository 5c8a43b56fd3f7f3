"""Words that nobody knows -> the words of a library that may have been meant.

Two words within two slips of each other agree in some form that at most two deletions leave of
their first seven letters; these forms stand sorted in one array, so that only a handful of words
is ever compared (the idea of SymSpell), by RapidFuzz.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.frequency import is_listed, zipf_of
from bot.core.search.rows import distinct

SHORTEST = 3  # letters of a word that may be a slip
MIN_LENGTH = 4  # letters of a word that may have been meant
LONG = 7  # letters from which two slips are forgiven
RARE = 4.0  # Zipf value of a real word below which it may be a slip all the same ...
RARER = 1.0  # ... of a word that is more common by so many Zipf values, ten times as common
MOST = 3  # corrections of one word
PREFIX = 7  # letters of a word that the forms are made of
FACTOR = 0x9E3779B1  # spreads the forms over 32 bits

Forms = NDArray[np.uint32]
_KEPT = np.array(
    [
        (*kept, *(PREFIX,) * slips)  # the letter after the last one is none
        for slips in range(3)
        for kept in combinations(range(PREFIX), PREFIX - slips)
    ]
).T  # by place in the form: the letters that each form keeps


def _forms(words: Sequence[str]) -> Forms:
    """The forms of these words as numbers, a word a column."""
    cut = "".join(word[:PREFIX].ljust(PREFIX + 1, "\0") for word in words)
    letters = np.frombuffer(cut.encode("utf-32-le"), np.uint32).reshape(len(words), PREFIX + 1).T
    forms = np.zeros((_KEPT.shape[1], len(words)), np.uint32)
    for kept in _KEPT:
        forms *= np.uint32(FACTOR)
        forms ^= letters[kept]
    return forms


@dataclass(frozen=True, slots=True)
class Typos:
    """The words of a library, ready to be compared."""

    words: tuple[str, ...]
    forms: Forms  # in order
    word_of: NDArray[np.uint32]  # by form

    @classmethod
    def of(cls, known: Iterable[str]) -> Typos:
        """The index of these folded words; the shortest are left out, for a slip may make one of any."""
        words = sorted(each for each in known if len(each) >= MIN_LENGTH)
        forms = _forms(words)
        pairs = forms.astype(np.uint64)
        del forms
        pairs <<= np.uint64(32)  # in place, as all of this: it is the half of the index
        pairs |= np.arange(len(words), dtype=np.uint64)
        pairs = pairs.ravel()
        pairs.sort()  # several times faster than to sort by `argsort`
        return cls(
            tuple(words), (pairs >> np.uint64(32)).astype(np.uint32), pairs.astype(np.uint32)
        )

    def candidates(self, word: str) -> list[str]:
        """The words that share a form with this one."""
        asked = distinct(_forms([word]).ravel())
        starts = np.searchsorted(self.forms, asked, "left")
        ends = np.searchsorted(self.forms, asked, "right")
        spans = [self.word_of[a:b] for a, b in zip(starts, ends, strict=True) if b > a]
        return [self.words[n] for n in distinct(np.concatenate(spans))] if spans else []


def slips_in(word: str) -> int:
    """How many slips a word may have; a real one has none, or if it is rare ("alam") one."""
    listed = is_listed(word)
    if len(word) < SHORTEST or not word.isalpha() or (listed and zipf_of(word) >= RARE):
        return 0
    return 1 if listed or len(word) < LONG else 2


def nearest(word: str, candidates: Sequence[str], slips: int) -> list[tuple[str, float]]:
    """The nearest words within so many slips, with their likeness (0 to 1), of equals the first.

    Where the word is a real one, they have to be far commoner ("alarm").
    """
    least = zipf_of(word) + RARER if is_listed(word) else 0.0
    common = [other for other in candidates if zipf_of(other) >= least]
    near = process.extract(word, common, scorer=OSA.distance, score_cutoff=slips, limit=MOST)
    return [(other, 1 - slip / len(word)) for other, slip, _ in near if slip == near[0][1]]
