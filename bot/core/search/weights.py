"""Every number that decides how well a section fits; found by `make tune`."""

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

    fields: tuple[float, ...] = (0.9, 0.8, 0.9, 0.6, 0.25)  # by Field: what one word there is worth
    boosts: tuple[float, ...] = (1.0, 0.9, 1.0, 0.9)  # by Field: what a line there is worth
    rarity: float = 1.2  # exponent: how much more a rare word of the language tells
    locality: float = 0.25  # exponent: how much less a word tells that many sections hold
    name: float = 0.3  # an address or domain that the library knows, next to the rarest word
    phrase: float = 0.5  # what each word of a phrase of the glossary tells at least
    part: float = 0.6  # a part of a compound, of the whole word
    typo: float = 0.8  # a corrected word, of the word itself
    shape: float = 0.3  # exponent: how much a line's own length counts against it
    words: float = 1.0  # the share of the question's words that the section covers
    lines: float = 1.0  # the likeness of its two best lines, by words
    letters: float = 1.0  # the likeness of its two best lines, by letters
    margin: float = 0.15  # exponent: how much a close runner-up counts against the best
    slope: float = 3.7  # how fast confidence grows with the sum of the three
    middle: float = 1.2  # the sum at which confidence is a half


TUNED = Weights()
