"""Where DNS does not tell, the report says so and takes nothing for granted."""

import pytest

from bot.core.spf.result import Status
from bot.playground.nameserver import MX, TXT, Refused, Servfail, Silent, Zone
from bot.playground.nameserver.zone import Entry
from tests.core.spf.zones import AT_IONOS, EU, QUICK, reported

MUTE: dict[str, tuple[Zone, tuple[str, ...]]] = {
    "the domain itself, SERVFAIL": ({"example.com": [Servfail()]}, ("example.com",)),
    "the domain itself, refused": ({"example.com": [Refused()]}, ("example.com",)),
    "the domain itself, no answer": ({"example.com": [Silent()]}, ("example.com",)),
    "an include": (
        {
            "example.com": [TXT("v=spf1 include:a.example -all"), *AT_IONOS],
            "a.example": [Servfail()],
        },
        ("a.example",),
    ),
    "a host": (
        {"example.com": [TXT("v=spf1 a:a.example -all")], "a.example": [Silent()]},
        ("a.example",),
    ),
    "a mail host": (
        {"example.com": [TXT("v=spf1 mx -all"), MX(10, "a.example")], "a.example": [Refused("A")]},
        ("a.example",),
    ),
}


@pytest.mark.parametrize(("zone", "missing"), MUTE.values(), ids=MUTE.keys())
async def test_a_silent_name_server_is_never_called_no_record(
    zone: Zone, missing: tuple[str, ...]
) -> None:
    report = await reported(zone, patience=QUICK)

    assert report.status is Status.UNKNOWN
    assert report.missing == missing
    assert report.suggested_record is None
    assert {finding.code for finding in report.findings} == {"dns-silent"}


async def test_an_error_that_is_sure_is_a_problem_even_where_dns_was_silent_elsewhere() -> None:
    report = await reported(
        {"example.com": [TXT("v=spf1 include:a.example +all")], "a.example": [Servfail()]}
    )

    assert report.status is Status.PROBLEM
    assert report.missing == ("a.example",)
    assert "could not be checked" in report.findings[-1].sentence.en


UNREAD: dict[str, tuple[list[str], list[Entry], str | None]] = {
    "silent, and not yet named": (["mx ~all"], [Servfail()], f"v=spf1 {EU} mx ~all"),
    "without a record, and not yet named": (["mx ~all"], [TXT("x")], f"v=spf1 {EU} mx ~all"),
    "silent, in one of two records": (
        [f"{EU} ~all", "mx -all"],
        [Servfail()],
        f"v=spf1 {EU} mx ~all",
    ),
    "without a record, before a term that is never read": (
        [f"{EU} ~all mx"],
        [],
        f"v=spf1 {EU} mx ~all",
    ),
    "without a record, in a record that is right": ([f"{EU} ~all"], [], None),
}


@pytest.mark.parametrize(("texts", "there", "record"), UNREAD.values(), ids=UNREAD.keys())
async def test_a_provider_s_record_that_cannot_be_read_is_no_fault_of_the_customer(
    texts: list[str], there: list[Entry], record: str | None
) -> None:
    mine = [TXT(f"v=spf1 {text}") for text in texts]
    report = await reported({"example.com": [*mine, *AT_IONOS], "_spf-eu.ionos.com": there})
    cures = [f.cure for f in report.findings if f.code == "no-safe-repair"]
    said = " ".join(f"{f.sentence.en} {f.cure and f.cure.en}" for f in report.findings)

    assert report.suggested_record is None
    assert "no record to copy" not in said
    assert f"Remove `{EU}`" not in said
    assert len(cures) == (record is not None)
    for cure in cures:
        assert cure
        assert f"enter `{record}`" in cure.en
        assert f"tragen Sie `{record}` ein" in cure.de


async def test_mail_servers_that_are_not_told_leave_the_mail_host_open() -> None:
    report = await reported({"example.com": [TXT(f"v=spf1 {EU} -all"), Servfail("MX")]})

    assert report.provider is None
    assert [f.code for f in report.findings] == ["host-unknown"]
