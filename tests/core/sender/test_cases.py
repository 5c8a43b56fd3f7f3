"""What was typed and what stands in DNS -> verdict, the reason's code, the first advice."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from bot.core.finding import Severity
from bot.core.sender import Ruling, SenderReport, ahead, check_sender, first, sendings
from bot.core.typed import SenderCheck
from bot.edges.dns import open_dns
from bot.playground.nameserver import NameServer
from tests.core.sender.zone import PROVIDERS, ZONE

pytestmark = pytest.mark.asyncio(loop_scope="module")  # one server for the whole table

YES, NO, UNKNOWN = Ruling
Case = tuple[str, Ruling, str, str | None]
BOUNCE = "host smtp.ionos.de[192.0.2.9] said: 550 Sender address is not allowed."

CASES: dict[str, Case] = {
    # A mailbox at IONOS: its own domain, whatever stands before the @.
    "same address": ("a@firma.test a@firma.test", YES, "same-domain", None),
    "other local part": ("shop@firma.test office@firma.test", YES, "same-domain", None),
    "upper case": ("a@FIRMA.Test b@firma.test", YES, "same-domain", None),
    "display name": ('"Shop, Ltd" <a@firma.test> b@firma.test', YES, "same-domain", None),
    "umlaut and A-label": ("a@Müller.test b@xn--mller-kva.test", YES, "same-domain", "set-dkim"),
    "umlaut of two characters": ("a@mu\u0308ller.test b@müller.test", YES, "same-domain", "set-dkim"),
    "final dot": ("a@firma.test. b@firma.test", YES, "same-domain", None),
    "zero-width space": ("a@fir\u200bma.test b@firma.test", YES, "same-domain", None),
    "international local part": ("jürgen@firma.test b@firma.test", YES, "same-domain", None),
    "quoted local part": ('"a b"@firma.test b@firma.test', YES, "same-domain", None),
    "subdomain with its own mailbox": ("a@shop.firma.test b@shop.firma.test", YES, "same-domain", "set-dkim"),
    "USA": ("a@laden.test b@laden.test", YES, "same-domain", "publish-spf"),
    "United Kingdom": ("a@uk.test b@uk.test", YES, "same-domain", "set-dkim"),
    "legacy MX": ("a@legacy.test b@legacy.test", YES, "same-domain", "set-dkim"),
    "wrong include": ("a@wrong.test b@wrong.test", YES, "same-domain", "publish-spf"),
    "two SPF records": ("a@twospf.test b@twospf.test", YES, "same-domain", "publish-spf"),
    "no SPF record": ("a@nospf.test b@nospf.test", YES, "same-domain", "publish-spf"),
    "via": ("a@firma.test via b@firma.test", YES, "same-domain", None),
    "labels": ("account=b@firma.test from=a@firma.test", YES, "same-domain", None),
    # A mailbox at IONOS, and a sender in another domain.
    "Gmail": ("a@gmail.com b@firma.test", NO, "other-domain", "use-account-domain"),
    "other customer": ("a@marke.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "subdomain": ("a@mail.firma.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "subdomain with MX": ("a@shop.firma.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "parent domain": ("a@firma.test b@shop.firma.test", NO, "other-domain", "use-account-domain"),
    "other ending": ("a@firma.example b@firma.test", NO, "other-domain", "use-account-domain"),
    "rn for m": ("a@exarnple.test b@example.test", NO, "other-domain", "check-spelling"),
    "Cyrillic a": ("a@ex\u0430mple.test b@example.test", NO, "other-domain", "check-spelling"),
    "turned letters": ("a@exmaple.test b@example.test", NO, "other-domain", "check-spelling"),
    "umlaut spelt out": ("a@mueller.test b@müller.test", NO, "other-domain", "check-spelling"),
    "no such domain": ("a@gone.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "Google Workspace": ("a@google.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "Microsoft 365": ("a@office.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "null MX": ("a@null.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "legacy account": ("a@gmail.com b@legacy.test", NO, "other-domain", "use-account-domain"),
    "ending of the same letters": ("a@notfirma.test b@firma.test", NO, "other-domain", "use-account-domain"),
    "empty sender": ("<> b@firma.test", NO, "empty", "set-envelope"),
    # The account is not shown to be at IONOS: only the outgoing server decides.
    "own server, other domain": ("a@firma.test b@own.test", UNKNOWN, "open-other", "find-server"),
    "own server, same domain": ("a@own.test b@own.test", UNKNOWN, "open-same", "find-server"),
    "own server, empty": ("<> b@own.test", UNKNOWN, "open-empty", "find-server"),
    "Google, other domain": ("a@firma.test b@google.test", UNKNOWN, "elsewhere-other", "find-server"),
    "Google, same domain": ("a@google.test b@google.test", UNKNOWN, "elsewhere-same", "find-server"),
    "Google, empty": ("<> b@google.test", UNKNOWN, "elsewhere-empty", "find-server"),
    "Gmail account": ("a@firma.test b@gmail.com", UNKNOWN, "elsewhere-other", "find-server"),
    "GMX account": ("a@firma.test b@gmx.de", UNKNOWN, "elsewhere-other", "find-server"),
    "Microsoft, other domain": ("a@firma.test b@office.test", UNKNOWN, "elsewhere-other", "find-server"),
    "STRATO, same domain": ("a@strato.test b@strato.test", UNKNOWN, "elsewhere-same", "find-server"),
    "gateway, other domain": ("a@marke.test b@gateway.test", UNKNOWN, "likely-other", "find-server"),
    "gateway, same domain": ("a@gateway.test b@gateway.test", YES, "likely-same", "set-dkim"),
    "gateway, empty": ("<> b@gateway.test", UNKNOWN, "likely-empty", "find-server"),
    "gateway and nothing else": ("a@marke.test b@fence.test", UNKNOWN, "open-other", "find-server"),
    "gateway and nothing else, same": ("a@fence.test b@fence.test", UNKNOWN, "open-same", "find-server"),
    "Microsoft and IONOS in SPF": ("a@marke.test b@hybrid.test", UNKNOWN, "likely-other", "find-server"),
    "Microsoft and IONOS in SPF, same": ("a@hybrid.test b@hybrid.test", YES, "likely-same", "set-dkim"),
    "DKIM names only": ("a@dkim.test b@dkim.test", YES, "likely-same", "publish-spf"),
    "typo of the account": ("a@onw.test b@own.test", UNKNOWN, "open-other", "check-spelling"),
    "account that does not exist": ("a@firma.test b@gone.test", UNKNOWN, "open-other", "find-server"),
    "neither exists": ("a@gone.test b@gone.test", UNKNOWN, "open-same", "find-server"),
    # Relay: one domain for account and senders, and the SPF entry of IONOS in it.
    "relay": ("a@relay.test b@relay.test relay", YES, "relay-entry-there", "set-dkim"),
    "relay at IONOS": ("a@firma.test b@firma.test relay", YES, "relay-entry-there", None),
    "relay, legacy entry": ("a@legacy.test b@legacy.test smarthost", YES, "relay-entry-there", "set-dkim"),
    "relay, entry one level down": ("a@nested.test b@nested.test relay", YES, "relay-entry-there", "set-dkim"),
    "relay without entry": ("a@laden.test b@laden.test relay", NO, "relay-entry-missing", "publish-spf"),
    "relay without record": ("a@nospf.test b@nospf.test relay", NO, "relay-entry-missing", "publish-spf"),
    "relay with the wrong include": ("a@wrong.test b@wrong.test relay", NO, "relay-entry-missing", "publish-spf"),
    "relay, two records": ("a@twospf.test b@twospf.test relay", UNKNOWN, "relay-entry-void", "publish-spf"),
    "relay, broken record": ("a@void.test b@void.test relay", UNKNOWN, "relay-entry-void", "publish-spf"),
    "relay, other domain": ("a@marke.test b@relay.test relay", NO, "relay-other-domain", "relay-account"),
    "relay, subdomain": ("a@shop.firma.test b@firma.test relay", NO, "relay-other-domain", "relay-account"),
    "relay, empty": ("<> b@relay.test relay", NO, "empty", "set-envelope"),
    "relay, own server without entry": ("a@own.test b@own.test relay", UNKNOWN, "open-relay-no-entry", "find-server"),
    "relay, Google without entry": ("a@google.test b@google.test relay", UNKNOWN, "elsewhere-relay-no-entry", "find-server"),
    "relay, other domain, own server": ("a@firma.test b@own.test relay", UNKNOWN, "open-other", "find-server"),
    "relay without account": ("a@relay.test relay", UNKNOWN, "relay-no-account", "name-account"),
    "relay, nothing receives": ("a@nothing.test b@nothing.test relay", NO, "no-mail-host", "add-mx"),
    # Web space: any domain of the contract, which DNS does not know.
    "webspace": ("a@marke.test webspace", UNKNOWN, "webspace-contract", "look-in-contract"),
    "webspace, other domain": ("a@marke.test b@firma.test webspace", UNKNOWN, "webspace-contract", "look-in-contract"),
    "webspace, same domain": ("a@firma.test b@firma.test webspace", YES, "webspace-same", None),
    "webspace, same domain elsewhere": ("a@own.test b@own.test webspace", UNKNOWN, "webspace-contract", "look-in-contract"),
    "webspace, Gmail": ("a@gmail.com webspace", NO, "webspace-personal", "use-contract-domain"),
    "webspace, web.de": ("a@web.de b@firma.test webspace", NO, "webspace-personal", "use-contract-domain"),
    "webspace, empty": ("<> b@firma.test webspace", UNKNOWN, "webspace-empty", "set-envelope"),
    # No account: what can be said without one.
    "sender alone": ("a@firma.test", UNKNOWN, "no-account", "name-account"),
    "sender alone, elsewhere": ("a@own.test", UNKNOWN, "no-account", "name-account"),
    "Gmail alone": ("a@gmail.com", UNKNOWN, "no-account-personal", "name-account"),
    "empty alone": ("<>", UNKNOWN, "no-account-empty", "name-account"),
    # Pasted: the server named, or its own words, decide what MX leaves open.
    "bounce alone": (f"{BOUNCE} from=<a@gmail.com>", NO, "server-said", "name-account"),
    "bounce with account": (f"{BOUNCE} from=<a@gmail.com> user=<b@own.test>", NO, "other-domain", "use-account-domain"),
    "bounce at a gateway": (f"{BOUNCE} from=<a@marke.test> user=<b@gateway.test>", NO, "other-domain", "use-account-domain"),
    "bounce, same domain": (f"{BOUNCE} from=<a@firma.test> user=<b@firma.test>", UNKNOWN, "server-contradicts", "look-at-log"),
    "bounce, empty": (f"{BOUNCE} MAIL FROM:<>", NO, "server-said-empty", "name-account"),
    "server named": ("may a@marke.test go out through smtp.ionos.de with login b@own.test?", NO, "other-domain", "use-account-domain"),
    "server named, same domain": ("may a@own.test go out through smtp.ionos.de with login b@own.test?", YES, "same-domain", "publish-spf"),
    "server named, nothing receives": ("may a@nothing.test go out by smtp.ionos.de with login b@nothing.test?", NO, "no-mail-host", "add-mx"),
    "server named, address only": ("may a@addr.test go out by smtp.ionos.de with login b@addr.test?", YES, "same-domain", "publish-spf"),
    "server named, empty": ("MAIL FROM:<> smtp.ionos.de 421 Rate limit reached", NO, "empty-refused", "name-account"),
    "other error": ("535 Authentication failure MAIL FROM:<a@firma.test> user=<b@firma.test>", YES, "same-domain", None),
    "headers": ("Return-Path: <a@gmail.com>\nReceived: by mx (Authenticated sender: b@firma.test)\nFrom: <a@gmail.com>", NO, "other-domain", "use-account-domain"),
}  # fmt: skip


Reports = Callable[[str], Awaitable[list[SenderReport]]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reports() -> AsyncIterator[Reports]:
    """Every report on what was typed, from a name server with the tests' zone."""
    async with NameServer.serve(ZONE) as server, open_dns([server.address]) as dns:

        async def read(typed: str) -> list[SenderReport]:
            return [
                await dns.run(
                    check_sender(sending, PROVIDERS), ahead(sending), first(sending, PROVIDERS)
                )
                for sending in sendings(SenderCheck.parse(typed))
            ]

        yield read


