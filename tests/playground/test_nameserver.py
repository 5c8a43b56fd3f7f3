import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import dns.asyncquery
import dns.exception
import dns.flags
import dns.message
import dns.rcode
import pytest

from bot.playground.nameserver import (
    AAAA,
    CNAME,
    MX,
    NS,
    PTR,
    SOA,
    TXT,
    A,
    Asked,
    Lame,
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
    WrongId,
    WrongQuestion,
    Zone,
)

ZONE: Zone = {
    "example.com": [
        TXT("v=spf1 ", "-all"),
        TXT("same"),
        TXT("same"),
        MX(10, "mx.example.com"),
        MX(20, ""),
        A("192.0.2.1", ttl=7),
        AAAA("2001:db8::1"),
        NS("ns.example.com"),
        SOA(minimum=60),
    ],
    "odd.example": [TXT(), TXT(""), TXT(b"\xff\x00")],
    "192.0.2.1": [PTR("mail.example.com")],
    "alias.example": [CNAME("www.alias.example")],
    "www.alias.example": [CNAME("example.com")],
    "loop.example": [CNAME("loop.example")],
    "deep.under.empty.example": [A("192.0.2.2")],
    "*.wild.example": [TXT("wild")],
    "taken.wild.example": [A("192.0.2.3")],
    "large.example": [TXT("x" * 700)],
    "huge.example": [TXT("x" * 60_000)],
    "absurd.example": [TXT("x" * 60_000), TXT("x" * 60_000)],
    "servfail.example": [Servfail()],
    "partly.example": [Refused("MX"), TXT("fine")],
    "silent.example": [Silent()],
    "recovers.example": [Silent(times=1), TXT("at last")],
    "id.example": [WrongId()],
    "question.example": [WrongQuestion()],
    "cut.example": [Truncated(), TXT("whole")],
    "tcp.example": [OnlyTcp(), TXT("whole")],
    "old.example": [NoEdns(), TXT("plain")],
    "raw.example": [Raw(b"\x81\x80")],
    "lame.example": [Lame()],
    "echo.example": [NotAReply()],
    "udp.example": [OnlyUdp(), TXT("whole")],
    "slow.example": [Slow(0.05), TXT("late")],
}


@pytest.fixture
async def server() -> AsyncIterator[NameServer]:
    async with NameServer.serve(ZONE) as server:
        yield server


async def ask(
    server: NameServer, name: str, kind: str = "TXT", *, how: Any = dns.asyncquery.udp, **edns: Any
) -> dns.message.Message:
    host, port = server.address.split(":")
    question = dns.message.make_query(name, kind, **edns)
    reply: dns.message.Message = await how(
        question, host, port=int(port), timeout=0.2, one_rr_per_rrset=True
    )
    return reply


def shown(reply: dns.message.Message) -> list[str]:
    return [rrset[0].to_text() for rrset in reply.answer]


@pytest.mark.parametrize(
    ("name", "kind", "values"),
    [
        pytest.param("example.com", "TXT", ['"v=spf1 " "-all"', '"same"', '"same"'], id="txt"),
        pytest.param("EXAMPLE.com", "A", ["192.0.2.1"], id="case does not matter"),
        pytest.param("example.com", "AAAA", ["2001:db8::1"], id="aaaa"),
        pytest.param("example.com", "MX", ["10 mx.example.com.", "20 ."], id="mx, null mx"),
        pytest.param("example.com", "NS", ["ns.example.com."], id="ns"),
        pytest.param("1.2.0.192.in-addr.arpa", "PTR", ["mail.example.com."], id="ptr"),
        pytest.param(
            "alias.example",
            "A",
            ["www.alias.example.", "example.com.", "192.0.2.1"],
            id="aliases are followed",
        ),
        pytest.param("alias.example", "CNAME", ["www.alias.example."], id="the alias itself"),
        pytest.param("a.b.wild.example", "TXT", ['"wild"'], id="wildcard, two labels"),
        pytest.param("taken.wild.example", "TXT", [], id="no wildcard where the name exists"),
        pytest.param("x.taken.wild.example", "TXT", [], id="nor below it"),
        pytest.param("partly.example", "TXT", ['"fine"'], id="a fault of another type"),
    ],
)
async def test_a_question_is_answered_from_the_zone(
    server: NameServer, name: str, kind: str, values: list[str]
) -> None:
    reply = await ask(server, name, kind)

    assert shown(reply) == values


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        pytest.param("example.com", "PTR", "NOERROR", id="nodata"),
        pytest.param("nowhere.example.com", "A", "NXDOMAIN", id="nxdomain"),
        pytest.param("under.empty.example", "A", "NOERROR", id="an empty non-terminal exists"),
        pytest.param("x.under.empty.example", "A", "NXDOMAIN", id="beside the only name"),
        pytest.param("servfail.example", "A", "SERVFAIL", id="servfail"),
        pytest.param("partly.example", "MX", "REFUSED", id="refused for one type"),
    ],
)
async def test_a_question_without_records_gets_its_code(
    server: NameServer, name: str, kind: str, code: str
) -> None:
    reply = await ask(server, name, kind)

    assert (dns.rcode.to_text(reply.rcode()), reply.answer) == (code, [])


