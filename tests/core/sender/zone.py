"""The zone of the sender tests: customers at IONOS and elsewhere, right and wrong."""

from pathlib import Path

from bot.core.provider import Provider, parse
from bot.playground.nameserver import CNAME, MX, NS, TXT, A, Entry, Zone

FOLDER = Path(__file__).parents[3] / "knowledge" / "providers"
PROVIDERS: tuple[Provider, ...] = tuple(
    parse(path.read_text(), path.name) for path in sorted(FOLDER.glob("*.toml"))
)
IONOS_SPF = "v=spf1 include:_spf-eu.ionos.com ~all"
HOUR = 3600


def ionos(*records: Entry, tld: str = "de", spf: str = IONOS_SPF) -> list[Entry]:
    """A domain whose mail is received at IONOS, with one SPF record."""
    mx: list[Entry] = [MX(10, f"mx00.ionos.{tld}"), MX(10, f"mx01.ionos.{tld}")]
    return [*mx, NS("ns1042.ui-dns.de"), TXT(spf, ttl=HOUR), *records]


def signed(domain: str) -> Zone:
    """The three DKIM names of IONOS at a domain."""
    return {
        f"s1-ionos._domainkey.{domain}": [CNAME("s1.dkim.ionos.com")],
        f"s2-ionos._domainkey.{domain}": [CNAME("s2.dkim.ionos.com")],
        f"s42582890._domainkey.{domain}": [CNAME("s42582890.dkim.ionos.com")],
    }


ZONE: Zone = {
    # What the hosts themselves publish.
    "_spf-eu.ionos.com": [TXT("v=spf1 ip4:192.0.2.0/24 ?all")],
    "_spf-us.ionos.com": [TXT("v=spf1 ip4:198.51.100.0/24 ?all")],
    "_spf.perfora.net": [TXT("v=spf1 ip4:192.0.2.0/24 ?all")],
    "_spf.google.com": [TXT("v=spf1 ip4:203.0.113.0/25 ~all")],
    "spf.protection.outlook.com": [TXT("v=spf1 ip4:203.0.113.128/25 -all")],
    "gmail.com": [MX(5, "gmail-smtp-in.l.google.com"), TXT("v=spf1 redirect=_spf.google.com")],
    "_dmarc.gmail.com": [TXT("v=DMARC1; p=none; sp=quarantine")],
    # Customers of IONOS.
    "firma.test": ionos(),
    "_dmarc.firma.test": [TXT("v=DMARC1; p=none;")],
    **signed("firma.test"),
    "mail.firma.test": [A("192.0.2.80")],
    "shop.firma.test": ionos(),
    "firma.example": ionos(),
    "marke.test": ionos(),
    "laden.test": ionos(tld="com", spf="v=spf1 a -all"),
    "uk.test": ionos(tld="co.uk"),
    "legacy.test": [MX(10, "mx00.kundenserver.de"), TXT("v=spf1 include:_spf.perfora.net ~all")],
    "wrong.test": ionos(spf="v=spf1 include:ionos.com ~all"),
    "twospf.test": ionos(TXT("v=spf1 mx -all")),
    "nospf.test": [MX(10, "mx00.ionos.de")],
    "reject.test": ionos(spf="v=spf1 mx -all"),
    "_dmarc.reject.test": [TXT("v=DMARC1; p=reject; aspf=s")],
    "xn--mller-kva.test": ionos(),
    "example.test": ionos(),
    "exarnple.test": [A("203.0.113.9")],
    "exmaple.test": [A("203.0.113.9")],
    # Customers of others, or of nobody.
    "google.test": [MX(1, "smtp.google.com"), TXT("v=spf1 include:_spf.google.com ~all")],
    "office.test": [
        MX(0, "office-test.mail.protection.outlook.com"),
        TXT("v=spf1 include:spf.protection.outlook.com -all"),
    ],
    "hybrid.test": [
        MX(0, "hybrid-test.mail.protection.outlook.com"),
        TXT("v=spf1 include:spf.protection.outlook.com include:_spf-eu.ionos.com -all"),
    ],
    "gateway.test": [MX(10, "mx1.pphosted.com"), TXT(IONOS_SPF)],
    "fence.test": [MX(10, "mx1.pphosted.com"), TXT("v=spf1 ip4:203.0.113.5 -all")],
    "own.test": [MX(10, "mail.own.test"), TXT("v=spf1 mx -all"), NS("ns1042.ui-dns.biz")],
    "mail.own.test": [A("203.0.113.5")],
    "relay.test": [MX(10, "mail.relay.test"), TXT(IONOS_SPF)],
    "mail.relay.test": [A("203.0.113.6")],
    "nested.test": [MX(10, "mail.relay.test"), TXT("v=spf1 include:_spf.nested.test ~all")],
    "_spf.nested.test": [TXT("v=spf1 include:_spf-eu.ionos.com -all")],
    "void.test": [MX(10, "mail.relay.test"), TXT(f"{IONOS_SPF} include:gone.test")],
    "strato.test": [MX(5, "smtpin.rzone.de"), TXT("v=spf1 redirect=smtp.strato.de")],
    "smtp.strato.de": [TXT("v=spf1 ip4:203.0.113.64/26 -all")],
    "null.test": [MX(0, ""), TXT("v=spf1 -all")],
    "addr.test": [A("203.0.113.7"), TXT("v=spf1 a -all")],
    "nothing.test": [TXT(IONOS_SPF)],
    "dkim.test": [MX(10, "mx.dkim.test"), TXT("v=spf1 mx -all")],
    "mx.dkim.test": [A("203.0.113.8")],
    **signed("dkim.test"),
}