@pytest.mark.parametrize(("typed", "verdict", "code", "advice"), CASES.values(), ids=CASES.keys())
async def test_the_rule_is_decided_from_what_was_typed_and_what_dns_says(
    reports: Reports, typed: str, verdict: Ruling, code: str, advice: str | None
) -> None:
    (report,) = await reports(typed)
    first_advice = report.advice[0].code if report.advice else None

    assert (report.verdict, report.code, first_advice) == (verdict, code, advice)
    for text in (report.reason, *(f.sentence for f in report.findings)):
        assert text.en
        assert "{" not in text.en + text.de


async def test_each_of_several_senders_gets_its_own_verdict(reports: Reports) -> None:
    found = await reports("a@firma.test, b@gmail.com, <> office@firma.test")

    assert [report.verdict for report in found] == [YES, NO, NO]


FINDINGS = {
    "all in order": ("a@firma.test b@firma.test", {"received-at", "zone-at", "spf-names", "dkim-set", "dmarc-policy", "dmarc-aligns", "old-answers"}),
    "subdomain": ("a@mail.firma.test b@firma.test", {"subdomain", "address-only"}),
    "parent": ("a@firma.test b@shop.firma.test", {"parent-domain"}),
    "other ending": ("a@firma.example b@firma.test", {"other-ending"}),
    "look-alike": ("a@exarnple.test b@example.test", {"lookalike"}),
    "mixed scripts": ("a@ex\u0430mple.test b@example.test", {"lookalike", "mixed-script", "no-such-domain"}),
    "typo": ("a@exmaple.test b@example.test", {"typo"}),
    "null MX": ("a@null.test b@firma.test", {"null-mx"}),
    "no such domain": ("a@gone.test b@firma.test", {"no-such-domain"}),
    "nothing receives": ("a@nothing.test b@firma.test", {"no-mail-host"}),
    "gateway": ("a@gateway.test b@gateway.test", {"gateway", "spf-names", "dkim-missing"}),
    "other rule": ("a@firma.test b@office.test", {"own-rule"}),
    "SPF lacks IONOS": ("a@reject.test b@reject.test", {"spf-lacks", "dkim-missing", "dmarc-policy", "dmarc-dkim-only"}),
    "no SPF": ("a@nospf.test b@nospf.test", {"spf-none", "dmarc-none"}),
    "broken SPF": ("a@twospf.test b@twospf.test", {"spf-void"}),
    "server's other words": ("535 Authentication failure MAIL FROM:<a@firma.test>", {"server-said"}),
    "server named": (f"{BOUNCE} from=<a@gmail.com>", {"server-named", "server-said"}),
    "From in another domain": ("Return-Path: <a@firma.test>\nFrom: <b@reject.test>\nTo: c@x.test", {"header-from", "dmarc-fails"}),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "codes"), FINDINGS.values(), ids=FINDINGS.keys())
