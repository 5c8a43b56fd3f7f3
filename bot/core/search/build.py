"""Articles -> the arrays of an index; the order of the articles does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.core.article import Article
from bot.core.search.asked import Reader
from bot.core.search.glossary import Glossary
from bot.core.search.index import Index, Lines, Postings
from bot.core.search.rows import Rows
from bot.core.search.terms import Phrases, group_key, stem_of
from bot.core.search.trigrams import Slots, Trigrams, slots_of
from bot.core.search.typos import MIN_LENGTH, Typos
from bot.core.search.units import Document, Unit, documents
from bot.core.search.vocabulary import Entry, Vocabulary
from bot.core.search.weights import TUNED, Field, Weights
from bot.core.text import tokens


def build(
    articles: Iterable[Article], glossary: Glossary | None = None, weights: Weights = TUNED
) -> Index:
    """The index of a library. Takes seconds for a big one: build it off the event loop."""
    draft = Draft(glossary or Glossary(), weights)
    found = documents(articles)
    for number, document in enumerate(found):
        for unit in document.units():
            draft.add(number, document, unit)
    return draft.finish(found)


@dataclass(slots=True)
class Draft:
    """An index in the making."""

    glossary: Glossary
    weights: Weights
    vocabulary: Vocabulary = field(init=False)
    phrases: Phrases = field(init=False)
    impacts: dict[tuple[int, int], float] = field(default_factory=dict)  # by term and document
    documents: list[int] = field(default_factory=list)  # by line, as all that follow
    fields: list[int] = field(default_factory=list)
    terms: list[dict[int, float]] = field(default_factory=list)
    wholes: list[set[int]] = field(default_factory=list)
    slots: list[Slots] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.vocabulary = Vocabulary(self.weights)
        self.phrases = Phrases.of(self.glossary)

    def add(self, number: int, document: Document, unit: Unit) -> None:
        """Take a line of a document into the index."""
        entries = [self.vocabulary.enter(token) for token in tokens(unit.text)]
        shares = _shares(entries)
        for group in self._groups(entries, document.article):
            spelled = self.glossary.groups[group].phrases[0]
            shares.setdefault(self.vocabulary.number(group_key(group), spelled), 1.0)
        worth = self.weights.fields[unit.field]
        for term, share in shares.items():
            missing = 1.0 - self.impacts.get((term, number), 0.0)
            self.impacts[term, number] = 1.0 - missing * (1.0 - worth * share)
        if unit.field is not Field.ARTICLE and entries:
            self._add_line(number, unit, entries, shares)

    def _groups(self, entries: Sequence[Entry], article: str) -> Iterator[int]:
        for _, _, group in self.phrases.spans([stem_of(entry.word) for entry in entries]):
            if self.glossary.groups[group].article in (None, article):
                yield group

    def _add_line(
        self, number: int, unit: Unit, entries: Sequence[Entry], shares: dict[int, float]
    ) -> None:
        self.documents.append(number)
        self.fields.append(unit.field)
        self.terms.append(shares)
        self.wholes.append({entry.terms[0][0] for entry in entries})
        spelled = (" ".join(e.word.parts or (e.word.folded,)) for e in entries)
        self.slots.append(slots_of(" ".join(spelled)))

    def finish(self, found: Sequence[Document]) -> Index:
        """The index of what was added."""
        postings = self._postings()
        reader = Reader(
            vocabulary=self.vocabulary,
            holding=np.diff(postings.rows.starts).tolist(),
            typos=Typos(tuple(sorted(set(self._correct_words())))),
            phrases=self.phrases,
            glossary=self.glossary,
            weights=self.weights,
        )
        return Index(
            tuple(found), reader, postings, self._lines(len(found), postings), self.weights
        )

    def _correct_words(self) -> Iterator[str]:
        known = (e.word for e in self.vocabulary.entries.values() if not e.word.is_name)
        of_library = (spelled for word in known for spelled in (word.folded, *word.parts))
        for spelled in (*of_library, *self.phrases.words()):
            if len(spelled) >= MIN_LENGTH and spelled.isalpha():
                yield spelled

    def _postings(self) -> Postings:
        order = sorted(self.impacts)
        counts = np.bincount([term for term, _ in order], minlength=len(self.vocabulary.tells))
        return Postings(
            rows=Rows.of(counts),
            documents=np.array([document for _, document in order], np.int32),
            impacts=np.array([self.impacts[key] for key in order], np.float32),
        )

    def _lines(self, found: int, postings: Postings) -> Lines:
        holding = np.maximum(np.diff(postings.rows.starts), 1)
        weights = np.array(self.vocabulary.tells) * holding**-self.weights.locality
        terms = [term for line in self.terms for term in line]
        shares = [share for line in self.terms for share in line.values()]
        boosts = np.array(self.weights.boosts, np.float32)
        return Lines(
            of_document=Rows.of(np.bincount(self.documents, minlength=found)),
            rows=Rows.of(len(line) for line in self.terms),
            terms=np.array(terms, np.int32),
            shares=np.array(shares, np.float32),
            masses=np.array([weights[list(w)].sum() for w in self.wholes], np.float32),
            boosts=boosts[np.array(self.fields, np.int64)],
            trigrams=Trigrams.of(self.slots),
        )


def _shares(entries: Iterable[Entry]) -> dict[int, float]:
    shares: dict[int, float] = {}
    for entry in entries:
        for term, share in entry.terms:
            if share > shares.get(term, 0.0):
                shares[term] = share
    return shares
