"""Octets in, meaning out: nothing a server sends raises, and what dnspython reads we read alike."""

import struct
import time

import dns.flags
import dns.message
import dns.rdataclass
import dns.rdatatype
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lookup import Kind, NoResponse, Query, Reason, Records
from bot.edges.dns.octets import Unreadable
from bot.edges.dns.reading import Alias, meaning
from bot.edges.dns.wire import packed, question, read, replies_to
from bot.playground.nameserver import AAAA, MX, SOA, TXT, A, NameServer, Zone

ZONE: Zone = {
    "example.com": [
        TXT("v=spf1 ", "-all"),
        TXT("same"),
        TXT("same"),
        MX(10, "mx.example.com"),
        A("192.0.2.1"),
        AAAA("2001:db8::1"),
        SOA(),
    ]
}
QUERY = Query("example.com", Kind.TXT)
ASKED = question(QUERY)
ONE_ANSWER = struct.pack("!6H", 1, 0x8180, 1, 1, 0, 0) + ASKED
OWNER = b"\xc0\x0c"  # a pointer to the name in the question


def honest(query: Query, zone: Zone = ZONE) -> bytes:
    """What the name server of the tests replies."""
    answer = NameServer(zone, 0).answer(packed(question(query), 1, edns=True), "udp")
    assert answer is not None
    return answer[1]


def record(kind: int, rdata: bytes, *, length: int | None = None, class_: int = 1) -> bytes:
    length = len(rdata) if length is None else length
    return OWNER + struct.pack("!HHIH", kind, class_, 60, length) + rdata


@pytest.mark.parametrize("name", ["example.com", "_spf.a-b.example", "a b\\c\x7f.example", ""])
@pytest.mark.parametrize("kind", list(Kind))
def test_a_packed_question_is_the_one_dnspython_packs(name: str, kind: Kind) -> None:
    message = dns.message.from_wire(packed(question(Query(name, kind)), 4711, edns=True))

    assert (message.id, message.flags, message.edns) == (4711, dns.flags.RD, 0)
    assert message.payload == 1232
    assert message.question[0].rdtype == dns.rdatatype.from_text(kind)
    assert b".".join(message.question[0].name.labels[:-1]) == name.encode()


@given(st.binary(max_size=600))
def test_no_octets_raise_anything_but_unreadable(octets: bytes) -> None:
    replies_to(ASKED, octets)
    try:
        said = meaning(QUERY, read(octets))
    except Unreadable:
        return

    assert isinstance(said, Records | NoResponse | Alias)


@given(
    st.sampled_from([Kind.TXT, Kind.MX, Kind.A, Kind.PTR]),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), max_size=8),
    st.integers(0, 200),
)
def test_nor_does_a_damaged_reply(kind: Kind, damage: list[tuple[int, int]], cut: int) -> None:
    octets = bytearray(honest(Query("example.com", kind)))
    for place, value in damage:
        octets[place % len(octets)] = value
    octets = octets[: len(octets) - cut]
    replies_to(ASKED, bytes(octets))
    try:
        said = meaning(QUERY, read(bytes(octets)))
    except Unreadable:
        return

    assert isinstance(said, Records | NoResponse | Alias)


STRINGS = st.lists(st.binary(max_size=300), min_size=1, max_size=4)


@given(st.lists(STRINGS, min_size=1, max_size=4))
def test_txt_is_read_as_dnspython_reads_it(records: list[list[bytes]]) -> None:
    octets = honest(QUERY, {"example.com": [TXT(*strings) for strings in records]})
    reply = dns.message.from_wire(octets, one_rr_per_rrset=True)
    if reply.flags & dns.flags.TC:
        return
    said = meaning(QUERY, read(octets))

    assert isinstance(said, Records)
    assert said.values == tuple(
        b"".join(rrset[0].strings).decode("utf-8", "replace") for rrset in reply.answer
    )


TXT_, A_, MX_, CNAME_, OPT_ = (
    int(dns.rdatatype.RdataType[kind]) for kind in ("TXT", "A", "MX", "CNAME", "OPT")
)


@pytest.mark.parametrize(
    "rdata",
    [
        pytest.param(record(TXT_, b"\x05abc"), id="a string longer than its record"),
        pytest.param(record(TXT_, b"\x03abc", length=9), id="a record longer than the message"),
        pytest.param(record(A_, b"\x01\x02\x03"), id="three octets of an address"),
        pytest.param(record(A_, b"\x01\x02\x03\x04\x05"), id="five octets of an address"),
        pytest.param(record(MX_, b"\x00"), id="half a preference"),
        pytest.param(record(MX_, b"\x00\x0a\xff"), id="a pointer cut off"),
        pytest.param(record(CNAME_, b"\xc0\x29"), id="a pointer to itself"),
        pytest.param(b"", id="no record where one is announced"),
    ],
)
def test_a_broken_record_makes_the_reply_unreadable_never_empty(rdata: bytes) -> None:
    with pytest.raises(Unreadable):
        read(ONE_ANSWER + rdata)