async def test_what_is_worth_knowing_is_found(
    reports: Reports, typed: str, codes: set[str]
) -> None:
    (report,) = await reports(typed)
    order = [list(Severity).index(finding.severity) for finding in report.findings]

    assert codes <= {finding.code for finding in report.findings}
    assert order == sorted(order)


ACCOUNTS: dict[str, tuple[str, str | None, set[str]]] = {
    "a foreign sender": ("max@gmail.com info@firma.test", "firma.test", {"spf-names"}),
    "one whose account's SPF lacks IONOS": ("a@gmail.com b@reject.test", "reject.test", {"spf-lacks"}),
    "one whose account has no SPF": ("a@gmail.com b@nospf.test", "nospf.test", {"spf-none"}),
    "one that does not exist": ("a@gone.test b@firma.test", "firma.test", {"spf-names"}),
    "one who may be elsewhere": ("a@gmail.com b@own.test", None, set()),
    "one without an account": ("a@gmail.com", None, set()),
    "another customer of IONOS": ("a@marke.test b@firma.test", "marke.test", {"spf-names"}),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "domain", "codes"), ACCOUNTS.values(), ids=ACCOUNTS.keys())
async def test_spf_is_told_of_the_domain_that_will_send_once_all_is_cured(
    reports: Reports, typed: str, domain: str | None, codes: set[str]
) -> None:
    (report,) = await reports(typed)
    told = [finding for finding in report.findings if finding.code.startswith("spf-")]

    assert (report.spf and report.spf.domain) == domain
    assert {finding.code for finding in told} == codes
    assert all(f"`{domain}`" in f.sentence.en and f"`{domain}`" in f.sentence.de for f in told)


