"""The look-ahead: a survey costs the depth of its tree in round trips, and no idle question."""

import heapq
from collections.abc import Iterable

import pytest

from bot.core.lookup import Kind, Lookups, Mx, Query, Records, Response
from bot.core.spf.ahead import MAX_NAMED, Ahead
from bot.core.spf.survey import survey
from bot.core.spf.tree import Survey

Answers = dict[Query, Records]


def txt(zone: dict[str, str]) -> Answers:
    return {Query(name, Kind.TXT): Records((f"v=spf1 {text}",)) for name, text in zone.items()}


def hosts(*names: str) -> Answers:
    return {Query(name, Kind.A): Records(("192.0.2.1",)) for name in names}


class Clock:
    """A network in which every answer takes one round trip, and a driver that uses the look-ahead."""

    def __init__(self, answers: Answers, ahead: Ahead) -> None:
        self.now = 0
        self._answers = answers
        self._ahead = ahead
        self._due: dict[Query, int] = {}
        self._arriving: list[tuple[int, int, Query]] = []

    @property
    def asked(self) -> set[Query]:
        return set(self._due)

    def ask(self, queries: Iterable[Query]) -> None:
        for query in queries:
            if query not in self._due:
                self._due[query] = self.now + 1
                heapq.heappush(self._arriving, (self.now + 1, len(self._due), query))

    def wait(self, query: Query) -> Response:
        self.ask([query])
        until = max(self._due[query], self.now)
        while self._arriving and self._arriving[0][0] <= until:
            self.now, _, arrived = heapq.heappop(self._arriving)
            self.ask(self._ahead(arrived, self._response(arrived)))
        self.now = until
        return self._response(query)

    def _response(self, query: Query) -> Records:
        return self._answers.get(query, Records(name_exists=False))


def run(lookups: Lookups[Survey], clock: Clock, first: Iterable[Query]) -> Survey:
    clock.ask(first)
    query = next(lookups)
    while True:
        try:
            query = lookups.send(clock.wait(query))
        except StopIteration as end:
            value: Survey = end.value
            return value


ROOT = Query("example.com", Kind.TXT)
ROOT_MX = Query("example.com", Kind.MX)
MAIL = {ROOT_MX: Records((Mx(10, "mx1.example"), Mx(20, "mx2.example")))}

TREES: dict[str, tuple[Answers, list[Query], int, int]] = {
    "a record alone": (txt({"example.com": "ip4:192.0.2.1 -all"}), [ROOT], 1, 1),
    "sixteen includes side by side": (
        txt(
            {"example.com": " ".join(f"include:i{i}.example" for i in range(16)) + " -all"}
            | {f"i{i}.example": "-all" for i in range(16)}
        ),
        [ROOT],
        2,
        17,
    ),
    "a chain of eight": (
        txt(
            {"example.com": "include:c1.example -all"}
            | {f"c{i}.example": f"include:c{i + 1}.example -all" for i in range(1, 8)}
            | {"c8.example": "-all"}
        ),
        [ROOT],
        9,
        9,
    ),
    "mail hosts behind an mx": (
        txt({"example.com": "mx -all"}) | MAIL | hosts("mx1.example", "mx2.example"),
        [ROOT],
        3,
        4,
    ),
    "mail hosts, their names known before the record": (
        txt(
            {
                "example.com": "include:a.example a:h.example mx -all",
                "a.example": "mx:example.com -all",
            }
        )
        | MAIL
        | hosts("mx1.example", "mx2.example", "h.example"),
        [ROOT_MX, ROOT],
        2,
        6,
    ),
    "mail hosts that no mx asks for": (
        txt({"example.com": "a:h.example -all"}) | MAIL | hosts("h.example"),
        [ROOT_MX, ROOT],
        2,
        3,
    ),
    "a redirect beside an all, and what stands after it": (
        txt({"example.com": "redirect=a.example -all include:b.example"}),
        [ROOT],
        1,
        1,
    ),
}


@pytest.mark.parametrize(
    ("answers", "first", "trips", "questions"), TREES.values(), ids=TREES.keys()
)
def test_a_survey_costs_the_depth_of_its_tree_and_no_idle_question(
    answers: Answers, first: list[Query], trips: int, questions: int
) -> None:
    clock = Clock(answers, Ahead("example.com"))
    run(survey("example.com"), clock, first)

    assert clock.now == trips
    assert len(clock.asked) == questions


def test_only_so_many_questions_are_named_whatever_a_record_lists() -> None:
    ahead = Ahead("example.com")
    record = "v=spf1 " + " ".join(f"include:i{i}.example" for i in range(1000)) + " -all"

    assert len(list(ahead(ROOT, Records((record,))))) == MAX_NAMED
    assert list(ahead(ROOT, Records(("v=spf1 include:late.example -all",)))) == []


def test_a_missing_record_is_looked_for_in_the_wrong_places() -> None:
    ahead = Ahead("example.com")
    www, full = (Query(f"{host}.example.com", Kind.TXT) for host in ("www", "example.com"))

    assert list(ahead(ROOT, Records(("hello",)))) == [www, full]
    assert list(ahead(www, Records(("v=spf1 include:a.example -all",)))) == []
    assert list(ahead(full, Records(("v=spf1 include:b.example -all",)))) == []
