"""What a zone is written with: records, one class a type, and the names that own them."""

import struct
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

import dns.name
import dns.rdatatype

TTL = 300  # seconds an entry may be cached unless it says otherwise
MAX_STRING = 255  # octets of one string of a TXT record (RFC 1035, 3.3)


@dataclass(frozen=True)
class Record:
    """One record of a name: its type, its value on the wire, and for how many seconds it lives."""

    kind: dns.rdatatype.RdataType
    rdata: bytes
    ttl: int = TTL


class A(Record):
    """`A("192.0.2.1")`."""

    def __init__(self, address: str, *, ttl: int = TTL) -> None:
        super().__init__(dns.rdatatype.A, IPv4Address(address).packed, ttl)


class AAAA(Record):
    """`AAAA("2001:db8::1")`."""

    def __init__(self, address: str, *, ttl: int = TTL) -> None:
        super().__init__(dns.rdatatype.AAAA, IPv6Address(address).packed, ttl)


class MX(Record):
    """`MX(10, "mx.example.com")`; a host of "" is the null MX."""

    def __init__(self, preference: int, host: str, *, ttl: int = TTL) -> None:
        super().__init__(dns.rdatatype.MX, struct.pack("!H", preference) + _wire(host), ttl)


class TXT(Record):
    """`TXT("v=spf1 ", "-all")`: strings as text or raw bytes; one too long is divided.

    `TXT("")` has one empty string; `TXT()` has none at all, which is not legal and yet met.
    """

    def __init__(self, *strings: str | bytes, ttl: int = TTL) -> None:
        rdata = b"".join(_character_strings(string) for string in strings)
        super().__init__(dns.rdatatype.TXT, rdata, ttl)


class PTR(Record):
    """`PTR("mail.example.com")`; its owner may be an address: `{"192.0.2.1": [PTR(…)]}`."""

    def __init__(self, name: str, *, ttl: int = TTL) -> None:
        super().__init__(dns.rdatatype.PTR, _wire(name), ttl)


class CNAME(Record):
    """`CNAME("elsewhere.example")`, followed as far as the zone goes."""

    def __init__(self, name: str, *, ttl: int = TTL) -> None:
        super().__init__(dns.rdatatype.CNAME, _wire(name), ttl)


class NS(Record):
    """`NS("ns.example.com")`."""

    def __init__(self, name: str, *, ttl: int = TTL) -> None:
        super().__init__(dns.rdatatype.NS, _wire(name), ttl)


class SOA(Record):
    """`SOA(minimum=60)`: how long "there is no such record" may be cached at and below its name."""

    def __init__(self, minimum: int = TTL, *, ttl: int = TTL) -> None:
        names = _wire("ns.invalid") + _wire("hostmaster.invalid")
        numbers = struct.pack("!5I", 1, 7200, 900, 1209600, minimum)
        super().__init__(dns.rdatatype.SOA, names + numbers, ttl)
        object.__setattr__(self, "minimum", minimum)  # the class is frozen

    minimum: int


def owner(text: str) -> dns.name.Name:
    """The name that a key of a zone means; an address means its reverse name."""
    try:
        return dns.name.from_text(ip_address(text).reverse_pointer)
    except ValueError:
        return dns.name.from_text(text)


def _wire(name: str) -> bytes:
    return dns.name.from_text(name).to_wire() or b""


def _character_strings(string: str | bytes) -> bytes:
    octets = string.encode() if isinstance(string, str) else string
    parts = [octets[i : i + MAX_STRING] for i in range(0, len(octets), MAX_STRING)] or [b""]
    return b"".join(bytes([len(part)]) + part for part in parts)