OPEN_REASONS = {
    "nothing there at all": ("a@gone.test b@gone.test", ["`gone.test` does not exist in DNS", "has neither MX nor A nor AAAA", "this is refused"]),
    "the account is not there": ("a@firma.test b@gone.test", ["`gone.test` does not exist in DNS", "the rule holds and this is refused"]),
    "somewhere else": ("a@google.test b@google.test", ["Google Workspace", "lets this out"]),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), OPEN_REASONS.values(), ids=OPEN_REASONS.keys())
async def test_where_the_server_decides_the_reason_tells_what_it_would_do(
    reports: Reports, typed: str, said: list[str]
) -> None:
    (report,) = await reports(typed)

    assert report.verdict is UNKNOWN
    assert [part for part in said if part not in report.reason.en] == []


@pytest.mark.parametrize("typed", ["a@google.test b@google.test", "a@office.test b@office.test"])
async def test_who_sends_elsewhere_is_not_told_to_enter_records_of_the_host(
    reports: Reports, typed: str
) -> None:
    (report,) = await reports(typed)
    (spf,) = [finding for finding in report.findings if finding.code == "spf-lacks"]

    assert spf.severity is Severity.NOTE
    assert "if" in spf.sentence.en
    assert report.comparison == ()
    assert "set-dkim" not in {piece.code for piece in report.advice}


