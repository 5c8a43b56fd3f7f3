"""The tokens of a library -> their terms and trigrams, each token looked at once."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.search.rows import Rows
from bot.core.search.trigrams import Slots, slots_of, spell
from bot.core.search.typos import Typos
from bot.core.search.vocabulary import Vocabulary, correct_words
from bot.core.text import word

CHUNK = 4_000  # tokens that are looked at together: bounds the memory it takes


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What each token of a library brings with it, by number."""

    rows: Rows  # of terms
    terms: NDArray[np.int32]  # the whole word first in each row
    slot_rows: Rows
    slots: Slots
    typos: Typos

    @classmethod
    def of(cls, tokens: list[str], vocabulary: Vocabulary) -> Lexicon:
        """The lexicon of these tokens, which it uses up; their terms enter the vocabulary."""
        lengths, terms, slot_lengths, slots = array("i"), array("i"), array("i"), array("H")
        known: set[str] = set()
        tokens.reverse()
        while tokens:
            some = [word(tokens.pop()) for _ in range(min(CHUNK, len(tokens)))]
            for said in some:  # one pass: what is looked up twice is still cached
                entered = vocabulary.enter(said)
                lengths.append(len(entered))
                terms.extend(entered)
                known.update(correct_words(said))
            rows, found = slots_of([spell(said) for said in some])
            slot_lengths.extend(np.diff(rows.starts).tolist())
            slots.frombytes(found.tobytes())
        return cls(
            rows=Rows.of(lengths),
            terms=np.frombuffer(terms, np.int32),
            slot_rows=Rows.of(slot_lengths),
            slots=np.frombuffer(slots, np.uint16),
            typos=Typos.of(known),
        )
