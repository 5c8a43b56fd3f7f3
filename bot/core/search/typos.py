"""Words that nobody knows -> the words of a library that may have been meant."""

from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.frequency import is_listed
from bot.core.search.stems import parts_of

MIN_LENGTH = 4  # letters of a word that may be a slip
LONG = 7  # letters from which two slips are forgiven
MOST = 3  # corrections of one word


@dataclass(frozen=True, slots=True)
class Typos:
    """The words of a library, ready to be compared."""

    words: tuple[str, ...]  # folded, in order

    def corrections(self, word: str) -> list[tuple[str, float]]:
        """The nearest words of the library with their likeness (0 to 1); none for a real word."""
        if len(word) < MIN_LENGTH or not word.isalpha() or is_listed(word) or parts_of(word):
            return []
        slips = 1 if len(word) < LONG else 2
        near = process.extract(
            word, self.words, scorer=OSA.distance, score_cutoff=slips, limit=MOST
        )
        return [(other, 1 - d / len(word)) for other, d, _ in near if d == near[0][1]]