@pytest.mark.parametrize(
    ("answer", "values"),
    [
        pytest.param(record(TXT_, b""), ("",), id="no string at all"),
        pytest.param(record(TXT_, b"\x00\x01a\x00"), ("a",), id="empty strings"),
        pytest.param(record(TXT_, b"\x01a", class_=3), (), id="class CHAOS"),
        pytest.param(record(999, b"anything"), (), id="a type that nobody asked for"),
        pytest.param(record(TXT_, b"\x01a") + b"trailing", ("a",), id="trailing octets"),
    ],
)
def test_an_odd_record_is_read_for_what_it_is(answer: bytes, values: tuple[str, ...]) -> None:
    said = meaning(QUERY, read(ONE_ANSWER + answer))

    assert isinstance(said, Records)
    assert said.values == values


def test_a_dot_within_a_label_is_not_taken_for_two_labels() -> None:
    rdata = b"\x00\x0a\x03a.b\x02\xc3\xa4\x00"
    said = meaning(Query("example.com", Kind.MX), read(ONE_ANSWER + record(MX_, rdata)))

    assert isinstance(said, Records)
    assert [str(value) for value in said.values] == [
        r"Mx(preference=10, host='a\\046b.\\xc3\\xa4')"
    ]


def test_a_ttl_beyond_31_bits_is_zero() -> None:
    octets = ONE_ANSWER + OWNER + struct.pack("!HHIH", TXT_, 1, 2**31, 2) + b"\x01a"

    assert meaning(QUERY, read(octets)) == Records(("a",), ttl=0)


def test_an_extended_rcode_is_no_empty_answer() -> None:
    header = struct.pack("!6H", 1, 0x8180, 1, 0, 0, 1)
    badvers = header + ASKED + b"\x00" + struct.pack("!HHIH", OPT_, 1232, 1 << 24, 0)

    assert read(badvers).rcode == 16
    assert meaning(QUERY, read(badvers)) == NoResponse(Reason.SERVFAIL)


def test_an_alias_without_its_target_is_to_be_asked_for() -> None:
    octets = ONE_ANSWER + record(CNAME_, b"\x05other\x07EXAMPLE\x00")

    assert meaning(QUERY, read(octets)) == Alias("other.example", 60)


@pytest.mark.parametrize(
    ("octets", "fits"),
    [
        pytest.param(ONE_ANSWER, True, id="the question, QR set"),
        pytest.param(ONE_ANSWER.replace(b"example", b"eXaMpLe"), True, id="in other letters"),
        pytest.param(ONE_ANSWER.replace(b"example", b"exbmple"), False, id="another name"),
        pytest.param(ONE_ANSWER[:-3] + b"\x01\x00\x01", False, id="another type"),
        pytest.param(ONE_ANSWER[:2] + b"\x01\x00" + ONE_ANSWER[4:], False, id="QR not set"),
        pytest.param(ONE_ANSWER[:20], False, id="cut in the question"),
        pytest.param(b"\x00\x01\x81", False, id="no header"),
        pytest.param(struct.pack("!6H", 1, 0x8181, 0, 0, 0, 0), True, id="FORMERR, no question"),
        pytest.param(struct.pack("!6H", 1, 0x8180, 0, 0, 0, 0), False, id="NOERROR, no question"),
    ],
)
def test_a_reply_must_bear_the_question(octets: bytes, fits: object) -> None:
    assert replies_to(ASKED, octets) is fits


def test_a_message_made_of_pointers_is_read_in_no_time() -> None:
    chain = bytearray()
    first = len(ONE_ANSWER) + 12
    for hop in range(8000):
        chain += struct.pack("!H", 0xC000 | (first + 2 * (hop - 1) if hop else 12))
        if first + len(chain) > 0x3FFD:
            break
    last = struct.pack("!H", 0xC000 | (first + len(chain) - 2))
    octets = ONE_ANSWER + record(999, bytes(chain))
    octets += 3000 * (last + struct.pack("!HHIH", TXT_, 1, 60, 1) + b"\x00")
    octets = octets[:6] + struct.pack("!H", 3001) + octets[8:]
    started = time.monotonic()
    with pytest.raises(Unreadable):
        read(octets)

    assert time.monotonic() - started < 0.5
