"""One row of the conformance tables, and a zone in lines of text that any driver can answer from."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from bot.core.lookup import (
    Kind,
    Lookups,
    Mx,
    NoResponse,
    Query,
    Reason,
    Records,
    Response,
    T,
    Value,
)
from bot.core.spf.result import Result
from bot.core.spf.session import Session

NOW = 1_700_000_000
SPACE = r"\032"  # a space in a name, as master files write it (RFC 1035, 5.1)
FAULTS = {"SERVFAIL": Reason.SERVFAIL, "REFUSED": Reason.REFUSED}


@dataclass(frozen=True, slots=True)
class Row:
    """What `example.com` publishes, what else there is, who sends, and what RFC 7208 makes of it.

    `zone` has lines "name TYPE value"; a name that ends in a dash is short for one of
    example.com, so "mx- A 192.0.2.1" speaks of mx.example.com. "name SERVFAIL A" lets that
    question fail.
    """

    record: str | None
    result: Result
    zone: str = ""
    explanation: str | None = None
    ip: str = "192.0.2.1"
    sender: str = "alice@example.com"
    helo: str = "mail.example.net"

    @property
    def session(self) -> Session:
        """The session that the row describes."""
        return Session(ip_address(self.ip), self.sender, self.helo, "mx.example.org", NOW)

    @property
    def entries(self) -> list["Entry"]:
        """The whole zone, the record of example.com first."""
        own = [] if self.record is None else [Entry("example.com", "TXT", self.record)]
        return own + [_entry(line) for line in self.zone.strip().splitlines()]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a zone."""

    name: str
    kind: str
    value: str

    @property
    def strings(self) -> list[str]:
        """The strings of a TXT record: each in quotes, or all of it without any."""
        return re.findall(r'"([^"]*)"', self.value) if '"' in self.value else [self.value]


def _entry(line: str) -> Entry:
    name, kind, value = [*line.strip().split(" ", 2), ""][:3]
    return Entry(re.sub("-$", ".example.com", name), kind, value.strip())


def decide(lookups: Lookups[T], entries: list[Entry]) -> tuple[T, list[Query]]:
    """Run a computation on a zone in memory; what it comes to, and what it asked."""
    asked: list[Query] = []
    try:
        query = next(lookups)
        while True:
            asked.append(query)
            query = lookups.send(answer(entries, query))
    except StopIteration as end:
        return end.value, asked


def answer(entries: list[Entry], query: Query) -> Response:
    """The response of a name server that has this zone."""
    here = [entry for entry in entries if _owner(entry.name) == query.name]
    for entry in here:
        if entry.kind in FAULTS and entry.value == query.kind:
            return NoResponse(FAULTS[entry.kind])
        if entry.kind == "CNAME":
            return answer(entries, Query(entry.value, query.kind))
    values = tuple(_value(entry) for entry in here if entry.kind == query.kind)
    return Records(values, name_exists=any(_owner(e.name).endswith(query.name) for e in entries))


def _owner(name: str) -> str:
    try:
        return ip_address(name).reverse_pointer
    except ValueError:
        return name.replace(SPACE, " ").lower()


def _value(entry: Entry) -> Value:
    match Kind(entry.kind):
        case Kind.A:
            return IPv4Address(entry.value)
        case Kind.AAAA:
            return IPv6Address(entry.value)
        case Kind.MX:
            preference, _, host = entry.value.partition(" ")
            return Mx(int(preference), host)
        case Kind.TXT:
            return "".join(entry.strings)
        case _:
            return entry.value
