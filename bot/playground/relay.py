"""Lets the demo zone answer beside live DNS: `.example` to the demo, everything else to upstream.

Looks at nothing but the question's last label, and passes the octets on as they are. `.example`
is never delegated in live DNS (RFC 2606, 2), so nobody's real domain is hidden.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from itertools import cycle
from typing import Any, TypeAlias

Place: TypeAlias = tuple[str, int]

HOST = "127.0.0.1"
HEADER = 12  # octets before the question (RFC 1035, 4.1.1)
DEMO_LABEL = b"example"
PATIENCE = 5.0  # seconds for upstream's answer; who asks has given up by then


def last_label(packet: bytes) -> bytes:
    """The last label of the question's name in lower case; b"" for the root or a broken packet."""
    at, label = HEADER, b""
    while at < len(packet) and (length := packet[at]):
        label = packet[at + 1 : at + 1 + length]
        at += 1 + length
    return label.lower()


class Relay:
    """Passes questions on over UDP and TCP. Several upstreams take turns."""

    def __init__(self, demo: Place, upstreams: Sequence[Place]) -> None:
        self._demo = demo
        self._upstreams = cycle(upstreams)
        self._tasks: set[asyncio.Task[Any]] = set()

    @classmethod
    @asynccontextmanager
    async def serve(cls, demo: Place, upstreams: Sequence[Place]) -> AsyncIterator[str]:
        """Relay on loopback until the block ends; gives "127.0.0.1:port"."""
        relay = cls(demo, upstreams)
        loop = asyncio.get_running_loop()
        listener = await asyncio.start_server(relay._converse, HOST, 0)
        place = listener.sockets[0].getsockname()[:2]
        endpoint, _ = await loop.create_datagram_endpoint(lambda: _Asked(relay), local_addr=place)
        try:
            yield f"{place[0]}:{place[1]}"
        finally:
            endpoint.close()
            listener.close()
            for task in relay._tasks:
                task.cancel()
            await asyncio.gather(*relay._tasks, return_exceptions=True)

    def start(self, packet: bytes, asker: Any, endpoint: asyncio.DatagramTransport) -> None:
        """Pass one datagram on, and its answer back."""
        task = asyncio.create_task(self._pass_on(packet, asker, endpoint))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _target(self, packet: bytes) -> Place:
        return self._demo if last_label(packet) == DEMO_LABEL else next(self._upstreams)

    async def _pass_on(
        self, packet: bytes, asker: Any, endpoint: asyncio.DatagramTransport
    ) -> None:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[bytes] = loop.create_future()
        with suppress(OSError, TimeoutError):
            upstream, _ = await loop.create_datagram_endpoint(
                lambda: _Answer(answer), remote_addr=self._target(packet)
            )
            try:
                upstream.sendto(packet)
                async with asyncio.timeout(PATIENCE):
                    endpoint.sendto(await answer, asker)
            finally:
                upstream.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        # Cancelled only when the relay ends; asyncio would report it as an error.
        with suppress(asyncio.IncompleteReadError, OSError, TimeoutError, asyncio.CancelledError):
            while True:
                packet = await _message(reader)
                async with asyncio.timeout(PATIENCE):
                    writer.write(await self._over_tcp(packet))
                    await writer.drain()
        writer.close()

    async def _over_tcp(self, packet: bytes) -> bytes:
        reader, writer = await asyncio.open_connection(*self._target(packet))
        try:
            writer.write(_framed(packet))
            return _framed(await _message(reader))
        finally:
            writer.close()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """One message behind its length (RFC 1035, 4.2.2)."""
    length = int.from_bytes(await reader.readexactly(2), "big")
    return await reader.readexactly(length)


def _framed(packet: bytes) -> bytes:
    return len(packet).to_bytes(2, "big") + packet


class _Asked(asyncio.DatagramProtocol):
    def __init__(self, relay: Relay) -> None:
        self._relay = relay

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, addr: Any) -> None:
        self._relay.start(data, addr, self._transport)


class _Answer(asyncio.DatagramProtocol):
    def __init__(self, answer: asyncio.Future[bytes]) -> None:
        self._answer = answer

    def datagram_received(self, data: bytes, addr: Any) -> None:  # noqa: ARG002 - asyncio calls it
        if not self._answer.done():
            self._answer.set_result(data)

    def error_received(self, exc: Exception) -> None:
        if not self._answer.done():
            self._answer.set_exception(exc)
