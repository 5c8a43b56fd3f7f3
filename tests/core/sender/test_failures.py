"""Every way in which DNS fails: the verdict is right or cannot tell, and what was told is shown."""

import time
from collections.abc import Callable

import pytest

from bot.core.sender import Ruling, SenderReport, ahead, check_sender, first, sendings
from bot.core.typed import SenderCheck
from bot.edges.dns import open_dns
from bot.playground.nameserver import (
    Fault,
    NameServer,
    OnlyTcp,
    Refused,
    Servfail,
    Silent,
    Truncated,
    Zone,
)
from tests.core.sender.zone import PROVIDERS, ZONE

YES, NO, UNKNOWN = Ruling
QUICK = 0.05  # seconds for the first attempt; three take 0.25 s in all
PATIENCE = 8.0  # seconds that a check may take, with attempts of one second and more
PROPORTION = PATIENCE * QUICK / 1.0  # the same with attempts of QUICK seconds
SLACK = 1.0  # seconds for a busy machine

SAME, OTHER = "a@firma.test b@firma.test", "a@gmail.com b@firma.test"
RELAY = "a@relay.test b@relay.test relay"


def failing(*places: tuple[str, Fault]) -> Zone:
    """The tests' zone with a fault at some names."""
    return {**ZONE, **{name: [fault, *ZONE.get(name, ())] for name, fault in places}}


async def checked(typed: str, zone: Zone, *lame: Zone) -> SenderReport:
    """The report on what was typed; `lame` are the zones of resolvers that are asked first."""
    (sending,) = sendings(SenderCheck.parse(typed))
    async with (
        NameServer.serve(zone) as server,
        NameServer.serve(lame[0] if lame else zone) as other,
        open_dns([other.address, server.address] if lame else [server.address], QUICK) as dns,
    ):
        return await dns.run(
            check_sender(sending, PROVIDERS), ahead(sending), first(sending, PROVIDERS)
        )


Mode = Callable[[str], Fault]
MODES: dict[str, Mode] = {"SERVFAIL": Servfail, "REFUSED": Refused, "silence": Silent}

SILENT_PLACES = {
    # The account's MX decides; without it nothing is refused and nothing allowed.
    "MX, same domain": (SAME, "firma.test", "MX", UNKNOWN, "silent-same", "silent"),
    "MX, other domain": (OTHER, "firma.test", "MX", UNKNOWN, "silent-other", "silent"),
    "MX, empty": ("<> b@firma.test", "firma.test", "MX", UNKNOWN, "silent-empty", "silent"),
    "MX of a relay": (RELAY, "relay.test", "MX", UNKNOWN, "mail-host-silent", "silent"),
    # What does not decide may be silent, and is named.
    "MX of the sender": (OTHER, "gmail.com", "MX", NO, "other-domain", "silent"),
    "SPF": (SAME, "firma.test", "TXT", YES, "same-domain", "spf-silent"),
    "include": (SAME, "_spf-eu.ionos.com", "TXT", YES, "same-domain", "spf-names"),
    "name servers": (SAME, "firma.test", "NS", YES, "same-domain", "silent"),
    "DMARC": (SAME, "_dmarc.firma.test", "TXT", YES, "same-domain", "dmarc-silent"),
    "DKIM": (SAME, "s1-ionos._domainkey.firma.test", "CNAME", YES, "same-domain", "dkim-silent"),
    # The SPF entry is half the rule of a relay.
    "SPF of a relay": (RELAY, "relay.test", "TXT", UNKNOWN, "relay-entry-unknown", "spf-silent"),
    "nested SPF of a relay": (
        "a@nested.test b@nested.test relay",
        "_spf.nested.test",
        "TXT",
        UNKNOWN,
        "relay-entry-unknown",
        "spf-silent",
    ),
    # Neither MX nor told addresses: whether the server takes the sender stays open.
    "address of a domain without MX": (
        "may a@addr.test go out by smtp.ionos.de with login b@addr.test?",
        "addr.test",
        "A",
        UNKNOWN,
        "mail-host-silent",
        "silent",
    ),
}


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES.keys())
@pytest.mark.parametrize("row", SILENT_PLACES.values(), ids=SILENT_PLACES.keys())
async def test_a_server_that_does_not_tell_never_decides(
    row: tuple[str, str, str, Ruling, str, str], mode: Mode
) -> None:
    typed, name, kind, verdict, code, finding = row
    report = await checked(typed, failing((name, mode(kind))))

    assert (report.verdict, report.code) == (verdict, code)
    assert finding in {found.code for found in report.findings}


