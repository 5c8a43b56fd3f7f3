"""Pages and a glossary -> which line holds which term, some thousand lines at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.search.glossary import Glossary
from bot.core.search.lexicon import Lexicon
from bot.core.search.pages import Pages
from bot.core.search.rows import Ints, Rows, distinct
from bot.core.search.spotting import Spotter
from bot.core.search.terms import group_key
from bot.core.search.vocabulary import Vocabulary
from bot.core.search.weights import Weights

CHUNK = 4_000  # lines that are turned into arrays at a time: bounds the memory it takes


@dataclass(frozen=True, slots=True)
class Held:
    """Which line holds which term, each pair once, in order; whether as a whole word."""

    lines: NDArray[np.int32]
    terms: NDArray[np.int32]
    whole: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scan:
    """The lines of a library with their terms; gone through as often as needed, never kept."""

    pages: Pages
    glossary: Glossary
    vocabulary: Vocabulary
    lexicon: Lexicon
    groups: Ints  # by group of the glossary: its term
    bound: NDArray[np.bool_]  # by group: whether it is for one article
    spotter: Spotter

    @classmethod
    def of(cls, pages: Pages, tokens: list[str], glossary: Glossary, weights: Weights) -> Scan:
        """The scan of pages, whose tokens are used up, with a term for every group."""
        vocabulary = Vocabulary(weights)
        lexicon = Lexicon.of(tokens, vocabulary)
        spotter = Spotter.of(glossary.phrases, vocabulary)
        groups = [
            vocabulary.number(group_key(number), group.phrases[0])
            for number, group in enumerate(glossary.groups)
        ]
        bound = [group.article is not None for group in glossary.groups]
        return cls(
            pages,
            glossary,
            vocabulary,
            lexicon,
            np.array(groups, np.int64),
            np.array(bound, bool),
            spotter,
        )

    def __iter__(self) -> Iterator[Held]:
        """What the lines hold, in chunks; those of one document stay together."""
        of_document = np.bincount(self.pages.document_of, minlength=len(self.pages.documents))
        rows = Rows.of(of_document)
        first = 0
        while first < len(rows):
            reach = np.searchsorted(rows.starts, rows.starts[first] + CHUNK, "right") - 1
            end = max(first + 1, int(reach))
            yield self._held(np.arange(rows.starts[first], rows.starts[end]))
            first = end

    def _held(self, lines: Ints) -> Held:
        places, within = self.pages.rows.flat(lines)
        tokens = self.pages.numbers[places].astype(np.int64)
        spots, token = self.lexicon.rows.flat(tokens)
        is_whole = spots == self.lexicon.rows.starts[tokens[token]]
        group_lines, group_terms = self._group_terms(tokens, lines[within])
        return _once(
            np.concatenate((lines[within[token]], group_lines)),
            np.concatenate((self.lexicon.terms[spots].astype(np.int64), group_terms)),
            np.concatenate((is_whole, np.ones(len(group_lines), bool))),
        )

    def _group_terms(self, tokens: Ints, lines: Ints) -> tuple[Ints, Ints]:
        """The lines and terms of the glossary's phrases that these tokens begin."""
        whole = self.lexicon.terms[self.lexicon.rows.starts[tokens]]
        places, groups = self.spotter.spot(whole, lines)
        found = lines[places]
        bound = np.nonzero(self.bound[groups])[0]  # to the sections of one article
        strays = [
            place
            for place in bound.tolist()
            if self.glossary.groups[groups[place]].article != self._article(found[place])
        ]
        return np.delete(found, strays), np.delete(self.groups[groups], strays)

    def _article(self, line: np.int64) -> str:
        return self.pages.documents[int(self.pages.document_of[line])].article


def _once(lines: Ints, terms: Ints, whole: NDArray[np.bool_]) -> Held:
    """Each pair of line and term once, as a whole word if it ever is one."""
    span = 2 * (int(terms.max()) + 1) if len(terms) else 1
    key = distinct(lines * span + 2 * terms + ~whole)
    first = np.ones(len(key), bool)
    first[1:] = key[1:] // 2 != key[:-1] // 2
    key = key[first]
    pairs = (key // span, key % span // 2)
    return Held(pairs[0].astype(np.int32), pairs[1].astype(np.int32), key % 2 == 0)
