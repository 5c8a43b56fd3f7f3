"""One office for all dialogues of a module, tidied before each; its start costs more than a dialogue."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.playground.nameserver import CNAME, MX, TXT, A, Servfail, Zone
from tests.slack.office import Office, office

IONOS = "v=spf1 include:_spf-eu.ionos.com ~all"
HOSTILE = "v=spf1 include:evil.example <!channel> `x` <https://evil.example|click> *b* -all"
ZONE: Zone = {
    "example.com": [
        A("192.0.2.80"),
        TXT(IONOS),
        MX(10, "mx00.ionos.de"),
        MX(10, "mx01.ionos.de"),
    ],
    "_dmarc.example.com": [CNAME("dmarc.ionos.de")],
    "s1-ionos._domainkey.example.com": [CNAME("s1.dkim.ionos.com")],
    "s2-ionos._domainkey.example.com": [CNAME("s2.dkim.ionos.com")],
    "dmarc.ionos.de": [TXT("v=DMARC1; p=none;")],
    "s1.dkim.ionos.com": [TXT("v=DKIM1; k=rsa; p=demo")],
    "s2.dkim.ionos.com": [TXT("v=DKIM1; k=rsa; p=demo")],
    "mx00.ionos.de": [A("192.0.2.1")],
    "mx01.ionos.de": [A("192.0.2.2")],
    "_spf-eu.ionos.com": [TXT("v=spf1 ip4:192.0.2.0/24 ?all")],
    "gmail.com": [MX(5, "gmail-smtp-in.l.google.com"), TXT("v=spf1 redirect=_spf.google.com")],
    "_spf.google.com": [TXT("v=spf1 ip4:203.0.113.64/26 ~all")],
    "evil.example": [TXT(HOSTILE), TXT("v=" + "x" * 4000)],
    "silent.example": [Servfail("TXT")],
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def building(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """The office of this module."""
    async with office(tmp_path_factory.mktemp("office"), zone=ZONE) as here:
        yield here


@pytest_asyncio.fixture(loop_scope="module")
async def it(building: Office) -> Office:
    """The office, tidied."""
    await building.tidy()
    return building
