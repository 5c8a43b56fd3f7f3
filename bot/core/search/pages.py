"""Articles -> the tokens of every line as numbers: the first pass over a library."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Article
from bot.core.search.rows import Rows
from bot.core.search.units import Document, documents, units
from bot.core.search.weights import Field
from bot.core.text import tokens


@dataclass(frozen=True, slots=True)
class Pages:
    """A library as numbered tokens.

    Row `l` of `rows` holds the tokens of line `l`; the lines of one document follow each other.
    """

    documents: tuple[Document, ...]
    rows: Rows
    numbers: NDArray[np.int32]
    document_of: NDArray[np.int32]  # by line, as the next
    fields: NDArray[np.uint8]
    lone: NDArray[np.bool_]  # whether it is a keyword of one word

    @classmethod
    def read(cls, articles: Iterable[Article]) -> tuple[Pages, list[str]]:
        """The pages of a library, and every token once, by number.

        Lines without a word are left out.
        """
        known: defaultdict[str, int] = defaultdict()
        known.default_factory = known.__len__
        found: list[Document] = []
        numbers, lengths, owners, fields = array("i"), array("i"), array("i"), array("B")
        for document, versions in documents(articles):
            for field, line in units(versions):
                if spoken := tokens(line):
                    numbers.extend(map(known.__getitem__, spoken))
                    lengths.append(len(spoken))
                    owners.append(len(found))
                    fields.append(field)
            found.append(document)
        stands_in = np.frombuffer(fields, np.uint8)
        pages = cls(
            documents=tuple(found),
            rows=Rows.of(lengths),
            numbers=np.frombuffer(numbers, np.int32),
            document_of=np.frombuffer(owners, np.int32),
            fields=stands_in,
            lone=(stands_in == Field.KEYWORD) & (np.frombuffer(lengths, np.int32) == 1),
        )
        return pages, list(known)
