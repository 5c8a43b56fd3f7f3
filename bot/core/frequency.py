"""How common a word is in general German and English; knows nothing of any library.

The lists are the `small` ones of the package wordfreq (data frozen in 2023, CC-BY-SA 4.0). They
are read without importing that package, which takes longer to import than the whole search; they
and the compiled glossary are the only files that the core opens, once, as an import would.
"""

import gzip
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgpack

from bot.core.words import Language

MOST_COMMON = 9.0  # Zipf value of a word that would be every word
BUCKET = 0.01  # Zipf values between two neighbouring buckets of a list
UNLISTED = 2.5  # Zipf value that stands for a word under the lists' end (3.0)
LONG = 3  # digits of a number that is rather a year, a code or a port than a count
SHORT_NUMBER = 5.0  # Zipf value of a shorter number
LONG_NUMBER = 3.5  # of a longer one


_FOLDS = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l"}
)


def fold(text: str) -> str:
    """Lower case without accents: `Ä` becomes `a`, `ß` becomes `ss`, `É` becomes `e`."""
    text = text.lower()
    if text.isascii() or (text := text.translate(_FOLDS)).isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@cache
def zipf_list(language: Language) -> dict[str, float]:
    """Every listed word of a language with its Zipf value: 3 (once a million words) to 8."""
    return _listed(_buckets(language))


@cache
def folded_list(language: Language) -> dict[str, float]:
    """A language's list under the words as `fold` leaves them; the larger value wins."""
    buckets = _buckets(language)
    return _listed([[w if w.isascii() else fold(w) for w in words] for words in buckets])


@cache
def _buckets(language: Language) -> list[list[str]]:
    """The words of a language in its list's order, the most common first."""
    spec = find_spec("wordfreq")
    assert spec is not None  # noqa: S101 - a dependency of ours
    path = Path(str(spec.origin)).parent / "data" / f"small_{language}.msgpack.gz"
    with gzip.open(path) as file:
        buckets: list[list[str]] = msgpack.load(file)[1:]
    return buckets


def _listed(buckets: list[list[str]]) -> dict[str, float]:
    """Each word with its bucket's Zipf value, from the rarest on, so that the larger stays."""
    listed: dict[str, float] = {}
    for number, words in reversed(tuple(enumerate(buckets))):
        listed.update(dict.fromkeys(words, MOST_COMMON - BUCKET * number))
    return listed


def listed(word: str) -> float:
    """The Zipf value of a folded word where it is more common, 0 if neither language lists it."""
    german, english = _lookups()
    here, there = german(word, 0.0), english(word, 0.0)
    return max(there, here)


@cache
def _lookups() -> tuple[Callable[[str, float], float], ...]:
    return tuple(folded_list(language).get for language in Language)


def zipf_of(word: str) -> float:
    """The Zipf value of a folded word, in the language in which it is more common."""
    if word.isdigit():
        return SHORT_NUMBER if len(word) < LONG else LONG_NUMBER
    return listed(word) or UNLISTED


def is_listed(word: str) -> bool:
    """Whether a folded word is a known word of German or English."""
    return listed(word) > 0
