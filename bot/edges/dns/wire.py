"""DNS messages as octets: a question packed by hand, a reply read record by record.

`dns.message.from_wire` would read a reply too, at five times the cost, and it hides which record
was broken: an empty TXT (harmless) and half an address (not to be trusted) look alike.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

import dns.exception
import dns.flags
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.wire

from bot.core.lookup import Kind, Mx, Query, Value

HEADER = struct.Struct("!6H")  # id, flags, and the lengths of four sections (RFC 1035, 4.1.1)
EDNS_PAYLOAD = 1232  # octets that pass any path unfragmented (DNS flag day 2020)
EDNS = struct.pack("!BHHIH", 0, dns.rdatatype.OPT, EDNS_PAYLOAD, 0, 0)  # RFC 6891, 6.1.2
MAX_TTL = 2**31 - 1  # seconds; more means zero (RFC 2181, 8)
WITHOUT_QUESTION = {dns.rcode.FORMERR, dns.rcode.NOTIMP, dns.rcode.SERVFAIL, dns.rcode.REFUSED}


@dataclass(frozen=True, slots=True)
class Record:
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


class Unreadable(Exception):
    """The octets are no DNS reply that can be trusted. Never leaves the edge."""


def question(query: Query) -> bytes:
    """The question section: labels from octets as they are, no escapes, no IDNA."""
    labels = query.name.encode("ascii").split(b".")
    name = b"".join(bytes([len(label)]) + label for label in labels if label)
    return name + struct.pack("!BHH", 0, NUMBERS[query.kind], dns.rdataclass.IN)


def packed(asked: bytes, number: int, *, edns: bool) -> bytes:
    """A whole message that asks this question section under this id, recursion desired."""
    header = HEADER.pack(number, dns.flags.RD, 1, 0, 0, int(edns))
    return header + asked + (EDNS if edns else b"")


def replies_to(asked: bytes, octets: bytes) -> bool:
    """Whether these octets are a reply to this question; the id is the endpoint's business.

    A server that could not even read the question may leave it out.
    """
    if len(octets) < HEADER.size:
        return False
    _, flags, questions, *_ = HEADER.unpack_from(octets)
    if not flags & dns.flags.QR:
        return False
    if questions == 0:
        return flags & 0xF in WITHOUT_QUESTION
    found = octets[HEADER.size : HEADER.size + len(asked)]
    return questions == 1 and found.lower() == asked.lower()


def read(octets: bytes) -> Reply:
    """The reply in these octets, or Unreadable. What lies behind a truncation is not read."""
    try:
        return _reply(dns.wire.Parser(octets))
    except dns.exception.DNSException as error:
        raise Unreadable from error


def _reply(parser: dns.wire.Parser) -> Reply:
    _, flags, questions, *counts = parser.get_struct("!6H")
    if flags & dns.flags.TC:
        return Reply(flags, flags & 0xF)
    for _ in range(questions):
        _name(parser)
        parser.get_struct("!HH")
    answer, authority, additional = (tuple(_records(parser, count)) for count in counts)
    extended = next((each.ttl >> 24 for each in additional if each.kind == OPT), 0)
    return Reply(flags, flags & 0xF | extended << 4, answer, authority)  # RFC 6891, 6.1.3


def _records(parser: dns.wire.Parser, count: int) -> Iterator[Record]:
    for _ in range(count):
        owner = _name(parser)
        kind, class_, ttl, length = parser.get_struct("!HHIH")
        with parser.restrict_to(length):
            known = READERS.get(kind) if class_ == dns.rdataclass.IN else None
            value = (known or _skipped)(parser)
        yield Record(owner, kind, ttl, value)


def _name(parser: dns.wire.Parser) -> str:
    """A name as text, in lower case and without the final dot.

    An octet that is no ASCII, or a dot inside a label, cannot be asked for again: it is escaped.
    """
    labels = parser.get_name(decompress=True).labels[:-1]
    text = ".".join(
        label.replace(b".", b"\\046").decode("ascii", "backslashreplace") for label in labels
    )
    return text.lower()


def _mx(parser: dns.wire.Parser) -> Mx:
    return Mx(parser.get_uint16(), _name(parser))


def _txt(parser: dns.wire.Parser) -> str:
    """The strings of one record as one text (RFC 7208, 3.3); no string at all is an empty text."""
    strings = []
    while parser.remaining():
        strings.append(parser.get_counted_bytes())
    return b"".join(strings).decode("utf-8", "replace")


def _soa(parser: dns.wire.Parser) -> str:
    """Name server, mailbox and five numbers, the last of which says how long a "no" holds."""
    names = [_name(parser), _name(parser)]
    return " ".join([*names, *(str(number) for number in parser.get_struct("!5I"))])


def _skipped(parser: dns.wire.Parser) -> None:
    parser.get_remaining()


OPT = dns.rdatatype.OPT
NUMBERS = {kind: dns.rdatatype.RdataType[kind] for kind in Kind}
READERS: dict[int, Callable[[dns.wire.Parser], Value | None]] = {
    NUMBERS[Kind.A]: lambda parser: IPv4Address(parser.get_bytes(4)),
    NUMBERS[Kind.AAAA]: lambda parser: IPv6Address(parser.get_bytes(16)),
    NUMBERS[Kind.CNAME]: _name,
    NUMBERS[Kind.MX]: _mx,
    NUMBERS[Kind.NS]: _name,
    NUMBERS[Kind.PTR]: _name,
    NUMBERS[Kind.SOA]: _soa,
    NUMBERS[Kind.TXT]: _txt,
}
