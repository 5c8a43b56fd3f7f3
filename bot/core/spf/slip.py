"""Names what is wrong with a word of an SPF record, and says what was surely meant by it."""

import re
from collections.abc import Callable
from itertools import chain

from rapidfuzz import fuzz, process

from bot.core.spf.fault import Fault, fault
from bot.core.spf.grammar import read_term
from bot.core.spf.macro import LETTERS, read_macros
from bot.core.spf.slip_address import address_as_name, bare_address, in_place_of_address
from bot.core.spf.term import All, Exists, Include, Ip4, Ip6, Redirect, Term, Unknown

NEAR = 75  # per cent of likeness: `inclde` is near to `include`, `v` or `ip` to nothing
FEWEST_MARKS = 2  # `:` or `=` in a word that is two terms run together; most words have one
NAMES = ("include", "exists", "redirect", "all", "ptr", "ip4", "ip6", "exp", "mx", "a")
KNOWN_AS = {"ipv4": "ip4", "ipv6": "ip6", "ip": "ip4", "ip-4": "ip4", "ip4s": "ip4", "host": "a"}
_FLAGS = re.IGNORECASE | re.ASCII | re.DOTALL

_NAMED = re.compile(
    r"(?P<sign>[-+?~]?)(?P<name>[a-z][a-z0-9-]*)(?P<mark>[:=/])(?P<value>.*)", _FLAGS
)
_BARE = re.compile(r"(?P<sign>[-+?~]?)(?P<name>[a-z][a-z0-9-]*)", _FLAGS)
_GLUED = re.compile(r"(?P<first>.+?)(?P<all>[-+?~]all)", _FLAGS)
# Where another term begins inside a word: a long record is cut into strings that join without space
_SEAM = re.compile(r"(?<=[^-+?~])(?=[-+?~]?(?:include:|exists:|ip4:|ip6:|redirect=))", _FLAGS)
_NAME_TWICE = re.compile(
    r"(?P<sign>[-+?~]?)(?P<name>[a-z0-9]+[:=])(?:(?P=name))+(?P<rest>.*)", _FLAGS
)
_ALL_AND_MORE = re.compile(r"(?P<all>[-+?~]all)[^a-z0-9:=/].*", _FLAGS)
_DOUBLED = re.compile(r"(?P<sign>[-+?~])(?P=sign)+(?P<rest>[a-z].*)", _FLAGS)
_URL = re.compile(r"(?:[a-z]+://|mailto:|[^@]*@)(?P<host>[a-z0-9._-]+)(?:[:/?].*)?", _FLAGS)
# Characters that look like a space and are none: tab and line's end, no-break, wide, of no width
SPACES = "\t\r\n\u00a0" + "".join(map(chr, range(0x2000, 0x200E))) + "\u202f\u2060\u3000\ufeff"
QUOTES = "\"'\u00ab\u00bb" + "".join(map(chr, range(0x2018, 0x2020)))
_SPACES = re.compile(f"[{SPACES}]+")
_QUOTES = re.compile(f"[{QUOTES}]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def diagnose(position: int, word: str) -> Fault:
    """The fault of a word that is no term by the grammar."""
    code, meant = _first_found(_RULES, word) or ("unknown-term", ())
    return fault(position, word, code, meant)


def behind_version(word: str) -> tuple[Term, ...]:
    """What is meant by the rest of a word that begins with `v=spf1` but goes on."""
    rest = re.sub("^[^a-z0-9~?+-]+", "", word[len("v=spf1") :], flags=re.IGNORECASE)
    return _terms(rest) or diagnose(0, rest).meant


def suspect(position: int, term: Term) -> Fault | None:
    """The slip in a term that is legal but surely meant otherwise, or None."""
    if isinstance(term, Ip4 | Ip6 | All):
        return None  # no room for a slip, and most terms are such
    word = str(term)
    if isinstance(term, Unknown):
        found = _suspicious_modifier(term)
    else:
        named = isinstance(term, Include | Exists | Redirect) and not term.domain.letters
        rules = (_glued, _seam, _listed, _more_than_once, _url) if named else (_glued, _seam, _url)
        found = _first_found(rules, word)
    return fault(position, word, *found) if found else None


_Found = tuple[str, tuple[Term, ...]] | None


def _suspicious_modifier(term: Unknown) -> _Found:
    name = term.name.lower()
    if name in {"v", "spf", "spf1"}:
        return "version-twice", ()
    if meant := read_term(f"{term.name}:{term.value}"):
        return "equals-sign", (meant,)
    if (near := _nearest(name)) and (
        meant := _first(f"{near}={term.value}", f"{near}:{term.value}")
    ):
        return "misspelt", (meant,)
    return None


def _first(*words: str) -> Term | None:
    read = (read_term(word) for word in words)
    return next((term for term in read if term and not isinstance(term, Unknown)), None)


def _nearest(name: str) -> str | None:
    if name in KNOWN_AS:
        return KNOWN_AS[name]
    near = process.extractOne(name, NAMES, scorer=fuzz.ratio, score_cutoff=NEAR)
    return near[0] if near and near[0] != name else None


def _terms(*words: str) -> tuple[Term, ...]:
    return tuple(term for word in words if (term := read_term(word)))


def _meant(word: str) -> tuple[Term, ...]:
    """What a piece of a word means: a term, or one that a simple rule puts right."""
    found = _first_found(_SIMPLE, word)
    return _terms(word) or (found[1] if found else ())


def _first_found(rules: tuple[Callable[[str], _Found], ...], word: str) -> _Found:
    return next((found for rule in rules if (found := rule(word))), None)


def _split(pattern: re.Pattern[str], code: str) -> Callable[[str], _Found]:
    def rule(word: str) -> _Found:
        if not pattern.search(word):
            return None
        return code, tuple(term for piece in pattern.split(word) for term in _meant(piece))

    return rule


def _replaced(pattern: re.Pattern[str], by: str, code: str) -> Callable[[str], _Found]:
    def rule(word: str) -> _Found:
        return (code, _meant(pattern.sub(by, word))) if pattern.search(word) else None

    return rule


def _not_ascii(word: str) -> _Found:
    return ("not-ascii", ()) if not word.isascii() or not word.isprintable() else None


def _comma(word: str) -> _Found:
    pieces = [piece for piece in re.split("[,;]", word) if piece]
    if not pieces or pieces == [word]:
        return None
    meant = [_meant(piece) for piece in pieces]
    return ("comma", tuple(chain.from_iterable(meant))) if all(meant) else None


def _listed(word: str) -> _Found:
    """Several domains behind one name: `include:a.example,b.example`."""
    found = _NAMED.fullmatch(word)
    names = re.split("[,;]", found["value"]) if found else []
    if found is None or len(names) == 1:
        return None
    head = word[: found.start("value")]
    return "comma", _terms(*(name if read_term(name) else head + name for name in names))


def _glued(word: str) -> _Found:
    found = _GLUED.fullmatch(word)
    first = read_term(found["first"]) if found else None
    if found is None or first is None or isinstance(first, Unknown):
        return None
    last = read_term(found["all"])
    return ("glued-all", (first, last)) if isinstance(last, All) else None


def _value(word: str) -> _Found:
    """What is wrong behind a name that SPF knows."""
    found = _NAMED.fullmatch(word)
    if found is None or found["name"].lower() not in NAMES:
        return None
    if not found["value"]:
        return "missing-value", ()
    name = found["name"].lower()
    if name == "all":
        return "unwanted-value", (All(),) if not found["sign"] else _terms(found["sign"] + "all")
    if name in {"redirect", "exp"}:
        return _modifier(found)
    if name in {"ip4", "ip6"}:
        return in_place_of_address(found["sign"], found["value"], family=name)
    return _domain(found)


def _modifier(found: re.Match[str]) -> _Found:
    meant = _terms(f"{found['name']}={found['value']}")
    if found["mark"] != "=":
        return "missing-separator", meant
    return ("qualified-modifier", meant) if found["sign"] else _domain(found)


def _domain(found: re.Match[str]) -> _Found:
    if meant := address_as_name(found["sign"], found["value"]):
        return "address-as-name", meant
    if (
        isinstance(read_macros(found["value"].split("/")[0], LETTERS), int)
        and "%" in found["value"]
    ):
        return "bad-macro", ()
    if re.fullmatch(r".*[a-z]\.?/[0-9/]*", found["value"], _FLAGS) and found["mark"] == ":":
        return "bad-prefix-length", ()
    return "bad-domain", ()


def _url(word: str) -> _Found:
    named = _NAMED.fullmatch(word)
    host = _URL.fullmatch(named["value"]) if named else None
    if named is None or host is None:
        return None
    return "url", _terms(f"{named['sign']}{named['name']}{named['mark']}{host['host']}")


def _seam(word: str) -> _Found:
    if word.count(":") + word.count("=") < FEWEST_MARKS:
        return None
    pieces = [read_term(piece) for piece in _SEAM.split(word)]
    terms = tuple(piece for piece in pieces if piece and not isinstance(piece, Unknown))
    return ("glued-terms", terms) if 1 < len(terms) == len(pieces) else None


def _more_than_once(word: str) -> _Found:
    """A name or sign that stands twice, `ip4:ip4:` or `--all`, and what stands behind `~all`."""
    if found := _NAME_TWICE.fullmatch(word):
        meant = read_term(found["sign"] + found["name"] + found["rest"])
    elif found := _DOUBLED.fullmatch(word):
        meant = read_term(found["sign"] + found["rest"])
    else:
        found = _ALL_AND_MORE.fullmatch(word)
        meant = read_term(found["all"]) if found else None
    return ("misspelt", (meant,)) if meant else None


def _misspelt(word: str) -> _Found:
    found = _NAMED.fullmatch(word) or _BARE.fullmatch(word)
    near = _nearest(found["name"].lower()) if found else None
    if found is None or near is None:
        return None
    rest = word[found.end("name") :]
    meant = _terms(found["sign"] + near + rest)
    return ("misspelt", meant) if meant else None


def _missing_value(word: str) -> _Found:
    found = _BARE.fullmatch(word)
    return ("missing-value", ()) if found and found["name"].lower() in NAMES else None


_SIMPLE: tuple[Callable[[str], _Found], ...] = (
    *(_glued, _seam, _more_than_once, bare_address, _url),
    *(_value, _misspelt, _missing_value),
)
_RULES: tuple[Callable[[str], _Found], ...] = (
    _split(_SPACES, "no-break-space"),
    _replaced(_QUOTES, "", "quotation-mark"),
    _replaced(_DASHES, "-", "typographic-dash"),
    _not_ascii,
    _comma,
    *_SIMPLE,
)
