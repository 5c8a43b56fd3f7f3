"""The text after /checksender, pasted bounces and questions in prose -> who sends, who logs in."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import BadInput
from bot.core.typed import Route, SenderCheck, SpfCheck, find_checks


def read(check: SenderCheck) -> tuple[str, str | None, Route]:
    """The check in short: "senders", account, route."""
    senders = ", ".join("<>" if sender is None else str(sender) for sender in check.senders)
    return senders, str(check.account) if check.account else None, check.route


MAILBOX, RELAY, WEBSPACE = Route

COMMANDS = {
    "sender and account": ("a@shop.test b@firma.test", ("a@shop.test", "b@firma.test", MAILBOX)),
    "sender alone": ("a@shop.test", ("a@shop.test", None, MAILBOX)),
    "empty sender": ("<> b@firma.test", ("<>", "b@firma.test", MAILBOX)),
    "empty sender alone": ("<>", ("<>", None, MAILBOX)),
    "relay": ("a@shop.test b@shop.test relay", ("a@shop.test", "b@shop.test", RELAY)),
    "relay in front": ("relay a@shop.test b@shop.test", ("a@shop.test", "b@shop.test", RELAY)),
    "smarthost": ("a@shop.test b@shop.test Smarthost", ("a@shop.test", "b@shop.test", RELAY)),
    "webspace": ("a@shop.test webspace", ("a@shop.test", None, WEBSPACE)),
    "option": ("a@shop.test b@shop.test --webspace", ("a@shop.test", "b@shop.test", WEBSPACE)),
    "several": (
        "a@shop.test, b@shop.test,c@shop.test d@firma.test",
        ("a@shop.test, b@shop.test, c@shop.test", "d@firma.test", MAILBOX),
    ),
    "commas only": ("a@shop.test, b@shop.test", ("a@shop.test, b@shop.test", None, MAILBOX)),
    "a comma between sender and account": (
        "a@gmail.com, b@firma.test",
        ("a@gmail.com", "b@firma.test", MAILBOX),
    ),
    "a comma and names": (
        'Max <a@gmail.com>, "Info, Team" <b@firma.test>',
        ("a@gmail.com", "b@firma.test", MAILBOX),
    ),
    "a semicolon": ("a@x.test; b@y.test", ("a@x.test, b@y.test", None, MAILBOX)),
    "commas between three": (
        "a@x.test, b@x.test, c@y.test",
        ("a@x.test, b@x.test, c@y.test", None, MAILBOX),
    ),
    "trailing comma": ("a@shop.test b@firma.test,", ("a@shop.test", "b@firma.test", MAILBOX)),
    "empty among several": (
        "a@shop.test, <> d@firma.test",
        ("a@shop.test, <>", "d@firma.test", MAILBOX),
    ),
    "display name": (
        '"Shop, Ltd" <a@shop.test> b@firma.test',
        ("a@shop.test", "b@firma.test", MAILBOX),
    ),
    "bare display names": (
        "My Shop <a@shop.test>, Our Office <b@shop.test> The Boss <c@firma.test> relay",
        ("a@shop.test, b@shop.test", "c@firma.test", RELAY),
    ),
    "smart quotes": (
        "“Shop” <a@shop.test> <b@firma.test>",
        ("a@shop.test", "b@firma.test", MAILBOX),
    ),
    "quoted local part": (
        '"a b"@shop.test b@firma.test',
        ('"a b"@shop.test', "b@firma.test", MAILBOX),
    ),
    "via": ("a@shop.test via b@firma.test", ("a@shop.test", "b@firma.test", MAILBOX)),
    "labels": (
        "account: b@firma.test sender: a@shop.test",
        ("a@shop.test", "b@firma.test", MAILBOX),
    ),
    "options": ("from=a@shop.test account=b@firma.test", ("a@shop.test", "b@firma.test", MAILBOX)),
    "arrow": ("a@shop.test → b@firma.test", ("a@shop.test", "b@firma.test", MAILBOX)),
    "two lines": ("a@shop.test\nb@firma.test", ("a@shop.test", "b@firma.test", MAILBOX)),
    "no-break spaces": (
        "a@shop.test\u00a0b@firma.test\u200b",
        ("a@shop.test", "b@firma.test", MAILBOX),
    ),
    "umlauts": (
        "info@Müller.test info@xn--mller-kva.test",
        ("info@müller.test", "info@müller.test", MAILBOX),
    ),
    "a sentence": (
        "may a@shop.test be sent through b@firma.test?",
        ("a@shop.test", "b@firma.test", MAILBOX),
    ),
    "ein Satz": (
        "Darf ich mit dem Konto b@firma.test als a@shop.test senden?",
        ("a@shop.test", "b@firma.test", MAILBOX),
    ),
}


@pytest.mark.parametrize(("typed", "expected"), COMMANDS.values(), ids=COMMANDS.keys())
def test_the_text_after_checksender_is_read_as_people_give_it(
    typed: str, expected: tuple[str, str | None, Route]
) -> None:
    assert read(SenderCheck.parse(typed)) == expected


NO_COMMANDS = {
    "nothing": ("", "Please name the sender"),
    "only a comma": (" , ", "Please name the sender"),
    "only a route": ("relay", "Please name the sender"),
    "only an account": ("account: b@firma.test", "Please name the sender"),
    "no address": ("hello", "`hello` has no `@`"),
    "domain": ("shop.test b@firma.test", "for example `info@shop.test`"),
    "three in a row": ("a@x.test b@x.test c@x.test", "put commas between several senders"),
    "four in a row": ("a@x.test b@x.test c@x.test d@x.test", "put commas between several senders"),
    "comma after the account": ("a@x.test b@x.test, c@x.test", "put commas between"),
    "eleven senders": (
        ", ".join(f"a{i}@x.test" for i in range(11)) + " b@x.test",
        "Those are 11 senders; name at most 10",
    ),
    "address literal": ("a@[192.0.2.1] b@x.test", "an IP address after the `@`"),
    "empty account": ("a@x.test <>", "cannot be empty"),
    "320 characters": ("a" * 310 + "@shop.test b@x.test", "is too long"),
    "turned round": ("a\u202eb@shop.test b@x.test", "invisible characters"),
    "bounce without a sender": ("550 Sender address is not allowed.", "no sender address"),
    "bounce with a recipient only": (
        'The mail server responded: Sender address is not allowed. Check the recipient "x@y.test".',
        "no sender address",
    ),
}


@pytest.mark.parametrize(("typed", "sentence"), NO_COMMANDS.values(), ids=NO_COMMANDS.keys())
def test_what_checksender_cannot_read_gets_one_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        SenderCheck.parse(typed)

    assert sentence in caught.value.sentence.en
    assert len(caught.value.sentence.en) < 260


POSTFIX_LOG = """\
Nov 24 09:12:01 mx postfix/smtpd[7]: 4F1: client=pc[10.0.0.5], sasl_username=office@firma.test
Nov 24 09:12:01 mx postfix/qmgr[9]: 4F1: from=<shop@mail.test>, size=812, nrcpt=1 (queue active)
Nov 24 09:12:02 mx postfix/smtp[8]: 4F1: to=<kunde@web.test>, relay=smtp.ionos.de[192.0.2.9]:587,
 status=bounced (host smtp.ionos.de[192.0.2.9] said: 550-Requested action not taken: mailbox
 unavailable 550 Sender address is not allowed. (in reply to MAIL FROM command))"""
POSTFIX_BOUNCE = """\
Return-Path: <>
From: MAILER-DAEMON@mx.firma.test (Mail Delivery System)
To: shop@mail.test
Subject: Undelivered Mail Returned to Sender

