"""DNS messages: a question packed into octets, a reply read record by record.

`dns.message.from_wire` would read a reply too, but it hides which record was broken: an empty TXT
(harmless) and half an address (not to be trusted) look alike.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

import dns.flags
import dns.rcode
import dns.rdataclass
import dns.rdatatype

from bot.core.lookup import Kind, Mx, Query, Value
from bot.edges.dns.octets import Octets, Unreadable

HEADER = struct.Struct("!6H")  # id, flags, and the lengths of four sections (RFC 1035, 4.1.1)
EDNS_PAYLOAD = 1232  # octets that pass any path unfragmented (DNS flag day 2020)
EDNS = struct.pack("!BHHIH", 0, dns.rdatatype.OPT, EDNS_PAYLOAD, 0, 0)  # RFC 6891, 6.1.2
V4, V6 = 4, 16  # octets of an address
WITHOUT_QUESTION = {dns.rcode.FORMERR, dns.rcode.NOTIMP, dns.rcode.SERVFAIL, dns.rcode.REFUSED}
NUMBERS: dict[Kind, int] = {kind: int(dns.rdatatype.RdataType[kind]) for kind in Kind}

# As plain numbers: dnspython's flags are enumerations, whose arithmetic takes its time.
IN, OPT = int(dns.rdataclass.IN), int(dns.rdatatype.OPT)
QR, AA, TC, RD, RA = (int(dns.flags.Flag[name]) for name in ("QR", "AA", "TC", "RD", "RA"))
RCODE = 0xF


class Record(NamedTuple):
    """One record: `ttl` in seconds (of an OPT: its flags), `value` None where nobody needs it."""

    owner: str
    kind: int
    ttl: int
    value: Value | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a name server said, section by section; no records where it was truncated."""

    flags: int
    rcode: int
    answer: tuple[Record, ...] = ()
    authority: tuple[Record, ...] = ()

    @property
    def truncated(self) -> bool:
        """Whether there is more than fitted in."""
        return bool(self.flags & TC)


def question(query: Query) -> bytes:
    """The question section: labels from octets as they are, no escapes, no IDNA."""
    labels = query.name.encode("ascii").split(b".")
    name = b"".join(bytes([len(label)]) + label for label in labels if label)
    return name + struct.pack("!BHH", 0, NUMBERS[query.kind], IN)


def packed(asked: bytes, number: int, *, edns: bool) -> bytes:
    """A whole message that asks this question section under this id, recursion desired."""
    return HEADER.pack(number, RD, 1, 0, 0, int(edns)) + asked + (EDNS if edns else b"")


def replies_to(asked: bytes, octets: bytes) -> bool:
    """Whether these octets are a reply to this question; the id is the port's business.

    A server that could not even read the question may leave it out.
    """
    if len(octets) < HEADER.size:
        return False
    _, flags, questions, *_ = HEADER.unpack_from(octets)
    if not flags & QR:
        return False
    if questions == 0:
        return flags & RCODE in WITHOUT_QUESTION
    found = octets[HEADER.size : HEADER.size + len(asked)]
    return questions == 1 and found.lower() == asked.lower()


def read(octets: bytes) -> Reply:
    """The reply in these octets, or Unreadable. What lies behind a truncation is not read."""
    _, flags, questions, *counts = HEADER.unpack(octets[: HEADER.size].ljust(HEADER.size, b"\0"))
    if flags & TC:
        return Reply(flags, flags & RCODE)
    message = Octets(octets, HEADER.size)
    for _ in range(questions):
        message.name()
        message.take(4)
    answer, authority, additional = (
        tuple([_record(message) for _ in range(count)]) for count in counts
    )
    extended = next((record.ttl >> 24 for record in additional if record.kind == OPT), 0)
    return Reply(flags, flags & RCODE | extended << 4, answer, authority)  # RFC 6891, 6.1.3


def _record(message: Octets) -> Record:
    owner = message.name()
    kind, class_, ttl, end = message.head()
    read_value = READERS.get(kind) if class_ == IN else None
    if read_value is None:
        message.place = end
        return Record(owner, kind, ttl, None)
    value = read_value(message, end)
    if message.place != end:
        raise Unreadable
    return Record(owner, kind, ttl, value)


def _txt(message: Octets, end: int) -> str:
    """The strings of one record as one text (RFC 7208, 3.3); no string at all is an empty text."""
    strings = []
    while message.place < end:
        strings.append(message.take(message.number(1)))
    return b"".join(strings).decode("utf-8", "replace")


def _soa(message: Octets, _end: int) -> str:
    """Name server, mailbox and five numbers, the last of which says how long a "no" holds."""
    names = [message.name(), message.name()]
    return " ".join([*names, *(str(message.number(4)) for _ in range(5))])


READERS: dict[int, Callable[[Octets, int], Value]] = {
    NUMBERS[Kind.A]: lambda message, _: IPv4Address(message.take(V4)),
    NUMBERS[Kind.AAAA]: lambda message, _: IPv6Address(message.take(V6)),
    NUMBERS[Kind.CNAME]: lambda message, _: message.name(),
    NUMBERS[Kind.MX]: lambda message, _: Mx(message.number(2), message.name()),
    NUMBERS[Kind.NS]: lambda message, _: message.name(),
    NUMBERS[Kind.PTR]: lambda message, _: message.name(),
    NUMBERS[Kind.SOA]: _soa,
    NUMBERS[Kind.TXT]: _txt,
}
