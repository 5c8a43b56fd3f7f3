"""The demo zone: every domain it names is there, and the desk can find out about it."""

import idna
import pytest

from bot.core.finding import Ruling, Severity
from bot.desk import open_desk
from bot.playground.demo import CUSTOMERS, DOMAINS, NOTES, serve_demo
from bot.settings import Settings

STATUS = {
    "fine.example": "ok",
    "two-records.example": "problem",
    "typo.example": "problem",
    "too-many.example": "problem",
    "servfail.example": "unknown",
}


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_that_is_offered_is_in_the_zone(domain: str) -> None:
    assert idna.encode(domain).decode() in CUSTOMERS


def test_what_the_card_tries_is_offered() -> None:
    assert {NOTES["broken"], NOTES["sound"]} <= DOMAINS.keys()


@pytest.mark.parametrize(("domain", "status"), STATUS.items())
async def test_the_desk_sees_what_is_wrong_with_a_demo_domain(domain: str, status: str) -> None:
    async with serve_demo() as address:
        settings = Settings.read(
            {"HELPDESK_NAMESERVERS": address, "DATABASE_URL": "sqlite:///:memory:"}
        )
        async with open_desk(settings) as desk:
            report = await desk.check_spf(domain)

    assert report.status == status


async def test_the_sound_domain_gets_no_warning_from_the_other_check_either() -> None:
    async with serve_demo() as address:
        settings = Settings.read(
            {"HELPDESK_NAMESERVERS": address, "DATABASE_URL": "sqlite:///:memory:"}
        )
        async with open_desk(settings) as desk:
            report = await desk.check_sender(f"a@{NOTES['sound']}", account=f"b@{NOTES['sound']}")

    assert report.verdict is Ruling.ALLOWED
    assert {finding.severity for finding in report.findings} == {Severity.NOTE}
