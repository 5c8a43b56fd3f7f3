"""Zones of the survey's tests, and one way to run a survey or report against the name server."""

from collections.abc import Sequence
from pathlib import Path

from bot.core.provider import Recognised, parse
from bot.core.spf.advice import first, report
from bot.core.spf.ahead import Ahead
from bot.core.spf.known import Pages
from bot.core.spf.result import SpfReport
from bot.core.spf.survey import survey
from bot.core.spf.tree import Survey
from bot.edges.dns import open_dns
from bot.playground.nameserver import MX, NS, TXT, A, NameServer, Zone
from bot.playground.nameserver.zone import Entry

PATIENT = 2.0  # seconds for the first attempt: the machine may be busy with other things
QUICK = 0.2  # the same where a server is silent on purpose; three attempts take a second
PROVIDERS = tuple(
    parse(path.read_text(encoding="utf-8"), path.name)
    for path in sorted(Path("knowledge/providers").glob("*.toml"))
)

# What the providers publish, simplified but with the true number of look-ups where it matters.
WORLD: Zone = {
    "_spf-eu.ionos.com": [TXT("v=spf1 ip4:212.227.126.128/25 ip4:82.165.159.0/26 ?all")],
    "_spf-us.ionos.com": [TXT("v=spf1 ip4:74.208.4.192/26 ?all")],
    "_spf.perfora.net": [TXT("v=spf1 ip4:74.208.4.192/26 ?all")],
    "_spf.kundenserver.de": [TXT("v=spf1 ip4:212.227.126.128/25 ?all")],
    "spf.protection.outlook.com": [TXT("v=spf1 ip4:40.92.0.0/15 ip6:2a01:111:f400::/48 -all")],
    "_spf.google.com": [
        TXT(
            "v=spf1 include:_netblocks.google.com include:_netblocks2.google.com "
            "include:_netblocks3.google.com ~all"
        )
    ],
    "_netblocks.google.com": [TXT("v=spf1 ip4:35.190.247.0/24 ~all")],
    "_netblocks2.google.com": [TXT("v=spf1 ip6:2001:4860:4000::/36 ~all")],
    "_netblocks3.google.com": [TXT("v=spf1 ip4:172.217.0.0/19 ~all")],
    "mailgun.org": [TXT("v=spf1 include:_spf.mailgun.org include:_spf.eu.mailgun.org ~all")],
    "_spf.mailgun.org": [TXT("v=spf1 ip4:209.61.151.0/24 ~all")],
    "_spf.eu.mailgun.org": [TXT("v=spf1 ip4:141.193.32.0/23 ~all")],
    "spf.mailjet.com": [TXT("v=spf1 ip4:87.253.232.0/21 ~all")],
    "spf.sender.example": [TXT("v=spf1 ip4:198.51.100.0/24 ~all")],
    "spf.deep.example": [TXT("v=spf1 include:spf.sender.example include:_spf.google.com ~all")],
    "broken.example": [TXT("v=spf1 ip4:999.1.1.1 -all")],
    "plain.example": [TXT("nothing about mail")],
    "open.example": [TXT("v=spf1 +all")],
    "mx00.ionos.de": [A("212.227.15.41")],
    "mx01.ionos.de": [A("217.72.192.67")],
}
AT_IONOS: list[Entry] = [
    MX(10, "mx00.ionos.de"),
    MX(10, "mx01.ionos.de"),
    NS("ns1.ui-dns.de"),
    A("192.0.2.10"),
]


AROUND: Zone = {
    "own.example": [MX(10, "mail.own.example")],
    "why.example.com": [TXT("Ask us.")],
    "mx00.ionos.com": [A("74.208.5.3")],
}

EU = "include:_spf-eu.ionos.com"
US = "include:_spf-us.ionos.com"
GOOGLE = "include:_spf.google.com"
MICROSOFT = "include:spf.protection.outlook.com"
SENDER = "include:spf.sender.example"

ELSEWHERE: list[Entry] = [A("192.0.2.10"), MX(10, "mail.own.example"), NS("ns.own.example")]
US_MX: list[Entry] = [MX(10, "mx00.ionos.com"), A("192.0.2.10")]
GATEWAY: list[Entry] = [MX(10, "mx.gateway.example"), NS("ns1.ui-dns.com"), A("192.0.2.10")]
OWN: Zone = {"mail.own.example": [A("192.0.2.11")]}


def zone_of(texts: list[str], place: Sequence[Entry], around: Zone | None = None) -> Zone:
    return {**OWN, **(around or {}), "example.com": [*map(TXT, texts), *place]}


def void(count: int) -> str:
    return " ".join(f"a:gone{i}.example" for i in range(count))


def spf(text: str) -> list[TXT]:
    return [TXT(f"v=spf1 {text}")]


async def surveyed(
    zone: Zone, domain: str = "example.com", *, patience: float = PATIENT
) -> tuple[Survey, list[str]]:
    """The survey of a domain of this zone, and what the name server was asked."""
    async with NameServer.serve(zone) as server, open_dns([server.address], patience) as resolver:
        pages = Pages()
        found = await resolver.run(
            survey(domain, pages=pages), Ahead(domain, pages), first(domain)[:1]
        )
        return found, [f"{asked.kind} {asked.name}" for asked in server.queries]


async def reported(
    zone: Zone,
    domain: str = "example.com",
    *,
    told: Recognised | None = None,
    patience: float = PATIENT,
) -> SpfReport:
    """The report on a domain of this zone, the world around it included."""
    async with (
        NameServer.serve({**WORLD, **zone}) as server,
        open_dns([server.address], patience) as resolver,
    ):
        pages = Pages()
        lookups = report(domain, PROVIDERS, told, pages=pages)
        return await resolver.run(lookups, Ahead(domain, pages), first(domain))