@pytest.mark.parametrize(("typed", "labels"), [("a@gmail.com", []), ("a@firma.test", ["DKIM"] * 3)])
async def test_without_an_account_no_domain_is_held_beside_another(
    reports: Reports, typed: str, labels: list[str]
) -> None:
    (report,) = await reports(typed)

    assert [line.label.en for line in report.comparison if line.label.en != "SPF"] == labels


async def test_all_in_order_has_no_finding_worse_than_a_note(reports: Reports) -> None:
    (report,) = await reports("a@firma.test b@firma.test")

    assert {finding.severity for finding in report.findings} == {Severity.NOTE}
    assert all(line.agrees for line in report.comparison)


VALUES = {
    "address to enter": ("shop@gmail.com b@firma.test", "use-account-domain", "shop@firma.test"),
    "replies": ("shop@gmail.com b@firma.test", "reply-to", "shop@gmail.com"),
    "own mailbox": ("a@marke.test b@firma.test", "use-sender-mailbox", "a@marke.test"),
    "own host": ("a@gmail.com b@firma.test", "use-sender-server", "smtp.gmail.com"),
    "spelling": ("a@exarnple.test b@example.test", "check-spelling", "a@example.test"),
    "subdomain": ("a@mail.firma.test b@firma.test", "subdomain-mailbox", "mail.firma.test"),
    "SPF from nothing": ("a@nospf.test b@nospf.test relay", "publish-spf", "v=spf1 include:_spf-eu.ionos.com ~all"),
    "SPF of the USA": ("a@laden.test b@laden.test", "publish-spf", "v=spf1 include:_spf-us.ionos.com -all"),
    "SPF in place of the wrong one": ("a@wrong.test b@wrong.test", "publish-spf", "v=spf1 include:_spf-eu.ionos.com ~all"),
    "SPF beside the own server": ("a@own.test b@own.test relay", "publish-spf", "v=spf1 include:_spf-eu.ionos.com mx -all"),
    "MX": ("a@nothing.test b@nothing.test relay", "add-mx", "10 mx00.ionos.de\n10 mx01.ionos.de"),
    "relay account": ("a@marke.test b@relay.test relay", "relay-account", "b@marke.test"),
    "server to look for": ("a@firma.test b@own.test", "find-server", "smtp.ionos.*"),
    "account to name": ("a@firma.test relay", "name-account", "/checksender a@firma.test MAILBOX relay"),
    "contract": ("a@marke.test webspace", "look-in-contract", "marke.test"),
    "envelope": ("<> b@firma.test", "set-envelope", "b@firma.test"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "code", "value"), VALUES.values(), ids=VALUES.keys())
async def test_advice_has_the_exact_value_to_enter(
    reports: Reports, typed: str, code: str, value: str
) -> None:
    (report,) = await reports(typed)

    assert {piece.code: piece.value for piece in report.advice}[code] == value


async def test_a_refusal_comes_with_the_text_that_the_server_sends(reports: Reports) -> None:
    (refused,) = await reports("a@gmail.com b@firma.test")
    (allowed,) = await reports("a@firma.test b@firma.test")

    assert refused.server_text == (
        "550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed."
    )
    assert allowed.server_text is None


SECTIONS = {
    "allowed": ("a@firma.test b@firma.test", "no-change-needed"),
    "refused": ("a@gmail.com b@firma.test", "what-to-do"),
    "cannot tell": ("a@firma.test b@own.test", "what-changed"),
    "relay": ("a@laden.test b@laden.test relay", "relay"),
    "relay, other domain": ("a@marke.test b@relay.test relay", "relay-same-domain"),
}


@pytest.mark.parametrize(("typed", "section"), SECTIONS.values(), ids=SECTIONS.keys())
async def test_a_verdict_names_the_article_section_that_explains_it(
    reports: Reports, typed: str, section: str
) -> None:
    (report,) = await reports(typed)

    assert report.section == f"ionos-sender-2024/{section}"


async def test_a_host_of_personal_mailboxes_is_named_in_the_readers_language(
    reports: Reports,
) -> None:
    (report,) = await reports("a@firma.test b@gmx.de")

    assert "an Anbieter" not in report.reason.de
    assert "bei einem Anbieter persönlicher Postfächer" in report.reason.de
