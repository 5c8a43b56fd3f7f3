"""The lines of every document, and how like a question each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.search.asked import AskedWord
from bot.core.search.rows import Floats, Ints, Rows, taken
from bot.core.search.trigrams import Trigrams
from bot.core.search.weights import Weights

SAME = 0.99  # recall and precision from which a line says what the question says


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a library, those of document `d` in row `d` of `of_document`.

    Row `l` of `rows` holds the terms of line `l`, and whether each is a whole word there.
    """

    of_document: Rows
    rows: Rows
    terms: NDArray[np.int32]
    whole: NDArray[np.bool_]
    masses: Floats  # by line: what all its words tell
    boosts: Floats  # by line
    trigrams: Trigrams

    def likeness(self, asked: Sequence[AskedWord], lines: Ints, weights: Weights) -> Floats:
        """How much of the question each line holds, and how little else: 0 to 1.

        A line that says just what the question says counts as if two did.
        """
        shared = self._shared(asked, lines, weights.part)
        likeness = np.zeros_like(shared)
        some = np.nonzero(shared)[0]  # most lines hold nothing
        shared = shared[some]
        mass = max(sum(word.tells for word in asked), 1e-6)
        recall = shared / np.float32(mass)
        precision = np.minimum(1, shared / np.maximum(self.masses[lines[some]], 1e-6))
        shape = np.float32(weights.shape)
        likeness[some] = self.boosts[lines[some]] * recall ** (1 - shape) * precision**shape
        same = some[np.minimum(recall, precision) > SAME]
        likeness[same] *= 1 + weights.second  # needs no second line beside it
        return likeness

    def _shared(self, asked: Sequence[AskedWord], lines: Ints, part: float) -> Floats:
        """What the asked words tell that each line holds."""
        terms, word_of, quality = _answers(asked)
        places = self.rows.runs(lines)
        held_terms = taken(self.terms, places)
        near = np.zeros(1 << 16, bool)  # by the terms' lower half: leaves few to be looked up
        near[terms.astype(np.uint16)] = True
        hit = np.nonzero(near[held_terms.astype(np.uint16)])[0]
        spots = np.minimum(np.searchsorted(terms, held_terms[hit]), len(terms) - 1)
        same = terms[spots] == held_terms[hit]
        hit, spots = hit[same], spots[same]
        ends = np.cumsum(self.rows.lengths(lines))
        within = np.searchsorted(ends, hit, "right")
        share = np.where(taken(self.whole, places)[hit], np.float32(1), np.float32(part))
        held = np.zeros((len(asked), len(ends)), np.float32)
        np.maximum.at(held, (word_of[spots], within), quality[spots] * share)
        held *= np.array([[word.tells] for word in asked], np.float32)
        shared: Floats = held.sum(axis=0)  # not `@`: BLAS warns of values that it never read
        return shared


def _answers(asked: Sequence[AskedWord]) -> tuple[Ints, Ints, Floats]:
    """Every term that answers to an asked word, in order, with the word it answers to best."""
    best: dict[int, tuple[float, int]] = {}
    for number, word in enumerate(asked):
        for term, quality in word.terms.items():
            if quality > best.get(term, (0.0, 0))[0]:
                best[term] = (quality, number)
    terms = sorted(best)
    return (
        np.array(terms, np.int64),
        np.array([best[term][1] for term in terms], np.int64),
        np.array([best[term][0] for term in terms], np.float32),
    )
