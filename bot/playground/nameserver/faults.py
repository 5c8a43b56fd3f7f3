"""How a name may misbehave: each fault turns the honest reply into what such a server sends."""

from dataclasses import dataclass
from typing import TypeAlias

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset

MAX_MESSAGE = 65535  # octets, by the length field of TCP (RFC 1035, 4.2.2)
UDP = "udp"
TCP = "tcp"

Sent: TypeAlias = dns.message.Message | bytes | None
"""What goes out: a message, raw octets, or nothing at all."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question, the honest reply to it, and how it came."""

    question: dns.message.Message
    reply: dns.message.Message
    transport: str


class Fault:
    """Misbehaviour of one name, for one type or all, the first `times` times or always.

    Written among the records of a name: `{"broken.example": [Servfail("MX"), TXT("v=spf1 -all")]}`.
    """

    def __init__(self, kind: str | None = None, *, times: int | None = None) -> None:
        self.kind = dns.rdatatype.from_text(kind) if kind else None
        self.times = times

    def spoil(self, exchange: Exchange) -> Sent:
        """What is sent in place of the honest reply."""
        return exchange.reply


class Silent(Fault):
    """Never replies."""

    def spoil(self, exchange: Exchange) -> Sent:  # noqa: ARG002 - it minds no question
        """Nothing."""
        return None


class Servfail(Fault):
    """Replies SERVFAIL."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The code and no records."""
        return failed(exchange.reply, dns.rcode.SERVFAIL)


class Refused(Fault):
    """Replies REFUSED."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The code and no records."""
        return failed(exchange.reply, dns.rcode.REFUSED)


class WrongId(Fault):
    """Replies with another id than was asked with, as a blind forger would."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The honest reply with one bit of its id turned."""
        exchange.reply.id ^= 1
        return exchange.reply


class WrongQuestion(Fault):
    """Replies to a question nobody asked."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The honest reply under a foreign question."""
        foreign = dns.name.from_text("nobody-asked.example")
        kind = exchange.reply.question[0].rdtype
        exchange.reply.question = [dns.rrset.RRset(foreign, dns.rdataclass.IN, kind)]
        return exchange.reply


class NotAReply(Fault):
    """Sends the question back, QR bit unset."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The question itself."""
        return exchange.question.to_wire()


class Truncated(Fault):
    """Over UDP always says "truncated", whatever the size."""

    def spoil(self, exchange: Exchange) -> Sent:
        """TC and no records over UDP; the honest reply over TCP."""
        return truncated(exchange.reply) if exchange.transport == UDP else exchange.reply


class Unmeasured(Fault):
    """Sends everything over UDP, whatever room the question says there is."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The honest reply, never cut."""
        return exchange.reply.to_wire(max_size=MAX_MESSAGE)


class OnlyTcp(Fault):
    """Is deaf on UDP."""

    def spoil(self, exchange: Exchange) -> Sent:
        """Nothing over UDP; the honest reply over TCP."""
        return None if exchange.transport == UDP else exchange.reply


class OnlyUdp(Fault):
    """Is deaf on TCP."""

    def spoil(self, exchange: Exchange) -> Sent:
        """Nothing over TCP; the honest reply over UDP."""
        return None if exchange.transport == TCP else exchange.reply


class HangsUp(Fault):
    """Ends every connection without a reply; goes with `Truncated`, which leads there."""

    def spoil(self, exchange: Exchange) -> Sent:
        """No octets over TCP, which closes the connection; the honest reply over UDP."""
        return b"" if exchange.transport == TCP else exchange.reply


class Lame(Fault):
    """Knows nothing of the name and does not recurse: points to the root instead."""

    def spoil(self, exchange: Exchange) -> Sent:
        """A referral upwards, as from a server to which a zone was wrongly delegated."""
        reply = failed(exchange.reply, dns.rcode.NOERROR)
        reply.flags &= ~dns.flags.RA
        reply.authority = [dns.rrset.from_text(".", 300, "IN", "NS", "ns.root.invalid.")]
        return reply


class NoEdns(Fault):
    """Replies FORMERR to every question with EDNS, as old servers do (RFC 6891, 7)."""

    def spoil(self, exchange: Exchange) -> Sent:
        """FORMERR without an OPT record, or the honest reply to a plain question."""
        if exchange.question.edns < 0:
            return exchange.reply
        exchange.reply.use_edns(-1)
        return failed(exchange.reply, dns.rcode.FORMERR)


class Raw(Fault):
    """Sends these octets after the id of the question: `Raw(b"\\xff" * 30)`."""

    def __init__(self, octets: bytes, kind: str | None = None, *, times: int | None = None) -> None:
        super().__init__(kind, times=times)
        self.octets = octets

    def spoil(self, exchange: Exchange) -> Sent:
        """The right id, so that the octets get read, and the octets."""
        return exchange.question.id.to_bytes(2, "big") + self.octets


@dataclass(frozen=True, slots=True)
class Slow:
    """Replies only after so many seconds more than the server's own delay."""

    seconds: float


def failed(reply: dns.message.Message, code: dns.rcode.Rcode) -> dns.message.Message:
    """The reply without its records and with this code."""
    reply.sections[1:] = [[], [], []]
    reply.flags &= ~dns.flags.AA
    reply.set_rcode(code)
    return reply


def truncated(reply: dns.message.Message) -> dns.message.Message:
    """The reply without its records and with the bit that says so (RFC 2181, 9)."""
    reply.sections[1:] = [[], [], []]
    reply.flags |= dns.flags.TC
    return reply