<kunde@web.test>: host smtp.ionos.de[192.0.2.9] said: 550 Sender address is not allowed.

Reporting-MTA: dns; mx.firma.test
X-Postfix-Sender: rfc822; shop@mail.test
Final-Recipient: rfc822; kunde@web.test"""
EXIM_LOG = (
    "2026-11-24 10:00:00 1abc <= shop@mail.test H=pc A=plain_login:office@firma.test S=812\n"
    "2026-11-24 10:00:01 1abc ** kunde@web.test R=smarthost T=remote_smtp H=smtp.ionos.de:"
    " SMTP error from remote mail server after MAIL FROM:<shop@mail.test> SIZE=1855:"
    " 550 Sender address is not allowed."
)
EXCHANGE_NDR = """\
Delivery has failed to these recipients or groups:
kunde@web.test
Remote Server returned '550 Requested action not taken: mailbox unavailable Sender address is not allowed.'
Original message headers:
From: "Firma, Shop" <shop@mail.test>
To: "Kunde" <kunde@web.test>
Subject: Angebot"""
EXCHANGE_SEND_LOG = """\
2026-11-24T09:00:00Z,Outbound,08D,3,>,MAIL FROM:<shop@mail.test> SIZE=5120,
2026-11-24T09:00:00Z,Outbound,08D,4,<,550-Requested action not taken: mailbox unavailable,
2026-11-24T09:00:00Z,Outbound,08D,5,<,550 Sender address is not allowed.,"""
PHPMAILER = """\
CLIENT -> SERVER: AUTH LOGIN
CLIENT -> SERVER: MAIL FROM:<shop@mail.test>
SERVER -> CLIENT: 550-Requested action not taken: mailbox unavailable
SERVER -> CLIENT: 550 Sender address is not allowed.
SMTP Error: The following From address failed: shop@mail.test : MAIL FROM command failed,Sender address is not allowed.,550"""
PHP_CODE = """\
$mail->Username = 'office@firma.test';
$mail->setFrom('shop@mail.test', 'Shop');
550 Sender address is not allowed."""
HEADERS = """\
Return-Path: <bounce@firma.test>
Received: from pc (unknown [192.0.2.7])
 (Authenticated sender: office@firma.test)
 by mx.firma.test (Postfix) with ESMTPSA
