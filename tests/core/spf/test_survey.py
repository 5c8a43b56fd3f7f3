"""The survey walks the whole tree, counts what a receiver counts, and asks each question once."""

import pytest

from bot.core.lookup import Reason
from bot.core.spf.tree import Fate, Survey
from bot.playground.nameserver import AAAA, MX, TXT, A, Servfail, Silent, Zone
from tests.core.spf.zones import QUICK, spf, surveyed

HOST = [A("192.0.2.1")]


def numbered(survey: Survey) -> list[str]:
    """The counted terms with their numbers, as a person would list them."""
    return [f"{step.number} {step.part}" for step in survey.root.walk() if step.number]


def fates(survey: Survey) -> dict[str, Fate]:
    return {str(step.part): step.fate for step in survey.root.walk()}


COUNTED: dict[str, tuple[Zone, list[str]]] = {
    "4.6.4 include, a, mx, ptr, exists and redirect count": (
        {
            "example.com": [
                *spf("include:a.example a mx ptr exists:x.example redirect=b.example"),
                MX(10, "mx.example"),
                *HOST,
            ],
            "a.example": spf("-all"),
            "b.example": spf("-all"),
            "x.example": HOST,
            "mx.example": HOST,
        },
        [
            "1 include:a.example",
            "2 a",
            "3 mx",
            "4 ptr",
            "5 exists:x.example",
            "6 redirect=b.example",
        ],
    ),
    "4.6.4 all, ip4, ip6, exp and unknown modifiers do not count": (
        {"example.com": spf("ip4:192.0.2.1 ip6:2001:db8::1 x=y exp=e.example -all")},
        [],
    ),
    "4.6.4 the mail hosts of mx do not count": (
        {
            "example.com": [*spf("mx -all"), *(MX(10, f"m{i}.example") for i in range(10))],
            **{f"m{i}.example": HOST for i in range(10)},
        },
        ["1 mx"],
    ),
    "the terms of an include come before what follows it": (
        {
            "example.com": spf("include:a.example include:c.example -all"),
            "a.example": spf("include:b.example ~all"),
            "b.example": spf("a:h.example ~all"),
            "c.example": spf("~all"),
            "h.example": HOST,
        },
        ["1 include:a.example", "2 include:b.example", "3 a:h.example", "4 include:c.example"],
    ),
    "6.1 redirect comes last, wherever it stands": (
        {
            "example.com": spf("redirect=b.example a:h.example"),
            "b.example": spf("-all"),
            "h.example": HOST,
        },
        ["1 a:h.example", "2 redirect=b.example"],
    ),
    "a repeated include counts again and is no loop": (
        {
            "example.com": spf("include:a.example include:b.example -all"),
            "a.example": spf("include:b.example ~all"),
            "b.example": spf("a:h.example ~all"),
            "h.example": HOST,
        },
        [
            "1 include:a.example",
            "2 include:b.example",
            "3 a:h.example",
            "4 include:b.example",
            "5 a:h.example",
        ],
    ),
    "the count goes on beyond ten": (
        {
            "example.com": spf(" ".join(f"a:h{i}.example" for i in range(16)) + " -all"),
            **{f"h{i}.example": HOST for i in range(16)},
        },
        [f"{i + 1} a:h{i}.example" for i in range(16)],
    ),
    "5.1 what stands after all does not count": (
        {"example.com": spf("-all include:a.example redirect=b.example")},
        [],
    ),
    "5.2 what stands behind an include of everybody does not count": (
        {
            "example.com": spf("include:open.example a:h.example -all"),
            "open.example": spf("redirect=opener.example"),
            "opener.example": spf("a:h.example +all"),
            "h.example": HOST,
        },
        [
            "1 include:open.example",
            "2 redirect=opener.example",
            "3 a:h.example",
        ],
    ),
}


@pytest.mark.parametrize(("zone", "terms"), COUNTED.values(), ids=COUNTED.keys())
async def test_counted_terms_are_numbered_in_the_order_of_evaluation(
    zone: Zone, terms: list[str]
) -> None:
    survey, _ = await surveyed(zone)

    assert numbered(survey) == terms
    assert survey.lookups == len(terms)


QUESTIONS: dict[str, tuple[Zone, int]] = {
    "sixteen terms": (
        {
            "example.com": spf(" ".join(f"include:i{i}.example" for i in range(16)) + " -all"),
            **{f"i{i}.example": spf("ip4:192.0.2.1 -all") for i in range(16)},
        },
        17,
    ),
    "hosts are asked for one family": (
        {
            "example.com": [*spf("a mx a:h.example -all"), *HOST, MX(10, "h.example")],
            "h.example": HOST,
        },
        4,  # TXT, A, MX of the domain, A of the one host
    ),
    "both families where the first has nothing": (
        {"example.com": spf("a:six.example -all"), "six.example": [AAAA("2001:db8::1")]},
        3,
    ),
    "a name that does not exist has no other family": (
        {"example.com": spf("a:gone.example -all")},
        2,
    ),
    "repeated includes are asked once": (
        {
            "example.com": spf("include:a.example include:b.example include:a.example -all"),
            "a.example": spf("include:b.example -all"),
            "b.example": spf("-all"),
        },
        3,
    ),
}


