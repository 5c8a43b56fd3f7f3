"""A question -> its words, what each tells and which terms of a library may answer to it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeAlias

from bot.core.chatter import FRAME
from bot.core.frequency import fold, is_listed
from bot.core.search.glossary import Glossary
from bot.core.search.rows import Ints
from bot.core.search.stems import FUNCTION_WORDS, LINKS, MIN_PART, parts_of, stem
from bot.core.search.terms import Term, group_key, stem_of, terms_of
from bot.core.search.typos import Typos, nearest, slips_in
from bot.core.search.vocabulary import Vocabulary, telling
from bot.core.search.weights import Weights
from bot.core.text import Word, guess_language, plain, word, words
from bot.core.words import Language

SAME, DIFFERENT = "same domain", "different domains"  # what two addresses say without words
FRAMING = FRAME | FUNCTION_WORDS  # words that a library need not know
LONG_COMPOUND = 9  # letters of a compound in which a slip is looked for
HALVES = 4  # ways to cut it that are tried
TWO = 2  # addresses that can be compared
MAX_KNOWN = 5_000  # words whose meaning is kept
MAX_WORDS = 400  # words of a question that are looked up; more do not change what is asked

# Where a clause of a question ends: what stands around the one that asks is often only a story.
_CLAUSE = re.compile(
    r"[.!?;:]\s|\n|,\s|\s[-–]+\s|\s(?=(?:but|and|because|since|so|aber|und|weil|denn)\s)"
)


Meant: TypeAlias = tuple[Word, tuple[tuple[Word, float], ...]]
"""A word as typed, and what may have been meant instead with what that is worth."""


@dataclass(slots=True)
class AskedWord:
    """A word of a question: what it tells, and the library's terms that may answer to it.

    `terms` holds for each term its quality, 1 for the word itself; `clauses` are the numbers of the
    question's clauses that it stands in.
    """

    word: Word
    tells: float
    terms: dict[int, float] = field(default_factory=dict)
    clauses: set[int] = field(default_factory=set)

    def offer(self, term: int, quality: float) -> None:
        """Take a term of the library as an answer to this word, unless it already is a better one."""
        if quality > self.terms.get(term, 0.0):
            self.terms[term] = quality


Heard: TypeAlias = tuple[tuple[Meant, tuple[AskedWord, ...]], ...]
"""The pieces of a spoken word, each with what it may mean and what it asks."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions for one library."""

    vocabulary: Vocabulary
    holding: Ints  # by term: how many sections hold it
    typos: Typos
    glossary: Glossary
    weights: Weights
    known: dict[Word, Heard] = field(default_factory=dict, compare=False, repr=False)

    def read(self, question: str) -> list[AskedWord]:
        """The words of a question, each once; a name counts only where the library knows it."""
        heard = [(each, n) for said, n in self._spoken(question) for each in self._hear(said)]
        asked: dict[str, list[AskedWord]] = {}
        for ((said, _), parts), clause in heard:
            if (key := stem_of(said)) not in asked:
                asked[key] = [replace(p, terms=p.terms.copy(), clauses=set()) for p in parts]
            for part in asked[key]:
                part.clauses.add(clause)
        self._add_synonyms([meant for (meant, _), _ in heard], asked)
        every = [each for of_word in asked.values() for each in of_word]
        names = _names(question)
        for each in every:
            held = [term for term in each.terms if self.holding[term]]
            if held:
                best = max(held, key=lambda term: (each.terms[term], -term))
                each.tells *= float(self.holding[best]) ** -self.weights.locality
            else:
                each.tells *= self._unknown(each.word, names)
        return every

    def _spoken(self, question: str) -> list[tuple[Word, int]]:
        """The words of a question, and what addresses imply, with the number of their clause."""
        clauses = enumerate(_CLAUSE.split(plain(question)))
        spoken = list(islice(((w, n) for n, said in clauses for w in words(said)), MAX_WORDS))
        implied = self._implied([said for said, _ in spoken])
        numbers = dict.fromkeys(number for _, number in spoken)
        return spoken + [(said, number) for number in numbers for said in implied]

    def _hear(self, said: Word) -> Heard:
        """The pieces of a word with what they mean and ask; people use the same words again."""
        if (known := self.known.get(said)) is not None:
            return known
        if len(self.known) >= MAX_KNOWN:
            self.known.clear()
        meant = [self._meant(piece) for piece in self._pieces(said)]
        heard = tuple((each, tuple(self._ask(*each))) for each in meant)
        self.known[said] = heard
        return heard

    def _implied(self, spoken: Sequence[Word]) -> list[Word]:
        """What two addresses or domains of a question say together, where the library knows of it."""
        names = [w for w in spoken if w.is_name and "/" not in w.folded]
        own = {w.folded: w.shown for w in names if "@" in w.folded or not self._knows(w.folded)}
        domains = {name.rpartition("@")[2] for name in own}
        if len(own) < TWO:
            return []
        shown = " ".join(own.values())
        said = [Word(shown, w.folded) for w in words(SAME if len(domains) == 1 else DIFFERENT)]
        groups = (group for _, _, group in self.glossary.phrases.spans([stem_of(w) for w in said]))
        terms = (self.vocabulary.numbers[group_key(group)] for group in groups)
        return said if any(self.holding[term] for term in terms) else []

    def _unknown(self, said: Word, names: Container[str]) -> float:
        """How much a word counts that the library lacks."""
        if said.is_name:
            return 0.0
        if said.folded[0].isdigit() and 2 * sum(map(str.isdigit, said.folded)) >= len(said.folded):
            return self.weights.number  # "20", "10am", but not "2FA"
        if said.folded in FRAMING:
            return self.weights.frame
        return self.weights.proper if said.shown in names else self.weights.unknown

    def _pieces(self, said: Word) -> list[Word]:
        """The word, or if neither library nor glossary know it, the parts that it is made of."""
        if self._knows(stem_of(said)):
            return [said]
        if said.is_name:
            numbers = (
                self.vocabulary.numbers
            )  # what only the glossary knows is here somebody's name
            known = [piece for piece in said.parts if stem(piece) in numbers]
            return [Word(said.shown, piece) for piece in known] or [said]
        pieces = said.parts or parts_of(said.folded) or self._mended(said)
        if not said.parts and not all(map(self._knows, map(stem, pieces))) and self._near(said):
            return [said]  # rather a slip of one word than a compound of others
        return [w for p in pieces for w in self._pieces(Word(said.shown, p))] or [said]

    def _mended(self, said: Word) -> tuple[str, ...]:
        """The parts of a compound with a slip in one of them, if the library knows the other."""
        whole = said.folded
        if len(whole) < LONG_COMPOUND or is_listed(whole) or self._near(said):
            return ()
        for known, other in sorted(self._halves(whole), key=lambda halves: len(halves[1]))[:HALVES]:
            if near := self._corrections(other):
                return known, near[0][0]
        return ()

    def _halves(self, whole: str) -> Iterator[tuple[str, str]]:
        """Where a word may be cut so that the library knows one half: that one, and the other."""
        for cut in range(MIN_PART, len(whole) - MIN_PART + 1):
            left, right = whole[:cut], whole[cut:]
            for bare in (left.removesuffix(link) for link in LINKS if left.endswith(link)):
                if len(bare) >= MIN_PART and self._knows(stem(bare)):
                    yield bare, right
                if len(bare) >= MIN_PART and self._knows(stem(right)):
                    yield right, bare

    def _knows(self, key: str) -> bool:
        return key in self.vocabulary.numbers or self.glossary.phrases.knows(key)

    def _meant(self, said: Word) -> Meant:
        """The word, with its corrections if neither library nor glossary know it."""
        if said.is_name or self._knows(stem_of(said)):
            return said, ()
        near = self._near(said)
        return said, tuple(
            (word(other), min(1.0, like * self.weights.typo)) for other, like in near
        )

    def _near(self, said: Word) -> list[tuple[str, float]]:
        """The library's words that may have been meant; a slip may look like an umlaut."""
        return self._corrections(said.folded) or self._corrections(fold(said.shown))

    def _corrections(self, word: str) -> list[tuple[str, float]]:
        """The nearest words of library and glossary with their likeness (0 to 1)."""
        if not (slips := slips_in(word)):
            return []
        own = self.typos.candidates(word)
        others = sorted(set(self.glossary.typos.candidates(word)).difference(own))
        return nearest(word, [*own, *others], slips)

    def _ask(self, said: Word, corrections: Sequence[tuple[Word, float]]) -> list[AskedWord]:
        """What a word asks: of a compound each part, which the whole answers as well."""
        # A slip with one correction tells what the word that was meant tells.
        read = said if len(corrections) != 1 else Word(said.shown, corrections[0][0].folded)
        asked = []
        for part, tells in self._shares(read):
            each = AskedWord(read, tells)
            for other, quality in ((said, 1.0), *corrections):
                whole, *others = terms_of(other, self.weights.part)
                self._offer(each, [whole] if part is not read else [whole, *others], quality)
            if part is not read:
                self._offer(each, terms_of(part, self.weights.part), self.weights.part)
            asked.append(each)
        return asked

    def _shares(self, read: Word) -> list[tuple[Word, float]]:
        """The parts of a compound, or the word, and what each tells of the whole."""
        parts = () if read.is_name else read.parts or parts_of(read.folded)
        whole = telling(read, self.weights)
        if not parts:
            return [(read, whole)]
        pieces = [Word(read.shown, part) for part in parts]
        told = [telling(piece, self.weights) for piece in pieces]
        return [(piece, whole * own / sum(told)) for piece, own in zip(pieces, told, strict=True)]

    def _offer(self, asked: AskedWord, terms: Sequence[Term], quality: float) -> None:
        """Let those of these terms answer that the library has."""
        for key, share in terms:
            if (number := self.vocabulary.numbers.get(key)) is not None:
                asked.offer(number, share * quality)

    def _add_synonyms(self, meant: Sequence[Meant], asked: dict[str, list[AskedWord]]) -> None:
        stems = [stem_of(corrections[0][0] if corrections else said) for said, corrections in meant]
        for start, end, group in self.glossary.phrases.spans(stems):
            term = self.vocabulary.numbers[group_key(group)]
            if not self.holding[term]:
                continue
            weight = min(1.0, self.glossary.groups[group].weight * self.weights.synonym)
            for said, corrections in meant[start:end]:
                for each in asked[stem_of(said)]:
                    each.offer(term, weight * (corrections[0][1] if corrections else 1.0))
                    if end - start > 1:
                        each.tells = max(each.tells, self.weights.phrase)


def _names(question: str) -> set[str]:
    """What stands with a capital letter within an English clause ("Netflix")."""
    if guess_language(question) is not Language.EN:  # in German every noun does
        return set()
    said = (w.shown for clause in _CLAUSE.split(plain(question)) for w in words(clause)[1:])
    return {shown for shown in islice(said, MAX_WORDS) if shown.istitle() and len(shown) > 1}
