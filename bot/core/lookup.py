"""How the core talks about DNS: it yields a `Query`, the edge sends back a `Response`."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address
from typing import TypeAlias, TypeVar

T = TypeVar("T")

MAX_NAME = 253  # octets of a whole name without its final dot (RFC 1035, 2.3.4)
MOST_ABOVE = 8  # names above a missing one that are asked about; people type fewer
MAX_LABEL = 63  # octets of one label (RFC 1035, 2.3.4)


class Kind(StrEnum):
    """The record types Helpdesk asks for."""

    A = "A"
    AAAA = "AAAA"
    CNAME = "CNAME"
    MX = "MX"
    NS = "NS"
    PTR = "PTR"
    SOA = "SOA"
    TXT = "TXT"

    __hash__ = str.__hash__  # Enum's own is written in Python, and queries are hashed all the time


@dataclass(frozen=True, slots=True)
class Query:
    """One question to DNS: a name in A-labels, lower case, without the final dot, and a type.

    The name may hold any printable ASCII (macros expand to odd labels) but is always legal in
    length: labels of 1-63 octets, 253 in all. `queryable` in this module tells.
    """

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Mx:
    """The value of one MX record (RFC 5321, 5.1; a host of "" is the null MX of RFC 7505)."""

    preference: int
    host: str


Value: TypeAlias = IPv4Address | IPv6Address | Mx | str


@dataclass(frozen=True, slots=True)
class Records:
    """DNS answered: the values in the order of the packet, or none.

    TXT values are text, their strings joined without a space (RFC 7208, 3.3), decoded as UTF-8
    with U+FFFD for what is not; two identical records stay two. `name_exists` is False for
    NXDOMAIN and True for NODATA. `ttl` is the smallest of the answer (of the SOA for none), in
    seconds; `alias` is the final name where a CNAME led elsewhere.
    """

    values: tuple[Value, ...] = ()
    name_exists: bool = True
    ttl: int = 0
    alias: str | None = None


class Reason(StrEnum):
    """Why DNS did not tell."""

    TIMED_OUT = "timed out"
    SERVFAIL = "SERVFAIL"
    REFUSED = "REFUSED"
    MALFORMED = "malformed"
    OVER_BUDGET = "over budget"  # this check has asked enough, or its time is up


@dataclass(frozen=True, slots=True)
class NoResponse:
    """DNS did not tell. Never to be taken for "there is no record"."""

    reason: Reason


Response: TypeAlias = Records | NoResponse

Lookups: TypeAlias = Generator[Query, Response, T]
"""A computation that needs DNS: yields one query at a time, is sent its response, returns T."""

Lookahead: TypeAlias = Callable[[Query, Response], Iterable[Query]]
"""What will probably be asked next, once this response has arrived; never changes a result.

Each question goes out as it is named: work that follows the last one costs no waiting.
"""


def nothing_ahead(query: Query, response: Response) -> Iterable[Query]:  # noqa: ARG001 - a Lookahead
    """The look-ahead of a computation that has none."""
    return ()


def above(name: str) -> tuple[str, ...]:
    """The names that a name lies in, the nearest first, without the top-level domain."""
    labels = name.split(".")
    return tuple(".".join(labels[n:]) for n in range(1, len(labels) - 1))[:MOST_ABOVE]


def nearest_living(name: str) -> Lookups[str | None]:
    """The nearest name above a missing one that exists, or of which DNS did not tell; or None.

    That is the zone in which the missing name would have to be added.
    """
    for parent in above(name):
        response = yield Query(parent, Kind.NS)
        if isinstance(response, NoResponse) or response.name_exists:
            return parent
    return None


def missing_below(name: str, living: str | None) -> str:
    """The part of a missing name that is to be registered: right below what is living above it."""
    kept = 2 if living is None else living.count(".") + 2
    return ".".join(name.split(".")[-kept:])


def queryable(name: str) -> bool:
    """Whether DNS can be asked for this name at all (RFC 1035, 2.3.4), given without final dot."""
    return 0 < len(name) <= MAX_NAME and all(
        0 < len(label) <= MAX_LABEL for label in name.split(".")
    )
