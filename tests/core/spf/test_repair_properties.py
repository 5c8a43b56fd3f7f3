"""Whatever stands at a domain, a record that is advised is legal, works, and needs no other."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias, TypeVar

from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.lookup import Kind, Lookups, Mx, NoResponse, Query, Reason, Records, Response
from bot.core.spf.advice import report
from bot.core.spf.check import check_host
from bot.core.spf.limits import MAX_LOOKUPS
from bot.core.spf.record import Record, parse
from bot.core.spf.result import Result, SpfReport, Status
from bot.core.spf.session import Session
from tests.core.spf.zones import PROVIDERS

HOST = Records((IPv4Address("192.0.2.1"),))
HOST6 = Records((ip_address("2001:db8:1::1"),))
TEXTS = {
    "_spf-eu.ionos.com": "v=spf1 ip4:198.51.100.0/25 ?all",
    "_spf.google.com": "v=spf1 include:a.example include:b.example include:c.example ~all",
    "a.example": "v=spf1 ip4:203.0.113.0/25 ~all",
    "b.example": "v=spf1 ip4:203.0.113.128/25 ~all",
    "c.example": "v=spf1 a:h.example ip4:192.0.2.0/24 ~all",
    "deep.example": "v=spf1 include:_spf.google.com include:a.example redirect=b.example",
    "broken.example": "v=spf1 ip4:1.2.3 ~all",
    "open.example": "v=spf1 +all",
    "back.example": "v=spf1 include:example.com -all",
}
WORLD: dict[Query, Response] = {
    **{Query(name, Kind.TXT): Records((text,)) for name, text in TEXTS.items()},
    Query("example.com", Kind.A): HOST,
    Query("h.example", Kind.A): HOST,
    Query("example.com", Kind.AAAA): HOST6,  # else an IPv6 client meets a void look-up more
    Query("h.example", Kind.AAAA): HOST6,
    Query("silent.example", Kind.TXT): NoResponse(Reason.SERVFAIL),
    Query("silent.example", Kind.A): NoResponse(Reason.TIMED_OUT),
}
AT_IONOS = Records((Mx(10, "mx00.ionos.de"),))
WORDS = st.sampled_from(
    [
        *(f"include:{name}" for name in TEXTS),
        *("a", "mx", "ptr", "a:h.example", "a:gone.example", "mx:gone.example", "a:silent.example"),
        *(
            "ip4:192.0.2.1",
            "ip4:0.0.0.0/0",
            "ip6:2001:db8::/32",
            "exists:%{i}.x.example",
            "?a",
            "-mx",
        ),
        *("~all", "-all", "+all", "?all", "redirect=deep.example", "redirect=gone.example"),
        *("exp=x.example", "include=a.example", "inclde:b.example", "ip4:999.1.1.1", "v=spf1"),
        *("include:example.com", "include:silent.example", "include:_spf.perfora.net", "x=y"),
        *("include:ionos.com", "a.example,b.example", "include:a.example~all", "192.0.2.7"),
    ]
)
RECORDS = st.lists(WORDS, max_size=9).map(lambda words: " ".join(["v=spf1", *words]))
PAGES = st.lists(RECORDS | st.text(max_size=60), max_size=3)


T = TypeVar("T")
IpAddress: TypeAlias = IPv4Address | IPv6Address
CLIENTS = [
    ip_address(text)
    for text in (
        "192.0.2.1",
        "198.51.100.1",
        "203.0.113.1",
        "203.0.113.200",
        "2001:db8::1",
        "10.0.0.1",
    )
]
TOO_OPEN = ("+all", "0.0.0.0/0", "ptr", "open.example")  # what a repair closes on purpose


def drive(lookups: Lookups[T], texts: list[str], mx: Records) -> T:
    page = {
        Query("example.com", Kind.TXT): Records(tuple(texts)),
        Query("example.com", Kind.MX): mx,
    }
    answers = {**WORLD, **page}
    query = next(lookups)
    while True:
        try:
            query = lookups.send(answers.get(query, Records(name_exists=False)))
        except StopIteration as end:
            value: T = end.value
            return value


@given(PAGES, st.sampled_from([Records(), AT_IONOS]))
@example(["v=spf1 ptr"], AT_IONOS)
@example(["v=spf1 -all", "v=spf1 -all"], Records())
def test_a_record_that_is_advised_works_and_needs_no_other(texts: list[str], mx: Records) -> None:
    before = drive(report("example.com", PROVIDERS), texts, mx)
    if before.suggested_record is None:
        return
    after = drive(report("example.com", PROVIDERS), [before.suggested_record], mx)

    assert isinstance(parse(before.suggested_record), Record)
    assert after.status is Status.OK
    assert after.lookups <= MAX_LOOKUPS
    assert after.suggested_record is None


@given(RECORDS, st.sampled_from(CLIENTS))
def test_whoever_passes_still_passes_with_the_advised_record(text: str, client: IpAddress) -> None:
    advised = drive(report("example.com", PROVIDERS), [text], AT_IONOS).suggested_record
    if advised is None:
        return
    session = Session(client, "postmaster@example.com", "mail.example.com")
    before = drive(check_host(session), [text], AT_IONOS).result
    after = drive(check_host(session), [advised], AT_IONOS).result

    assert after not in {Result.PERMERROR, Result.TEMPERROR}
    assert after is Result.PASS or before is not Result.PASS or any(o in text for o in TOO_OPEN)


@given(RECORDS)
def test_a_domain_with_one_record_is_fine_or_told_what_is_wrong(text: str) -> None:
    found = drive(report("example.com", PROVIDERS), [text], AT_IONOS)

    assert (found.status is Status.PROBLEM) == any(f.severity == "error" for f in found.findings)
    assert found.status is not Status.UNKNOWN or found.missing


@given(PAGES)
def test_no_question_is_asked_twice(texts: list[str]) -> None:
    asked: list[Query] = []

    def watched(lookups: Lookups[SpfReport]) -> Lookups[SpfReport]:
        query = next(lookups)
        while True:
            asked.append(query)
            try:
                query = lookups.send((yield query))
            except StopIteration as end:
                value: SpfReport = end.value
                return value

    drive(watched(report("example.com", PROVIDERS)), texts, AT_IONOS)

    assert len(asked) == len(set(asked))
