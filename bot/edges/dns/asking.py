"""One question to DNS: which servers are asked, how often, how long each may take."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace

import dns.flags

from bot.core.lookup import NoResponse, Query, Reason, Records, Response, queryable
from bot.edges.dns.cache import Cache
from bot.edges.dns.reading import NOT_WITH_EDNS, Alias, Meaning, meaning
from bot.edges.dns.servers import Server
from bot.edges.dns.sockets import Inbox, Ports, over_tcp
from bot.edges.dns.wire import Reply, Unreadable, question, read

MAX_ALIASES = 8  # CNAMEs whose target is asked for in its turn


@dataclass(frozen=True, slots=True)
class Answered:
    """A response and how many octets came in for it."""

    response: Response
    octets: int = 0


@dataclass(slots=True)
class Counters:
    """What happened since the start, for the metrics."""

    queries: int = 0  # messages sent, each attempt counted
    over_tcp: int = 0  # of these
    from_cache: int = 0  # responses that took none
    failures: Counter[Reason] = field(default_factory=Counter)  # responses that told nothing


@dataclass(slots=True)
class Upstream:
    """Where responses come from: the name servers, the one that answered last in front; the cache."""

    servers: tuple[Server, ...]
    timeouts: tuple[float, ...]  # seconds for each attempt
    cache: Cache
    counters: Counters = field(default_factory=Counters)

    def prefer(self, server: Server) -> None:
        """Ask this one first from now on: it answered where another did not."""
        self.servers = (server, *(each for each in self.servers if each != server))


async def ask(query: Query, upstream: Upstream, ports: Ports) -> Answered:
    """What DNS says, aliases followed to their end. Fails with a NoResponse, never by raising."""
    names, ttls, octets = [query.name], list[int](), 0
    while len(names) <= MAX_ALIASES and names[-1] not in names[:-1]:
        if not (names[-1].isascii() and queryable(names[-1])):
            return Answered(Records(name_exists=False), octets)  # DNS can hold no such name
        asking = Asking(Query(names[-1], query.kind), upstream, ports)
        said = await asking.meaning()
        octets += asking.octets
        match said:
            case Alias(name, ttl):
                names.append(name)
                ttls.append(ttl)
            case Records() if ttls:
                alias = said.alias or names[-1]
                return Answered(replace(said, ttl=min(said.ttl, *ttls), alias=alias), octets)
            case Records() | NoResponse():
                return Answered(said, octets)
    return Answered(NoResponse(Reason.MALFORMED), octets)  # too many aliases, or a circle


class Asking:
    """The attempts to get one question answered by one server after the other.

    An earlier attempt may still be answered while a later one runs: the first reply that tells
    something ends it.
    """

    def __init__(self, query: Query, upstream: Upstream, ports: Ports) -> None:
        self.octets = 0
        self._query = query
        self._asked = question(query)
        self._upstream = upstream
        self._ports = ports
        self._servers = list(upstream.servers)  # those that have not failed, the next one first
        self._plain: set[Server] = set()  # those that want no EDNS
        self._inbox = Inbox()
        self._sent: list[tuple[Server, int]] = []

    async def meaning(self) -> Meaning:
        """What the first server says that says anything; else why the last one did not."""
        reason = Reason.TIMED_OUT
        try:
            for seconds in self._upstream.timeouts:
                said = await self._attempt(self._servers[0], seconds)
                if isinstance(said, Records | Alias):
                    return said
                reason = said.reason if said else reason
                if not self._servers:
                    break
            return NoResponse(reason)
        finally:
            for server, number in self._sent:
                self._ports.to(server).forget(number)

    async def _attempt(self, server: Server, seconds: float) -> Meaning | None:
        """Ask one server; None if nothing was heard in time."""
        self._servers.append(self._servers.pop(0))
        self._send(server)
        try:
            async with asyncio.timeout(seconds):
                return await self._hear()
        except TimeoutError:
            return None

    def _send(self, server: Server) -> None:
        edns = server not in self._plain
        number = self._ports.to(server).ask(self._asked, self._inbox, edns=edns)
        self._sent.append((server, number))
        self._upstream.counters.queries += 1

    async def _hear(self) -> Meaning:
        """Wait for a reply that tells something, or for a server to fail, which is then left out."""
        while True:
            server, octets = await self._inbox.get()
            said = await self._said(server, octets)
            if said is None:
                self._plain.add(server)
                self._send(server)
                continue
            if isinstance(said, NoResponse):
                self._servers = [each for each in self._servers if each != server]
            elif server != self._upstream.servers[0]:
                self._upstream.prefer(server)
            return said

    async def _said(self, server: Server, octets: bytes | None) -> Meaning | None:
        """What a reply means; None if the server wants to be asked without EDNS."""
        if octets is None:
            return NoResponse(Reason.TIMED_OUT)  # nobody listens there
        try:
            reply = await self._whole(server, octets)
        except OSError:
            return NoResponse(Reason.TIMED_OUT)
        except Unreadable:
            return NoResponse(Reason.MALFORMED)
        if reply.rcode in NOT_WITH_EDNS and server not in self._plain:
            return None
        return meaning(self._query, reply)

    async def _whole(self, server: Server, octets: bytes) -> Reply:
        """The reply itself or, where UDP had no room for it, the one over TCP (RFC 2181, 9)."""
        self.octets += len(octets)
        reply = read(octets)
        if not reply.flags & dns.flags.TC:
            return reply
        self._upstream.counters.queries += 1
        self._upstream.counters.over_tcp += 1
        octets = await over_tcp(server, self._asked, edns=server not in self._plain)
        self.octets += len(octets)
        reply = read(octets)
        if reply.flags & dns.flags.TC:
            raise Unreadable
        return reply