@pytest.mark.parametrize(("zone", "count"), QUESTIONS.values(), ids=QUESTIONS.keys())
async def test_every_distinct_question_is_asked_once(zone: Zone, count: int) -> None:
    _, questions = await surveyed(zone)

    assert len(questions) == count
    assert len(set(questions)) == count


async def test_a_loop_is_named_by_its_path() -> None:
    survey, _ = await surveyed(
        {
            "example.com": spf("include:a.example -all"),
            "a.example": spf("include:b.example -all"),
            "b.example": spf("include:a.example -all"),
        }
    )

    looping = next(step for step in survey.root.walk() if step.fate is Fate.LOOP)
    assert looping.path == ("example.com", "a.example", "b.example", "a.example")


VOID: dict[str, tuple[Zone, list[str]]] = {
    "NXDOMAIN": ({"example.com": spf("a:gone.example -all")}, ["a:gone.example"]),
    "NODATA": (
        {"example.com": spf("a:empty.example -all"), "empty.example": [TXT("x")]},
        ["a:empty.example"],
    ),
    "no mail hosts": ({"example.com": spf("mx -all")}, ["mx"]),
    "exists of nothing": ({"example.com": spf("exists:x.example -all")}, ["exists:x.example"]),
    "an include of nothing": (
        {"example.com": spf("include:x.example -all")},
        ["include:x.example"],
    ),
    "not a host with the other family only": (
        {"example.com": spf("a:six.example -all"), "six.example": [AAAA("2001:db8::1")]},
        [],
    ),
    "not a TXT that is no SPF": (
        {"example.com": spf("include:x.example -all"), "x.example": [TXT("hello")]},
        [],
    ),
}


@pytest.mark.parametrize(("zone", "terms"), VOID.values(), ids=VOID.keys())
async def test_void_terms_are_told(zone: Zone, terms: list[str]) -> None:
    survey, _ = await surveyed(zone)

    assert [str(step.part) for step in survey.root.walk() if step.voids] == terms
    assert survey.void_lookups == len(terms)


FATES: dict[str, tuple[str, str, Fate]] = {
    "5.1 a term after all": ("-all a:h.example", "a:h.example", Fate.AFTER_ALL),
    "6.1 a redirect beside all": ("redirect=h.example -all", "redirect=h.example", Fate.IGNORED),
    "6.2 exp after all is read": ("-all exp=h.example", "exp=h.example", Fate.DONE),
    "a macro that needs a client": (
        "exists:%{i}.example -all",
        "exists:%{i}.example",
        Fate.NEEDS_CLIENT,
    ),
    "ptr needs a client": ("ptr -all", "ptr", Fate.NEEDS_CLIENT),
    "a macro that needs none": ("a:%{d} -all", "a:%{d}", Fate.DONE),
    "an empty label": ("a:h..example -all", "a:h..example", Fate.BAD_NAME),
    "an include of everybody": ("include:open.example a -all", "a", Fate.UNREACHABLE),
    "an include that refuses before it passes everybody": (
        "include:half.example a -all",
        "a",
        Fate.DONE,
    ),
    "more than ten MX records of fewer hosts": (
        "mx:twice.example -all",
        "mx:twice.example",
        Fate.MANY_MX,
    ),
    "more than ten mail hosts": ("mx:many.example -all", "mx:many.example", Fate.MANY_MX),
}


@pytest.mark.parametrize(("text", "term", "fate"), FATES.values(), ids=FATES.keys())
async def test_the_fate_of_a_term_is_told(text: str, term: str, fate: Fate) -> None:
    survey, _ = await surveyed(
        {
            "example.com": [*spf(text), *HOST],
            "open.example": spf("+all"),
            "half.example": spf("-ip4:192.0.2.1 +all"),
            "twice.example": [MX(i, f"m{i % 6}.example") for i in range(11)],
            "many.example": [MX(10, f"m{i}.example") for i in range(11)],
        }
    )

    assert fates(survey)[term] is fate


async def test_silence_is_unknown_and_not_no_record() -> None:
    survey, _ = await surveyed(
        {
            "example.com": spf("include:a.example a:b.example -all"),
            "a.example": [Servfail()],
            "b.example": [Silent()],
        },
        patience=QUICK,
    )

    assert survey.silent == (("a.example", Reason.SERVFAIL), ("b.example", Reason.TIMED_OUT))
    assert set(fates(survey).values()) == {Fate.SILENT, Fate.DONE}
    assert survey.void_lookups == 0


async def test_the_networks_of_passing_terms_are_gathered_through_includes() -> None:
    survey, _ = await surveyed(
        {
            "example.com": [
                *spf(
                    "-ip4:10.0.0.1 ip4:192.0.2.0/25 a/28 mx include:a.example ?include:b.example -all"
                ),
                *HOST,
                MX(10, "mx.example"),
            ],
            "mx.example": [A("192.0.2.7"), A("192.0.2.8")],
            "a.example": spf("ip6:2001:db8::/32 ~ip4:10.0.0.2 redirect=c.example"),
            "b.example": spf("ip4:10.0.0.3 -all"),
            "c.example": spf("ip4:198.51.100.0/24 -all"),
        }
    )

    assert [str(network) for network in sorted(survey.root.allowed)] == [
        "192.0.2.0/25",
        "192.0.2.0/28",
        "192.0.2.7/32",
        "192.0.2.8/32",
        "198.51.100.0/24",
        "2001:db8::/32",
    ]
