"""The tokens of a library -> their terms and trigrams, each token looked at once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.search.rows import Rows
from bot.core.search.terms import Phrases, stem_of
from bot.core.search.trigrams import Slots, slots_of, spell
from bot.core.search.typos import MIN_LENGTH, Typos
from bot.core.search.vocabulary import Vocabulary, correct_words
from bot.core.text import word


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What each token of a library brings with it, by number."""

    stems: list[str]
    rows: Rows  # of terms
    terms: NDArray[np.int32]  # the whole word first in each row
    slot_rows: Rows
    slots: Slots
    starts_phrase: NDArray[np.bool_]
    typos: Typos

    @classmethod
    def of(cls, tokens: Sequence[str], vocabulary: Vocabulary, phrases: Phrases) -> Lexicon:
        """The lexicon of these tokens; their terms enter the vocabulary."""
        stems: list[str] = []
        spelled: list[str] = []
        lengths, terms = array("q"), array("i")
        known = set(phrases.words)
        for said in map(word, tokens):  # one pass: what is looked up twice is still cached
            stems.append(stem_of(said))
            spelled.append(spell(said))
            entered = vocabulary.enter(said)
            lengths.append(len(entered))
            terms.extend(entered)
            known.update(correct_words(said))
        slot_rows, slots = slots_of(spelled)
        return cls(
            stems=stems,
            rows=Rows.of(lengths),
            terms=np.array(terms, np.int32),
            slot_rows=slot_rows,
            slots=slots,
            starts_phrase=np.array([phrases.knows(stem) for stem in stems], bool),
            typos=Typos.of(sorted(each for each in known if len(each) >= MIN_LENGTH)),
        )
