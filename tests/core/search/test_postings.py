"""The two ways to add up what asked words tell: at once in a small library, by rarity in a big one."""

import numpy as np
import pytest

from bot.core.search.asked import AskedWord
from bot.core.search.postings import DENSE, Postings
from bot.core.search.rows import Rows
from bot.core.text import Word

SMALL, BIG = 10, DENSE + 1  # documents
RARE, RARER, COMMON = range(3)


def postings(documents: int) -> Postings:
    """Term RARE stands in documents 1 and 5, RARER in 5, COMMON in every one."""
    held = ([1, 5], [5], list(range(documents)))
    impacts = ([1.0, 0.5], [1.0], [0.1] * documents)
    return Postings(
        Rows.of([len(each) for each in held]),
        np.array([document for each in held for document in each], np.int32),
        np.array([impact for each in impacts for impact in each], np.float32),
    )


def asked(tells: float, **terms: float) -> AskedWord:
    numbers = {"rare": RARE, "rarer": RARER, "common": COMMON}
    return AskedWord(
        Word("w", "w"), tells, {numbers[name]: quality for name, quality in terms.items()}
    )


@pytest.mark.parametrize("documents", [SMALL, BIG], ids=["small", "big"])
def test_each_word_adds_the_best_of_its_terms(documents: int) -> None:
    words = [asked(1.0, rare=1.0), asked(0.5, rare=0.8, rarer=1.0)]

    found, covered = postings(documents).cover(words, documents)

    assert found.tolist() == [1, 5]
    assert covered.tolist() == pytest.approx([1.0 + 0.5 * 0.8, 0.5 + 0.5])


def test_a_common_word_adds_to_what_rarer_ones_have_found() -> None:
    found, covered = postings(BIG).cover([asked(1.0, common=1.0), asked(1.0, rare=1.0)], BIG)

    assert found.tolist() == [1, 5]
    assert covered.tolist() == pytest.approx([1.1, 0.6])


def test_a_common_word_alone_finds_every_document_that_holds_it() -> None:
    found, _ = postings(BIG).cover([asked(1.0, common=1.0)], BIG)

    assert len(found) == BIG
