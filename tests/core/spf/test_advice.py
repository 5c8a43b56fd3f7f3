"""Real-life records and the record to publish in their place, which then surveys cleanly itself."""

import pytest

from bot.core.finding import Severity
from bot.core.spf.limits import MAX_LOOKUPS
from bot.core.spf.record import Record, parse
from bot.core.spf.result import SpfReport, Status
from bot.playground.nameserver.zone import Entry
from tests.core.spf.zones import (
    AROUND,
    AT_IONOS,
    ELSEWHERE,
    EU,
    GATEWAY,
    GOOGLE,
    MICROSOFT,
    SENDER,
    US,
    US_MX,
    reported,
    void,
    zone_of,
)

REPAIRED: dict[str, tuple[list[str], list[Entry], str]] = {
    "two records": (
        [f"v=spf1 {EU} ~all", f"v=spf1 {GOOGLE} ~all"],
        AT_IONOS,
        f"v=spf1 {EU} {GOOGLE} ~all",
    ),
    "two identical records": (
        [f"v=spf1 {EU} -all", f"v=spf1 {EU} -all"],
        AT_IONOS,
        f"v=spf1 {EU} -all",
    ),
    "two records that end differently": (
        [f"v=spf1 {MICROSOFT} -all", f"v=spf1 mx {EU} ~all"],
        AT_IONOS,
        f"v=spf1 {EU} {MICROSOFT} mx ~all",
    ),
    "three records with common terms": (
        [f"v=spf1 mx {EU} ~all", f"v=spf1 mx {GOOGLE} ~all", "v=spf1 ip4:192.0.2.7 mx ~all"],
        AT_IONOS,
        f"v=spf1 {EU} mx {GOOGLE} ip4:192.0.2.7 ~all",
    ),
    "two records, one of them a redirect": (
        [f"v=spf1 {EU} ~all", "v=spf1 redirect=spf.sender.example"],
        AT_IONOS,
        f"v=spf1 {EU} {SENDER} ~all",
    ),
    "a sign that refuses the mail host": (
        [f"v=spf1 mx -{EU} {GOOGLE} -all"],
        AT_IONOS,
        f"v=spf1 {EU} mx {GOOGLE} -all",
    ),
    "an equals sign": (
        ["v=spf1 mx include=_spf.google.com ~all"],
        ELSEWHERE,
        f"v=spf1 mx {GOOGLE} ~all",
    ),
    "a misspelt include": (
        ["v=spf1 inclde:_spf-eu.ionos.com ~all"],
        AT_IONOS,
        f"v=spf1 {EU} ~all",
    ),
    "a space after include": (
        ["v=spf1 include: _spf.google.com -all"],
        ELSEWHERE,
        f"v=spf1 {GOOGLE} -all",
    ),
    "a glued ~all": ([f"v=spf1 {EU}~all"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "a glued -all, which is a legal name": ([f"v=spf1 {EU}-all"], AT_IONOS, f"v=spf1 {EU} -all"),
    "commas": ([f"v=spf1,mx,{EU},~all"], AT_IONOS, f"v=spf1 {EU} mx ~all"),
    "a list in one include": (
        ["v=spf1 include:_spf.google.com,spf.sender.example ~all"],
        ELSEWHERE,
        f"v=spf1 {GOOGLE} {SENDER} ~all",
    ),
    "quotes around the record": ([f'"v=spf1 {EU} ~all"'], AT_IONOS, f"v=spf1 {EU} ~all"),
    "smart quotes around the record": ([f"“v=spf1 {EU} ~all”"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "quotes around a term": ([f'v=spf1 "{GOOGLE}" ~all'], ELSEWHERE, f"v=spf1 {GOOGLE} ~all"),
    "a no-break space": ([f"v=spf1 {EU}\u00a0~all"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "a typographic dash": ([f"v=spf1 {EU} –all"], AT_IONOS, f"v=spf1 {EU} -all"),
    "an impossible address": ([f"v=spf1 ip4:999.1.1.1 {EU} ~all"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "an address without ip4": (
        [f"v=spf1 192.0.2.7 {EU} ~all"],
        AT_IONOS,
        f"v=spf1 {EU} ip4:192.0.2.7 ~all",
    ),
    "an address behind a": (
        [f"v=spf1 a:192.0.2.7 {SENDER} -all"],
        ELSEWHERE,
        f"v=spf1 ip4:192.0.2.7 {SENDER} -all",
    ),
    "the wrong family": (
        [f"v=spf1 ip4:2001:db8::7 {SENDER} -all"],
        ELSEWHERE,
        f"v=spf1 ip6:2001:db8::7 {SENDER} -all",
    ),
    "a web address": (
        ["v=spf1 include:https://_spf.google.com/ ~all"],
        ELSEWHERE,
        f"v=spf1 {GOOGLE} ~all",
    ),
    "a space missing after the version": ([f"v=spf1;{EU} ~all"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "senders after all": ([f"v=spf1 {EU} -all {GOOGLE}"], AT_IONOS, f"v=spf1 {EU} {GOOGLE} -all"),
    "words after all": ([f"v=spf1 {EU} ~all do not delete!"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "two alls": ([f"v=spf1 {EU} ~all -all"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "the version twice in one string": (
        [f"v=spf1 {EU} v=spf1 {GOOGLE} ~all"],
        AT_IONOS,
        f"v=spf1 {EU} {GOOGLE} ~all",
    ),
    "two records in one string": (
        [f"v=spf1 {EU} ~all v=spf1 {GOOGLE} -all"],
        AT_IONOS,
        f"v=spf1 {EU} {GOOGLE} ~all",
    ),
    "everybody allowed": (["v=spf1 a mx +all"], ELSEWHERE, "v=spf1 a mx ~all"),
    "everybody allowed as a network": (
        [f"v=spf1 ip4:0.0.0.0/0 {EU} -all"],
        AT_IONOS,
        f"v=spf1 {EU} -all",
    ),
    "no end": ([f"v=spf1 {EU}"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "an old include, Europe": (
        ["v=spf1 a include:_spf.kundenserver.de -all"],
        AT_IONOS,
        f"v=spf1 {EU} a -all",
    ),
    "an old include, USA": (["v=spf1 include:_spf.perfora.net ~all"], US_MX, f"v=spf1 {US} ~all"),
    "an old include beside the new one": (
        [f"v=spf1 include:_spf.perfora.net {EU} ~all"],
        AT_IONOS,
        f"v=spf1 {EU} ~all",
    ),
    "an old include, mail host unknown": (
        ["v=spf1 mx include:_spf.kundenserver.de ~all"],
        ELSEWHERE,
        f"v=spf1 mx {EU} ~all",
    ),
    "a wrong include": (["v=spf1 include:ionos.com mx ~all"], AT_IONOS, f"v=spf1 {EU} mx ~all"),
    "another region": ([f"v=spf1 {US} ~all"], AT_IONOS, f"v=spf1 {EU} {US} ~all"),
    "the mail host is missing": (
        [f"v=spf1 {MICROSOFT} -all"],
        AT_IONOS,
        f"v=spf1 {EU} {MICROSOFT} -all",
    ),
    "the mail host is missing, told by the name servers": (
        [f"v=spf1 {SENDER} -all"],
        GATEWAY,
        f"v=spf1 {EU} {SENDER} -all",
    ),
    "the mail host is missing before a redirect": (
        ["v=spf1 redirect=spf.sender.example"],
        AT_IONOS,
        f"v=spf1 {EU} redirect=spf.sender.example",
    ),
    "no record": (["google-site-verification=x"], AT_IONOS, f"v=spf1 {EU} ~all"),
    "nobody allowed, but a mail host is in use": (["v=spf1 -all"], AT_IONOS, f"v=spf1 {EU} -all"),
    "Sender ID only": ([f"spf2.0/pra,mfrom {SENDER} -all"], ELSEWHERE, f"v=spf1 {SENDER} -all"),
    "a redirect beside all": (
        ["v=spf1 mx redirect=spf.sender.example ~all"],
        ELSEWHERE,
        f"v=spf1 mx {SENDER} ~all",
    ),
    "two redirects": (
        ["v=spf1 redirect=spf.sender.example redirect=_spf.google.com"],
        ELSEWHERE,
        f"v=spf1 {SENDER} {GOOGLE} ~all",
    ),
    "an include of nothing": (
        [f"v=spf1 include:gone.example {EU} -all"],
        AT_IONOS,
        f"v=spf1 {EU} -all",
    ),
    "an include of a page without record": (
        [f"v=spf1 include:plain.example {EU} -all"],
        AT_IONOS,
        f"v=spf1 {EU} -all",
    ),
    "an include of a broken record": (
        ["v=spf1 mx include:broken.example ~all"],
        ELSEWHERE,
        "v=spf1 mx ~all",
    ),
    "a redirect to nothing": (["v=spf1 mx redirect=gone.example"], ELSEWHERE, "v=spf1 mx ~all"),
    "an include of itself": (
        [f"v=spf1 include:example.com {EU} -all"],
        AT_IONOS,
        f"v=spf1 {EU} -all",
    ),
    "three terms that find nothing": (
        [f"v=spf1 {void(3)} {EU} -all"],
        AT_IONOS,
        f"v=spf1 {EU} -all",
    ),
    "ptr": ([f"v=spf1 a ptr {EU} ~all"], AT_IONOS, f"v=spf1 {EU} a ~all"),
    "repetitions": ([f"v=spf1 {EU} mx {EU} mx ~all"], AT_IONOS, f"v=spf1 {EU} mx ~all"),
    "an explanation keeps its place at the end": (
        [f"v=spf1 exp=why.example.com {EU} mx include=_spf.google.com -all"],
        AT_IONOS,
        f"v=spf1 {EU} mx {GOOGLE} -all exp=why.example.com",
    ),
    "macros are kept": (
        [f"v=spf1 include:%{{ir}}.%{{d}}.spf.sender.example {GOOGLE} ~all {EU}"],
        AT_IONOS,
        f"v=spf1 {EU} include:%{{ir}}.%{{d}}.spf.sender.example {GOOGLE} ~all",
    ),
    "twelve look-ups, one include nested in another": (
        [f"v=spf1 {EU} {GOOGLE} include:spf.deep.example a:mail.own.example ~all"],
        AT_IONOS,
        f"v=spf1 {EU} include:spf.deep.example a:mail.own.example ~all",
    ),
    "eleven look-ups, a host inside a network": (
        [f"v=spf1 {EU} a include:mailgun.org {GOOGLE} {SENDER} mx ip4:192.0.2.0/24 ~all"],
        AT_IONOS,
        f"v=spf1 {EU} include:mailgun.org {GOOGLE} {SENDER} mx ip4:192.0.2.0/24 ~all",
    ),
    "eleven look-ups, an include inside a network": (
        [
            f"v=spf1 {EU} include:mailgun.org {GOOGLE} {SENDER} {MICROSOFT} mx:own.example ip4:198.51.100.0/22 ~all"
        ],
        AT_IONOS,
        f"v=spf1 {EU} include:mailgun.org {GOOGLE} {MICROSOFT} mx:own.example ip4:198.51.100.0/22 ~all",
    ),
    "twelve look-ups with the mail host's own mx": (
        [f"v=spf1 mx {EU} {MICROSOFT} {GOOGLE} include:mailgun.org include:spf.mailjet.com ~all"],
        AT_IONOS,
        f"v=spf1 {EU} {MICROSOFT} {GOOGLE} include:mailgun.org include:spf.mailjet.com ~all",
    ),
}


@pytest.mark.parametrize(("texts", "place", "record"), REPAIRED.values(), ids=REPAIRED.keys())
async def test_the_record_to_publish_keeps_what_is_right_and_works(
    texts: list[str], place: list[Entry], record: str
) -> None:
    before = await reported(zone_of(texts, place, AROUND))
    after = await reported(zone_of([record], place, AROUND))

    assert before.suggested_record == record
    assert isinstance(parse(record), Record)
    assert_clean(after)


def assert_clean(report: SpfReport) -> None:
    """The record works, and nothing better can be advised."""
    errors = [f.sentence.en for f in report.findings if f.severity is Severity.ERROR]

    assert errors == []
    assert report.status is Status.OK
    assert report.lookups <= MAX_LOOKUPS
    assert report.suggested_record is None
