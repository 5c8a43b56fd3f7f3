"""Whatever DNS answers, a report comes out, and silence about the account decides nothing."""

from ipaddress import ip_address

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.lookup import Kind, Lookups, Mx, NoResponse, Query, Reason, Records, Response
from bot.core.sender import Ruling, SenderReport, Sending, check_sender
from bot.core.typed import Address, Route
from tests.core.sender.zone import IONOS_SPF, PROVIDERS

MAIL_HOSTS = [
    "mx00.ionos.de",
    "mx00.ionos.com",
    "smtp.google.com",
    "mx1.pphosted.com",
    "mx.a.test",
    "",
]
TEXTS = [
    IONOS_SPF,
    "v=spf1 mx -all",
    "v=spf1 include:b.test ~all",
    "v=spf1 inclde:x -all",
    "v=DMARC1; p=reject; aspf=s",
    "v=DMARC1; p=none; psd=y",
    "`{x}` <!channel>",
]
VALUES = {
    Kind.MX: st.builds(Mx, st.integers(0, 50), st.sampled_from(MAIL_HOSTS)),
    Kind.TXT: st.sampled_from(TEXTS),
    Kind.NS: st.sampled_from(["ns1.ui-dns.de", "ns.a.test"]),
    Kind.CNAME: st.sampled_from(["s1.dkim.ionos.com", "key.a.test"]),
    Kind.A: st.just(ip_address("192.0.2.1")),
    Kind.AAAA: st.just(ip_address("2001:db8::1")),
}
ADDRESSES = st.sampled_from(
    [None, "a@a.test", "b@b.test", "c@sub.a.test", "d@a.example", "e@gmail.com", "f@a.tset"]
).map(lambda text: Address.parse(text) if text else None)
CONTEXTS = st.sampled_from(["", "", "host smtp.ionos.de said: 550 Sender address is not allowed."])
SENDINGS = st.builds(
    Sending, ADDRESSES, ADDRESSES, st.sampled_from(Route), header_from=ADDRESSES, context=CONTEXTS
)


def responses(query: Query) -> st.SearchStrategy[Response]:
    values = st.lists(VALUES.get(query.kind, st.nothing()), max_size=2).map(tuple)
    told = st.builds(Records, values, ttl=st.integers(0, 99_999))
    absent = st.builds(Records, name_exists=st.booleans())
    return st.one_of(told, absent, st.builds(NoResponse, st.sampled_from(Reason)))


def drive(
    lookups: Lookups[SenderReport], data: st.DataObject
) -> tuple[SenderReport, dict[Query, Response]]:
    told: dict[Query, Response] = {}
    try:
        query = next(lookups)
        while True:
            if query not in told:
                told[query] = data.draw(responses(query), str(query))
            query = lookups.send(told[query])
    except StopIteration as end:
        return end.value, told


@settings(max_examples=50)
@given(sending=SENDINGS, data=st.data())
def test_a_report_comes_out_and_silence_decides_nothing(
    sending: Sending, data: st.DataObject
) -> None:
    report, told = drive(check_sender(sending, PROVIDERS), data)
    account = sending.account.domain.ascii if sending.account else ""
    mx = told.get(Query(account, Kind.MX))

    assert "{" not in report.reason.en.replace("`{x}`", "")
    assert (report.server_text is not None) == (report.verdict is Ruling.REFUSED)
    if isinstance(mx, NoResponse) and sending.route is Route.MAILBOX and not sending.context:
        assert report.verdict is Ruling.UNKNOWN
    if report.verdict is Ruling.ALLOWED:
        assert sending.sender
        assert sending.account
        assert sending.sender.domain == sending.account.domain
