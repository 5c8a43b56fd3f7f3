"""A name server in a thread of its own: the commands run their own event loop."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.playground.nameserver import MX, TXT, NameServer, Servfail, Zone

ZONE: Zone = {
    "shop.example": [TXT("v=spf1 include:_spf-eu.ionos.com ~all"), MX(10, "mx00.ionos.de")],
    "_spf-eu.ionos.com": [TXT("v=spf1 ip4:192.0.2.0/24 ~all")],
    "broken.example": [TXT("v=spf1 include=_spf-eu.ionos.com ~all"), MX(10, "mx00.ionos.de")],
    "silent.example": [Servfail()],
    "gmail.example": [MX(10, "mx.gmail.example")],
    "hostile.example": [TXT("v=spf1 \x1b[31mred <!channel> -all")],
}


@contextmanager
def in_thread(zone: Zone) -> Iterator[str]:
    """The address of a name server that runs until the block ends."""
    ready: threading.Event = threading.Event()
    found: list[str] = []
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    async def serve() -> None:
        async with NameServer.serve(zone) as server:
            found.append(server.address)
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    ready.wait()
    yield found[0]
    loop.call_soon_threadsafe(stop.set)
    thread.join()
    loop.close()


@pytest.fixture(scope="session")
def nameserver() -> Iterator[str]:
    with in_thread(ZONE) as address:
        yield address
