"""For every term the documents that hold it, and what an asked word is worth there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.search.asked import AskedWord
from bot.core.search.rows import Floats, Ints, Rows

DENSE = 60_000  # postings that are added up for all documents; a commoner word only adds to ...
SHORTLIST = 2_000  # ... as many documents as rarer words have found


@dataclass(frozen=True, slots=True)
class Postings:
    """Row `t` holds the documents of term `t`, in order, and the impact (0 to 1) of the term."""

    rows: Rows
    documents: NDArray[np.int32]
    impacts: Floats

    def cover(self, asked: Sequence[AskedWord], documents: int) -> tuple[Ints, Floats]:
        """The documents that hold asked words, in order, and what these words tell there."""
        costs = sorted((sum(map(self.holding, word.terms)), n) for n, word in enumerate(asked))
        if max(sum(cost for cost, _ in costs), documents * len(asked)) <= DENSE:
            covered = self._add_at_once([asked[number] for _, number in costs], documents)
            found = np.nonzero(covered > 0)[0]
            return found, covered[found]
        covered = np.zeros(documents, np.float32)
        spent, common = 0, []
        for cost, number in costs:
            if spent and spent + cost > DENSE:
                common.append(asked[number])
            elif cost:
                spent += cost
                self._add(covered, asked[number])
        found = np.nonzero(covered > 0)[0]  # of a mask: several times faster
        return (
            self._add_common(found, covered[found], common) if common else (found, covered[found])
        )

    def holding(self, term: int) -> int:
        """How many documents hold a term."""
        return int(self.rows.starts[term + 1] - self.rows.starts[term])

    def _add_at_once(self, asked: Sequence[AskedWord], documents: int) -> Floats:
        """What all the words tell in every document of a small library."""
        terms = np.array([term for word in asked for term in word.terms], np.int64)
        worth = [quality * word.tells for word in asked for quality in word.terms.values()]
        word_of = np.repeat(np.arange(len(asked)), [len(word.terms) for word in asked])
        places, within = self.rows.flat(terms)
        held = np.zeros((len(asked), documents), np.float32)
        told = self.impacts[places] * np.array(worth, np.float32)[within]
        np.maximum.at(held, (word_of[within], self.documents[places]), told)
        covered: Floats = held.sum(axis=0)
        return covered

    def _add(self, covered: Floats, word: AskedWord) -> None:
        """Add what a word tells to every document that holds one of its terms."""
        held = np.zeros_like(covered) if len(word.terms) > 1 else covered
        for term, quality in word.terms.items():
            row = self.rows.slice(term)
            documents, worth = (
                self.documents[row],
                self.impacts[row] * np.float32(quality * word.tells),
            )
            if held is covered:
                covered[documents] += worth
            else:
                held[documents] = np.maximum(held[documents], worth)
        if held is not covered:
            covered += held

    def _add_common(
        self, found: Ints, covered: Floats, common: Sequence[AskedWord]
    ) -> tuple[Ints, Floats]:
        if len(found) > SHORTLIST:
            best = np.sort(np.argpartition(-covered, SHORTLIST)[:SHORTLIST])
            found, covered = found[best], covered[best]
        return found, covered + self.told(common, found)

    def told(self, asked: Sequence[AskedWord], documents: Ints) -> Floats:
        """What asked words tell in each of these documents."""
        covered = np.zeros(len(documents), np.float32)
        for word in asked:
            held = np.zeros_like(covered)
            for term, quality in word.terms.items():
                worth = np.float32(quality * word.tells) * self._impacts_in(documents, term)
                held = np.maximum(held, worth)
            covered += held
        return covered

    def _impacts_in(self, found: Ints, term: int) -> Floats:
        """The impact of a term in each of these documents, 0 where it is not held."""
        row = self.rows.slice(term)
        documents = self.documents[row]
        places = np.minimum(np.searchsorted(documents, found), len(documents) - 1)
        impacts: Floats = np.where(documents[places] == found, self.impacts[row][places], 0.0)
        return impacts

    def holds(self, term: int, document: int) -> bool:
        """Whether a document holds a term."""
        row = self.documents[self.rows.slice(term)]
        place = int(np.searchsorted(row, document))
        return place < len(row) and int(row[place]) == document
