"""Where the glossary's phrases stand in the numbered text of a library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.core.search.rows import Ints, Rows
from bot.core.search.terms import Phrases
from bot.core.search.vocabulary import Vocabulary

Numbered: TypeAlias = tuple[list[int], int]
"""The terms of a phrase of several words, and its group."""


@dataclass(frozen=True, slots=True)
class Spotter:
    """Finds groups of a glossary in a library: single words by row, longer phrases by their opening.

    Row `t` of `rows` holds the groups that the term `t` is a word of. An opening is the number of the
    first two terms of phrases, which `longer` holds by opening.
    """

    rows: Rows
    groups: Ints
    openings: Ints  # in order
    longer: tuple[tuple[Numbered, ...], ...]
    terms: int  # how many there are

    @classmethod
    def of(cls, phrases: Phrases, vocabulary: Vocabulary) -> Spotter:
        """The spotter of those phrases whose words the library has."""
        numbers, count = vocabulary.numbers, len(vocabulary.numbers)
        single = phrases.group.keys() & numbers.keys()
        held = sorted((numbers[stem], tuple(phrases.groups(stem))) for stem in single)
        lengths = np.zeros(count, np.int64)
        for term, groups in held:
            lengths[term] = len(groups)
        by_opening: dict[int, list[Numbered]] = {}
        for phrase in phrases.group:
            first, space, rest = phrase.partition(" ")
            if not space or first not in numbers:  # spares most
                continue
            stems = [first, *rest.split(" ")]
            if all(stem in numbers for stem in stems):
                terms = [numbers[stem] for stem in stems]
                opening = terms[0] * count + terms[1]
                found = by_opening.setdefault(opening, [])
                found.extend((terms, group) for group in phrases.groups(phrase))
        return cls(
            Rows.of(lengths),
            np.array([group for _, groups in held for group in groups], np.int64),
            np.array(sorted(by_opening), np.int64),
            tuple(tuple(by_opening[opening]) for opening in sorted(by_opening)),
            count,
        )

    def spot(self, terms: NDArray[np.int32], lines: Ints) -> tuple[Ints, Ints]:
        """(place, group) of every phrase in a run of terms; no phrase goes on in the next line."""
        spots, places = self.rows.flat(terms.astype(np.int64))
        longer = np.array(list(self._longer(terms, lines)), np.int64).reshape(-1, 2)
        return (
            np.concatenate((places, longer[:, 0])),
            np.concatenate((self.groups[spots], longer[:, 1])),
        )

    def _longer(self, terms: NDArray[np.int32], lines: Ints) -> Iterator[tuple[int, int]]:
        if not len(self.openings):
            return
        pairs = terms[:-1].astype(np.int64) * self.terms + terms[1:]
        spots = np.minimum(np.searchsorted(self.openings, pairs), len(self.openings) - 1)
        begins = np.nonzero((self.openings[spots] == pairs) & (lines[:-1] == lines[1:]))[0]
        for place, spot in zip(begins.tolist(), spots[begins].tolist(), strict=True):
            for phrase, group in self.longer[spot]:
                end = place + len(phrase)
                if terms[place:end].tolist() == phrase and lines[end - 1] == lines[place]:
                    yield place, group
