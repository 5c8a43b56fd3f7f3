"""Text -> folded words and language; knows nothing of sections, indexes and scores."""

import re
from functools import lru_cache
from typing import NamedTuple

from bot.core.frequency import fold, listed, zipf_list
from bot.core.words import Language

MAX_TEXT = 40_000  # characters; Slack cuts messages here, and nobody asks more

_UMLAUT = re.compile(r"(?<=[b-df-hj-np-tv-xz])(a|o|u)e|^(a|o|u)e")  # not in "neue", "Frauen"


def unify(word: str) -> str:
    """A folded word with `ae`, `oe`, `ue` read as umlauts where that makes the likelier word."""
    if "ae" not in word and "oe" not in word and "ue" not in word:
        return word
    other = _UMLAUT.sub(lambda m: m[1] or m[2], word)
    return word if listed(word) > listed(other) else other


# --- what Slack and Markdown put around words -------------------------------------------------

_MARKUP = (
    (re.compile(r"<(?:mailto:|https?://)?[^<>|\s]+\|([^<>|]+)>"), r" \1 "),  # <target|label>
    (re.compile(r"<[@#!][^<>]*>"), " "),  # <@U…>, <#C…>, <!here>
    (re.compile(r"<(?:mailto:|https?://)?([^<>\s]+)>"), r" \1 "),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),  # [label](target)
    (re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:|(?<!\w):[+-]1:"), " "),  # :wave:
    (re.compile(r"@(?:here|channel|everyone)\b"), " "),
)


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKED = re.compile(r"[<\[&:@]")  # without one of these, a text has no markup


def plain(text: str) -> str:
    """The text without Slack's tokens and emoji codes and without Markdown's links and comments."""
    text = text[:MAX_TEXT]
    if not _MARKED.search(text):
        return text
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    commented, end, rest = text.rpartition("-->")  # beyond it, a search for an end would not end
    text = _COMMENT.sub(" ", commented + end) + rest
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    return text


# --- words --------------------------------------------------------------------------------------

MAX_WORD = 64  # characters of a word that are looked at


class Word(NamedTuple):
    """A word of a text: as shown, folded, and the parts that punctuation makes of it.

    `is_name` tells an address, a domain or a link: what it holds is somebody's own, so that a
    library need not know it.
    """

    shown: str
    folded: str
    parts: tuple[str, ...] = ()
    is_name: bool = False


_NAME = (  # starts only where a run of such characters does: from within one, each would be scanned anew
    r"(?<![\w.+-])[\w.+-]*+@[\w-]+(?:\.[\w-]+)+|https?://[^\s<>|]+"
    r"|(?<![\w.-])(?:[\w-]+\.)+[a-zA-Z]{2,}\b"
)
_PLAIN = r"[^\W_]\w*+(?:['’.-]\w++)*+"  # possessive: a quarter faster
_TOKEN = re.compile(_PLAIN)
_TOKEN_OR_NAME = re.compile(rf"{_NAME}|{_PLAIN}|@")
_IS_NAME = re.compile(_NAME)
_BREAK = re.compile(r"[^\w]+|_+")
_CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)$|(?<!ca)(?<!wo)n['’]t$|['’]t$", re.IGNORECASE)


def tokens(text: str) -> list[str]:
    """The words of a plain text as they stand there, in their order."""
    wide = "@" in text or "://" in text  # the slow pattern only where it can matter
    return (_TOKEN_OR_NAME if wide else _TOKEN).findall(text)


def words(text: str) -> list[Word]:
    """The words of a text in their order; what holds dots, hyphens or @ comes whole and in parts."""
    return [word(token) for token in tokens(plain(text))]


@lru_cache(maxsize=10_000)
def word(token: str) -> Word:
    """What one token of `tokens` says."""
    shown = token[:MAX_WORD]
    if shown.isalnum() or shown == "@":
        return Word(shown, unify(fold(shown)) or shown)
    pieces = _email([unify(fold(p)) for p in _BREAK.split(_CLITIC.sub("", shown)) if p])
    if _IS_NAME.fullmatch(token):
        return Word(shown, fold(shown), tuple(pieces), is_name=True)
    if len(pieces) == 1:
        return Word(shown, pieces[0])
    return Word(shown, "".join(pieces) or shown, tuple(pieces))


def _email(pieces: list[str]) -> list[str]:
    """E-Mail is one word, however it is spelled."""
    if len(pieces) > 1 and pieces[0] == "e" and pieces[1].startswith("mail"):
        return ["e" + pieces[1], *pieces[2:]]
    return pieces


_SENTENCE = re.compile(r"\.\s|!\s|\?\s|;\s|:\s|\n| [•|]\s")  # literals in front: much faster


def sentences(text: str) -> list[str]:
    """The sentences, list items and lines of a plain text, without what ends them."""
    return [s for s in (part.strip() for part in _SENTENCE.split(text)) if s]


# --- language -----------------------------------------------------------------------------------

_LATIN = re.compile(r"[^\W\d_]+")
UNHEARD = 2.0  # Zipf value of a word that a language's list lacks
CLEAR = 1.0  # Zipf values by which one language must lead
UMLAUT_WEIGHT = 2.0  # Zipf values that an umlaut or ß speaks for German


# What somebody else said: an error message in a question need not be in the asker's language.
# Bounded, so that openings without an end cost no time.
_TOLD = re.compile(
    r"```.*?```|`[^`]{1,400}`|[„“][^„“”\"]{0,400}[“”\"]|\"[^\"]{0,400}\"|«[^«»]{0,400}»|»[^«»]{0,400}«"
    r"|(?<!\w)['‚‘][^'‘’]{3,400}['‘’](?!\w)"
    r"|\b[245]\d\d[ -](?:(?! - )[^–—?\n]){0,400}"  # a mail server's reply (RFC 5321, 4.2)
    r"|:\s[^\n]{1,400}",
    re.DOTALL,
)
TOLD = 0.15  # what a word told by somebody else weighs, against one of the asker's own
_PIECE = re.compile(r"[\w@][^\s<>|]*+")
MAX_NAME = 254  # characters of an address (RFC 5321, 4.5.3.1.3)


def guess_language(text: str) -> Language | None:
    """The language that more of the text's words speak for, or None where it stays open.

    What is quoted, stands as code, after a colon or in a server's reply counts little; addresses,
    domains and links count nothing, for `two-records.example` is English in every language.
    """
    read = _PIECE.sub(_unless_name, plain(text).lower())
    own, whole = _lead(_TOLD.sub(" ", read)), _lead(read)
    for lead in (own + TOLD * (whole - own), whole):
        if abs(lead) >= CLEAR:
            return Language.DE if lead > 0 else Language.EN
    return None


def _unless_name(piece: re.Match[str]) -> str:
    said, end = piece[0], len(piece[0])
    while end and not said[end - 1].isalnum():  # what ends the sentence is no part of the name
        end -= 1
    is_name = end <= MAX_NAME and _IS_NAME.fullmatch(said[:end])
    return " " + said[end:] if is_name else said


def _lead(text: str) -> float:
    """By how many Zipf values the words of a text are more usual in German than in English."""
    lead = 0.0
    german, english = zipf_list(Language.DE), zipf_list(Language.EN)
    for word in _LATIN.findall(text):
        lead += german.get(word.casefold(), UNHEARD) - english.get(word, UNHEARD)  # lists ß as ss
        lead += UMLAUT_WEIGHT * (not word.isascii() and any(c in "äöüß" for c in word))
    return lead
