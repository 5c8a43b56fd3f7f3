"""One check over the real name server: look-ahead, budgets, cache, several servers, many at once."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.lookup import Kind, Lookups, NoResponse, Query, Reason, Records, Response
from bot.edges.dns import Budget, Resolver, open_dns
from bot.playground.nameserver import (
    CNAME,
    NS,
    TXT,
    Fault,
    Lame,
    NameServer,
    NoEdns,
    OnlyTcp,
    OnlyUdp,
    Refused,
    Servfail,
    Silent,
    Slow,
    Zone,
)
from bot.playground.nameserver.faults import Exchange, Sent

QUICK = 0.04  # seconds for the first attempt; three take 0.2 s in all
DELAY = 0.1  # seconds a reply takes where time matters

LINKS = {"root": "a b c", "a": "d", "b": "e f", "c": "", "d": "", "e": "", "f": "root"}


def grown(domain: str = "example") -> Zone:
    """A tree of seven names, three deep, below a domain."""
    return {
        f"{name}.{domain}": [TXT(" ".join(f"{link}.{domain}" for link in links.split()))]
        for name, links in LINKS.items()
    }


TREE = grown()


def txt(name: str) -> Query:
    return Query(name, Kind.TXT)


def named(response: Response) -> list[str]:
    """The names in the TXT records of the tests' zones."""
    values = response.values if isinstance(response, Records) else ()
    return [name for value in values for name in str(value).split()]


def ahead(query: Query, response: Response) -> Iterable[Query]:
    return [txt(name) for name in named(response)]


def each(*names: str) -> Lookups[list[Response]]:
    responses = []
    for name in names:
        responses.append((yield txt(name)))  # noqa: PERF401 - no yield in a comprehension
    return responses


def walk(name: str) -> Lookups[list[str]]:
    """Visit a tree of names depth first, each name once."""
    seen = []
    waiting = [name]
    while waiting:
        seen.append(waiting.pop(0))
        found = named((yield txt(seen[-1])))
        waiting = [each for each in found if each not in seen] + waiting
    return seen


@asynccontextmanager
async def at(
    zone: Zone, seconds: float = 1.0, *, delay: float = 0.0, **options: Any
) -> AsyncIterator[tuple[NameServer, Resolver]]:
    """A name server with this zone, and a resolver that asks it."""
    async with (
        NameServer.serve(zone, delay=delay) as server,
        open_dns([server.address], seconds, **options) as resolver,
    ):
        yield server, resolver


async def test_a_tree_takes_as_long_as_it_is_deep() -> None:
    async with at(TREE, delay=DELAY) as (server, resolver):
        started = time.monotonic()
        names = await resolver.run(walk("root.example"), ahead)
        took = time.monotonic() - started

    assert len(names) == 7
    assert 3 * DELAY <= took < 6 * DELAY  # one question after the other would take 7
    assert len(server.queries) == 7


async def test_without_look_ahead_the_result_is_the_same() -> None:
    async with at(TREE) as (_, resolver), at(TREE) as (_, other):
        plain = await resolver.run(walk("root.example"))
        quick = await other.run(walk("root.example"), ahead, first=[txt("f.example")])

    assert plain == quick


NAMES = st.sampled_from([f"{letter}.example" for letter in "abcdef"])
ZONES = st.dictionaries(
    NAMES,
    st.one_of(
        st.lists(NAMES, max_size=4).map(lambda links: [TXT(" ".join(links))]),
        st.sampled_from([[Servfail()], [Refused()], [CNAME("a.example")], [CNAME("b.example")]]),
    ),
    max_size=6,
)


@given(ZONES, st.lists(NAMES, max_size=3), st.integers(1, 6))
@settings(max_examples=25)
async def test_no_look_ahead_changes_what_any_zone_says(
    zone: Zone, first: list[str], queries: int
) -> None:
    budget = Budget(queries=queries)
    names = [f"{letter}.example" for letter in "abcabc"]
    async with at(zone, budget=budget) as (_, resolver), at(zone, budget=budget) as (_, other):
        plain = await resolver.run(each(*names))
        quick = await other.run(each(*names), ahead, first=[txt(name) for name in first])

    assert plain == quick


