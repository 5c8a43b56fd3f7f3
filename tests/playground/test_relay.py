"""The demo zone beside live DNS."""

import pytest

from bot.core.lookup import Kind, Lookups, Query, Records, Response
from bot.edges.dns import open_dns
from bot.playground.demo import serve_demo
from bot.playground.nameserver import TXT, NameServer, Zone
from bot.playground.relay import last_label

LIVE: Zone = {
    "live.test": [TXT("v=spf1 a -all")],
    "big.test": [TXT("x" * 2000)],
}


def one(name: str) -> Lookups[Response]:
    return (yield Query(name, Kind.TXT))


async def asked(name: str, *, beside_live: bool = True) -> Response:
    async with NameServer.serve(LIVE) as live:
        host, _, port = live.address.rpartition(":")
        upstreams = [(host, int(port))] if beside_live else []
        async with serve_demo(upstreams) as address, open_dns([address]) as resolver:
            return await resolver.run(one(name))


TEXTS = {
    "the demo's own": ("no-mail.example", "v=spf1 -all"),
    "live": ("live.test", "v=spf1 a -all"),
    "live, too big for a datagram": ("big.test", "x" * 2000),
}


@pytest.mark.parametrize(("name", "text"), TEXTS.values(), ids=TEXTS)
async def test_each_name_is_answered_by_its_own_zone(name: str, text: str) -> None:
    response = await asked(name)

    assert isinstance(response, Records)
    assert response.values == (text,)


async def test_what_the_demo_only_pretends_comes_from_live_dns() -> None:
    beside, alone = await asked("gmail.com"), await asked("gmail.com", beside_live=False)

    assert isinstance(beside, Records)
    assert isinstance(alone, Records)
    assert (beside.name_exists, bool(alone.values)) == (False, True)


@pytest.mark.parametrize(
    ("packet", "label"),
    [
        (bytes(12) + b"\x01a\x07EXAMPLE\x00", b"example"),
        (bytes(12) + b"\x00", b""),
        (bytes(5), b""),
        (bytes(12) + b"\x09short", b"short"),
    ],
    ids=["upper case", "root", "cut in the header", "cut in a label"],
)
def test_the_last_label_is_read_from_the_octets(packet: bytes, label: bytes) -> None:
    assert last_label(packet) == label
