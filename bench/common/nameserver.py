"""The loopback name server in a process of its own, so that it takes no time from who is measured."""

import asyncio
import multiprocessing
import selectors
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from bot.core.lookup import Kind, Query
from bot.edges.dns.wire import packed, question
from bot.playground.nameserver import NameServer, Zone

PINGS = 15


class QuickServer(NameServer):
    """Remembers each reply, so that it costs next to nothing however many questions come at once."""

    def __init__(self, zone: Zone, delay: float) -> None:
        super().__init__(zone, delay)
        self._known: dict[tuple[bytes, str], tuple[float, bytes] | None] = {}
        self.asked = 0

    def answer(self, wire: bytes, transport: str) -> tuple[float, bytes] | None:
        self.asked += 1
        key = wire[2:], transport
        if key not in self._known:
            self._known[key] = super().answer(wire, transport)
        known = self._known[key]
        return known and (known[0], wire[:2] + known[1][2:])


class Far:
    """The name server as the benches see it: its address, and how often it was asked."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self.address: str = pipe.recv()
        self.host, self.port = self.address.split(":")[0], int(self.address.split(":")[1])

    def asked(self) -> int:
        """How many questions came since this was last asked for."""
        self._pipe.send("asked")
        count: int = self._pipe.recv()
        return count

    def round_trip(self, name: str) -> float:
        """Seconds that a bare socket needs for one question and its reply."""
        octets = packed(question(Query(name, Kind.TXT)), 1, edns=False)
        took = []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
            sock.connect((self.host, self.port))
            for _ in range(PINGS):
                started = time.perf_counter()
                sock.send(octets)
                sock.recv(4096)
                took.append(time.perf_counter() - started)
        self.asked()
        return min(took)


@contextmanager
def far_nameserver(zone: Zone, delay: float) -> Iterator[Far]:
    """Answer from the zone, each reply `delay` seconds late, until the block ends."""
    spawn = multiprocessing.get_context("spawn")
    near, far = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(zone, delay, far), daemon=True)
    process.start()
    try:
        yield Far(near)
    finally:
        process.terminate()
        process.join()


def _serve(zone: Zone, delay: float, pipe: Connection) -> None:
    # select() waits to the microsecond, epoll to the next whole millisecond.
    loop = asyncio.SelectorEventLoop(selectors.SelectSelector())
    asyncio.set_event_loop(loop)
    loop.run_until_complete(_answer(zone, delay, pipe))


async def _answer(zone: Zone, delay: float, pipe: Connection) -> None:
    async with QuickServer.serve(zone, delay=delay) as server:
        assert isinstance(server, QuickServer)

        def tell() -> None:
            pipe.recv()
            pipe.send(server.asked)
            server.asked = 0

        pipe.send(server.address)
        asyncio.get_running_loop().add_reader(pipe.fileno(), tell)
        await asyncio.Event().wait()
