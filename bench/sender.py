"""Times one `/checksender` against the same look-ups one by one, over a name server on loopback.

Run `python bench/sender.py`; every reply comes 20 ms late, as from a resolver somewhere else.
"""

import asyncio
import time
from pathlib import Path

from bot.core.provider import Provider, parse
from bot.core.sender import Ruling, Sending, ahead, check_sender, first
from bot.core.typed import Address, Route
from bot.edges.dns import open_dns
from bot.playground.nameserver import CNAME, MX, NS, TXT, NameServer, Zone

DELAY = 0.02  # seconds a reply takes
RUNS = 5
KNOWLEDGE = Path(__file__).parents[1] / "knowledge" / "providers"

ENDS: Zone = {
    "_spf-eu.ionos.com": [TXT("v=spf1 ip4:192.0.2.0/24 ?all")],
    "firma.test": [
        MX(10, "mx00.ionos.de"),
        MX(10, "mx01.ionos.de"),
        NS("ns1042.ui-dns.de"),
        TXT("v=spf1 include:_spf-eu.ionos.com ~all"),
    ],
    "_dmarc.firma.test": [TXT("v=DMARC1; p=none")],
    "s1-ionos._domainkey.firma.test": [CNAME("s1.dkim.ionos.com")],
    "s2-ionos._domainkey.firma.test": [CNAME("s2.dkim.ionos.com")],
    "marke.test": [MX(5, "smtp.google.com"), TXT("v=spf1 include:a.marke.test -all")],
    "a.marke.test": [TXT("v=spf1 include:b.marke.test include:c.marke.test -all")],
    "b.marke.test": [TXT("v=spf1 include:_spf-eu.ionos.com -all")],
    "c.marke.test": [TXT("v=spf1 ip4:203.0.113.0/24 -all")],
}
SENDINGS = {
    "same domain": (1 + 1, Sending(Address.parse("a@firma.test"), Address.parse("b@firma.test"))),
    "other domain": (1, Sending(Address.parse("a@gone.test"), Address.parse("b@firma.test"))),
    "SPF four deep": (4, Sending(Address.parse("a@marke.test"), Address.parse("b@firma.test"))),
    "relay": (
        2,
        Sending(Address.parse("a@firma.test"), Address.parse("b@firma.test"), Route.RELAY),
    ),
    "subdomain": (
        1,
        Sending(Address.parse("a@x.y.z.firma.test"), Address.parse("b@firma.test")),
    ),
}


async def timed(sending: Sending, providers: tuple[Provider, ...], *, side_by_side: bool) -> str:
    """One row's figures: the best time, the rounds that it makes, the queries that were sent."""
    best = float("inf")
    sent = 0
    for _ in range(RUNS):
        async with NameServer.serve(ENDS, delay=DELAY) as server, open_dns([server.address]) as dns:
            began = time.perf_counter()
            if side_by_side:
                report = await dns.run(
                    check_sender(sending, providers), ahead(sending), first(sending, providers)
                )
            else:
                report = await dns.run(check_sender(sending, providers))
            best = min(best, time.perf_counter() - began)
            sent = len(server.queries)
            assert report.verdict is not Ruling.UNKNOWN
    return f"{best * 1000:7.1f} ms {best / DELAY:5.1f} rounds {sent:3} queries"


async def main() -> None:
    """Print the table."""
    providers = tuple(parse(path.read_text(), path.name) for path in KNOWLEDGE.glob("*.toml"))
    print(f"{'':16}{'allowed':>8}   {'side by side':<34}  one by one")
    for name, (depth, sending) in SENDINGS.items():
        ours = await timed(sending, providers, side_by_side=True)
        naive = await timed(sending, providers, side_by_side=False)
        print(f"{name:16}{max(depth, 2) + 1:>8}   {ours:<34}  {naive}")


if __name__ == "__main__":
    asyncio.run(main())
