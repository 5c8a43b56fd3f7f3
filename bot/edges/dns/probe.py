"""How the name servers do, for `helpdesk doctor`: over UDP, with EDNS, and over TCP."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass

from bot.core.lookup import Kind, NoResponse, Query, Reason
from bot.edges.dns.octets import Unreadable
from bot.edges.dns.reading import NOT_WITH_EDNS, meaning
from bot.edges.dns.servers import Server
from bot.edges.dns.sockets import Port, over_tcp
from bot.edges.dns.upstream import Upstream
from bot.edges.dns.wire import question, read

ROOT = Query("", Kind.NS)  # what every resolver can tell


@dataclass(frozen=True, slots=True)
class Probe:
    """What one server does: None is fine, a reason is why not."""

    server: str
    udp: Reason | None
    edns: Reason | None  # without it, big answers need TCP
    tcp: Reason | None  # without it, big answers fail


async def probe(upstream: Upstream) -> tuple[Probe, ...]:
    """Ask each server for the root's name servers in each way, all at once."""
    seconds = upstream.timeouts[-1]
    probes = (_one(server, seconds) for server in upstream.servers)
    return tuple(await asyncio.gather(*probes))


async def _one(server: Server, seconds: float) -> Probe:
    asked = question(ROOT)
    reasons = await asyncio.gather(
        _reason(_over_udp(server, asked, edns=False), seconds),
        _reason(_over_udp(server, asked, edns=True), seconds),
        _reason(over_tcp(server, asked, edns=True), seconds),
    )
    return Probe(server.text, *reasons)


async def _over_udp(server: Server, asked: bytes, *, edns: bool) -> bytes:
    heard: asyncio.Queue[bytes | None] = asyncio.Queue()
    port = Port(server)
    try:
        port.ask(asked, lambda _, octets: heard.put_nowait(octets), edns=edns)
        octets = await heard.get()
    finally:
        port.close()
    if octets is None:
        raise OSError(f"nobody listens at {server.text}")
    return octets


async def _reason(exchange: Coroutine[None, None, bytes], seconds: float) -> Reason | None:
    """Why this exchange gave no usable reply, if it gave none."""
    try:
        reply = read(await asyncio.wait_for(exchange, seconds))
    except OSError:  # a time-out is one
        return Reason.TIMED_OUT
    except Unreadable:
        return Reason.MALFORMED
    if reply.rcode in NOT_WITH_EDNS:
        return Reason.MALFORMED
    said = meaning(ROOT, reply)
    return said.reason if isinstance(said, NoResponse) else None
