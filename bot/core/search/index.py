"""The index of a library, and the search over it: ranks and weighs, decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bot.core.article import Audience
from bot.core.reply import Match, Why
from bot.core.search.asked import AskedWord, Reader
from bot.core.search.lines import Lines
from bot.core.search.postings import Postings
from bot.core.search.rows import Floats, Ints, best_two
from bot.core.search.units import Document
from bot.core.search.weights import Weights
from bot.core.words import Language

CANDIDATES = 60  # documents whose lines are looked at
FRAGMENT = 3  # different words and parts of words of a clause that asks nothing by itself
MAX_CLAUSES = 12  # of a question that are looked at alone
RANKED = 10  # matches of a reply


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each candidate, best first: its weighted sum, and how much was found."""

    documents: Ints
    sums: Floats
    found: Floats


@dataclass(frozen=True, slots=True)
class Index:
    """A library that can be asked."""

    documents: tuple[Document, ...]
    visible: NDArray[np.bool_]  # by document, as the next
    public: NDArray[np.bool_]
    answering: NDArray[np.bool_]
    article_of: NDArray[np.int32]  # the number of its article
    reader: Reader
    postings: Postings
    lines: Lines
    weights: Weights

    @classmethod
    def of(
        cls,
        documents: tuple[Document, ...],
        reader: Reader,
        postings: Postings,
        lines: Lines,
        weights: Weights,
    ) -> Index:
        """The index of these parts."""
        public = np.array([d.audience is Audience.PUBLIC for d in documents], bool)
        answering = np.array([d.answers for d in documents], bool)
        numbers: dict[str, int] = {}
        articles = [numbers.setdefault(d.article, len(numbers)) for d in documents]
        return cls(
            documents=documents,
            visible=np.ones_like(public),
            public=public,
            answering=answering,
            article_of=np.array(articles, np.int32),
            reader=reader,
            postings=postings,
            lines=lines,
            weights=weights,
        )

    def without(self, articles: Collection[str]) -> Index:
        """The same index, which does not find the articles of these ids."""
        visible = np.array([d.article not in articles for d in self.documents], bool)
        return replace(self, visible=self.visible & visible)

    def search(
        self,
        question: str,
        *,
        language: Language | None = None,
        audience: Audience = Audience.INTERNAL,
        limit: int = RANKED,
    ) -> list[Match]:
        """The sections that fit the question best, one a key, in the language where it exists.

        `audience` says whose articles may be found: `PUBLIC` leaves the internal ones out.
        """
        asked = self.reader.read(question)
        evidence = self._weigh(asked, audience)
        scores = self._confidences(asked, evidence)
        best: dict[str, int] = {}  # key -> place in the evidence
        for place, document in enumerate(evidence.documents.tolist()):
            best.setdefault(self.documents[document].key, place)
            if len(best) == limit:
                break
        return [
            self._match(asked, int(evidence.documents[place]), scores[place], language)
            for place in best.values()
        ]

    def _match(
        self, asked: Sequence[AskedWord], document: int, score: float, language: Language | None
    ) -> Match:
        section = self.documents[document].version(language)
        return Match(section, score, lambda: self._why(asked, document))

    def _weigh(self, asked: Sequence[AskedWord], audience: Audience) -> Evidence:
        documents, covered = self.postings.cover(asked, len(self.documents))
        seen = (self.visible & self.public if audience is Audience.PUBLIC else self.visible)[
            documents
        ]
        documents, covered = documents[seen], covered[seen]
        if len(documents) > CANDIDATES:
            best = np.sort(np.argpartition(-covered, CANDIDATES)[:CANDIDATES])
            documents, covered = documents[best], covered[best]
        sums = self._sums(asked, documents, covered)
        if not self.answering[documents].all():
            sums = self._doubted(documents, sums)
        order = np.lexsort((documents, -sums))
        order = order[self.answering[documents[order]]]
        return Evidence(documents[order], sums[order], covered[order])

    def _sums(self, asked: Sequence[AskedWord], documents: Ints, covered: Floats) -> Floats:
        """The weighted sums of what speaks for these documents, whatever an article leaves to others."""
        weights = self.weights
        mass = max(sum(word.tells for word in asked), 1e-6)
        lines, _ = self.lines.of_document.flat(documents)
        lengths = self.lines.of_document.lengths(documents)
        by_words = self.lines.likeness(asked, lines, weights)
        spelled = [word.word for word in asked if word.tells]  # unknown names tell nothing
        by_letters = self.lines.trigrams.likeness(spelled, lines)
        sums: Floats = (
            np.float32(weights.words / mass) * covered
            + np.float32(weights.lines) * best_two(by_words, lengths, weights.second)
            + np.float32(weights.letters) * best_two(by_letters, lengths, weights.second)
        )
        return sums

    def _lifted(self, asked: Sequence[AskedWord], evidence: Evidence) -> float:
        """The best document's sum, and more where one clause of the question fits it better.

        What else was said is then rather a story, which no section has to know.
        """
        best = evidence.documents[:1]
        clauses = {number for word in asked for number in word.clauses}
        parts = [[word for word in asked if number in word.clauses] for number in sorted(clauses)]
        parts = [part for part in parts if len(part) > FRAGMENT][:MAX_CLAUSES]
        if not parts or len(clauses) == 1:
            return float(evidence.sums[0])
        whole, *alone = (
            float(self._sums(words, best, self.postings.told(words, best))[0])
            for words in (asked, *parts)
        )
        gain = max(whole, *alone) / max(whole, 1e-6) - 1
        return float(evidence.sums[0]) * (1 + self.weights.clause * gain)

    def _doubted(self, documents: Ints, sums: Floats) -> Floats:
        """The sums, less where a question that the same article leaves to others fits better."""
        articles = self.article_of[documents]
        left = ~self.answering[documents]
        against = np.zeros(int(articles.max()) + 1, np.float32)
        np.maximum.at(against, articles[left], sums[left] * np.float32(self.weights.reach))
        rivals = against[articles]
        doubt = np.minimum(1, sums / np.maximum(rivals, 1e-6)) ** np.float32(self.weights.doubt)
        doubted: Floats = sums * doubt
        return doubted

    def _confidences(self, asked: Sequence[AskedWord], evidence: Evidence) -> list[float]:
        """The sums as 0 to 1, in their order; a close runner-up lowers them all."""
        if not len(evidence.sums):
            return []
        sums = evidence.sums
        margin = 1.0 - float(sums[1] / sums[0]) if len(sums) > 1 else 1.0
        strength = float(evidence.found[0]) ** self.weights.strength
        best = self._lifted(asked, evidence) * strength * max(margin, 0.01) ** self.weights.margin
        confidence = 1 / (1 + np.exp(-self.weights.slope * (best - self.weights.middle)))
        return [float(confidence * s / sums[0]) for s in sums]

    def _why(self, asked: Sequence[AskedWord], document: int) -> Why:
        """The question's words and what each met in a document, those that tell most first."""
        met: list[tuple[float, str, str]] = []
        for word in asked:
            found = [
                (quality, self.reader.vocabulary.spelled[term])
                for term, quality in word.terms.items()
                if self.postings.holds(term, document)
            ]
            if found:
                quality, spelled = max(found)
                met.append((-quality * word.tells, word.word.shown, spelled or word.word.shown))
        return tuple(dict.fromkeys((shown, spelled) for _, shown, spelled in sorted(met)))
