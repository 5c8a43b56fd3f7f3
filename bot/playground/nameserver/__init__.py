"""A small authoritative name server on loopback: the demo zone's, and the DNS of every test.

from bot.playground.nameserver import MX, TXT, NameServer, Servfail

zone = {"example.com": [TXT("v=spf1 mx -all"), MX(10, "mx.example.com")],
        "broken.example": [Servfail("MX")], "*.wild.example": [TXT("any")]}
async with NameServer.serve(zone, delay=0.02) as server:
    server.address   # "127.0.0.1:40321", for HELPDESK_NAMESERVERS
    server.queries   # [Asked(name="example.com", kind="TXT", transport="udp"), …]
"""

from bot.playground.nameserver.faults import (
    Fault,
    HangsUp,
    Lame,
    NoEdns,
    NotAReply,
    OnlyTcp,
    OnlyUdp,
    Raw,
    Refused,
    Servfail,
    Silent,
    Slow,
    Truncated,
    Unmeasured,
    WrongId,
    WrongQuestion,
)
from bot.playground.nameserver.records import AAAA, CNAME, MX, NS, PTR, SOA, TXT, A, Record
from bot.playground.nameserver.server import Asked, NameServer
from bot.playground.nameserver.zone import Entry, Zone

__all__ = [
    "AAAA",
    "CNAME",
    "MX",
    "NS",
    "PTR",
    "SOA",
    "TXT",
    "A",
    "Asked",
    "Entry",
    "Fault",
    "HangsUp",
    "Lame",
    "NameServer",
    "NoEdns",
    "NotAReply",
    "OnlyTcp",
    "OnlyUdp",
    "Raw",
    "Record",
    "Refused",
    "Servfail",
    "Silent",
    "Slow",
    "Truncated",
    "Unmeasured",
    "WrongId",
    "WrongQuestion",
    "Zone",
]
