"""The same rows over real UDP and TCP: the name server of the playground, the resolver of the bot."""

from collections import defaultdict

import pytest

from bot.core.spf.check_ahead import evaluation
from bot.core.spf.result import Result, Verdict
from bot.edges.dns import Resolver, open_dns
from bot.playground.nameserver import (
    AAAA,
    CNAME,
    MX,
    PTR,
    TXT,
    A,
    Fault,
    NameServer,
    Record,
    Refused,
    Servfail,
    Silent,
    Zone,
)
from tests.core.spf import rows_mechanisms, rows_modifiers, rows_start
from tests.core.spf.rows import Entry, Row

TEMPERROR = Result.TEMPERROR
PATIENT = 5.0  # seconds for one attempt: a busy machine is no silent server

TABLES = {
    "start": rows_start.ROWS,
    "mechanisms": rows_mechanisms.ROWS,
    "modifiers": rows_modifiers.ROWS,
}


def published(entry: Entry) -> Record | Fault:
    """A line of a row's zone as the name server wants it."""
    simple = {"A": A, "AAAA": AAAA, "CNAME": CNAME, "PTR": PTR}
    faults = {"SERVFAIL": Servfail, "REFUSED": Refused}
    if entry.kind in simple:
        return simple[entry.kind](entry.value)
    if entry.kind in faults:
        return faults[entry.kind](entry.value)
    if entry.kind == "MX":
        preference, _, host = entry.value.partition(" ")
        return MX(int(preference), host)
    return TXT(*entry.strings)


def zone_of(row: Row) -> Zone:
    """A row's zone as the name server wants it."""
    zone: dict[str, list[Record | Fault]] = defaultdict(list)
    for entry in row.entries:
        zone[entry.name].append(published(entry))
    return dict(zone)


async def judged(row: Row, resolver: Resolver) -> Verdict:
    """The verdict on the row's client, asked as the bot asks."""
    return await resolver.run(*evaluation(row.session))


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES.keys())
async def test_every_row_holds_over_real_sockets(rows: dict[str, Row]) -> None:
    wrong: dict[str, object] = {}
    async with NameServer.serve({}) as server:
        for title, row in rows.items():
            server.publish(zone_of(row))
            async with open_dns([server.address], PATIENT) as resolver:
                verdict = await judged(row, resolver)
            if (verdict.result, verdict.explanation) != (row.result, row.explanation):
                wrong[title] = verdict

    assert wrong == {}


async def test_a_server_that_never_replies_is_temperror_not_none() -> None:
    row = Row("v=spf1 +all", TEMPERROR)
    async with (
        NameServer.serve({"example.com": [Silent()]}) as server,
        open_dns([server.address], 0.02) as resolver,
    ):
        verdict = await judged(row, resolver)

    assert verdict.result is TEMPERROR
    assert "in time" in verdict.reason.en


OCTETS = {
    "an octet that is no text breaks the record": ([TXT(b"v=spf1 \xff=x +all")], Result.PERMERROR),
    "an octet that is no text elsewhere does not matter": (
        [TXT(b"\xff\x00"), TXT("v=spf1 +all")],
        Result.PASS,
    ),
    "a record without any string does not matter": ([TXT(), TXT("v=spf1 +all")], Result.PASS),
}


@pytest.mark.parametrize(("records", "result"), OCTETS.values(), ids=OCTETS.keys())
async def test_any_octets_may_be_published(records: list[Record], result: Result) -> None:
    row = Row(None, result)
    async with (
        NameServer.serve({"example.com": records}) as server,
        open_dns([server.address], PATIENT) as resolver,
    ):
        verdict = await judged(row, resolver)

    assert verdict.result is result