From: "Chefin" <chefin@marke.test>
Sender: office@firma.test
To: kunde@web.test"""
AUTH_RESULTS = """\
Authentication-Results: mx.web.test; auth=pass smtp.auth=office@firma.test
 smtp.mailfrom=shop@mail.test
From: Shop <shop@mail.test>"""

PASTES = {
    "one line": (
        "550 Sender address is not allowed (from=<shop@mail.test>)",
        ("shop@mail.test", None, MAILBOX),
    ),
    "one line with the account": (
        "550 Sender address is not allowed. from=<shop@mail.test> user=<office@firma.test>",
        ("shop@mail.test", "office@firma.test", MAILBOX),
    ),
    "postfix log": (POSTFIX_LOG, ("shop@mail.test", "office@firma.test", MAILBOX)),
    "postfix bounce": (POSTFIX_BOUNCE, ("shop@mail.test", None, MAILBOX)),
    "exim log": (EXIM_LOG, ("shop@mail.test", "office@firma.test", MAILBOX)),
    "Exchange's report": (EXCHANGE_NDR, ("shop@mail.test", None, MAILBOX)),
    "Exchange's send log": (EXCHANGE_SEND_LOG, ("shop@mail.test", None, MAILBOX)),
    "PHPMailer's log": (PHPMAILER, ("shop@mail.test", None, MAILBOX)),
    "PHP code and error": (PHP_CODE, ("shop@mail.test", "office@firma.test", MAILBOX)),
    "headers": (HEADERS, ("bounce@firma.test", "office@firma.test", MAILBOX)),
    "authentication results": (AUTH_RESULTS, ("shop@mail.test", "office@firma.test", MAILBOX)),
    "empty envelope": (
        "MAIL FROM:<>\n550 Sender address is not allowed. AUTH=<office@firma.test>",
        ("<>", "office@firma.test", MAILBOX),
    ),
    "two senders in a log": (
        "from=<a@mail.test> 550 Sender address is not allowed\n"
        "from=<b@mail.test> 550 Sender address is not allowed",
        ("a@mail.test, b@mail.test", None, MAILBOX),
    ),
    "Thunderbird and the customer's own words": (
        "Fehler beim Senden der Nachricht. Der Mailserver antwortete: Sender address is not allowed."
        " Bitte überprüfen Sie die E-Mail-Adresse des Empfängers kunde@web.test.\n"
        "Absender ist shop@mail.test, angemeldet bin ich als office@firma.test.",
        ("shop@mail.test", "office@firma.test", MAILBOX),
    ),
    "with the command's route": (
        "550 Sender address is not allowed from=<a@mail.test> smarthost",
        ("a@mail.test", None, RELAY),
    ),
}


@pytest.mark.parametrize(("typed", "expected"), PASTES.values(), ids=PASTES.keys())
def test_a_pasted_bounce_or_log_tells_who_sends_and_who_logs_in(
    typed: str, expected: tuple[str, str | None, Route]
) -> None:
    assert read(SenderCheck.parse(typed)) == expected


def test_a_header_from_that_differs_from_the_envelope_is_kept_apart() -> None:
    assert str(SenderCheck.parse(HEADERS).header_from) == "chefin@marke.test"


def test_a_link_that_leads_elsewhere_is_reported_as_phishing() -> None:
    check = SenderCheck.parse("a@shop.test", links=[("a@bank.test", "a@shop.test")])

    assert [finding.code for finding in check.findings] == ["link-lies"]
    assert "`a@bank.test`" in check.findings[0].sentence.de


QUESTIONS = {
    "two addresses": (
        "Why can't info@mail.test be sent through office@firma.test?",
        ("info@mail.test", "office@firma.test", MAILBOX),
    ),
    "account first": (
        "Our customer logs in as office@firma.test and sends as shop@mail.test, what now?",
        ("shop@mail.test", "office@firma.test", MAILBOX),
    ),
    "German, account first": (
        "Der Kunde meldet sich mit office@firma.test an und schickt als shop@mail.test.",
        ("shop@mail.test", "office@firma.test", MAILBOX),
    ),
    "account after": (
        "Absender shop@mail.test, mit office@firma.test angemeldet: geht das?",
        ("shop@mail.test", "office@firma.test", MAILBOX),
    ),
    "two without any word": (
        "shop@mail.test / office@firma.test ?",
        ("shop@mail.test", "office@firma.test", MAILBOX),
    ),
    "one address": (
        "Kann ich info@shop.test als Absender nehmen?",
        ("info@shop.test", None, MAILBOX),
    ),
    "recipient left out": (
        "Mail von shop@mail.test an kunde@web.test über office@firma.test kommt nicht an",
        ("shop@mail.test", "office@firma.test", MAILBOX),
    ),
    "relay": (
        "We use a smarthost: sender a@firma.test, relay account b@firma.test",
        ("a@firma.test", "b@firma.test", RELAY),
    ),
    "bounce": (f"Was heißt das?\n{POSTFIX_LOG}", ("shop@mail.test", "office@firma.test", MAILBOX)),
}


@pytest.mark.parametrize(("asked", "expected"), QUESTIONS.values(), ids=QUESTIONS.keys())
def test_a_question_that_names_addresses_leads_to_a_sender_check(
    asked: str, expected: tuple[str, str | None, Route]
) -> None:
    check = find_checks(asked)[0]

    assert isinstance(check, SenderCheck)
    assert read(check) == expected


DOMAIN_QUESTIONS = {
    "SPF of a domain": ("Is the SPF record of firma.test right?", "firma.test", None),
    "no word about SPF": ("Mails from firma.de go to spam", "firma.de", None),
    "link that Slack made": ("What about http://firma.de?", "firma.de", None),
    "with an address": ("Why softfail for firma.test from 192.0.2.1?", "firma.test", "192.0.2.1"),
    "SPF and a page": ("https://firma.de/kontakt: does the SPF fit?", "firma.de", None),
    "SPF of an address": ("SPF for info@firma.test?", "firma.test", None),
}


@pytest.mark.parametrize(
    ("asked", "domain", "ip"), DOMAIN_QUESTIONS.values(), ids=DOMAIN_QUESTIONS.keys()
)
def test_a_question_that_names_a_domain_leads_to_an_spf_check(
    asked: str, domain: str, ip: str | None
) -> None:
    check = find_checks(asked)[0]

    assert isinstance(check, SpfCheck)
    assert (check.domain.ascii, str(check.ip) if check.ip else None) == (domain, ip)


NOTHING_TO_CHECK = {
    "no name": "Why does IONOS refuse my mail?",
    "sentence without a space": "Das geht.Das auch. Und z.B. das, e.g. this.",
    "file name": "The setting is in wp-config.php and readme.md",
    "server": "I use smtp.ionos.de with port 587",
    "help page": "I read https://www.ionos.de/hilfe/e-mail/ already",
    "two domains": "Move firma.de to marke.de?",
    "three addresses": "a@x.test b@x.test c@x.test?",
    "an error alone": "What does 550 Sender address is not allowed mean?",
    "price": "It costs 19.99 or 1.299,00",
}


@pytest.mark.parametrize("asked", NOTHING_TO_CHECK.values(), ids=NOTHING_TO_CHECK.keys())
def test_a_question_that_names_nothing_to_check_carries_no_check(asked: str) -> None:
    assert find_checks(asked) == ()


@given(st.text(alphabet="ab@<>.,;:\"' \n=relayMAIL FROM550é", max_size=60))
def test_any_text_gives_a_sender_check_or_its_own_error(text: str) -> None:
    with suppress(BadInput):
        assert SenderCheck.parse(text).senders
    find_checks(text)
