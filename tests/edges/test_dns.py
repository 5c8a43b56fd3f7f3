from ipaddress import IPv4Address, IPv6Address

import dns.flags
import pytest

from bot.core.lookup import (
    Kind,
    Lookups,
    Mx,
    NoResponse,
    Query,
    Reason,
    Records,
    Response,
)
from bot.desk import Dns
from bot.edges.dns import Resolver, open_dns
from bot.playground.nameserver import (
    AAAA,
    CNAME,
    MX,
    NS,
    PTR,
    SOA,
    TXT,
    A,
    Fault,
    HangsUp,
    NameServer,
    NoEdns,
    NotAReply,
    OnlyTcp,
    OnlyUdp,
    Raw,
    Refused,
    Servfail,
    Silent,
    Slow,
    Truncated,
    Unmeasured,
    WrongId,
    WrongQuestion,
    Zone,
)
from bot.playground.nameserver.faults import Exchange, Sent

QUICK = 0.04  # seconds for the first attempt; three take 0.2 s in all


class NeverWhole(Fault):
    """Says "truncated" over TCP too."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The honest reply, said to be cut."""
        exchange.reply.flags |= dns.flags.TC
        return exchange.reply


class DropsEdns(Fault):
    """Hears no question with EDNS, as behind some firewalls."""

    def spoil(self, exchange: Exchange) -> Sent:
        """Nothing, or the honest reply to a plain question."""
        return exchange.reply if exchange.question.edns < 0 else None


class OldOverTcp(Fault):
    """Knows EDNS over UDP, where it has no room, and does not over TCP."""

    def spoil(self, exchange: Exchange) -> Sent:
        """TC over UDP, FORMERR to EDNS over TCP."""
        fault = Truncated() if exchange.transport == "udp" else NoEdns()
        return fault.spoil(exchange)


ZONE: Zone = {
    "example.com": [
        TXT("v=spf1 ", "-all"),
        TXT("same"),
        TXT("same"),
        MX(20, "mx2.example.com"),
        MX(10, "MX1.example.com"),
        A("192.0.2.1", ttl=7),
        AAAA("2001:db8::1"),
        NS("ns.example.com"),
        SOA(minimum=60, ttl=90),
    ],
    "null.example": [MX(0, "")],
    "odd.example": [TXT(), TXT("", "a", "", "b"), TXT(b"\xff\xc3\xa4")],
    "192.0.2.1": [PTR("mail.example.com"), PTR("www.example.com")],
    "alias.example": [CNAME("www.alias.example", ttl=5)],
    "www.alias.example": [CNAME("example.com")],
    "nowhere.example": [CNAME("gone.example.com")],
    "nodata.example": [CNAME("null.example")],
    "loop.example": [CNAME("pool.example")],
    "pool.example": [CNAME("loop.example")],
    "large.example": [TXT("x" * 1000)],
    "huge.example": [TXT("x" * 60_000)],
    "many.example": [A(f"10.0.{i // 256}.{i % 256}") for i in range(3000)],
    "a b\x7f!.example": [TXT("odd label")],
    "silent.example": [Silent()],
    "servfail.example": [Servfail()],
    "refused.example": [Refused()],
    "id.example": [WrongId(), TXT("forged")],
    "question.example": [WrongQuestion(), TXT("forged")],
    "echo.example": [NotAReply()],
    "cut.example": [Truncated(), TXT("whole")],
    "never-whole.example": [NeverWhole(), TXT("half")],
    "hangs-up.example": [Truncated(), HangsUp(times=4), TXT("third connection")],
    "always-hangs-up.example": [Truncated(), HangsUp(), TXT("never")],
    "old-over-tcp.example": [OldOverTcp(), TXT("plain over TCP")],
    "drops-edns.example": [DropsEdns(), TXT("x" * 1000)],
    "unmeasured.example": [Unmeasured(), TXT("x" * 60_000)],
    "udp.example": [OnlyUdp(), Truncated(), TXT("cut and no TCP")],
    "tcp.example": [OnlyTcp(), TXT("unheard")],
    "old.example": [NoEdns(), TXT("plain")],
    "old-large.example": [NoEdns(), TXT("x" * 1000)],
    "once.example": [Silent(times=1), TXT("second attempt")],
    "twice.example": [Silent(times=2), TXT("third attempt")],
    "late.example": [Slow(0.06), TXT("late")],
    "broken.example": [Raw(b"\x81\x80\x00\x01\x00\x01\x00\x00\x00\x00")],
}


