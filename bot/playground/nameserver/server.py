"""The sockets of the loopback name server: UDP and TCP on one port, one reply a question."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, NamedTuple

import dns.exception
import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype

from bot.playground.nameserver.faults import MAX_MESSAGE, TCP, UDP, Exchange, failed, truncated
from bot.playground.nameserver.zone import Names, Zone

HOST = "127.0.0.1"
PLAIN_UDP = 512  # octets of a UDP reply to a question without EDNS (RFC 1035, 4.2.1)
PORT_ATTEMPTS = 20  # a port that is free for TCP may be taken for UDP: try another


class Asked(NamedTuple):
    """One question that arrived: the name in lower case without final dot, "TXT", "udp"."""

    name: str
    kind: str
    transport: str


class NameServer:
    """A name server that knows one zone and keeps a list of what it was asked.

    `async with NameServer.serve({"example.com": [TXT("v=spf1 -all")]}) as server:` — then
    `server.address` is "127.0.0.1:port" and `server.queries` what came in.
    """

    def __init__(self, zone: Zone, delay: float) -> None:
        self.delay = delay
        self.address = ""
        self.queries: list[Asked] = []
        self._names = Names.of(zone)
        self._conversations: set[asyncio.Task[Any]] = set()

    @classmethod
    @asynccontextmanager
    async def serve(
        cls, zone: Zone, *, delay: float = 0.0, port: int = 0
    ) -> AsyncIterator["NameServer"]:
        """Answer on loopback until the block ends, each reply `delay` seconds late."""
        server = cls(zone, delay)
        tcp, udp = _bound(port)
        loop = asyncio.get_running_loop()
        listener = await asyncio.start_server(server._converse, sock=tcp)
        endpoint, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(server), sock=udp)
        server.address = f"{HOST}:{tcp.getsockname()[1]}"
        try:
            yield server
        finally:
            endpoint.close()
            listener.close()
            for conversation in server._conversations:
                conversation.cancel()
            await asyncio.gather(*server._conversations)

    def publish(self, zone: Zone) -> None:
        """Answer from this zone from now on."""
        self._names = Names.of(zone)

    def answer(self, wire: bytes, transport: str) -> tuple[float, bytes] | None:
        """The octets to send for the octets that came, and after how many seconds; or nothing."""
        try:
            question = dns.message.from_wire(wire)
        except dns.exception.DNSException:
            return None
        if len(question.question) != 1 or question.flags & dns.flags.QR:
            return None
        self.queries.append(_asked(question, transport))
        sent = self._names.send(Exchange(question, self._names.reply(question), transport))
        if sent is None:
            return None
        octets = sent if isinstance(sent, bytes) else _packed(sent, question, transport)
        return self.delay + self._names.delay(question), octets

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the questions of one connection, each behind its length (RFC 1035, 4.2.2)."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - for mypy: a coroutine of a server runs in a task
        self._conversations.add(task)
        # Cancelled only when the server ends; asyncio would report it as an error.
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while length := int.from_bytes(await reader.readexactly(2), "big"):
                answer = self.answer(await reader.readexactly(length), TCP)
                if answer is not None:
                    await asyncio.sleep(answer[0])
                    if not answer[1]:
                        break
                    writer.write(len(answer[1]).to_bytes(2, "big") + answer[1])
                    await writer.drain()
        self._conversations.discard(task)
        writer.close()


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, server: NameServer) -> None:
        self.server = server

    def connection_made(self, transport: Any) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: Any) -> None:
        answer = self.server.answer(data, UDP)
        if answer is None:
            return
        delay, octets = answer
        if delay > 0:
            asyncio.get_running_loop().call_later(delay, self._send, octets, addr)
        else:
            self._send(octets, addr)

    def _send(self, octets: bytes, addr: Any) -> None:
        if not self.transport.is_closing():
            self.transport.sendto(octets, addr)


def _packed(reply: dns.message.Message, question: dns.message.Message, transport: str) -> bytes:
    """The reply as octets: cut where UDP has no room for it, SERVFAIL where nothing has."""
    try:
        octets = reply.to_wire(max_size=MAX_MESSAGE)
    except dns.exception.TooBig:
        return failed(reply, dns.rcode.SERVFAIL).to_wire()
    room = max(PLAIN_UDP, question.payload) if question.edns >= 0 else PLAIN_UDP
    if transport == UDP and len(octets) > room:
        return truncated(reply).to_wire()
    return octets


def _asked(question: dns.message.Message, transport: str) -> Asked:
    asked = question.question[0]
    name = b".".join(asked.name.labels[:-1]).decode("ascii", "backslashreplace").lower()
    return Asked(name, dns.rdatatype.to_text(asked.rdtype), transport)


def _bound(port: int) -> tuple[socket.socket, socket.socket]:
    """A TCP and a UDP socket on the same port of loopback."""
    for _ in range(PORT_ATTEMPTS):
        tcp = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with suppress(OSError):
            tcp.bind((HOST, port))
            udp.bind(tcp.getsockname())
            return tcp, udp
        tcp.close()
        udp.close()
    raise OSError(f"No port of {HOST} is free for both UDP and TCP (wanted: {port or 'any'}).")
