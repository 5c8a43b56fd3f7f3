"""Text as people type and paste it -> plain text: no invisible characters, plain quotes and spaces."""

import re
import unicodedata

SHOWN_LENGTH = 48  # characters of what was typed that an error sentence repeats
_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060-\u2064\ufeff\ufe00-\ufe0f]")
# ZWNJ and ZWJ belong to Persian and Indic words (RFC 5892, A.1); after a Latin letter they are litter.
_STRAY_JOINER = re.compile(r"(?<![\u0600-\ud7ff])[\u200c\u200d]")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Windows and Outlook wrap copied addresses in these; inside a word they turn it round, so there they stay.
_BIDI_AT_EDGE = re.compile(rf"(?<![^\s<>\"',;()\[\]])[{_BIDI}]+|[{_BIDI}]+(?![^\s<>\"',;()\[\]])")
_LIKE_ASCII = str.maketrans(
    "\u201c\u201d\u201e\u201f\u00ab\u00bb"  # double quotes
    "\u2018\u2019\u201a\u201b"  # single quotes
    "\uff20\ufe6b\uff1c\uff1e\u2039\u203a"  # at signs and angle brackets
    "\uff0c\uff1b\uff1a"  # fullwidth comma, semicolon, colon
    "\u2010\u2011\u2013\u2212",  # hyphens that programs put in by themselves
    '"' * 6 + "'" * 4 + "@@<><>" + ",;:" + "-" * 4,
)


def plain(text: str) -> str:
    """The text with composed characters and without what nobody meant to type; lines stay lines."""
    lines = (_SPACES.sub(" ", line) for line in text.splitlines())
    text = _INVISIBLE.sub("", "\n".join(lines))
    text = _BIDI_AT_EDGE.sub("", _STRAY_JOINER.sub("", text))
    return unicodedata.normalize("NFC", text.translate(_LIKE_ASCII)).strip()


def visible(text: str, longest: int = SHOWN_LENGTH) -> str:
    """The text for repeating in a sentence: shortened, one line, invisible characters spelt out."""
    text = " ".join(text.split())
    shown = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(f"[U+{ord(c):04X}]" if is_hidden(c) else c for c in shown)


def is_hidden(character: str) -> bool:
    """Whether a character shows nothing of its own: controls, format characters, surrogates."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
