"""What is wrong with a record is found and named, and nothing else is."""

import pytest

from bot.core.provider import Recognised, ShownBy
from bot.core.spf.result import Status
from bot.playground.nameserver import AAAA, MX, NS, TXT, A, Servfail, Zone
from bot.playground.nameserver.zone import Entry
from tests.core.spf.zones import (
    AROUND,
    AT_IONOS,
    ELSEWHERE,
    EU,
    GOOGLE,
    PROVIDERS,
    SENDER,
    US,
    reported,
    void,
    zone_of,
)

FINDINGS: dict[str, tuple[list[str], list[Entry], set[str]]] = {
    "a record that is fine": ([f"v=spf1 {EU} {GOOGLE} ~all"], AT_IONOS, set()),
    "upper case is fine": ([f"V=SPF1 {EU.upper()} ~ALL"], AT_IONOS, set()),
    "other TXT records are none of SPF's business": (
        [f"v=spf1 {EU} ~all", "v=spf10 +all", "hello"],
        AT_IONOS,
        set(),
    ),
    "exp after all is fine": ([f"v=spf1 {EU} -all exp=why.example.com"], AT_IONOS, set()),
    "the include nested in the customer's own record": (
        ["v=spf1 include:nested.example -all"],
        AT_IONOS,
        set(),
    ),
    "a null MX says that no mail host is in use": (
        ["v=spf1 -all"],
        [MX(0, ""), NS("ns1.ui-dns.de")],
        {"note nobody-sends"},
    ),
    "a slip for an include does not say that nobody sends": (
        ["v=spf1 include=_spf-eu.ionos.com ~all"],
        ELSEWHERE,
        {"error equals-sign"},
    ),
    "a slip for a redirect does not say that the mail host is missing": (
        ["v=spf1 redirect:_spf-eu.ionos.com"],
        AT_IONOS,
        {"error missing-separator"},
    ),
    "an include that refuses its mail host allows it nothing": (
        ["v=spf1 -include:_spf-eu.ionos.com ~all"],
        AT_IONOS,
        {"error provider-missing"},
    ),
    "an include that says nothing about its mail host allows it nothing": (
        ["v=spf1 ?include:_spf-eu.ionos.com ~all"],
        AT_IONOS,
        {"error provider-missing"},
    ),
    "a slip that leads nowhere is told once": (
        ["v=spf1 mx include:https://spf.sender.example a:info@own.example ~all"],
        ELSEWHERE,
        {"error url"},
    ),
    "a glued all is no missing all": (
        [f"v=spf1 {EU}~all"],
        ELSEWHERE,
        {"error glued-all"},
    ),
    "neutral": ([f"v=spf1 {EU} ?all"], AT_IONOS, {"warning neutral-all"}),
    "no end": ([f"v=spf1 {EU}"], AT_IONOS, {"warning no-all"}),
    "wide network": (
        [f"v=spf1 {EU} ip4:10.0.0.0/15 ip4:10.2.0.0/16 ~all"],
        AT_IONOS,
        {"warning wide-network"},
    ),
    "everybody as a network": (["v=spf1 ip6:::/0 mx ~all"], ELSEWHERE, {"error wide-network"}),
    "long": (
        [f"v=spf1 {EU} {' '.join(f'ip4:192.0.2.{i}' for i in range(30))} ~all"],
        AT_IONOS,
        {"note long-record"},
    ),
    "too long": (
        [f"v=spf1 {EU} {' '.join(f'ip4:192.0.2.{i}' for i in range(40))} ~all"],
        AT_IONOS,
        {"warning long-record"},
    ),
    "many other texts": ([f"v=spf1 {EU} ~all", "x" * 500], AT_IONOS, {"note large-answer"}),
    "one void term": ([f"v=spf1 {EU} {void(1)} ~all"], AT_IONOS, {"note void-term"}),
    "three void terms": ([f"v=spf1 {EU} {void(3)} ~all"], AT_IONOS, {"error void-lookups"}),
    "an include that lets everybody pass": (
        ["v=spf1 include:open.example mx ~all"],
        ELSEWHERE,
        {"error open-include", "warning unreachable", "note no-safe-repair"},
    ),
    "eleven mail hosts": (
        ["v=spf1 mx:many.example mx ~all"],
        ELSEWHERE,
        {"error too-many-mx"},
    ),
    "a name that cannot be": (["v=spf1 mx a:x..example ~all"], ELSEWHERE, {"warning bad-name"}),
    "an include of a name that cannot be": (
        ["v=spf1 mx include:x..example ~all"],
        ELSEWHERE,
        {"error include-none"},
    ),
    "an include of a name that cannot be, in another's record": (
        ["v=spf1 mx include:misled.example ~all"],
        ELSEWHERE,
        {"error include-none", "note no-safe-repair"},
    ),
    "a loop among others": (
        ["v=spf1 include:circle.example mx ~all"],
        ELSEWHERE,
        {"error loop", "note no-safe-repair"},
    ),
    "a macro of the client": (
        [f"v=spf1 exists:%{{i}}.spf.example.com {EU} ~all"],
        AT_IONOS,
        {"note needs-client"},
    ),
    "a macro of the client that may allow the mail host": (
        ["v=spf1 include:outer.example ~all"],
        AT_IONOS,
        {"warning provider-missing"},
    ),
    "a macro of the client that allows nobody": (
        ["v=spf1 -exists:%{i}.spf.example.com mx ~all"],
        AT_IONOS,
        {"note needs-client", "error provider-missing"},
    ),
    "no record and nobody known": (
        ["hello"],
        ELSEWHERE,
        {"error no-record", "note no-safe-repair"},
    ),
    "only +all and nobody known": (
        ["v=spf1 +all"],
        ELSEWHERE,
        {"error plus-all", "note no-safe-repair"},
    ),
    "twelve look-ups, each needed": (
        [f"v=spf1 {EU} {' '.join(f'a:own{i}.example' for i in range(11))} ~all"],
        AT_IONOS,
        {"error too-many-lookups", "note no-safe-repair"},
    ),
    "a broken record far below": (
        ["v=spf1 include:nested-broken.example mx ~all"],
        ELSEWHERE,
        {"error include-broken", "note no-safe-repair"},
    ),
}
DEEP: Zone = {
    **AROUND,
    "nested.example": [TXT(f"v=spf1 {EU} ~all")],
    "outer.example": [TXT("v=spf1 include:%{i}.%{h}.example ~all")],
    "misled.example": [TXT("v=spf1 include:x..example ~all")],
    "nested-broken.example": [TXT("v=spf1 include:broken.example ~all")],
    "circle.example": [TXT("v=spf1 include:circle.example ~all")],
    "many.example": [MX(10, f"m{i}.example") for i in range(11)],
    **{f"own{i}.example": [A(f"203.0.113.{i}")] for i in range(11)},
}