async def test_equal_questions_are_asked_once() -> None:
    async with at(TREE) as (server, resolver):
        await resolver.run(each("c.example", "c.example", "c.example"), first=[txt("c.example")])

    assert len(server.queries) == 1


async def test_an_unneeded_answer_delays_nothing_and_counts_nothing() -> None:
    zone: Zone = {"a.example": [TXT("silent.example")], "silent.example": [Silent()]}
    async with at(zone, 1.0) as (_, resolver):
        started = time.monotonic()
        await resolver.run(each("a.example"), ahead)

    assert time.monotonic() - started < 0.3
    assert not resolver.counters.failures


async def test_a_look_ahead_never_eats_the_budget() -> None:
    fan: Zone = {
        "fan.example": [TXT(" ".join(f"n{i}.fan.example" for i in range(1000)))],
        "*.fan.example": [TXT("")],
        "needed.example": [TXT("here")],
    }
    budget = Budget(queries=5)
    async with at(fan, budget=budget) as (server, dns):
        *_, last = await dns.run(each("fan.example", "n1.fan.example", "needed.example"), ahead)

    assert last == Records(("here",), ttl=300)
    assert len(server.queries) <= 10


async def test_a_look_ahead_that_receives_too_much_is_stopped() -> None:
    names = [f"n{i}.example" for i in range(30)]
    zone: Zone = {
        "fan.example": [TXT(" ".join(names))],
        **{name: [Slow(0.01 * i), TXT("x" * 1000)] for i, name in enumerate(names)},
        "last.example": [Slow(0.2), TXT("here")],
    }
    budget = Budget(octets=5_000)
    async with at(zone, budget=budget) as (_, dns):
        responses = await dns.run(each("fan.example", "last.example", "n29.example"), ahead)

    assert responses[1:] == [Records(("here",), ttl=300), Records(("x" * 1000,), ttl=300)]


@pytest.mark.parametrize(
    ("budget", "answered"),
    [
        pytest.param(Budget(queries=3), 3, id="queries"),
        pytest.param(Budget(octets=2_500), 3, id="octets"),
        pytest.param(Budget(seconds=0), 0, id="seconds"),
    ],
)
async def test_a_spent_budget_is_said_and_the_computation_ends(
    budget: Budget, answered: int
) -> None:
    zone: Zone = {"*.wide.example": [TXT("x" * 900)]}
    names = [f"n{i}.wide.example" for i in range(50)]
    async with at(zone, budget=budget) as (server, dns):
        responses = await dns.run(each(*names, names[0]))

    spent = NoResponse(Reason.OVER_BUDGET)
    assert responses[answered:50] == [spent] * (50 - answered)
    assert all(isinstance(response, Records) for response in responses[:answered])
    assert responses[50] == responses[0]
    assert len(server.queries) == answered
    assert dns.counters.failures[Reason.OVER_BUDGET] >= 50 - answered


async def test_time_is_up_for_the_whole_check_whatever_is_silent() -> None:
    zone: Zone = {"*": [Silent()]}
    budget = Budget(seconds=0.3)
    async with at(zone, QUICK, budget=budget) as (_, resolver):
        started = time.monotonic()
        responses = await resolver.run(each(*(f"{i}.example" for i in range(50))))
        took = time.monotonic() - started

    assert took < 0.5
    assert responses[0] == NoResponse(Reason.TIMED_OUT)
    assert set(responses[1:]) == {NoResponse(Reason.OVER_BUDGET)}


