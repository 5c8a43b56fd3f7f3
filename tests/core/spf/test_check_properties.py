"""Whatever is typed and whatever a zone says: a verdict, within the limits, and never an exception."""

from ipaddress import IPv4Address, IPv6Address, ip_address

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.lookup import (
    MAX_NAME,
    Kind,
    Lookups,
    Mx,
    NoResponse,
    Query,
    Reason,
    Records,
    Response,
    queryable,
)
from bot.core.spf.check import check_host
from bot.core.spf.check_ahead import CheckAhead
from bot.core.spf.macro import EXPLANATION_LETTERS, MacroString, expand, read_macros, target_name
from bot.core.spf.result import Result, Verdict
from bot.core.spf.session import Session
from tests.core.spf.test_check import ROWS

NAMES = ["example.com", "o.example.com", "p.example.net", "v.example"]
domains = st.sampled_from(
    [*NAMES, "%{d}", "%{p}", "%{l}.%{o}", "x..example", "%{ir}.%{v}.%{d2}", "%{h}"]
)
terms = st.one_of(
    st.builds("{}{}:{}{}".format, st.sampled_from(["", "-", "~", "?"]),
              st.sampled_from(["a", "mx", "include", "exists", "ptr"]), domains,
              st.sampled_from(["", "", "/24", "//0"])),
    st.builds("{}={}".format, st.sampled_from(["redirect", "exp", "moo"]), domains),
    st.sampled_from(["a", "mx", "ptr", "ip4:192.0.2.0/31", "ip6:2001:db8::/32", "all", "-all", "moo"]),
)  # fmt: skip
records = st.lists(terms, max_size=12).map(lambda row: " ".join(["v=spf1", *row]))
addresses = st.sampled_from([*map(ip_address, ("192.0.2.1", "192.0.2.9", "2001:db8::1"))])
values = st.one_of(
    records,
    st.text(max_size=20),
    st.sampled_from(NAMES),
    addresses,
    st.builds(Mx, st.integers(0, 9), st.sampled_from([*NAMES, "", ".", "x" * 99])),
)
responses = st.one_of(
    st.builds(Records, st.lists(values, max_size=12).map(tuple), st.booleans()),
    st.builds(Records, records.map(lambda record: (record,))),
    st.builds(Records),
    st.builds(NoResponse, st.sampled_from(Reason)),
)
senders = st.one_of(
    st.sampled_from(["alice@example.com", "", "@example.com", "a@b"]), st.text(max_size=30)
)
sessions = st.builds(
    Session, addresses, senders, st.one_of(st.sampled_from(NAMES), st.text(max_size=20))
)

MOST_QUERIES = 1 + 10 * 11 + 13
"""The record; ten terms of at most eleven questions (MX, ten exchangers); exp=, and %{p} in it."""


def run(
    lookups: Lookups[Verdict], draw: st.DataObject
) -> tuple[Verdict, list[tuple[Query, Response]]]:
    """Answer every query with anything at all, the same question always alike."""
    said: dict[Query, Response] = {}
    trail: list[tuple[Query, Response]] = []
    try:
        query = next(lookups)
        while True:
            if query not in said:
                said[query] = draw.draw(responses)
            trail.append((query, said[query]))
            query = lookups.send(said[query])
    except StopIteration as end:
        verdict: Verdict = end.value
        return verdict, trail


@settings(max_examples=300)
@given(sessions, st.data())
def test_any_session_and_any_zone_give_a_verdict_within_the_limits(
    session: Session, data: st.DataObject
) -> None:
    verdict, trail = run(check_host(session), data)

    assert verdict.result in Result
    assert len(trail) <= MOST_QUERIES
    assert verdict.lookups <= 10 or verdict.result is Result.PERMERROR
    assert verdict.void_lookups <= 2 or verdict.result is Result.PERMERROR
    assert verdict.explanation is None or verdict.result is Result.FAIL
    for query, _ in trail:
        assert queryable(query.name)
        assert query.name.isascii()
        assert query.name == query.name.lower()


@given(
    sessions,
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(Kind), responses), max_size=8),
)
def test_the_look_ahead_bears_any_response_and_stays_bounded(
    session: Session, arrivals: list[tuple[str, Kind, Response]]
) -> None:
    ahead = CheckAhead(session)
    named = [query for name, kind, said in arrivals for query in ahead(Query(name, kind), said)]

    assert len(named) == len(set(named))
    assert len(named) <= 10 * len(arrivals)


@given(st.sampled_from(sorted(ROWS)), st.sampled_from(Reason))
def test_a_silent_server_is_never_called_none(title: str, reason: Reason) -> None:
    session = ROWS[title].session

    assert decided(session, NoResponse(reason)) is (
        Result.TEMPERROR if session.well_formed else Result.NONE
    )


def decided(session: Session, *said: Response) -> Result:
    """The result after these responses, however few of them are wanted."""
    lookups = check_host(session)
    try:
        next(lookups)
        for response in said:
            lookups.send(response)
    except StopIteration as end:
        verdict: Verdict = end.value
        return verdict.result
    raise AssertionError("asks for more")


macro_texts = st.text("%{}slodiphcrt0159rR.-+,/_=xSL", max_size=40)


@given(macro_texts, st.text(max_size=300))
def test_any_text_is_a_macro_string_or_wrong_at_one_place(text: str, value: str) -> None:
    macros = read_macros(text, EXPLANATION_LETTERS)
    if isinstance(macros, MacroString):
        everything = dict.fromkeys(EXPLANATION_LETTERS, value)

        assert str(macros) == text
        assert isinstance(expand(macros, everything), str)
        assert len(target_name(macros, everything)) <= MAX_NAME or "." not in target_name(
            macros, everything
        )
    else:
        assert text[macros] == "%"


def test_addresses_of_every_family_are_compared_without_error() -> None:
    mixed = Records(
        (IPv4Address("192.0.2.1"), IPv6Address("2001:db8::1"), "text", Mx(1, "x.example"))
    )
    session = Session(ip_address("192.0.2.1"), "alice@example.com", "mail.example.net")

    assert decided(session, Records(("v=spf1 a/0//0 -all",)), mixed) is Result.PASS
