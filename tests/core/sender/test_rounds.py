"""How many rounds of queries a check costs, on a clock that counts rounds."""

from collections.abc import Iterable
from typing import TypeVar

import pytest

from bot.core.lookup import Kind, Lookahead, Lookups, Mx, Query, Records, Response, Value
from bot.core.sender import Sending, ahead, check_sender, first
from bot.core.typed import Address, Route
from tests.core.sender.zone import PROVIDERS

T = TypeVar("T")
Zone = dict[tuple[str, Kind], tuple[Value, ...]]


class Rounds:
    """A name server on a clock of rounds: every response takes one, any number go side by side."""

    def __init__(self, zone: Zone, look_ahead: Lookahead) -> None:
        self._zone = zone
        self._ahead = look_ahead
        self._arrives: dict[Query, int] = {}
        self.now = 0

    def respond(self, query: Query) -> Response:
        values = self._zone.get((query.name, query.kind), ())
        return Records(values, name_exists=any(name == query.name for name, _ in self._zone))

    def start(self, queries: Iterable[Query], at: int) -> None:
        for query in queries:
            if query not in self._arrives:
                self._arrives[query] = at + 1
                self.start([*self._ahead(query, self.respond(query))], at + 1)

    def drive(self, lookups: Lookups[T]) -> T:
        try:
            query = next(lookups)
            while True:
                self.start([query], self.now)
                self.now = max(self.now, self._arrives[query])
                query = lookups.send(self.respond(query))
        except StopIteration as end:
            value: T = end.value
            return value


def chain(depth: int) -> Zone:
    """A domain at IONOS whose SPF goes `depth` records deep, the last one that of IONOS."""
    names = ["firma.test", *(f"_{step}.firma.test" for step in range(1, depth - 1))]
    below = [*names[1:], "_spf-eu.ionos.com"] if depth > 1 else []
    zone: Zone = {
        (name, Kind.TXT): (f"v=spf1 include:{target} ~all",)
        for name, target in zip(names, below, strict=False)
    }
    zone |= {("_spf-eu.ionos.com", Kind.TXT): ("v=spf1 ip4:192.0.2.0/24 ?all",)}
    zone |= {("firma.test", Kind.TXT): ("v=spf1 ip4:192.0.2.0/24 -all",)} if depth == 1 else {}
    zone |= {("firma.test", Kind.MX): (Mx(10, "mx00.ionos.de"), Mx(10, "mx01.ionos.de"))}
    return zone


def cost(sending: Sending, zone: Zone) -> int:
    clock = Rounds(zone, ahead(sending))
    clock.start(first(sending, PROVIDERS), 0)
    clock.drive(check_sender(sending, PROVIDERS))
    return clock.now


def sending(sender: str | None, account: str | None, route: Route = Route.MAILBOX) -> Sending:
    return Sending(
        Address.parse(sender) if sender else None,
        Address.parse(account) if account else None,
        route,
    )


SENDINGS = {
    "same domain": sending("a@firma.test", "b@firma.test"),
    "other domain": sending("a@firma.test", "b@other.test"),
    "from outside": sending("a@nowhere.test", "b@firma.test"),
    "empty": sending(None, "b@firma.test"),
    "alone": sending("a@firma.test", None),
    "relay": sending("a@firma.test", "b@firma.test", Route.RELAY),
    "webspace": sending("a@firma.test", None, Route.WEBSPACE),
    "deep subdomain": sending("a@x.y.z.firma.test", "b@firma.test"),
}


@pytest.mark.parametrize("how", SENDINGS.values(), ids=SENDINGS.keys())
@pytest.mark.parametrize("depth", [1, 2, 3, 5, 8])
def test_a_check_costs_the_depth_of_spf_and_one_round_more(how: Sending, depth: int) -> None:
    assert cost(how, chain(depth)) <= max(depth, 2) + 1


def test_the_fallback_to_the_address_is_asked_with_the_second_round() -> None:
    zone: Zone = {("firma.test", Kind.TXT): ("v=spf1 -all",)}

    assert cost(sending("a@firma.test", "b@firma.test"), zone) <= 3
