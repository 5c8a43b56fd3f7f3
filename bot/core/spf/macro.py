"""RFC 7208, 7: macro strings, read once into values and expanded from a session's values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.core.lookup import MAX_NAME

LETTERS = frozenset("slodiphv")  # RFC 7208, 7.2: everywhere
EXPLANATION_LETTERS = LETTERS | frozenset("crt")  # RFC 7208, 7.2: only in the text of an exp=
MOST_PARTS = 10_000  # more right-hand parts than any value has (RFC 7208, 7.3: "all are used")

# RFC 7208, 7.1: macro-literal / "%%" / "%_" / "%-" / "%{" macro-letter transformers *delimiter "}"
_PIECE = re.compile(
    r"(?P<literal>[\x21-\x24\x26-\x7e]+)"
    r"|%(?P<symbol>[%_-])"
    r"|%\{(?P<letter>[a-z])(?P<digits>[0-9]*)(?P<reverse>r?)(?P<delimiters>[-.+,/_=]*)\}",
    re.IGNORECASE | re.ASCII,
)
# RFC 7208, 7.1: toplabel, but for the rule that digits alone are none
_TOP_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_SYMBOLS = {"%": "%", "_": " ", "-": "%20"}  # RFC 7208, 7.1
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True, slots=True)
class Literal:
    """Characters that stand for themselves."""

    text: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """`%%`, `%_` or `%-`, by what it expands to."""

    text: str


@dataclass(frozen=True, slots=True)
class Macro:
    """`%{letter}` with its transformers: how many right-hand parts (None: all), in which order."""

    letter: str  # lower case
    parts: int | None = None
    reverse: bool = False
    delimiters: str = "."
    escape: bool = False  # an upper-case letter: URL-escape the value


Piece: TypeAlias = Literal | Symbol | Macro


@dataclass(frozen=True, slots=True)
class MacroString:
    """A legal macro-string: its text as published, and what that text means."""

    text: str
    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return self.text

    @property
    def letters(self) -> frozenset[str]:
        """The macro letters in use, lower case; empty where the text needs no session."""
        return frozenset(piece.letter for piece in self.pieces if isinstance(piece, Macro))


def read_macros(
    text: str, letters: frozenset[str] = LETTERS, *, spaces: bool = False
) -> MacroString | int:
    """The macro-string that `text` is, or the offset of the first character that is wrong.

    `spaces` allows the SP of an explain-string (RFC 7208, 6.2).
    """
    pieces: list[Piece] = []
    at = 0
    while at < len(text):
        if spaces and text[at] == " ":
            pieces.append(Literal(" "))
            at += 1
            continue
        found = _PIECE.match(text, at)
        piece = _piece(found, letters) if found else None
        if found is None or piece is None:
            return at
        pieces.append(piece)
        at = found.end()
    return MacroString(text, tuple(pieces))


def _piece(found: re.Match[str], letters: frozenset[str]) -> Piece | None:
    if found["literal"]:
        return Literal(found["literal"])
    if found["symbol"]:
        return Symbol(_SYMBOLS[found["symbol"]])
    digits = found["digits"].lstrip("0")
    if found["letter"].lower() not in letters or (found["digits"] and not digits):
        return None  # RFC 7208, 7.3: a DIGIT MUST be nonzero
    return Macro(
        letter=found["letter"].lower(),
        parts=int(digits) if 0 < len(digits) < len(str(MOST_PARTS)) else None,
        reverse=bool(found["reverse"]),
        delimiters=found["delimiters"] or ".",
        escape=found["letter"].isupper(),
    )


def read_domain_spec(text: str) -> MacroString | int:
    """The domain-spec that `text` is, or the offset of what is wrong (RFC 7208, 7.1).

    A domain-spec ends in a macro or in a dot and a top label; a single label is none.
    """
    macros = read_macros(text)
    if isinstance(macros, int):
        return macros
    last = macros.pieces[-1] if macros.pieces else Literal("")
    if isinstance(last, Literal) and not _ends_domain(last.text):
        return len(text) - len(last.text)
    return macros


def _ends_domain(text: str) -> bool:
    _, dot, label = text.removesuffix(".").rpartition(".")
    return bool(dot and _TOP_LABEL.fullmatch(label) and not label.isdigit())


def expand(macros: MacroString, values: Mapping[str, str]) -> str:
    """The text with every macro replaced by the value of its letter (RFC 7208, 7.3)."""
    return "".join(
        _value(piece, values[piece.letter]) if isinstance(piece, Macro) else piece.text
        for piece in macros.pieces
    )


def _value(macro: Macro, value: str) -> str:
    parts = re.split(f"[{re.escape(macro.delimiters)}]", value)
    if macro.reverse:
        parts.reverse()
    if macro.parts is not None:
        parts = parts[-macro.parts :]
    joined = ".".join(parts)
    return _url_escaped(joined) if macro.escape else joined


def _url_escaped(text: str) -> str:
    return "".join(
        chr(octet) if octet in _UNRESERVED else f"%{octet:02X}"
        for octet in text.encode("utf-8", "surrogatepass")
    )


def target_name(macros: MacroString, values: Mapping[str, str]) -> str:
    """The name a domain-spec leads to: without a final dot, cut from the left to 253 octets.

    RFC 7208, 7.3: whole labels go, with the dot that follows. The name may still be one that DNS
    cannot be asked for: `bot.core.lookup.queryable` tells.
    """
    name = expand(macros, values).removesuffix(".")
    if len(name) <= MAX_NAME:
        return name
    first_dot = name.find(".", len(name) - MAX_NAME - 1)
    return name[first_dot + 1 :]