async def test_a_hostile_zone_that_always_leads_on_comes_to_an_end() -> None:
    """Every name names twenty new ones, in 4 kB each."""

    def endless(name: str) -> Lookups[int]:
        waiting, silent = [name], 0
        while waiting and silent < 1000:
            response = yield txt(waiting.pop(0))
            waiting += named(response)
            silent += isinstance(response, NoResponse)
        return silent

    zone: Zone = {
        f"*.n{i}.example": [TXT(" ".join(f"{i}{j}x.n{j}.example" for j in range(20)), "y" * 4000)]
        for i in range(20)
    }
    budget = Budget(queries=50)
    async with at(zone, budget=budget) as (server, resolver):
        started = time.monotonic()
        await resolver.run(endless("a.n1.example"), ahead)

    assert time.monotonic() - started < budget.seconds + 2
    assert len(server.queries) <= 2 * 2 * budget.queries  # UDP and TCP, needed and spare


async def test_aliases_that_lead_out_of_the_packet_are_followed() -> None:
    chain: Zone = {f"n{i}.example": [CNAME(f"n{i + 1}.example", ttl=60 - i)] for i in range(40)}
    async with at({**chain, "n40.example": [TXT("end")]}) as (_, resolver):
        # The server follows 16 aliases a reply and says nothing about the last one's target.
        found, lost = await resolver.run(each("n0.example", "n3.example"))

    assert found == Records(("end",), ttl=21, alias="n40.example")
    assert lost == Records(("end",), ttl=21, alias="n40.example")


@pytest.mark.parametrize(
    ("aliases", "response"),
    [
        pytest.param(16, Records(("end",), ttl=300, alias="n16.example"), id="sixteen"),
        pytest.param(17, NoResponse(Reason.MALFORMED), id="seventeen"),
    ],
)
async def test_sixteen_aliases_one_by_one_are_followed(aliases: int, response: Response) -> None:
    chain: Zone = {
        f"n{i}.example": [OneAlias(), CNAME(f"n{i + 1}.example")] for i in range(aliases)
    }
    async with at({**chain, f"n{aliases}.example": [TXT("end")]}) as (_, resolver):
        (found,) = await resolver.run(each("n0.example"))

    assert found == response


class OneAlias(Fault):
    """Tells the first alias and not what it leads to."""

    def spoil(self, exchange: Exchange) -> Sent:
        """The honest reply up to its first record."""
        exchange.reply.answer = exchange.reply.answer[:1]
        exchange.reply.authority = []
        return exchange.reply


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


async def test_what_still_holds_is_not_asked_again() -> None:
    zone: Zone = {"a.example": [TXT("a", ttl=30)], "long.example": [TXT("b", ttl=86400)]}
    names = ["a.example", "long.example", "none.example"]
    clock = Clock()
    async with at(zone, clock=clock) as (server, resolver):
        first = await resolver.run(each(*names))
        clock.seconds += 29
        second = await resolver.run(each(*names))
        asked = len(server.queries)
        clock.seconds += 2
        await resolver.run(each(*names))
        asked_later = len(server.queries)
        clock.seconds += 30
        await resolver.run(each("long.example"))

    assert first[0] == Records(("a",), ttl=30)
    assert second[:2] == [Records(("a",), ttl=1), Records(("b",), ttl=86371)]
    assert second[2] == Records(name_exists=False, ttl=271)
    assert (asked, asked_later) == (3, 4)
    assert len(server.queries) == 5  # after a minute at the latest
    assert resolver.counters.from_cache == 5


async def test_no_response_is_never_kept() -> None:
    zone: Zone = {"a.example": [Servfail(times=1), TXT("mended")]}
    async with at(zone) as (_, resolver):
        first = await resolver.run(each("a.example"))
        second = await resolver.run(each("a.example"))

    assert first == [NoResponse(Reason.SERVFAIL)]
    assert second == [Records(("mended",), ttl=300)]
    assert resolver.counters.failures == {Reason.SERVFAIL: 1}


@pytest.mark.parametrize(
    "lame",
    [
        pytest.param([Servfail()], id="servfail"),
        pytest.param([Refused()], id="refused"),
        pytest.param([Silent()], id="silent"),
        pytest.param([Lame()], id="referral"),
    ],
)
async def test_one_lame_server_of_two_does_no_harm(lame: list[Fault]) -> None:
    async with (
        NameServer.serve({"*": lame}) as bad,
        NameServer.serve(TREE) as good,
        open_dns([bad.address, good.address], QUICK) as resolver,
    ):
        names = await resolver.run(walk("root.example"), ahead)

    assert len(names) == 7
    assert len(bad.queries) <= 4  # the one that answered is asked first from then on