@pytest.mark.parametrize(("texts", "place", "codes"), FINDINGS.values(), ids=FINDINGS.keys())
async def test_what_is_wrong_is_found_and_nothing_else(
    texts: list[str], place: list[Entry], codes: set[str]
) -> None:
    report = await reported(zone_of(texts, place, DEEP))

    assert {f"{f.severity} {f.code}" for f in report.findings} == codes


async def test_where_there_is_no_record_nothing_is_said_about_what_stands_in_it() -> None:
    report = await reported(zone_of([], ELSEWHERE))

    assert report.findings[-1].sentence.en == (
        "There is no record to copy that would surely work. "
        "DNS does not show who sends for `example.com`."
    )


async def test_a_record_that_is_fine_gets_no_other() -> None:
    report = await reported(zone_of([f"v=spf1 {GOOGLE} {EU} -all"], AT_IONOS))

    assert report.status is Status.OK
    assert report.suggested_record is None
    assert (report.lookups, report.void_lookups, report.provider) == (5, 0, "ionos")
    assert (report.networks, report.widest) == (5, "2001:4860:4000::/36")


async def test_the_reason_why_nothing_is_advised_names_the_costliest_senders() -> None:
    text = "v=spf1 include:spf.deep.example include:mailgun.org include:spf.mailjet.com a:mail.own.example ~all"
    report = await reported(zone_of([text], ELSEWHERE))

    assert report.lookups == 11
    assert report.findings[-1].sentence.en == (
        "There is no record to copy that would surely work. Even without everything redundant the "
        "record needs 11 look-ups. Decide which of `include:spf.deep.example` (6), "
        "`include:mailgun.org` (3) no longer sends, or let one of them send from a subdomain of "
        "its own."
    )


