"""What a text begins with: `v=spf1` and a space, or what somebody wrote in their place."""

import re
from typing import NamedTuple

from bot.core.spf.grammar import read_term
from bot.core.spf.slip import QUOTES, SPACES, behind_version
from bot.core.spf.term import Term

VERSION = "v=spf1"
_FLAGS = re.IGNORECASE | re.DOTALL
_BLANKS = " " + SPACES
_VERSION = re.compile(r"v=spf1(?= |\Z)", re.IGNORECASE | re.ASCII)
_INSIDE = re.compile(r"(?<![a-z0-9])v=spf1(?= |\Z)", re.IGNORECASE | re.ASCII)
# What people publish and believe to be an SPF record; receivers ignore it (RFC 7208, 4.5).
_RESEMBLES = re.compile(
    rf"[{_BLANKS}{QUOTES}]*(?:v\s*[=:]\s*spf|spf2\.0|spf1[\s=:])", re.IGNORECASE
)
# The first that fits; `term` is what a finding shows, the record's own terms stand behind it all.
_KINDS = {
    "quoted": re.compile(rf"[{_BLANKS}]*(?P<term>[{QUOTES}]+v=spf1)(?=[ {QUOTES}]|\Z)", _FLAGS),
    "spf2": re.compile(rf"[{_BLANKS}]*(?P<term>spf2\.0[^ ]*)", _FLAGS),
    "version-special-space": re.compile(rf"[{_BLANKS}]*(?P<term>v=spf1[{SPACES}][^ ]*)", _FLAGS),
    "version-glued": re.compile(rf"[{_BLANKS}]*(?P<term>v=spf1[^a-z0-9][^ ]*)", _FLAGS),
    "no-version": re.compile(rf"[{_BLANKS}]*(?P<term>v\s*[=:]\s*spf1?)(?=\s)", _FLAGS),
}
_FIRST_WORD = re.compile(" *(?P<term>[^ ]*)")


class Opening(NamedTuple):
    """What stands where `v=spf1` belongs: the code of the fault, its place and text.

    The terms begin at `end`; `meant` are those that the faulty word itself holds.
    """

    code: str
    at: int
    term: str
    end: int
    meant: tuple[Term, ...] = ()


def is_spf(text: str) -> bool:
    """Whether a TXT record is an SPF record at all: `v=spf1`, then a space or the end (4.5)."""
    return _VERSION.match(text) is not None


def resembles_spf(text: str) -> bool:
    """Whether somebody meant a TXT record to be SPF, though receivers may ignore it."""
    return bool(_RESEMBLES.match(text) or _INSIDE.search(text))


def read_opening(text: str) -> Opening:
    """The opening of a text that is no SPF record; a term that comes first is no fault itself."""
    if not _KINDS["quoted"].match(text) and (inside := _INSIDE.search(text)):
        return _in_front(text[: inside.start()], inside.end())
    for code, pattern in _KINDS.items():
        if found := pattern.match(text):
            return _opening(code, found)
    found = _FIRST_WORD.match(text)
    if found is None or (read_term(found["term"]) and not resembles_spf(text)):
        return Opening("no-version", 0, "", 0)
    return _opening("no-version", found)


def _in_front(before: str, end: int) -> Opening:
    """What stands before `v=spf1` in a text."""
    term = before.strip(_BLANKS)
    if not term:
        return Opening("blank-in-front", 0, before, end)
    return Opening("text-in-front", before.index(term), term, end)


def _opening(code: str, found: re.Match[str]) -> Opening:
    glued = code in {"version-glued", "version-special-space"}
    meant = behind_version(found["term"]) if glued else ()
    return Opening(code, found.start("term"), found["term"], found.end(), meant)


def unquoted(text: str) -> str:
    """The text without the quotation marks at its end."""
    return text.rstrip(_BLANKS).rstrip(QUOTES)
