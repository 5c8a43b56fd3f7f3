"""A demo zone: a dozen typical customer domains, for a machine without working DNS; data only.

Addresses are from the documentation ranges (RFC 5737), so the providers' records here are shaped
like the real ones but are not them.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from bot.playground.nameserver import (
    CNAME,
    MX,
    TXT,
    A,
    Entry,
    NameServer,
    Servfail,
    Silent,
    Zone,
)
from bot.playground.relay import Relay
from bot.playground.workspace import Json

IONOS_MX = (MX(10, "mx00.ionos.de"), MX(10, "mx01.ionos.de"))
IONOS_SPF = "include:_spf-eu.ionos.com"
BUSY_SENDERS = 11  # includes of one domain, one more than SPF allows (RFC 7208, 4.6.4)

DOMAINS: Mapping[str, str] = {
    "fine.example": "mailbox at IONOS, record as it should be",
    "no-record.example": "mailbox at IONOS, no SPF record at all",
    "two-records.example": "two SPF records, so neither counts",
    "typo.example": "`inclde:` instead of `include:`",
    "too-many.example": "more look-ups than the ten that are allowed",
    "old-host.example": "moved to IONOS, the record still names the old host",
    "relay.example": "an Exchange server that hands its mail to IONOS",
    "microsoft.example": "mailbox at Microsoft 365",
    "anyone.example": "`+all` lets everybody send",
    "loop.example": "two records that include each other",
    "no-mail.example": "sends and receives nothing",
    "müller.example": "an umlaut domain at IONOS",
    "silent.example": "its name servers never answer",
    "servfail.example": "its name servers answer with an error",
}
NOTES: Json = {
    "dns": "None on this machine: a demo zone answers, and only its domains exist.",
    "broken": "two-records.example",
    "sound": "fine.example",
    "domains": dict(DOMAINS),
}
"""What the page tells while only the demo zone answers."""

LIVE_NOTES: Json = {
    **NOTES,
    "dns": "Live, and beside it a demo zone for names under .example.",
    "sound": "ionos.de",
    "live": True,
}
"""What the page tells while live DNS answers, and the demo zone for its own names."""


def _at_ionos(*records: str) -> list[Entry]:
    return [*IONOS_MX, A("192.0.2.80"), *(TXT(record) for record in records)]


CUSTOMERS: dict[str, list[Entry]] = {
    "fine.example": _at_ionos(f"v=spf1 {IONOS_SPF} ~all"),
    "_dmarc.fine.example": [CNAME("dmarc.ionos.de")],
    "s1-ionos._domainkey.fine.example": [CNAME("s1.dkim.ionos.com")],
    "s2-ionos._domainkey.fine.example": [CNAME("s2.dkim.ionos.com")],
    "s42582890._domainkey.fine.example": [CNAME("s42582890.dkim.ionos.com")],
    "no-record.example": _at_ionos("google-site-verification=demo"),
    "two-records.example": _at_ionos(
        f"v=spf1 {IONOS_SPF} ~all", "v=spf1 include:_spf.newsletter.example ~all"
    ),
    "typo.example": _at_ionos("v=spf1 inclde:_spf-eu.ionos.com ip4:192.0.2.25 ~all"),
    "too-many.example": _at_ionos(
        f"v=spf1 {IONOS_SPF} "
        + " ".join(f"include:s{number}.senders.example" for number in range(BUSY_SENDERS))
        + " ~all"
    ),
    "old-host.example": _at_ionos("v=spf1 include:_spf.old-host-provider.example -all"),
    "relay.example": _at_ionos(f"v=spf1 ip4:192.0.2.25 {IONOS_SPF} -all"),
    "microsoft.example": [
        MX(0, "microsoft-example.mail.protection.outlook.com"),
        TXT("v=spf1 include:spf.protection.outlook.com -all"),
    ],
    "anyone.example": _at_ionos("v=spf1 mx +all"),
    "loop.example": _at_ionos("v=spf1 include:_spf.loop.example ~all"),
    "_spf.loop.example": [TXT("v=spf1 include:loop.example ~all")],
    "no-mail.example": [MX(0, ""), TXT("v=spf1 -all")],
    "xn--mller-kva.example": _at_ionos(f"v=spf1 {IONOS_SPF} ~all"),
    "silent.example": [Silent()],
    "servfail.example": [Servfail()],
    "example.com": _at_ionos(f"v=spf1 {IONOS_SPF} ~all"),
    "gmail.com": [
        MX(5, "gmail-smtp-in.l.google.com"),
        TXT("v=spf1 redirect=_spf.google.com"),
    ],
}
SENDERS: dict[str, list[Entry]] = {
    "_spf-eu.ionos.com": [TXT("v=spf1 ip4:198.51.100.0/25 ~all")],
    "_spf-us.ionos.com": [TXT("v=spf1 ip4:198.51.100.128/25 ~all")],
    "mx00.ionos.de": [A("198.51.100.1")],
    "mx01.ionos.de": [A("198.51.100.2")],
    "dmarc.ionos.de": [TXT("v=DMARC1; p=none;")],
    "s1.dkim.ionos.com": [TXT("v=DKIM1; k=rsa; p=demo")],
    "s2.dkim.ionos.com": [TXT("v=DKIM1; k=rsa; p=demo")],
    "s42582890.dkim.ionos.com": [TXT("v=DKIM1; k=rsa; p=demo")],
    "spf.protection.outlook.com": [TXT("v=spf1 ip4:203.0.113.0/26 -all")],
    "microsoft-example.mail.protection.outlook.com": [A("203.0.113.1")],
    "_spf.google.com": [TXT("v=spf1 ip4:203.0.113.64/26 ~all")],
    "gmail-smtp-in.l.google.com": [A("203.0.113.65")],
    "_spf.newsletter.example": [TXT("v=spf1 ip4:203.0.113.128/28 -all")],
    "_spf.old-host-provider.example": [TXT("v=spf1 ip4:203.0.113.160/28 -all")],
    **{
        f"s{number}.senders.example": [TXT(f"v=spf1 ip4:203.0.113.{192 + number} -all")]
        for number in range(BUSY_SENDERS)
    },
}
ZONE: Zone = {**CUSTOMERS, **SENDERS}


@asynccontextmanager
async def serve_demo(upstreams: Sequence[tuple[str, int]] = ()) -> AsyncIterator[str]:
    """The demo zone on loopback; gives "127.0.0.1:port", for the desk's name servers.

    Without upstreams nothing else exists. With the addresses of working name servers, only the
    `.example` domains come from the demo and all others from live DNS; tell `LIVE_NOTES` then.
    """
    async with NameServer.serve(ZONE) as server:
        if not upstreams:
            yield server.address
            return
        host, _, port = server.address.rpartition(":")
        async with Relay.serve((host, int(port)), upstreams) as address:
            yield address