NOT_THERE = {
    "NXDOMAIN of the sender": ("a@gone.test b@firma.test", NO, "no-such-domain"),
    "NXDOMAIN of the account": ("a@firma.test b@gone.test", UNKNOWN, "no-such-domain"),
    "NODATA": ("a@nothing.test b@firma.test", NO, "no-mail-host"),
    "NODATA, relay": ("a@nothing.test b@nothing.test relay", NO, "no-mail-host"),
}


@pytest.mark.parametrize(("typed", "verdict", "finding"), NOT_THERE.values(), ids=NOT_THERE.keys())
async def test_what_does_not_exist_is_told_from_what_is_silent(
    typed: str, verdict: Ruling, finding: str
) -> None:
    report = await checked(typed, ZONE)
    codes = {found.code for found in report.findings}

    assert report.verdict is verdict
    assert finding in codes
    assert not codes & {"silent", "spf-silent", "dmarc-silent", "dkim-silent"}


async def test_what_was_answered_is_shown_beside_what_was_not() -> None:
    report = await checked(SAME, failing(("firma.test", Silent("TXT"))))
    codes = {found.code for found in report.findings}

    assert {"received-at", "zone-at", "dkim-set", "dmarc-policy", "spf-silent"} <= codes


async def test_replies_that_fit_only_into_tcp_are_understood() -> None:
    zone = failing(*((name, Truncated()) for name in ZONE))

    assert (await checked(SAME, zone)).verdict is YES
    assert (await checked(OTHER, zone)).verdict is NO


async def test_a_server_that_is_deaf_on_udp_is_silent_and_decides_nothing() -> None:
    zone = failing(*((name, OnlyTcp()) for name in ZONE))

    assert (await checked(SAME, zone)).verdict is UNKNOWN
    assert (await checked(OTHER, zone)).verdict is UNKNOWN


@pytest.mark.parametrize(
    "fault", [Silent, Servfail, Refused], ids=["silent", "SERVFAIL", "REFUSED"]
)
async def test_one_lame_resolver_of_two_changes_nothing(fault: type[Fault]) -> None:
    lame: Zone = {**{name: [fault()] for name in ZONE}, "*": [fault()]}
    report = await checked(OTHER, ZONE, lame)

    assert report.verdict is NO
    assert not {"silent", "spf-silent"} & {found.code for found in report.findings}


@pytest.mark.parametrize("typed", [SAME, OTHER, RELAY, "<> b@firma.test"], ids=str)
async def test_total_silence_is_no_verdict_and_stays_within_the_budget(typed: str) -> None:
    began = time.monotonic()
    report = await checked(typed, {"*": [Silent()], **{name: [Silent()] for name in ZONE}})

    assert report.verdict is UNKNOWN
    assert time.monotonic() - began < PROPORTION + SLACK
    assert report.advice[0].code == "try-again"


async def test_a_wholly_silent_domain_is_told_once_and_no_dns_entry_is_advised() -> None:
    names = ["", "_dmarc.", "s1-ionos._domainkey.", "s2-ionos._domainkey.", "s42582890._domainkey."]
    report = await checked(SAME, failing(*((f"{name}firma.test", Servfail()) for name in names)))
    warnings = [found.code for found in report.findings if found.code.endswith("silent")]

    assert warnings == ["silent"]
    assert "set-dkim" not in {advice.code for advice in report.advice}


MISSING = {
    "a domain": ("gone.test", "register the domain `gone.test`"),
    "below a missing domain": ("www.gone.test", "register the domain `gone.test`"),
    "below a living domain": ("a.b.firma.test", "DNS zone of `firma.test`"),
    "below a living umlaut domain": ("a.müller.test", "DNS zone of `müller.test`"),
}


@pytest.mark.parametrize(("name", "said"), MISSING.values(), ids=MISSING.keys())
async def test_a_missing_name_is_added_in_the_zone_above_that_exists(name: str, said: str) -> None:
    report = await checked(f"a@{name} b@firma.test", ZONE)
    cure = next(found.cure for found in report.findings if found.code == "no-such-domain")

    assert cure
    assert said in cure.en
    assert said.rsplit(maxsplit=1)[-1] in cure.de
