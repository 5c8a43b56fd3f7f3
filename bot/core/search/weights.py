"""Every number that decides how well a section fits.

Found by single steps on the tuning sets, ours and those beside the project, all at once; `fields` and
`boosts` were chosen among a handful, `keyword`, `number`, `proper`, `reach` and `doubt` by hand. Unseen by all
but `proper` are, in `tune/sets`, `ionos-b` and the seven sets of questions as typed. Regressions over twenty
features of the evidence, trained on all sets but one, ranked the sections of that one no better, and told
answerable questions from others no better. `make tune` measures the weights, and climbs on with `--climb`.
"""

from dataclasses import dataclass
from enum import IntEnum


class Field(IntEnum):
    """Where in a section words stand."""

    HEADING = 0
    KEYWORD = 1
    QUESTION = 2
    BODY = 3
    ARTICLE = 4  # the article's title and keywords


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the search; 0 to 1 where nothing else is said."""

    fields: tuple[float, ...] = (0.7, 0.7, 0.7, 0.4, 0.2)  # by Field: what one word there is worth
    boosts: tuple[float, ...] = (1.0, 0.9, 1.0, 0.8)  # by Field: what a line there is worth
    rarity: float = 1.0  # exponent: how much more a rare word of the language tells
    locality: float = 0.25  # exponent: how much less a word tells that many sections hold
    name: float = 0.3  # an address or domain that the library knows, next to the rarest word
    unknown: float = 1.25  # a word that the library lacks, next to one that a single section holds
    proper: float = 2.5  # ... a name in English: it asks about somebody else
    number: float = 0.5  # ... an amount, a time or a customer's number
    frame: float = 0.2  # ... a word that only frames a question ("tell me", "weiß jemand")
    phrase: float = 0.3  # what each word of a phrase of the glossary tells at least
    keyword: float = 0.8  # what a word tells at least in a section that has it as a keyword alone
    part: float = 0.675  # a part of a compound, of the whole word
    typo: float = 1.2  # a corrected word, of the word itself, before its slips count
    synonym: float = 1.2  # factor on the glossary's weights
    shape: float = 0.3  # exponent: how much a line's own length counts against it
    second: float = 0.8  # a section's second best line, next to its best
    letters_rarity: float = 0.75  # exponent: how much more rare letters tell
    words: float = 1.1  # the share of the question's words that the section covers, next to ...
    lines: float = 0.75  # ... the likeness of its two best lines, by words, and ...
    letters: float = 1.25  # ... by letters
    strength: float = 0.5  # exponent: how much the amount of what was found counts
    reach: float = 1.3  # of what speaks for a question left to others: from there it doubts ...
    doubt: float = 3.0  # ... exponent: how fast
    margin: float = 0.065  # exponent: how much a close runner-up counts against the best
    clause: float = 0.3  # how much it counts that one clause of a question fits better than all
    slope: float = 2.45  # how fast confidence grows with the weighted sum
    middle: float = 1.24  # the sum at which confidence is a half


TUNED = Weights()
