"""Text -> Record, or Broken with every fault of the text (RFC 7208, 4.5, 4.6 and 12)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from bot.core.spf.fault import Fault, fault
from bot.core.spf.grammar import read_term
from bot.core.spf.macro import MacroString
from bot.core.spf.opening import VERSION, is_spf, read_opening, resembles_spf, unquoted
from bot.core.spf.slip import diagnose, suspect
from bot.core.spf.term import (
    COUNTED,
    A,
    All,
    Counted,
    Exists,
    Explanation,
    Include,
    Ip4,
    Ip6,
    Mechanism,
    Modifier,
    Mx,
    Ptr,
    Qualifier,
    Redirect,
    Term,
    Unknown,
)

__all__ = [
    "COUNTED",
    "A",
    "All",
    "Broken",
    "Exists",
    "Explanation",
    "Fault",
    "Include",
    "Ip4",
    "Ip6",
    "MacroString",
    "Mechanism",
    "Modifier",
    "Mx",
    "Ptr",
    "Qualifier",
    "Record",
    "Redirect",
    "Term",
    "Unknown",
    "asking_terms",
    "is_spf",
    "parse",
    "read_term",
    "resembles_spf",
    "slips",
]

MOST_FAULTS = 50  # faults of one text: nobody mends a record that has more, reading stops
_QUIET = ("", "ip4", "ip6")  # how words begin that ask nothing; big records are full of them
_MODIFIERS = (Redirect, Explanation, Unknown)
_WORD = re.compile("[^ ]+")
_SIGNS = frozenset(Qualifier)
# Names whose value people put behind a space: "include _spf.example.com", "a: mail.example.com"
_LOOSE = re.compile(
    r"(?P<start>[-+?~]?(?P<name>include|exists|ip4|ip6|redirect|exp|(?:a|mx|ptr)(?=:)))[:=]?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Record:
    """A legal SPF record: its terms in their order. `str()` prints it in one plain form."""

    terms: tuple[Term, ...]
    text: str = field(default="", compare=False)  # as published

    def __str__(self) -> str:
        return " ".join([VERSION, *map(str, self.terms)])

    @property
    def words(self) -> list[str]:
        """The terms as they are published."""
        text = self.text or str(self)
        return [word for word in text[len(VERSION) :].split(" ") if word]

    @property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """The terms that can match, in their order."""
        return tuple(term for term in self.terms if not isinstance(term, _MODIFIERS))

    @property
    def redirect(self) -> Redirect | None:
        """The `redirect=` that decides where nothing matches; `all` leaves it unused (6.1)."""
        if any(isinstance(term, All) for term in self.terms):
            return None
        return next((term for term in self.terms if isinstance(term, Redirect)), None)

    @property
    def explanation(self) -> Explanation | None:
        """The `exp=` of the record."""
        return next((term for term in self.terms if isinstance(term, Explanation)), None)


@dataclass(frozen=True, slots=True)
class Broken:
    """A text that is no legal record: its words in their order, each a term or a fault.

    Reading stops after fifty faults.
    """

    text: str
    parts: tuple[Term | Fault, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong, in the order of the text; never empty."""
        return tuple(part for part in self.parts if isinstance(part, Fault))

    @property
    def terms(self) -> tuple[Term, ...]:
        """What is right, in the order of the text."""
        return tuple(part for part in self.parts if not isinstance(part, Fault))


def parse(text: str) -> Record | Broken:
    """The record that the text is, or every fault that keeps it from being one."""
    if not is_spf(text):
        return _without_version(text)
    terms = [read_term(word) for word in text[len(VERSION) :].split(" ") if word]
    legal = [term for term in terms if term]
    if len(legal) == len(terms) and not _repeated(legal):
        return Record(tuple(legal), text)
    return Broken(text, tuple(_once_only(_parts(list(_words(text, len(VERSION)))))))


def asking_terms(text: str) -> Iterator[Counted]:
    """The terms of an SPF record that will ask DNS, found in less time than `parse` takes.

    What stands behind an `all` asks nothing, nor does a redirect beside one (RFC 7208, 5.1, 6.1).
    """
    words = [word for word in text[len(VERSION) :].split(" ") if word[:3].lower() not in _QUIET]
    terms = [term for word in words if (term := read_term(word))]
    has_all = any(isinstance(term, All) for term in terms)
    for term in takewhile(lambda term: not isinstance(term, All), terms):
        if isinstance(term, COUNTED) and not (has_all and isinstance(term, Redirect)):
            yield term


def _repeated(terms: list[Term]) -> bool:
    """RFC 7208, 6: redirect and exp MUST NOT appear more than once each."""
    once = [type(term) for term in terms if isinstance(term, Redirect | Explanation)]
    return len(once) > len(set(once))


def slips(record: Record) -> tuple[Fault, ...]:
    """Terms that the grammar allows but that surely mean something else: `include=`, `.com-all`."""
    words = _words(record.text or str(record), len(VERSION))
    found = (suspect(at, term) for (at, _), term in zip(words, record.terms, strict=True))
    return tuple(slip for slip in found if slip)


def _words(text: str, start: int) -> Iterator[tuple[int, str]]:
    return ((word.start(), word.group()) for word in _WORD.finditer(text, start))


def _parts(words: list[tuple[int, str]]) -> Iterator[tuple[int, str, Term | Fault]]:
    """Every word with its place and what it is; a fault may take two words."""
    taken, faults = False, 0
    for (at, word), (next_at, next_word) in pairwise([*words, (0, "")]):
        if taken:
            taken = False
            continue
        part = read_term(word) or _joined(at, word, next_at, next_word) or diagnose(at, word)
        yield at, word, part
        if isinstance(part, Fault):
            taken = part.term != word
            faults += 1
        if faults == MOST_FAULTS:
            return


def _joined(at: int, word: str, next_at: int, next_word: str) -> Fault | None:
    """The fault of "include: _spf.example.com" or "- all": two words that belong together."""
    code, meant = _signed_all(word, next_word) or _loose(word, next_word)
    if meant is None:
        return None
    return fault(at, word + " " * (next_at - at - len(word)) + next_word, code, (meant,))


def _signed_all(word: str, next_word: str) -> tuple[str, Term | None] | None:
    """A sign by itself before `all`; before a sender it may be a dash that separates."""
    meant = read_term(word + next_word) if word in _SIGNS else None
    return ("stray-space", meant) if isinstance(meant, All) else None


def _loose(word: str, next_word: str) -> tuple[str, Term | None]:
    """A name by itself, with its sign or without, and the value behind the space."""
    start = _LOOSE.fullmatch(word)
    if start is None or read_term(next_word):
        return "", None
    mark = "=" if start["name"].lower() in {"redirect", "exp"} else ":"
    meant = read_term(f"{start['start']}{mark}{next_word.lstrip(':=')}")
    return ("stray-space" if word.endswith(mark) else "missing-separator"), meant


def _once_only(parts: Iterable[tuple[int, str, Term | Fault]]) -> Iterator[Term | Fault]:
    """The parts, a second redirect or exp among them a fault (RFC 7208, 6)."""
    seen: set[type[Term | Fault]] = set()
    for at, word, part in parts:
        if isinstance(part, Redirect | Explanation) and type(part) in seen:
            yield fault(at, word, "repeated-modifier")
        else:
            yield part
        seen.add(type(part))


def _without_version(text: str) -> Broken:
    opening = read_opening(text)
    readable = unquoted(text) if opening.code == "quoted" else text
    head = fault(opening.at, opening.term, opening.code, opening.meant)
    words = list(_words(readable, opening.end))
    return Broken(text, (head, *_once_only(_parts(words))))