def one(query: Query) -> Lookups[Response]:
    return (yield query)


def each(*queries: Query) -> Lookups[list[Response]]:
    responses = []
    for query in queries:
        responses.append((yield query))  # noqa: PERF401 - a generator cannot yield in a comprehension
    return responses


def txt(*names: str) -> list[Query]:
    return [Query(name, Kind.TXT) for name in names]


async def asked(zone: Zone, query: Query) -> Response:
    async with NameServer.serve(zone) as server, open_dns([server.address], QUICK) as resolver:
        return await resolver.run(one(query))


async def test_the_resolver_is_what_the_desk_needs() -> None:
    async with open_dns(["127.0.0.1:9"]) as resolver:
        dns: Dns = resolver

    assert isinstance(dns, Resolver)


@pytest.mark.parametrize(
    ("name", "kind", "response"),
    [
        pytest.param(
            "example.com",
            Kind.TXT,
            Records(("v=spf1 -all", "same", "same"), ttl=300),
            id="strings joined, equal records apart",
        ),
        pytest.param("EXAMPLE.com", Kind.A, Records((IPv4Address("192.0.2.1"),), ttl=7), id="case"),
        pytest.param(
            "example.com", Kind.AAAA, Records((IPv6Address("2001:db8::1"),), ttl=300), id="aaaa"
        ),
        pytest.param(
            "example.com",
            Kind.MX,
            Records((Mx(20, "mx2.example.com"), Mx(10, "mx1.example.com")), ttl=300),
            id="mx in the order of the packet",
        ),
        pytest.param("null.example", Kind.MX, Records((Mx(0, ""),), ttl=300), id="null mx"),
        pytest.param("example.com", Kind.NS, Records(("ns.example.com",), ttl=300), id="ns"),
        pytest.param(
            "1.2.0.192.in-addr.arpa",
            Kind.PTR,
            Records(("mail.example.com", "www.example.com"), ttl=300),
            id="ptr",
        ),
        pytest.param(
            "odd.example",
            Kind.TXT,
            Records(("", "ab", "�ä"), ttl=300),
            id="no string, empty strings, no UTF-8",
        ),
        pytest.param(
            "alias.example",
            Kind.A,
            Records((IPv4Address("192.0.2.1"),), ttl=5, alias="example.com"),
            id="aliases followed, the smallest ttl",
        ),
        pytest.param(
            "alias.example", Kind.CNAME, Records(("www.alias.example",), ttl=5), id="cname"
        ),
        pytest.param("example.com", Kind.PTR, Records(ttl=60), id="nodata lives by the SOA"),
        pytest.param("gone.example.com", Kind.A, Records(name_exists=False, ttl=60), id="nxdomain"),
        pytest.param(
            "nowhere.example",
            Kind.A,
            Records(name_exists=False, ttl=60, alias="gone.example.com"),
            id="an alias of what does not exist (RFC 6604)",
        ),
        pytest.param(
            "nodata.example",
            Kind.A,
            Records(ttl=300, alias="null.example"),
            id="an alias of what has nothing",
        ),
        pytest.param("a b\x7f!.example", Kind.TXT, Records(("odd label",), ttl=300), id="label"),
        pytest.param(
            "x" * 64 + ".example", Kind.A, Records(name_exists=False), id="label too long"
        ),
        pytest.param("a..example", Kind.A, Records(name_exists=False), id="empty label"),
        pytest.param("x." * 127 + "x", Kind.A, Records(name_exists=False), id="name too long"),
        pytest.param("mü.example", Kind.A, Records(name_exists=False), id="not ASCII"),
        pytest.param("large.example", Kind.TXT, Records(("x" * 1000,), ttl=300), id="EDNS"),
        pytest.param("huge.example", Kind.TXT, Records(("x" * 60_000,), ttl=300), id="60 kB"),
        pytest.param(
            "unmeasured.example", Kind.TXT, Records(("x" * 60_000,), ttl=300), id="60 kB over UDP"
        ),
        pytest.param("cut.example", Kind.TXT, Records(("whole",), ttl=300), id="TCP"),
        pytest.param(
            "never-whole.example", Kind.TXT, NoResponse(Reason.MALFORMED), id="cut over TCP too"
        ),
        pytest.param(
            "hangs-up.example", Kind.TXT, Records(("third connection",), ttl=300), id="hangs up"
        ),
        pytest.param(
            "always-hangs-up.example", Kind.TXT, NoResponse(Reason.TIMED_OUT), id="always hangs up"
        ),
        pytest.param(
            "old-over-tcp.example",
            Kind.TXT,
            Records(("plain over TCP",), ttl=300),
            id="old over TCP",
        ),
        pytest.param(
            "drops-edns.example", Kind.TXT, Records(("x" * 1000,), ttl=300), id="EDNS dropped"
        ),
        pytest.param("old.example", Kind.TXT, Records(("plain",), ttl=300), id="no EDNS"),
        pytest.param(
            "old-large.example", Kind.TXT, Records(("x" * 1000,), ttl=300), id="no EDNS, TCP"
        ),
        pytest.param("once.example", Kind.TXT, Records(("second attempt",), ttl=300), id="2nd"),
        pytest.param("twice.example", Kind.TXT, Records(("third attempt",), ttl=300), id="3rd"),
        pytest.param("late.example", Kind.TXT, Records(("late",), ttl=300), id="late counts"),
        pytest.param("silent.example", Kind.TXT, NoResponse(Reason.TIMED_OUT), id="silent"),
        pytest.param("servfail.example", Kind.TXT, NoResponse(Reason.SERVFAIL), id="servfail"),
        pytest.param("refused.example", Kind.TXT, NoResponse(Reason.REFUSED), id="refused"),
        pytest.param("id.example", Kind.TXT, NoResponse(Reason.TIMED_OUT), id="wrong id"),
        pytest.param("question.example", Kind.TXT, NoResponse(Reason.TIMED_OUT), id="question"),
        pytest.param("echo.example", Kind.TXT, NoResponse(Reason.TIMED_OUT), id="no QR bit"),
        pytest.param("udp.example", Kind.TXT, NoResponse(Reason.TIMED_OUT), id="no TCP"),
        pytest.param("tcp.example", Kind.TXT, NoResponse(Reason.TIMED_OUT), id="only TCP"),
        pytest.param("loop.example", Kind.TXT, NoResponse(Reason.MALFORMED), id="alias circle"),
    ],
)
async def test_a_query_gets_its_response(name: str, kind: Kind, response: Response) -> None:
    assert await asked(ZONE, Query(name, kind)) == response


async def test_a_reply_that_ends_too_soon_is_malformed_not_empty() -> None:
    zone: Zone = {"example.com": [Raw(header(answers=1) + question_section())]}

    assert await asked(zone, *txt("example.com")) == NoResponse(Reason.MALFORMED)


def header(*, answers: int = 0, flags: int = 0x8180) -> bytes:
    return b"".join(n.to_bytes(2, "big") for n in (flags, 1, answers, 0, 0))


def question_section() -> bytes:
    return b"\x07example\x03com\x00\x00\x10\x00\x01"