async def test_where_nobody_listens_the_other_server_is_asked_at_once() -> None:
    async with NameServer.serve(TREE) as gone:
        pass
    async with NameServer.serve(TREE) as good:
        async with open_dns([gone.address, good.address], 1.0) as resolver:
            started = time.monotonic()
            names = await resolver.run(walk("root.example"), ahead)
        async with open_dns([gone.address], 1.0) as resolver:
            (alone,) = await resolver.run(each("root.example"))

    assert len(names) == 7
    assert alone == NoResponse(Reason.TIMED_OUT)
    assert time.monotonic() - started < 0.5


async def test_twenty_checks_run_side_by_side() -> None:
    zone = {name: tree for i in range(20) for name, tree in grown(f"d{i}.example").items()}
    async with at(zone, delay=DELAY) as (_, resolver):
        started = time.monotonic()
        walks = (resolver.run(walk(f"root.d{i}.example"), ahead) for i in range(20))
        results = await asyncio.gather(*walks)
        took = time.monotonic() - started

    assert [len(names) for names in results] == [7] * 20
    assert took < 20 * 3 * DELAY / 3  # bench/spf.py measures it


async def test_many_checks_at_once_need_no_more_sockets_than_there_are() -> None:
    async with at({"*.example": [TXT("here")]}) as (_, resolver):
        checks = (resolver.run(each(f"n{i}.example")) for i in range(150))
        results = await asyncio.gather(*checks)

    assert [response for (response,) in results] == [Records(("here",), ttl=300)] * 150


async def test_a_server_that_cannot_be_reached_is_a_silent_one() -> None:
    async with open_dns(["[::1]:9"], QUICK) as resolver:  # there may be no IPv6 at all
        (response,) = await resolver.run(each("a.example"))

    assert response == NoResponse(Reason.TIMED_OUT)


async def test_without_a_socket_to_be_had_nothing_raises() -> None:
    files = resource.getrlimit(resource.RLIMIT_NOFILE)
    async with at(TREE) as (_, resolver):
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, files[1]))
        try:
            responses = await resolver.run(each("a.example"))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, files)

    assert responses == [NoResponse(Reason.TIMED_OUT)]


async def test_a_cancelled_check_leaves_nothing_behind() -> None:
    async with at({"*": [Silent()]}, 1.0) as (_, resolver):
        check = asyncio.create_task(resolver.run(each("a.example")))
        await asyncio.sleep(0.02)
        check.cancel()
        with pytest.raises(asyncio.CancelledError):
            await check

    assert len(asyncio.all_tasks()) == 1


async def test_the_doctor_sees_what_each_server_can_do() -> None:
    zones: list[Zone] = [
        {".": [NS("ns.example")]},
        {".": [OnlyUdp()]},
        {".": [OnlyTcp()]},
        {".": [NoEdns()]},
        {".": [Refused()]},
    ]
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(NameServer.serve(zone)) for zone in zones]
        # Long enough that a busy machine is not taken for a silent server.
        async with open_dns([server.address for server in servers], 0.6) as resolver:
            probes = await resolver.probe()

    silent, malformed, refused = Reason.TIMED_OUT, Reason.MALFORMED, Reason.REFUSED
    assert [(probe.udp, probe.edns, probe.tcp) for probe in probes] == [
        (None, None, None),
        (None, None, silent),
        (silent, silent, None),
        (None, malformed, malformed),
        (refused, refused, refused),
    ]
    assert [probe.server for probe in probes] == [server.address for server in servers]


async def test_the_doctor_sees_that_nobody_is_there() -> None:
    async with NameServer.serve({}) as gone:
        pass
    async with open_dns([gone.address], 1.0) as resolver:
        (probe,) = await resolver.probe()

    assert {probe.udp, probe.edns, probe.tcp} == {Reason.TIMED_OUT}
