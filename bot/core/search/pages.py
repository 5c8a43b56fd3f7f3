"""Articles -> the tokens of every line as numbers: the first pass over a library."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.core.search.rows import Ints, Rows
from bot.core.search.units import Document, documents, units
from bot.core.search.weights import Field
from bot.core.text import tokens


@dataclass(frozen=True, slots=True)
class Pages:
    """A library as numbered tokens.

    Row `l` of `rows` holds the tokens of line `l`; the lines of one document follow each other.
    """

    documents: tuple[Document, ...]
    tokens: list[str]  # every token once, by number
    rows: Rows
    numbers: NDArray[np.int32]
    document_of: Ints  # by line
    fields: Ints  # by line

    @classmethod
    def read(cls, articles: Iterable[Article]) -> Pages:
        """The pages of a library; lines without a word are left out."""
        known: defaultdict[str, int] = defaultdict()
        known.default_factory = known.__len__
        found: list[Document] = []
        numbers, lengths, owners, fields = array("i"), array("q"), array("q"), array("q")
        for document, versions in documents(articles):
            for field, line in units(versions):
                if spoken := tokens(line):
                    numbers.extend(map(known.__getitem__, spoken))
                    lengths.append(len(spoken))
                    owners.append(len(found))
                    fields.append(field)
            found.append(document)
        return cls(
            documents=tuple(found),
            tokens=list(known),
            rows=Rows.of(lengths),
            numbers=np.frombuffer(numbers, np.int32),
            document_of=np.array(owners, np.int64),
            fields=np.array(fields, np.int64),
        )

    def lone_keywords(self) -> NDArray[np.bool_]:
        """By line, whether it is a keyword of one word."""
        lone: NDArray[np.bool_] = (self.fields == Field.KEYWORD) & (np.diff(self.rows.starts) == 1)
        return lone