async def test_the_true_total_is_told_beyond_ten() -> None:
    text = (
        f"v=spf1 {' '.join(f'a:own{i}.example' for i in range(11))} {EU} include:mailgun.org -all"
    )
    report = await reported(zone_of([text], ELSEWHERE, DEEP))

    assert report.lookups == 15


async def test_a_domain_that_does_not_exist_is_said_to_be_just_that() -> None:
    report = await reported({"example.org": []}, "example.com")

    assert [finding.code for finding in report.findings] == ["no-domain"]
    assert "register the domain `example.com`" in str(report.findings[0].cure)


@pytest.mark.parametrize("zone", [{"example.com": []}, {"www.example.com": []}])
async def test_without_a_record_at_www_the_domain_of_the_mail_is_named(zone: Zone) -> None:
    report = await reported(zone, "www.example.com")
    (note,) = [finding for finding in report.findings if finding.code == "www"]

    assert str(note.cure) == "Check `example.com` instead."


MISSING: dict[str, tuple[Zone, str, list[str]]] = {
    "below a domain": (
        {"example.com": []},
        "shop.example.com",
        ["add `shop.example.com`", "zone of `example.com`"],
    ),
    "two below a domain": (
        {"gone.example": []},
        "a.b.gone.example",
        ["add `a.b.gone.example`", "zone of `gone.example`", "register `b.gone.example`"],
    ),
    "below a name that exists": (
        {"b.gone.example": []},
        "a.b.gone.example",
        ["add `a.b.gone.example`", "zone of `b.gone.example`"],
    ),
    "below a domain that does not exist": (
        {"example.org": []},
        "a.b.gone.example",
        ["register the domain `gone.example`"],
    ),
    "below a name that DNS does not tell about": (
        {"gone.example": [Servfail()]},
        "a.gone.example",
        ["zone of `gone.example`"],
    ),
}


@pytest.mark.parametrize(("zone", "domain", "said"), MISSING.values(), ids=MISSING.keys())
async def test_a_missing_name_is_added_in_the_zone_above_that_exists(
    zone: Zone, domain: str, said: list[str]
) -> None:
    report = await reported(zone, domain)
    (finding,) = report.findings

    assert finding.code == "no-domain"
    assert f"`{domain}`" in finding.sentence.de
    assert finding.cure
    assert [text for text in said if text not in finding.cure.en] == []
    assert said[-1].split()[-1] in finding.cure.de


async def test_the_account_decides_where_dns_shows_another_host() -> None:
    ionos = next(provider for provider in PROVIDERS if provider.id == "ionos")
    zone = zone_of([f"v=spf1 {GOOGLE} -all"], [MX(1, "smtp.google.com")])
    report = await reported(zone, told=Recognised(ionos, "us", ShownBy.ACCOUNT))

    assert report.provider == "ionos"
    assert report.suggested_record == f"v=spf1 {US} {GOOGLE} -all"


WWW: dict[str, tuple[str, str | None]] = {
    "a record at www is moved": (f"v=spf1 {SENDER} -all", f"v=spf1 {SENDER} -all"),
    "and mended": ("v=spf1 mx include=spf.sender.example -all", f"v=spf1 mx {SENDER} -all"),
    "www that sends no mail is right": ("v=spf1 -all", None),
}


