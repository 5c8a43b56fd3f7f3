"""Every verdict says which term of which record decided, or what failed, in both languages."""

import pytest

from bot.core.lookup import NoResponse, Reason
from bot.core.spf.check import check_host
from bot.core.spf.fault import fault
from bot.core.spf.result import Result
from bot.core.words.spf_reason import FAULTS, SILENCE
from tests.core.spf.rows import Row, decide
from tests.core.spf.test_check import ROWS

PASS, FAIL, NEUTRAL = Result.PASS, Result.FAIL, Result.NEUTRAL
NONE, TEMPERROR, PERMERROR = Result.NONE, Result.TEMPERROR, Result.PERMERROR

REASONS = {
    "a term matched": (
        Row("v=spf1 ip4:198.51.100.1 ip4:192.0.2.0/24 -all", PASS),
        "`ip4:192.0.2.0/24` in the record of `example.com` matches `192.0.2.1`.",
    ),
    "all matched": (
        Row("v=spf1 -all", FAIL),
        "`-all` in the record of `example.com` matches `192.0.2.1`.",
    ),
    "a term of an included record matched": (
        Row("v=spf1 include:o.example.com -all", PASS, "o- TXT v=spf1 a\no- A 192.0.2.1"),
        "`include:o.example.com` in the record of `example.com` matches: "
        "`a` in the record of `o.example.com` matches `192.0.2.1`.",
    ),
    "a term of the redirected record matched": (
        Row("v=spf1 redirect=o.example.com", FAIL, "o- TXT v=spf1 -all"),
        "`-all` in the record of `o.example.com` matches `192.0.2.1`.",
    ),
    "nothing matched": (
        Row("v=spf1 mx:o.example.com", NEUTRAL),
        "No term in the record of `example.com` matches, and it has no `all`.",
    ),
    "no such domain": (Row(None, NONE), "`example.com` does not exist in DNS."),
    "no record": (Row("hello", NONE), "`example.com` has no SPF record."),
    "no domain": (
        Row(None, NONE, sender="alice@localhost"),
        "`localhost` is no domain that can have an SPF record.",
    ),
    "two records": (
        Row("v=spf1", PERMERROR, "example.com TXT v=spf1"),
        "`example.com` has 2 SPF records; receivers accept one only.",
    ),
    "a fault": (
        Row("v=spf1 inclde:o.example.com -all", PERMERROR),
        "The SPF record of `example.com` is broken: `inclde:o.example.com` is misspelt.",
    ),
    "an include without record": (
        Row("v=spf1 include:o.example.com -all", PERMERROR),
        "`include:o.example.com` in the record of `example.com` leads nowhere: "
        "`o.example.com` does not exist in DNS.",
    ),
    "the eleventh term": (
        Row("v=spf1 include:example.com", PERMERROR),
        "`include:example.com` in the record of `example.com` would be DNS look-up number 11; SPF allows 10.",
    ),
    "the third void look-up": (
        Row("v=spf1 a:u.example a:v.example a:w.example", PERMERROR),
        "`w.example` is the third name that DNS has nothing for; SPF allows 2.",
    ),
    "too many exchangers": (
        Row("v=spf1 mx", PERMERROR, "\n".join(f"example.com MX {n} m.example" for n in range(11))),
        "`example.com` has 11 mail exchangers; SPF allows 10 in an `mx` term.",
    ),
    "a server that fails": (
        Row("v=spf1 a:h.example -all", TEMPERROR, "h.example SERVFAIL A"),
        "DNS did not tell the `A` records of `h.example`: its name server reported a failure of its own. "
        "Try again later.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("row", "reason"), REASONS.values(), ids=REASONS.keys())
def test_a_verdict_has_its_reason(row: Row, reason: str) -> None:
    verdict, _ = decide(check_host(row.session), row.entries)

    assert (verdict.result, verdict.reason.en) == (row.result, reason)


def test_a_reason_is_german_for_germans() -> None:
    reasons = {
        title: decide(check_host(row.session), row.entries)[0].reason for title, row in ROWS.items()
    }

    assert [
        title for title, reason in reasons.items() if not reason.de or reason.de == reason.en
    ] == []


def test_a_reason_stays_short_whatever_the_zone_says() -> None:
    row = Row(f"v=spf1 include:{'a.' * 30_000}example -all", Result.PERMERROR)
    verdict, _ = decide(check_host(row.session), row.entries)

    assert verdict.result is row.result
    assert len(verdict.reason.en) < 500


def test_every_way_of_not_telling_has_words() -> None:
    assert set(SILENCE) == set(Reason)
    assert all(NoResponse(reason) for reason in SILENCE)


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_has_a_sentence_and_a_cure_that_are_filled(code: str) -> None:
    found = fault(7, "inclde:`x`", code)

    assert not any(mark in text for text in (found.sentence.en, found.cure.de) for mark in "{}")
    assert "`inclde" in found.cure.en or code in {
        "no-version", "quoted", "spf2", "version-glued", "bad-prefix-length", "stray-space",
        "version-special-space", "blank-in-front",
    }  # fmt: skip


def test_a_very_long_word_is_shown_in_part() -> None:
    assert len(fault(7, "x" * 4000, "unknown-term").sentence.en) < 150
