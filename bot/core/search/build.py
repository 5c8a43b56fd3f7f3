"""Articles -> the arrays of an index; the order of the articles does not matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.core.search.asked import Reader
from bot.core.search.glossary import Glossary
from bot.core.search.index import Index
from bot.core.search.lines import Lines
from bot.core.search.pages import Pages
from bot.core.search.postings import Postings
from bot.core.search.rows import Columns, Floats, Ints, Rows, distinct, sums, taken
from bot.core.search.scan import CHUNK, Held, Scan
from bot.core.search.trigrams import SLOTS, Trigrams
from bot.core.search.uncollected import uncollected
from bot.core.search.weights import TUNED, Field, Weights


def build(
    articles: Iterable[Article], glossary: Glossary | None = None, weights: Weights = TUNED
) -> Index:
    """The index of a library. Takes seconds for a big one: build it off the event loop."""
    with uncollected():
        scan = Scan.of(*Pages.read(articles), glossary or Glossary(), weights)
        return Builder.of(scan, weights).index()


@dataclass(frozen=True, slots=True)
class Words:
    """The terms of every line that is shown, in order, and how many each has."""

    rows: Rows
    terms: NDArray[np.int32]
    whole: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes an index in two scans: the first counts what the second puts where it belongs.

    So nothing is there twice, which bounds the memory that a big library takes while it is built.
    """

    scan: Scan
    pages: Pages
    weights: Weights
    tells: NDArray[np.float64]  # by term
    shown: NDArray[np.bool_]  # by line: whether it is a line of the section itself

    @classmethod
    def of(cls, scan: Scan, weights: Weights) -> Builder:
        """The builder of what is scanned."""
        shown = scan.pages.fields != Field.ARTICLE
        return cls(scan, scan.pages, weights, np.array(scan.vocabulary.tells), shown)

    def index(self) -> Index:
        """The index of the pages."""
        words, holding = self._counted()
        lines = self._lines(words, holding)
        postings = self._postings(holding)
        reader = Reader(
            vocabulary=self.scan.vocabulary,
            holding=self._answering(holding, postings),
            typos=self.scan.lexicon.typos,
            glossary=self.scan.glossary,
            weights=self.weights,
        )
        return Index.of(self.pages.documents, reader, postings, lines, self.weights)

    # --- the first scan -----------------------------------------------------------------------

    def _counted(self) -> tuple[Words, Ints]:
        """What the shown lines hold, and by term how many documents hold it."""
        holding = np.zeros(len(self.tells), np.int64)
        columns, lengths = Columns(np.int32, np.bool_), np.zeros(len(self.shown), np.int64)
        for held in self.scan:
            terms = distinct(self._pairs(held)) // self._span(held)
            firsts = np.nonzero(_firsts(terms))[0]
            holding[terms[firsts]] += np.diff(firsts, append=len(terms))
            first, last = int(held.lines[0]), int(held.lines[-1]) + 1
            lengths[first:last] = np.bincount(held.lines - first, minlength=last - first)
            shown = self.shown[held.lines]
            columns.add(held.terms[shown], held.whole[shown])
        return Words(Rows.of(lengths[self.shown]), *columns.arrays()), holding

    def _answering(self, holding: Ints, postings: Postings) -> Ints:
        """By term, how many documents hold it that can be an answer."""
        left = np.array([not document.answers for document in self.pages.documents], bool)
        if not left.any():
            return holding
        terms = np.repeat(np.arange(len(holding)), holding)[left[postings.documents]]
        return holding - np.bincount(terms, minlength=len(holding))

    def _pairs(self, held: Held) -> Ints:
        """Which term stands in which document, as one number."""
        within = self.pages.document_of[held.lines] - self.pages.document_of[held.lines[0]]
        pairs: Ints = held.terms.astype(np.int64) * self._span(held) + within
        return pairs

    def _span(self, held: Held) -> int:
        """How many documents a chunk has."""
        of = self.pages.document_of
        return int(of[held.lines[-1]] - of[held.lines[0]]) + 1

    # --- the second scan ----------------------------------------------------------------------

    def _postings(self, holding: Ints) -> Postings:
        rows = Rows.of(holding)
        documents = np.zeros(rows.starts[-1], np.int32)
        impacts = np.zeros(rows.starts[-1], np.float32)
        free = rows.starts[:-1].copy()  # by term: where its next document goes
        for held in self.scan:
            terms, owners, worth = self._impacts(held)
            firsts = np.nonzero(_firsts(terms))[0]
            lengths = np.diff(firsts, append=len(terms))
            places = np.repeat(free[terms[firsts]] - firsts, lengths) + np.arange(len(terms))
            documents[places], impacts[places] = owners, worth
            free[terms[firsts]] += lengths
        return Postings(rows, documents, impacts)

    def _impacts(self, held: Held) -> tuple[Ints, Ints, Floats]:
        """The impact of every term in every document: each line that holds it leaves less to add."""
        worth = np.array(self.weights.fields)[self.pages.fields[held.lines]]
        worth *= np.where(held.whole, 1.0, self.weights.part)
        pairs = self._pairs(held)
        order = np.argsort(pairs, kind="stable")
        pairs = pairs[order]
        firsts = np.nonzero(_firsts(pairs))[0]
        missing = np.add.reduceat(np.log1p(-worth[order]), firsts)
        terms, within = np.divmod(pairs[firsts], self._span(held))
        least = np.maximum.reduceat(self._least(held)[order], firsts)
        impacts = np.maximum(-np.expm1(missing), least).astype(np.float32)
        return terms, within + int(self.pages.document_of[held.lines[0]]), impacts

    def _least(self, held: Held) -> Floats:
        """The impact that a word has at least where an author made it a keyword all by itself.

        So "why" tells something in the section about the reason, however common it is elsewhere.
        """
        least = np.zeros(len(held.terms), np.float32)
        chosen = np.nonzero(self.pages.lone[held.lines] & held.whole)[0]
        tells = self.tells[held.terms[chosen]].astype(np.float32)
        chosen, tells = chosen[tells > 0], tells[tells > 0]
        least[chosen] = np.float32(self.weights.keyword) / tells
        return least

    # --- the lines ----------------------------------------------------------------------------

    def _lines(self, words: Words, holding: Ints) -> Lines:
        boosts = np.array((*self.weights.boosts, 0.0), np.float32)
        owners = self.pages.document_of[self.shown]
        return Lines(
            of_document=Rows.of(np.bincount(owners, minlength=len(self.pages.documents))),
            rows=words.rows,
            terms=words.terms,
            whole=words.whole,
            masses=self._masses(words, holding),
            boosts=boosts[self.pages.fields[self.shown]],
            trigrams=self._trigrams(),
        )

    def _masses(self, words: Words, holding: Ints) -> Floats:
        """What all the whole words of each line tell."""
        weights = self.tells * np.maximum(holding, 1) ** -self.weights.locality
        masses = np.zeros(len(words.rows), np.float32)
        for first in range(0, len(masses), CHUNK):
            some = np.arange(first, min(first + CHUNK, len(masses)))
            places = words.rows.runs(some)
            tells = weights[taken(words.terms, places)] * taken(words.whole, places)
            masses[some] = sums(tells, words.rows.lengths(some))
        return masses

    def _trigrams(self) -> Trigrams:
        """The trigrams of the shown lines."""
        columns, shown = Columns(np.uint16, np.int64), np.nonzero(self.shown)[0]
        for first in range(0, len(shown), CHUNK):
            chunk = shown[first : first + CHUNK]
            places, within = self.pages.rows.flat(chunk)
            numbers = self.pages.numbers[places].astype(np.int64)
            spots, token = self.scan.lexicon.slot_rows.flat(numbers)
            key = distinct(within[token] * SLOTS + self.scan.lexicon.slots[spots])
            columns.add(key % SLOTS, np.bincount(key // SLOTS, minlength=len(chunk)))
        slots, lengths = columns.arrays()
        return Trigrams.of(Rows.of(lengths), slots, self.weights.letters_rarity)


def _firsts(numbers: Ints) -> NDArray[np.bool_]:
    """Where a number differs from the one before it."""
    first = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return first
