"""The index of a library, and the search over it: ranks and weighs, decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.article import Audience
from bot.core.reply import Match
from bot.core.search.asked import AskedWord, Reader
from bot.core.search.rows import Floats, Ints, Rows, best_two
from bot.core.search.trigrams import Trigrams
from bot.core.search.units import Document
from bot.core.search.weights import Weights
from bot.core.text import words
from bot.core.words import Language

CANDIDATES = 200  # documents whose lines are looked at
RANKED = 10  # matches of a reply


@dataclass(frozen=True, slots=True)
class Postings:
    """For every term the documents that hold it, and what one asked word is worth there."""

    rows: Rows
    documents: Ints
    impacts: Floats


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of every document with their terms and trigrams."""

    of_document: Rows
    rows: Rows
    terms: Ints
    shares: Floats
    masses: Floats  # by line: what all its words tell
    boosts: Floats  # by line
    trigrams: Trigrams


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each candidate, 0 to 1 each."""

    documents: Ints
    words: Floats
    lines: Floats
    letters: Floats


@dataclass(frozen=True, slots=True)
class Index:
    """A library that can be asked."""

    documents: tuple[Document, ...]
    reader: Reader
    postings: Postings
    lines: Lines
    weights: Weights

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
        evidence = self._weigh(question, asked, audience)
        sums = self._sums(evidence)
        order = np.lexsort((evidence.documents, -sums))
        matches: dict[str, Match] = {}
        for place, score in zip(order, self._confidences(sums[order]), strict=True):
            section = self.documents[evidence.documents[place]].version(language)
            if section.key not in matches:
                matches[section.key] = Match(
                    section, score, self._why(asked, int(evidence.documents[place]))
                )
            if len(matches) == limit:
                break
        return list(matches.values())

    def _weigh(self, question: str, asked: Sequence[AskedWord], audience: Audience) -> Evidence:
        covered = self._cover(asked)
        if audience is Audience.PUBLIC:
            covered[[d.audience is not Audience.PUBLIC for d in self.documents]] = 0
        best = np.nonzero(covered)[0]
        if len(best) > CANDIDATES:
            best = np.sort(best[np.argpartition(-covered[best], CANDIDATES)[:CANDIDATES]])
        mass = max(sum(word.tells for word in asked), 1e-6)
        places, within = self.lines.of_document.flat(best)
        by_words = self._line_likeness(asked, places, mass)
        by_letters = self.lines.trigrams.likeness(_spelled(question), places)
        return Evidence(
            documents=best,
            words=covered[best] / np.float32(mass),
            lines=best_two(by_words, within, len(best)),
            letters=best_two(by_letters, within, len(best)),
        )

    def _cover(self, asked: Sequence[AskedWord]) -> Floats:
        """What each document holds of what the question's words tell."""
        covered = np.zeros(len(self.documents), np.float32)
        for word in asked:
            held = np.zeros(len(self.documents), np.float32)
            for term, quality in word.terms.items():
                row = self.postings.rows.slice(term)
                at = self.postings.documents[row]
                held[at] = np.maximum(held[at], self.postings.impacts[row] * np.float32(quality))
            covered += held * np.float32(word.tells)
        return covered

    def _line_likeness(self, asked: Sequence[AskedWord], lines: Ints, mass: float) -> Floats:
        """How much of the question each line holds, and how little else."""
        word_of = np.full(len(self.reader.holding), -1, np.int32)
        quality = np.zeros(len(self.reader.holding), np.float32)
        for number, word in enumerate(asked):
            for term, worth in word.terms.items():
                if worth > quality[term]:
                    word_of[term], quality[term] = number, worth
        places, within = self.lines.rows.flat(lines)
        terms = self.lines.terms[places]
        hit = np.nonzero(word_of[terms] >= 0)[0]
        held = np.zeros((len(lines), len(asked)), np.float32)
        worths = quality[terms[hit]] * self.lines.shares[places[hit]]
        np.maximum.at(held, (within[hit], word_of[terms[hit]]), worths)
        shared: Floats = held @ np.array([word.tells for word in asked], np.float32)
        recall = shared / np.float32(mass)
        precision = np.minimum(1, shared / np.maximum(self.lines.masses[lines], 1e-6))
        shape = np.float32(self.weights.shape)
        likeness: Floats = self.lines.boosts[lines] * recall ** (1 - shape) * precision**shape
        return likeness

    def _sums(self, evidence: Evidence) -> Floats:
        weights = self.weights
        weighed: Floats = (
            np.float32(weights.words) * evidence.words
            + np.float32(weights.lines) * evidence.lines
            + np.float32(weights.letters) * evidence.letters
        )
        return weighed

    def _confidences(self, sums: Floats) -> list[float]:
        """The sums, best first, as 0 to 1; a close runner-up lowers them all."""
        if not len(sums):
            return []
        margin = 1.0 - float(sums[1] / sums[0]) if len(sums) > 1 else 1.0
        best = float(sums[0]) * max(margin, 0.01) ** self.weights.margin
        confidence = 1 / (1 + np.exp(-self.weights.slope * (best - self.weights.middle)))
        return [float(confidence * s / sums[0]) for s in sums]

    def _why(self, asked: Sequence[AskedWord], document: int) -> tuple[tuple[str, str], ...]:
        """The question's words and what each met, those that tell most first."""
        met: list[tuple[float, str, str]] = []
        for word in asked:
            held = [
                (quality, self.reader.vocabulary.spelled[term])
                for term, quality in word.terms.items()
                if document in self.postings.documents[self.postings.rows.slice(term)]
            ]
            if held:
                quality, spelled = max(held)
                met.append((-quality * word.tells, word.word.shown, spelled or word.word.shown))
        return tuple((shown, spelled) for _, shown, spelled in sorted(met))


def _spelled(question: str) -> str:
    return " ".join(" ".join(word.parts or (word.folded,)) for word in words(question))