async def test_ttls_are_those_of_the_zone(server: NameServer) -> None:
    found = await ask(server, "example.com", "A")
    denied = await ask(server, "nowhere.example.com", "A")

    assert found.answer[0].ttl == 7
    assert denied.authority[0][0].to_text().endswith(" 60")


async def test_strings_and_illegal_values_go_out_as_written(server: NameServer) -> None:
    host, port = server.address.split(":")
    question = dns.message.make_query("odd.example", "TXT")
    with pytest.raises(dns.exception.DNSException):
        await dns.asyncquery.udp(question, host, port=int(port), timeout=0.2)
    answer = server.answer(question.to_wire(), "udp")
    assert answer is not None
    reply = dns.message.from_wire(answer[1], one_rr_per_rrset=True, continue_on_error=True)

    assert shown(reply) == ['""', '"\\255\\000"']


@pytest.mark.parametrize(
    ("name", "edns", "cut"),
    [
        pytest.param("large.example", {}, True, id="700 octets into 512"),
        pytest.param("large.example", {"use_edns": 0, "payload": 1232}, False, id="into 1232"),
        pytest.param("huge.example", {"use_edns": 0, "payload": 1232}, True, id="60 kB"),
        pytest.param("cut.example", {"use_edns": 0, "payload": 1232}, True, id="always cut"),
    ],
)
async def test_what_udp_has_no_room_for_is_cut_and_whole_over_tcp(
    server: NameServer,
    name: str,
    edns: dict[str, Any],
    cut: bool,  # noqa: FBT001 - a column of the table
) -> None:
    datagram = await ask(server, name, **edns)
    stream = await ask(server, name, how=dns.asyncquery.tcp)

    assert bool(datagram.flags & dns.flags.TC) is cut
    assert bool(datagram.answer) is not cut
    assert len(stream.answer) == 1
    assert server.queries == [Asked(name, "TXT", "udp"), Asked(name, "TXT", "tcp")]


async def test_what_fits_no_message_is_servfail(server: NameServer) -> None:
    reply = await ask(server, "absurd.example", how=dns.asyncquery.tcp)

    assert reply.rcode() == dns.rcode.SERVFAIL


@pytest.mark.parametrize(
    "name", ["silent.example", "tcp.example", "id.example", "question.example"]
)
async def test_udp_gets_nothing_usable(server: NameServer, name: str) -> None:
    with pytest.raises(dns.exception.DNSException):
        await ask(server, name)


async def test_faults_add_up_and_tcp_may_be_the_deaf_one(server: NameServer) -> None:
    question = dns.message.make_query("udp.example", "TXT").to_wire()

    assert server.answer(question, "tcp") is None
    assert shown(await ask(server, "udp.example")) == ['"whole"']


async def test_a_lame_server_points_to_the_root(server: NameServer) -> None:
    reply = await ask(server, "lame.example")

    assert (reply.rcode(), reply.answer, reply.flags & dns.flags.AA) == (0, [], 0)
    assert reply.authority[0].to_text() == ". 300 IN NS ns.root.invalid."


async def test_a_question_may_come_back_as_it_was(server: NameServer) -> None:
    question = dns.message.make_query("echo.example", "TXT").to_wire()

    assert server.answer(question, "udp") == (0, question)


async def test_a_fault_may_pass(server: NameServer) -> None:
    with pytest.raises(dns.exception.Timeout):
        await ask(server, "recovers.example")

    assert shown(await ask(server, "recovers.example")) == ['"at last"']


async def test_an_old_server_knows_no_edns(server: NameServer) -> None:
    refused = await ask(server, "old.example", use_edns=0)
    plain = await ask(server, "old.example")

    assert (refused.rcode(), refused.edns) == (dns.rcode.FORMERR, -1)
    assert shown(plain) == ['"plain"']


async def test_raw_octets_carry_the_id_of_the_question(server: NameServer) -> None:
    question = dns.message.make_query("raw.example", "TXT")

    assert server.answer(question.to_wire(), "udp") == (0, question.to_wire()[:2] + b"\x81\x80")


async def test_a_loop_of_aliases_ends(server: NameServer) -> None:
    assert len((await ask(server, "loop.example")).answer) == 16


async def test_replies_come_late_together() -> None:
    async with NameServer.serve(ZONE, delay=0.05) as server:
        started = time.monotonic()
        await asyncio.gather(*(ask(server, "example.com", "A") for _ in range(5)))
        took = time.monotonic() - started
        slow = server.answer(dns.message.make_query("slow.example", "TXT").to_wire(), "udp")

    assert 0.05 <= took < 0.2
    assert slow is not None
    assert slow[0] == pytest.approx(0.1)


async def test_another_zone_can_be_published(server: NameServer) -> None:
    server.publish({"example.com": [TXT("new")]})

    assert shown(await ask(server, "example.com")) == ['"new"']


async def test_what_is_no_question_is_dropped(server: NameServer) -> None:
    assert server.answer(b"\x00" * 5, "udp") is None
    assert server.answer(b"\x00" * 12, "udp") is None
