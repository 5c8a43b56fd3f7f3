"""One question to DNS: which servers are asked, how often, how long each may take.

Written with callbacks and not with a task for each question: that halves what a question costs,
and a look-ahead goes out in the very moment in which a reply comes in.
"""

import asyncio
from collections.abc import Callable

from bot.core.lookup import NoResponse, Query, Reason
from bot.edges.dns.octets import Unreadable
from bot.edges.dns.reading import NOT_WITH_EDNS, Meaning, meaning
from bot.edges.dns.servers import Server
from bot.edges.dns.sockets import Ports, over_tcp
from bot.edges.dns.upstream import Upstream
from bot.edges.dns.wire import Reply, question, read


class Asking:
    """The attempts to get one question answered, by one server after the other.

    An earlier attempt may still be answered while a later one runs: the first reply that tells
    something ends it. `told` is called once, with what was said and in how many octets.
    """

    def __init__(
        self, query: Query, upstream: Upstream, ports: Ports, told: Callable[[Meaning, int], None]
    ) -> None:
        self._query = query
        self._asked = question(query)
        self._upstream = upstream
        self._ports = ports
        self._told = told
        self._loop = asyncio.get_running_loop()
        self._servers = [*upstream.servers]  # those that have not failed, the next one in front
        self._plain: set[Server] = set()  # those that want no EDNS
        self._patience = [*upstream.timeouts]
        self._reason = Reason.TIMED_OUT
        self._octets = 0
        self._sent: list[tuple[Server, int]] = []
        self._streams: dict[Server, asyncio.Task[None]] = {}  # those still open
        self._timer: asyncio.TimerHandle | None = None
        self._over = False

    def attempt(self) -> None:
        """Ask the next server, or give up where there is none or enough were asked."""
        if self._timer is not None:
            self._timer.cancel()
        if not self._patience or not self._servers:
            self._end(NoResponse(self._reason))
            return
        seconds = self._patience.pop(0)
        server = self._servers.pop(0)
        self._servers.append(server)
        if not self._patience:
            self._plain.add(server)  # the last try: some firewalls drop every question with EDNS
        self._timer = self._loop.call_later(seconds, self.attempt)
        self._send(server)

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._over = True
        if self._timer is not None:
            self._timer.cancel()
        for server, number in self._sent:
            self._ports.to(server).forget(number)
        for stream in self._streams.values():
            stream.cancel()

    def _send(self, server: Server) -> None:
        try:
            port = self._ports.to(server)
        except OSError:  # no socket to be had: too many are open, or none of this family
            self._loop.call_soon(self._heard, server, None)
            return
        number = port.ask(self._asked, self._heard, edns=server not in self._plain)
        self._sent.append((server, number))
        self._upstream.counters.queries += 1

    def _heard(self, server: Server, octets: bytes | None) -> None:
        """Take what came over UDP; None if nobody is there to reply."""
        if octets is None:
            self._failed(server, Reason.TIMED_OUT)
            return
        try:
            reply = self._read(octets)
        except Unreadable:
            self._failed(server, Reason.MALFORMED)
            return
        if not reply.truncated:
            self._replied(server, reply)
        elif server not in self._streams:
            self._streams[server] = self._loop.create_task(self._again_over_tcp(server))

    async def _again_over_tcp(self, server: Server) -> None:
        """Ask where there is room for the whole reply (RFC 2181, 9)."""
        self._upstream.counters.queries += 1
        self._upstream.counters.over_tcp += 1
        try:
            octets = await over_tcp(server, self._asked, edns=server not in self._plain)
            reply = self._read(octets)
        except OSError:
            self._broken_off(server)
        except Unreadable:
            self._failed(server, Reason.MALFORMED)
        else:
            self._replied_whole(server, reply)
        finally:
            self._streams.pop(server, None)

    def _replied_whole(self, server: Server, reply: Reply) -> None:
        """Take what came over TCP; what is cut even there says nothing, not "no records"."""
        if reply.truncated:
            self._failed(server, Reason.MALFORMED)
        else:
            self._replied(server, reply)

    def _broken_off(self, server: Server) -> None:
        """Make the next attempt where a connection ended before its reply (RFC 7766, 6.2.4)."""
        if not self._over and server in self._servers[-1:]:
            self.attempt()

    def _read(self, octets: bytes) -> Reply:
        self._octets += len(octets)
        return read(octets)

    def _replied(self, server: Server, reply: Reply) -> None:
        """Take a reply for what it means."""
        if reply.rcode in NOT_WITH_EDNS and server not in self._plain:
            self._plain.add(server)
            self._send(server)
            return
        said = meaning(self._query, reply)
        if isinstance(said, NoResponse):
            self._failed(server, said.reason)
        else:
            self._upstream.prefer(server)
            self._end(said)

    def _failed(self, server: Server, reason: Reason) -> None:
        """Leave a server out; if it was the one that is waited for, ask the next at once."""
        if self._over or server not in self._servers:
            return
        waited_for = server == self._servers[-1]
        self._servers.remove(server)
        self._reason = reason
        if waited_for:
            self.attempt()

    def _end(self, said: Meaning) -> None:
        self.stop()
        self._told(said, self._octets)
