"""The strict grammar of one term of an SPF record (RFC 7208, 12): a word -> Term, or None."""

import re
from collections.abc import Callable
from ipaddress import IPv6Address

from bot.core.spf.macro import MacroString, read_domain_spec, read_macros
from bot.core.spf.network import V4, V6, Network
from bot.core.spf.term import (
    V4_BITS,
    V6_BITS,
    A,
    All,
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

_QUALIFIERS = {"": Qualifier.PASS} | {qualifier.value: qualifier for qualifier in Qualifier}
_FLAGS = re.IGNORECASE | re.ASCII | re.DOTALL
# RFC 7208, 4.6.1: the name of a mechanism ends at ":" or "/" or at the end of the term
_DIRECTIVE = re.compile(
    r"(?P<sign>[-+?~]?)(?P<name>all|include|a|mx|ptr|ip6|exists)(?P<rest>(?:[:/].*)?)", _FLAGS
)
_MODIFIER = re.compile(r"(?P<name>[a-z][a-z0-9._-]*)=(?P<value>.*)", _FLAGS)
_V4_LENGTH = r"/(?P<v4>0|[1-9][0-9]?)"  # RFC 7208, 12: no leading zeros
_V6_LENGTH = r"/(?P<v6>0|[1-9][0-9]{0,2})"
_HOST = re.compile(rf"(?::(?P<host>.*?))?(?:{_V4_LENGTH})?(?:/{_V6_LENGTH})?", _FLAGS)
_QNUM = {str(number): number for number in range(256)}  # RFC 7208, 12: no leading zeros
_V4_LENGTHS = {None: V4_BITS} | {str(bits): bits for bits in range(V4_BITS + 1)}
_IP4 = re.compile(r"([-+?~]?)ip4:(\d+)\.(\d+)\.(\d+)\.(\d+)(?:/(\d+))?", _FLAGS)
_IP6 = re.compile(rf":(?P<address>[0-9a-f:.]+)(?:{_V6_LENGTH})?", _FLAGS)


def read_term(word: str) -> Term | None:
    """The term that `word` is by RFC 7208's grammar, or None; whoever asks names the fault."""
    if plain := _IP4.fullmatch(word):  # most terms of big records, so they come first
        return _ip4(plain)
    if directive := _DIRECTIVE.fullmatch(word):
        read = _MECHANISMS[directive["name"].lower()]
        return read(directive["rest"], _QUALIFIERS[directive["sign"]])
    if modifier := _MODIFIER.fullmatch(word):
        return _modifier(modifier["name"], modifier["value"])
    return None


def _modifier(name: str, value: str) -> Modifier | None:
    if name.lower() not in {"redirect", "exp"}:
        macros = read_macros(value)
        return None if isinstance(macros, int) else Unknown(name, macros)
    spec = read_domain_spec(value)
    if isinstance(spec, int):
        return None
    return Redirect(spec) if name.lower() == "redirect" else Explanation(spec)


def _all(rest: str, qualifier: Qualifier) -> All | None:
    return None if rest else All(qualifier)


def _domain(rest: str) -> MacroString | None:
    spec = read_domain_spec(rest[1:]) if rest.startswith(":") else 0
    return None if isinstance(spec, int) else spec


def _include(rest: str, qualifier: Qualifier) -> Include | None:
    spec = _domain(rest)
    return None if spec is None else Include(spec, qualifier)


def _exists(rest: str, qualifier: Qualifier) -> Exists | None:
    spec = _domain(rest)
    return None if spec is None else Exists(spec, qualifier)


def _ptr(rest: str, qualifier: Qualifier) -> Ptr | None:
    if not rest:
        return Ptr(None, qualifier)
    spec = _domain(rest)
    return None if spec is None else Ptr(spec, qualifier)


def _a(rest: str, qualifier: Qualifier) -> A | None:
    parts = _host_and_lengths(rest)
    return parts and A(*parts, qualifier)


def _mx(rest: str, qualifier: Qualifier) -> Mx | None:
    parts = _host_and_lengths(rest)
    return parts and Mx(*parts, qualifier)


def _host_and_lengths(rest: str) -> tuple[MacroString | None, int, int] | None:
    found = _HOST.fullmatch(rest)
    if found is None:
        return None
    v4, v6 = int(found["v4"] or V4_BITS), int(found["v6"] or V6_BITS)
    if v4 > V4_BITS or v6 > V6_BITS:
        return None
    if found["host"] is None:
        return None, v4, v6
    spec = read_domain_spec(found["host"])
    return None if isinstance(spec, int) else (spec, v4, v6)


def _ip4(found: re.Match[str]) -> Ip4 | None:
    sign, a, b, c, d, size = found.groups()
    try:
        address = _QNUM[a] << 24 | _QNUM[b] << 16 | _QNUM[c] << 8 | _QNUM[d]
        ignored = V4_BITS - _V4_LENGTHS[size]
    except KeyError:
        return None
    return Ip4(Network(V4, address >> ignored << ignored, V4_BITS - ignored), _QUALIFIERS[sign])


def _ip6(rest: str, qualifier: Qualifier) -> Ip6 | None:
    found = _IP6.fullmatch(rest)
    length = int(found["v6"] or V6_BITS) if found else V6_BITS
    if found is None or length > V6_BITS:
        return None
    try:
        address = IPv6Address(found["address"])
    except ValueError:
        return None
    return Ip6(Network.of(V6, int(address), length), qualifier)


_MECHANISMS: dict[str, Callable[[str, Qualifier], Mechanism | None]] = {
    "all": _all,
    "include": _include,
    "a": _a,
    "mx": _mx,
    "ptr": _ptr,
    "ip6": _ip6,
    "exists": _exists,
}
