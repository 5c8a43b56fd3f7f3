"""A zone ready to answer: which records a name has, where a wildcard applies, what does not exist."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rrset

from bot.playground.nameserver.faults import Exchange, Fault, Sent, Slow
from bot.playground.nameserver.records import SOA, Record, owner

MAX_ALIASES = 16  # CNAMEs of one answer, so that a loop ends

Entry: TypeAlias = Record | Fault | Slow
Zone: TypeAlias = Mapping[str, Sequence[Entry]]
"""What is written by hand: names and what each of them has or does."""


@dataclass(slots=True)
class Names:
    """The zone by name, with the names that exist only because others lie below them."""

    entries: dict[dns.name.Name, list[Entry]] = field(default_factory=dict)
    spent: dict[Fault, int] = field(default_factory=dict)

    @classmethod
    def of(cls, zone: Zone) -> "Names":
        """Index the zone; every ancestor of a name exists too (RFC 4592, 2.2.2)."""
        names = cls()
        for text, entries in zone.items():
            name = owner(text)
            names.entries.setdefault(name, []).extend(entries)
            while name != dns.name.root:
                name = name.parent()
                names.entries.setdefault(name, [])
        names.entries.setdefault(dns.name.root, [])
        return names

    def reply(self, question: dns.message.Message) -> dns.message.Message:
        """The honest reply: records, NODATA or NXDOMAIN, CNAMEs followed within the zone."""
        reply = dns.message.make_response(question, our_payload=4096)
        reply.flags |= dns.flags.AA
        name, kind = question.question[0].name, question.question[0].rdtype
        for _ in range(MAX_ALIASES):
            alias = self._add_answer(reply, name, kind)
            if alias is None:
                break
            name = alias
        return reply

    def _add_answer(
        self, reply: dns.message.Message, name: dns.name.Name, kind: dns.rdatatype.RdataType
    ) -> dns.name.Name | None:
        """Add what this name has; where it is an alias, tell for which name."""
        entries = self.find(name)
        records = [entry for entry in entries or () if isinstance(entry, Record)]
        found = [record for record in records if record.kind == kind]
        aliases = [record for record in records if record.kind == dns.rdatatype.CNAME]
        for record in found or aliases:
            reply.answer.append(_rrset(name, record))
        if aliases and not found:
            return dns.name.from_wire(aliases[0].rdata, 0)[0]
        if not found:
            self._add_denial(reply, name, exists=entries is not None)
        return None

    def _add_denial(self, reply: dns.message.Message, name: dns.name.Name, *, exists: bool) -> None:
        """NXDOMAIN or NODATA, with the SOA that says how long that may be kept (RFC 2308, 3)."""
        if not exists:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        apex, soa = self._authority(name)
        reply.authority.append(_rrset(apex, soa))

    def _authority(self, name: dns.name.Name) -> tuple[dns.name.Name, SOA]:
        for ancestor in _upwards(name):
            for entry in self.entries.get(ancestor, ()):
                if isinstance(entry, SOA):
                    return ancestor, entry
        return dns.name.root, SOA()

    def find(self, name: dns.name.Name) -> list[Entry] | None:
        """What a name has, by itself or by the wildcard of its closest encloser (RFC 4592, 3.3.1)."""
        if name in self.entries:
            return self.entries[name]
        encloser = next(each for each in _upwards(name) if each in self.entries)
        return self.entries.get(dns.name.Name((b"*", *encloser.labels)))

    def send(self, exchange: Exchange) -> Sent:
        """What the name's faults make of the honest reply, one after the other."""
        asked = exchange.question.question[0]
        sent: Sent = exchange.reply
        for fault in self.find(asked.name) or ():
            if not isinstance(sent, dns.message.Message):
                break
            if isinstance(fault, Fault) and fault.kind in (None, asked.rdtype):
                used = self.spent[fault] = self.spent.get(fault, 0) + 1
                if fault.times is None or used <= fault.times:
                    sent = fault.spoil(replace(exchange, reply=sent))
        return sent

    def delay(self, question: dns.message.Message) -> float:
        """For how many seconds the name asks to be waited for."""
        entries = self.find(question.question[0].name) or ()
        return sum(entry.seconds for entry in entries if isinstance(entry, Slow))


def _rrset(name: dns.name.Name, record: Record) -> dns.rrset.RRset:
    """One record alone, its value as it stands: what is equal or illegal stays so."""
    value = dns.rdata.GenericRdata(dns.rdataclass.IN, record.kind, record.rdata)
    return dns.rrset.from_rdata(name, record.ttl, value)


def _upwards(name: dns.name.Name) -> Iterator[dns.name.Name]:
    yield name
    while name != dns.name.root:
        name = name.parent()
        yield name
