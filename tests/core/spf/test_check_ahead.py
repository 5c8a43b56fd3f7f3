"""What is asked ahead is what will be asked; and it is bounded whatever a zone says."""

import pytest

from bot.core.lookup import Kind, Query
from bot.core.spf.check import check_host
from bot.core.spf.check_ahead import CheckAhead
from bot.core.spf.result import Result
from tests.core.spf.rows import Entry, Row, answer, decide
from tests.core.spf.test_check import ROWS

ALL_ASKED = 200  # queries: more than the ten terms of any row can lead to


def named(row: Row) -> list[Query]:
    """What the look-ahead names, each query answered at once, in the order of naming."""
    ahead, entries = CheckAhead(row.session), row.entries
    waiting, done = [Query(row.session.domain.lower(), Kind.TXT)], list[Query]()
    while waiting and len(done) < ALL_ASKED:
        query = waiting.pop(0)
        done.append(query)
        waiting.extend(ahead(query, answer(entries, query)))
    return done


def test_a_query_is_named_once_and_what_is_asked_was_named() -> None:
    for title, row in ROWS.items():
        _, asked = decide(check_host(row.session), row.entries)
        ahead = named(row)

        assert len(ahead) == len(set(ahead)), title
        if row.session.well_formed and "%{p}" not in str(row) and "exp=" not in str(row):
            assert set(asked) <= set(ahead), title


def test_the_whole_tree_is_asked_by_its_depth() -> None:
    row = Row(
        "v=spf1 a:h.example.com mx include:o.example.com exists:%{l}.example.com redirect=p.example.com",
        Result.NEUTRAL,
        "example.com MX 1 m.example.com\no- TXT v=spf1 include:q.example.com ip4:198.51.100.1",
    )

    assert named(row) == [
        Query("example.com", Kind.TXT),
        Query("h.example.com", Kind.A),
        Query("example.com", Kind.MX),
        Query("o.example.com", Kind.TXT),
        Query("alice.example.com", Kind.A),
        Query("p.example.com", Kind.TXT),
        Query("m.example.com", Kind.A),
        Query("q.example.com", Kind.TXT),
    ]


STOPS = {
    "behind ip4": "v=spf1 a ip4:192.0.2.1 mx",
    "behind all": "v=spf1 a -all mx redirect=o.example.com",
    "for a broken record": "v=spf1 a mx moo",
    "for a name that DNS cannot be asked for": "v=spf1 a a:x..example.com",
}


@pytest.mark.parametrize("record", STOPS.values(), ids=STOPS.keys())
def test_nothing_is_named(record: str) -> None:
    ahead = set(named(Row(record, Result.NEUTRAL))) - {Query("example.com", Kind.TXT)}

    assert ahead <= {Query("example.com", Kind.A)}


def test_nothing_is_named_behind_an_include_that_is_certain_to_pass() -> None:
    row = Row("v=spf1 include:o.example.com mx", Result.PASS, "o- TXT v=spf1 ip4:192.0.2.0/24 -all")
    ahead = CheckAhead(row.session)
    txt = Query("o.example.com", Kind.TXT)
    ahead(txt, answer(row.entries, txt))

    assert (
        ahead(Query("example.com", Kind.TXT), answer(row.entries, Query("example.com", Kind.TXT)))
        == []
    )


def test_a_zone_that_fans_out_to_thousands_is_followed_for_ten_terms() -> None:
    fan = "v=spf1 " + " ".join(f"include:%{{d}}.{n}.example.com" for n in range(50))
    row = Row(fan, Result.PERMERROR)
    ahead, entries = CheckAhead(row.session), [Entry("example.com", "TXT", fan)]
    waiting, count = [Query("example.com", Kind.TXT)], 0
    while waiting:
        query = waiting.pop(0)
        count += 1
        waiting.extend(ahead(query, answer(entries, Query("example.com", query.kind))))

    assert count <= 10 * 10


def test_more_than_ten_exchangers_are_not_asked_for_ahead() -> None:
    row = Row(
        "v=spf1 mx",
        Result.PERMERROR,
        "\n".join(f"example.com MX {n} m{n}.example.com" for n in range(11)),
    )

    assert named(row) == [Query("example.com", Kind.TXT), Query("example.com", Kind.MX)]


def test_the_names_of_the_client_are_asked_for_where_a_macro_wants_them() -> None:
    row = Row("v=spf1 exists:%{p}.example.com ~all", Result.SOFTFAIL, "192.0.2.1 PTR h.example.net")

    assert named(row)[1:] == [
        Query("1.2.0.192.in-addr.arpa", Kind.PTR),
        Query("h.example.net", Kind.A),
    ]
