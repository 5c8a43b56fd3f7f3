"""Names what is wrong with an IP address in a word of an SPF record, and says what was meant by it."""

import re
from ipaddress import ip_network

from bot.core.spf.grammar import read_term
from bot.core.spf.term import Term

_FLAGS = re.IGNORECASE | re.ASCII | re.DOTALL
_ADDRESS = re.compile(
    r"(?P<sign>[-+?~]?)(?P<address>[0-9]+(?:\.[0-9]+){3}|[0-9a-f]*:[0-9a-f:.]*)(?P<size>/[0-9]+)?",
    _FLAGS,
)
# As mail servers and routers show an address: in brackets, with a port, with a mask
_FOREIGN = re.compile(
    r"\[(?:ipv6:)?(?P<inside>[0-9a-f:.]+)\](?::[0-9]+)?"
    r"|(?P<v4>[0-9]+(?:\.[0-9]+){3})(?::[0-9]+|(?P<mask>/[0-9]+(?:\.[0-9]+){3}))",
    _FLAGS,
)
_HOST = re.compile(r"(?:[a-z0-9_-]+\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)\.?", _FLAGS)

_Found = tuple[str, tuple[Term, ...]] | None


def bare_address(word: str) -> _Found:
    """The fault of an address without `ip4:` or `ip6:` in front."""
    found = _ADDRESS.fullmatch(word)
    meant = _signed(found["sign"], _networks(found)) if found else ()
    return ("bare-address", meant) if meant else None


def address_as_name(sign: str, value: str) -> tuple[Term, ...]:
    """What is meant by an address that stands where a domain belongs; nothing if it is none."""
    found = _ADDRESS.fullmatch(value)
    return _signed(sign, _networks(found)) if found else ()


def in_place_of_address(sign: str, value: str, *, family: str) -> _Found:
    """What is wrong behind `ip4:` or `ip6:`, the sign in front of it and its family."""
    found = _ADDRESS.fullmatch(value)
    if found is None and _HOST.fullmatch(value):
        return "name-as-address", _terms(f"{sign}a:{value}")
    if found is None:
        return "bad-address", _signed(sign, _foreign(value))
    networks = _networks(found)
    if not networks:
        whole = _ADDRESS.fullmatch(found["address"])
        return "bad-prefix-length" if whole and _networks(whole) else "bad-address", ()
    meant = _signed(sign, networks)
    same_family = str(networks[0]).startswith(family)
    return "bad-prefix-length" if same_family else "wrong-family", meant


def _foreign(value: str) -> tuple[Term, ...]:
    found = _FOREIGN.fullmatch(value)
    return _network((found["inside"] or found["v4"]) + (found["mask"] or "")) if found else ()


def _networks(found: re.Match[str]) -> tuple[Term, ...]:
    return _network(found["address"] + (found["size"] or ""))


def _network(text: str) -> tuple[Term, ...]:
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return ()
    return _terms(f"ip{network.version}:{network}")


def _signed(sign: str, networks: tuple[Term, ...]) -> tuple[Term, ...]:
    return _terms(*(f"{sign}{network}" for network in networks))


def _terms(*words: str) -> tuple[Term, ...]:
    return tuple(term for word in words if (term := read_term(word)))
