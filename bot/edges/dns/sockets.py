"""The sockets of one check: a UDP port of its own for each server, and TCP where UDP has no room."""

import asyncio
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from bot.edges.dns.octets import Unreadable
from bot.edges.dns.servers import Server
from bot.edges.dns.wire import packed, replies_to

ID_BITS = 16  # of a message's id (RFC 1035, 4.1.1)
LENGTH = 2  # octets of the length before a message over TCP (RFC 1035, 4.2.2)
MAX_DATAGRAM = 2**16  # octets; some servers send more than they were told there is room for
MAX_AT_ONCE = 50  # datagrams read before others get their turn

Listener: TypeAlias = Callable[[Server, bytes | None], None]
"""Hears a reply to its question; None in place of the octets if nobody is there to reply."""


class Port:
    """One UDP port, connected to one server: the system drops what comes from elsewhere.

    What bears no id and question that was sent from here may be forged and is passed over in
    silence. The event loop reads the socket itself (asyncio's datagram transport takes twice the
    time), so it must be one that can, as all are but Windows' default.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        self._waiting: dict[int, tuple[bytes, Listener]] = {}
        self._loop = asyncio.get_running_loop()
        self._socket = socket.socket(server.family, socket.SOCK_DGRAM)
        self._socket.settimeout(0)
        with suppress(OSError):  # no way there: sending will say so again
            self._socket.connect(server.address)
        self._loop.add_reader(self._socket, self._readable)

    def ask(self, asked: bytes, listener: Listener, *, edns: bool) -> int:
        """Send a question whose replies the listener hears until the id, returned, is forgotten."""
        number = secrets.randbits(ID_BITS)
        while number in self._waiting:
            number = secrets.randbits(ID_BITS)
        self._waiting[number] = asked, listener
        try:
            self._socket.send(packed(asked, number, edns=edns))
        except OSError:
            self._loop.call_soon(listener, self.server, None)
        return number

    def forget(self, number: int) -> None:
        """Pass over what still comes for this id."""
        self._waiting.pop(number, None)

    def close(self) -> None:
        """Give the port back to the system."""
        self._loop.remove_reader(self._socket)
        self._socket.close()

    def _readable(self) -> None:
        for _ in range(MAX_AT_ONCE):
            try:
                octets = self._socket.recv(MAX_DATAGRAM)
            except BlockingIOError:
                return
            except OSError:  # an ICMP message has said that nobody listens
                for _, listener in [*self._waiting.values()]:
                    listener(self.server, None)
                return
            asked, waiting = self._waiting.get(int.from_bytes(octets[:2], "big"), (b"", None))
            if waiting is not None and replies_to(asked, octets):
                waiting(self.server, octets)


class Ports:
    """The ports of one check, each opened when it is first needed."""

    def __init__(self) -> None:
        self._ports: dict[Server, Port] = {}

    def to(self, server: Server) -> Port:
        """The port from which this check asks this server."""
        if server not in self._ports:
            self._ports[server] = Port(server)
        return self._ports[server]

    def close(self) -> None:
        """Give all ports back to the system."""
        for port in self._ports.values():
            port.close()


async def over_tcp(server: Server, asked: bytes, *, edns: bool) -> bytes:
    """Ask one question over a connection of its own.

    OSError where the connection fails or ends too soon, Unreadable for what is no reply to this.
    """
    number = secrets.randbits(ID_BITS)
    host, port = server.address[:2]
    reader, writer = await asyncio.open_connection(host, port)
    try:
        message = packed(asked, number, edns=edns)
        writer.write(len(message).to_bytes(LENGTH, "big") + message)
        length = int.from_bytes(await reader.readexactly(LENGTH), "big")
        octets = await reader.readexactly(length)
    except asyncio.IncompleteReadError as error:
        raise ConnectionResetError from error
    finally:
        writer.close()
    if octets[:2] != number.to_bytes(2, "big") or not replies_to(asked, octets):
        raise Unreadable
    return octets
