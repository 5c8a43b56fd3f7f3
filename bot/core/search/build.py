"""Articles -> the arrays of an index; the order of the articles does not matter."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.core.search.asked import Reader
from bot.core.search.glossary import Glossary
from bot.core.search.index import Index
from bot.core.search.lexicon import Lexicon
from bot.core.search.lines import Lines
from bot.core.search.pages import Pages
from bot.core.search.postings import Postings
from bot.core.search.rows import Floats, Ints, Rows, distinct, sums
from bot.core.search.terms import Phrases, group_key
from bot.core.search.trigrams import SLOTS, Trigrams
from bot.core.search.vocabulary import Vocabulary
from bot.core.search.weights import TUNED, Field, Weights

Int32s: TypeAlias = NDArray[np.int32]

CHUNK = 4_000  # lines that are turned into arrays at a time: bounds the memory it takes


def build(
    articles: Iterable[Article], glossary: Glossary | None = None, weights: Weights = TUNED
) -> Index:
    """The index of a library. Takes seconds for a big one: build it off the event loop."""
    with _no_collection():
        return Builder.of(Pages.read(articles), glossary or Glossary(), weights).index()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Building makes a million objects that stay and no cycle: the collector only costs time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Held:
    """Which line holds which term, each pair once, in order; whether as a whole word."""

    lines: Int32s
    terms: Int32s
    whole: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes an index of pages, chunk by chunk."""

    pages: Pages
    glossary: Glossary
    weights: Weights
    phrases: Phrases
    vocabulary: Vocabulary
    lexicon: Lexicon
    groups: dict[int, int] = field(default_factory=dict)  # group of the glossary -> its term

    @classmethod
    def of(cls, pages: Pages, glossary: Glossary, weights: Weights) -> Builder:
        """The builder with its lexicon, and a term for every group of the glossary."""
        phrases, vocabulary = Phrases.of(glossary), Vocabulary(weights)
        lexicon = Lexicon.of(pages.tokens, vocabulary, phrases)
        groups = {
            number: vocabulary.number(group_key(number), group.phrases[0])
            for number, group in enumerate(glossary.groups)
        }
        return cls(pages, glossary, weights, phrases, vocabulary, lexicon, groups)

    def index(self) -> Index:
        """The index of the pages."""
        chunks = [self._held(lines) for lines in self._chunks()]
        postings = self._postings(chunks)
        reader = Reader(
            vocabulary=self.vocabulary,
            holding=np.diff(postings.rows.starts),
            typos=self.lexicon.typos,
            phrases=self.phrases,
            glossary=self.glossary,
            weights=self.weights,
        )
        lines = self._lines(chunks, reader.holding)
        return Index.of(self.pages.documents, reader, postings, lines, self.weights)

    def _chunks(self) -> Iterator[Ints]:
        """The lines of the library in chunks; those of one document stay together."""
        of_document = np.bincount(self.pages.document_of, minlength=len(self.pages.documents))
        rows = Rows.of(of_document)
        first = 0
        while first < len(rows):
            reach = np.searchsorted(rows.starts, rows.starts[first] + CHUNK, "right") - 1
            end = max(first + 1, int(reach))
            yield np.arange(rows.starts[first], rows.starts[end])
            first = end

    # --- which line holds which term ----------------------------------------------------------

    def _held(self, lines: Ints) -> Held:
        places, within = self.pages.rows.flat(lines)
        tokens = self.pages.numbers[places].astype(np.int64)
        spots, token = self.lexicon.rows.flat(tokens)
        is_whole = spots == self.lexicon.rows.starts[tokens[token]]
        group_lines, group_terms = self._group_terms(places, lines[within])
        return _once(
            np.concatenate((lines[within[token]], group_lines)),
            np.concatenate((self.lexicon.terms[spots].astype(np.int64), group_terms)),
            np.concatenate((is_whole, np.ones(len(group_lines), bool))),
        )

    def _group_terms(self, places: Ints, lines: Ints) -> tuple[Ints, Ints]:
        """The lines and terms of the glossary's phrases that these places begin."""
        found: list[tuple[int, int]] = []
        begins = np.nonzero(self.lexicon.starts_phrase[self.pages.numbers[places]])[0]
        reach = np.minimum(
            places[begins] + self.phrases.longest, self.pages.rows.starts[lines[begins] + 1]
        )
        spans = (places[begins].tolist(), reach.tolist(), lines[begins].tolist())
        for place, end, line in zip(*spans, strict=True):
            stems = [self.lexicon.stems[n] for n in self.pages.numbers[place:end].tolist()]
            article = self.pages.documents[int(self.pages.document_of[line])].article
            for _, group in self.phrases.at(stems, 0):
                if self.glossary.groups[group].article in (None, article):
                    found.append((line, self.groups[group]))
        pairs = np.array(found, np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    # --- the arrays ---------------------------------------------------------------------------

    def _postings(self, chunks: Iterable[Held]) -> Postings:
        parts = map(self._impacts, chunks)
        terms, documents, impacts = _joined(parts, np.int32, np.int32, np.float32)
        order = np.argsort(terms, kind="stable").astype(np.int32)  # documents stay in order
        rows = Rows.of(np.bincount(terms, minlength=len(self.vocabulary.tells)))
        return Postings(rows, documents[order], impacts[order])

    def _impacts(self, held: Held) -> tuple[Int32s, Int32s, Floats]:
        """The impact of every term in every document: each line that holds it leaves less to add."""
        worth = np.array(self.weights.fields)[self.pages.fields[held.lines]]
        worth *= np.where(held.whole, 1.0, self.weights.part)
        documents = self.pages.document_of[held.lines]
        pairs = held.terms.astype(np.int64) * len(self.pages.documents) + documents
        order = np.argsort(pairs, kind="stable")
        pairs = pairs[order]
        firsts = np.nonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))[0]
        key = pairs[firsts]
        missing = np.add.reduceat(np.log1p(-worth[order]), firsts)
        terms, documents = np.divmod(key, len(self.pages.documents))
        least = np.maximum.reduceat(self._least(held)[order], firsts)
        impacts = np.maximum(-np.expm1(missing), least).astype(np.float32)
        return terms.astype(np.int32), documents.astype(np.int32), impacts

    def _least(self, held: Held) -> Floats:
        """The impact that a word has at least where an author made it a keyword all by itself.

        So "why" tells something in the section about the reason, however common it is elsewhere.
        """
        tells = np.array(self.vocabulary.tells, np.float32)[held.terms]
        chosen = self.pages.lone_keywords()[held.lines] & held.whole & (tells > 0)
        least: Floats = np.where(
            chosen, np.float32(self.weights.keyword) / np.where(chosen, tells, 1), 0
        )
        return least

    def _lines(self, chunks: Sequence[Held], holding: Ints) -> Lines:
        kept = self.pages.fields != Field.ARTICLE
        weights = np.array(self.vocabulary.tells) * np.maximum(holding, 1) ** -self.weights.locality
        masses = np.zeros(len(kept), np.float32)
        counts = np.zeros(len(kept), np.int64)
        for held in chunks:
            first, last = int(held.lines[0]), int(held.lines[-1]) + 1
            within = held.lines.astype(np.int64) - first
            tells = weights[held.terms] * held.whole
            masses[first:last] = sums(tells, within, last - first)
            counts[first:last] = np.bincount(within, minlength=last - first)
        boosts = np.array((*self.weights.boosts, 0.0), np.float32)
        shown = ((held, kept[held.lines]) for held in chunks)
        columns = ((held.terms[those], held.whole[those]) for held, those in shown)
        terms, whole = _joined(columns, np.int32, np.bool_)
        of_document = np.bincount(self.pages.document_of[kept], minlength=len(self.pages.documents))
        return Lines(
            of_document=Rows.of(of_document),
            rows=Rows.of(counts[kept]),
            terms=terms,
            whole=whole,
            masses=masses[kept],
            boosts=boosts[self.pages.fields[kept]],
            trigrams=self._trigrams(np.nonzero(kept)[0]),
        )

    def _trigrams(self, kept: Ints) -> Trigrams:
        slots, lengths = _joined(self._slots(kept), np.uint16, np.int64)
        return Trigrams.of(Rows.of(lengths), slots, self.weights.letters_rarity)

    def _slots(self, kept: Ints) -> Iterator[tuple[Ints, Ints]]:
        """The trigrams of the lines, chunk by chunk, and how many each line has."""
        for first in range(0, len(kept), CHUNK):
            chunk = kept[first : first + CHUNK]
            places, within = self.pages.rows.flat(chunk)
            spots, token = self.lexicon.slot_rows.flat(self.pages.numbers[places].astype(np.int64))
            key = distinct(within[token] * SLOTS + self.lexicon.slots[spots])
            yield key % SLOTS, np.bincount(key // SLOTS, minlength=len(chunk))


def _joined(
    parts: Iterable[tuple[NDArray[Any], ...]], *kinds: type[np.generic]
) -> list[NDArray[Any]]:
    """The parts' columns, one after the other, as these kinds of numbers.

    They grow in place: kept and then joined, they would be there twice, and in many pieces.
    """
    columns = [bytearray() for _ in kinds]
    for part in parts:
        for column, values, kind in zip(columns, part, kinds, strict=True):
            column.extend(values.astype(kind).tobytes())
    return [np.frombuffer(column, kind) for column, kind in zip(columns, kinds, strict=True)]


def _once(lines: Ints, terms: Ints, whole: NDArray[np.bool_]) -> Held:
    """Each pair of line and term once, as a whole word if it ever is one."""
    span = 2 * (int(terms.max()) + 1) if len(terms) else 1
    key = distinct(lines * span + 2 * terms + ~whole)
    first = np.ones(len(key), bool)
    first[1:] = key[1:] // 2 != key[:-1] // 2
    key = key[first]
    pairs = (key // span, key % span // 2)
    return Held(pairs[0].astype(np.int32), pairs[1].astype(np.int32), key % 2 == 0)