@pytest.mark.parametrize(("text", "record"), WWW.values(), ids=WWW.keys())
async def test_a_record_at_www_is_found(text: str, record: str | None) -> None:
    report = await reported(zone_of([], ELSEWHERE, {"www.example.com": [TXT(text)]}))
    codes = [finding.code for finding in report.findings]

    assert report.suggested_record == record
    assert ("record-at-www" in codes) is (record is not None)


async def test_a_record_at_the_full_name_below_the_zone_is_found() -> None:
    zone = zone_of([], ELSEWHERE, {"example.com.example.com": [TXT(f"v=spf1 {SENDER} -all")]})
    report = await reported(zone)

    assert report.suggested_record == f"v=spf1 {SENDER} -all"
    assert [finding.code for finding in report.findings] == ["record-at-full-name", "no-record"]


async def test_a_wildcard_is_no_record_at_the_full_name() -> None:
    report = await reported(zone_of([], ELSEWHERE, {"*.example.com": [TXT("v=spf1 -all")]}))

    assert "record-at-full-name" not in [finding.code for finding in report.findings]


async def test_several_records_are_all_shown() -> None:
    report = await reported(zone_of(["v=spf1 mx -all", f"v=spf1 {EU} ~all"], AT_IONOS))

    assert report.records == ("v=spf1 mx -all", f"v=spf1 {EU} ~all")
    assert report.published == "\n".join(report.records)
    assert report.tree is not None
    assert [branch.term for branch in report.tree.branches] == list(report.records)


async def test_a_host_with_addresses_of_both_families_is_covered_only_if_both_are() -> None:
    text = f"v=spf1 {EU} a:six.example include:mailgun.org {GOOGLE} {SENDER} mx:own.example ip4:192.0.2.0/24 ~all"
    six = {
        **AROUND,
        "six.example": [A("192.0.2.6"), AAAA("2001:db8::6")],
        "mail.own.example": [A("203.0.113.1")],
    }
    report = await reported(zone_of([text], AT_IONOS, six))

    assert report.lookups == 11
    assert report.suggested_record is None


async def test_a_hostile_record_makes_neither_many_findings_nor_long_sentences() -> None:
    name = "x" * 60
    words = [f"inclde{i}:{name}.{name}.{name}.example" for i in range(40)]
    includes = [f"include:{name}.{name}.{name}{i}.example" for i in range(40)]
    report = await reported(zone_of([" ".join(["v=spf1", *words, *includes, "-all"])], ELSEWHERE))

    assert len(report.findings) < 20
    assert max(len(finding.sentence.de) for finding in report.findings) < 900
    assert "35 more" in " ".join(finding.sentence.en for finding in report.findings)


async def test_a_record_of_sixty_kilobytes_is_told_to_be_too_big() -> None:
    report = await reported(zone_of(["v=spf1 " + "ip4:192.0.2.1 " * 4000 + "+all"], ELSEWHERE))

    assert report.status is Status.PROBLEM
    assert report.suggested_record is None
    assert "too big to be repaired" in report.findings[-1].sentence.en


async def test_nobody_is_told_to_drop_the_include_of_their_own_mail_host() -> None:
    services = " ".join(f"include:s{n}.example" for n in range(11))
    around: Zone = {f"s{n}.example": [TXT(f"v=spf1 ip4:192.0.2.{n} -all")] for n in range(11)}
    report = await reported(zone_of([f"v=spf1 {EU} {services} ~all"], AT_IONOS, around))
    told = [f for f in report.findings if f.code in {"too-many-lookups", "no-safe-repair"}]

    assert len(told) == 2
    for finding in told:
        said = f"{finding.sentence.en} {finding.cure.en if finding.cure else ''}"
        assert "`include:s0.example` (1)" in said
        assert EU not in said
