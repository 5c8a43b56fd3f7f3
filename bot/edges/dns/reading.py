"""What a reply means: records, none, an alias to ask for, or why it tells nothing. No I/O."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import dns.rcode

from bot.core.lookup import Kind, NoResponse, Query, Reason, Records
from bot.edges.dns.wire import AA, NUMBERS, RA, Record, Reply

MAX_TTL = 2**31 - 1  # seconds; more means zero (RFC 2181, 8)
NOERROR, NXDOMAIN = int(dns.rcode.NOERROR), int(dns.rcode.NXDOMAIN)
REASONS: dict[int, Reason] = {dns.rcode.REFUSED: Reason.REFUSED}  # any other is as good as SERVFAIL
NOT_WITH_EDNS = {dns.rcode.FORMERR, dns.rcode.NOTIMP, dns.rcode.BADVERS}  # RFC 6891, 6.1.3 and 7
CNAME, NS, SOA = NUMBERS[Kind.CNAME], NUMBERS[Kind.NS], NUMBERS[Kind.SOA]


@dataclass(frozen=True, slots=True)
class Alias:
    """The name is an alias, and this reply does not say what its target has."""

    name: str
    ttl: int


Meaning: TypeAlias = Records | NoResponse | Alias


def meaning(query: Query, reply: Reply) -> Meaning:
    """What a whole reply says about the query, its CNAMEs followed (RFC 1034, 4.3.2)."""
    if reply.rcode not in (NOERROR, NXDOMAIN):
        return NoResponse(REASONS.get(reply.rcode, Reason.SERVFAIL))
    if _refers_elsewhere(reply):
        return NoResponse(Reason.SERVFAIL)
    name = query.name.lower()
    chain = [] if query.kind is Kind.CNAME else _aliases(name, reply.answer)
    names = [name, *(str(link.value) for link in chain)]
    if len(set(names)) < len(names):
        return NoResponse(Reason.MALFORMED)  # the aliases run in a circle
    return _at(names[-1], query, chain, reply)


def _at(name: str, query: Query, chain: list[Record], reply: Reply) -> Records | Alias:
    """What the reply says about the name at the end of the aliases."""
    kind = NUMBERS[query.kind]
    found = [each for each in reply.answer if each.kind == kind and each.owner == name]
    values = tuple([each.value for each in found if each.value is not None])
    alias = name if chain else None
    if values:
        return Records(values, ttl=_shortest(chain + found), alias=alias)
    denial, exists = _denial(reply), reply.rcode != NXDOMAIN
    if chain and exists and denial is None:
        return Alias(name, _shortest(chain))
    ttl = min(denial or 0, _shortest(chain)) if chain else denial or 0
    return Records(name_exists=exists, ttl=ttl, alias=alias)


def _aliases(name: str, answer: Iterable[Record]) -> list[Record]:
    """The CNAMEs that lead on from a name, each used once, so that a circle ends."""
    links = {record.owner: record for record in answer if record.kind == CNAME}
    chain = []
    while name in links:
        chain.append(links.pop(name))
        name = str(chain[-1].value)
    return chain


def _denial(reply: Reply) -> int | None:
    """For how many seconds a "no" holds: the SOA's minimum or TTL (RFC 2308, 5); None unsaid."""
    for record in reply.authority:
        if record.kind == SOA and record.value is not None:
            return min(_ttl(record), int(str(record.value).rpartition(" ")[2]))
    return None


def _refers_elsewhere(reply: Reply) -> bool:
    """Whether a server that does not recurse only names others: it is no use to us (lame)."""
    if reply.answer or reply.flags & (AA | RA):
        return False
    kinds = {record.kind for record in reply.authority}
    return NS in kinds and SOA not in kinds


def _shortest(records: Iterable[Record]) -> int:
    return min(_ttl(record) for record in records)


def _ttl(record: Record) -> int:
    return record.ttl if record.ttl <= MAX_TTL else 0
