"""What `/checkspf` and `/checksender` look like: the verdict first, records literal, all of it."""

from dataclasses import replace

import pytest

from bot.core.finding import Advice, Finding, Severity
from bot.core.sender import Ruling, SenderReport
from bot.core.spf.result import Branch, Node, Result, SpfReport, Status, Verdict
from bot.core.typed import Address, SpfCheck
from bot.core.words import Language, Text
from bot.slack.blocks import sender, spf
from bot.slack.blocks.shown import Shown
from tests.slack.reading import seen

RECORD = "v=spf1 include:_spf-eu.ionos.com ~all"
HOSTILE = "v=spf1 <!channel> `x` https://evil.example *all*"
TREE = Node(
    "example.com",
    RECORD,
    (
        Branch(
            "include:_spf-eu.ionos.com",
            1,
            node=Node(
                "_spf-eu.ionos.com", "v=spf1 ip4:192.0.2.0/24 ?all", (Branch("ip4:192.0.2.0/24"),)
            ),
        ),
        Branch("a:gone.example.com", 2, void=True, note=Text("no such name", "kein solcher Name")),
        Branch("~all"),
    ),
)
GOOD = SpfReport(
    "example.com", RECORD, Status.OK, lookups=2, void_lookups=1, tree=TREE, provider="ionos", host="IONOS",
    networks=1, widest="192.0.2.0/24",
)  # fmt: skip
BAD = SpfReport(
    "example.com",
    "v=spf1 +all",
    Status.PROBLEM,
    findings=(
        Finding("note", Severity.NOTE, Text("A note.", "Ein Hinweis.")),
        Finding(
            "plus-all",
            Severity.ERROR,
            Text("`+all` lets everybody send.", "`+all` lässt jeden senden."),
            Text("Write `~all`.", "Schreiben Sie `~all`."),
        ),
    ),
    suggested_record=RECORD,
)


def checked(report: SpfReport, language: Language = Language.EN, *, private: bool = False) -> str:
    return seen(spf.report(report, Shown("example.com", language, private=private)).blocks)


def test_a_good_record_is_shown_with_its_count_and_tree() -> None:
    assert checked(GOOD) == (
        ":white_check_mark: *In order* – SPF of `example.com`\n"
        f"    {RECORD}\n"
        "2 of 10 look-ups · empty look-ups: 1 (2 allowed) · one network: 192.0.2.0/24"
        " · mail host: IONOS\n"
        "No problems found.\n"
        "What the record includes\n"
        "     1. include:_spf-eu.ionos.com\n"
        "        · ip4:192.0.2.0/24\n"
        "     2. a:gone.example.com  ← found nothing; no such name\n"
        "     · ~all\n"
        "[Check again] [What is SPF?]"
    )


def test_an_umlaut_domain_is_shown_as_people_write_it() -> None:
    report = replace(GOOD, domain="xn--mller-kva.de", suggested_record=RECORD)

    assert ":white_check_mark: *In order* – SPF of `müller.de`" in checked(report)
    assert "SPF record (type TXT) of `müller.de`:" in checked(report)


def test_a_problem_comes_with_findings_worst_first_and_the_record_to_publish() -> None:
    assert checked(BAD, Language.DE, private=True) == (
        ":x: *Problem* – SPF von `example.com`\n"
        "    v=spf1 +all\n"
        "0 von 10 Abfragen\n"
        ":x: `+all` lässt jeden senden. Schreiben Sie `~all`.\n"
        ":information_source: Ein Hinweis.\n"
        "Tragen Sie dies als einzigen SPF-Eintrag (Typ TXT) von `example.com` ein:\n"
        f"    {RECORD}\n"
        "[Noch einmal prüfen] [Im Kanal zeigen] [Was ist SPF?]"
    )


def test_a_problem_without_an_error_is_a_warning() -> None:
    report = SpfReport(
        "a.de", RECORD, Status.PROBLEM, findings=(Finding("x", Severity.WARNING, Text("W", "W")),)
    )

    assert spf.icon(report) == "warning"


def test_silence_of_dns_is_never_called_no_record() -> None:
    text = checked(SpfReport("example.com", None, Status.UNKNOWN, missing=("example.com",)))

    assert ":grey_question: *Cannot tell*" in text
    assert "whether there is a record is not known" in text
    assert "no SPF record" not in text


def test_no_record_is_said() -> None:
    assert "There is no SPF record." in checked(SpfReport("example.com", None, Status.PROBLEM))


def test_names_that_dns_did_not_tell_about_are_named() -> None:
    text = checked(SpfReport("a.de", RECORD, Status.UNKNOWN, missing=("b.de", "c.de")))

    assert "DNS did not answer about `b.de`, `c.de`" in text


def test_a_hostile_record_stays_literal() -> None:
    answer = spf.report(SpfReport("a.de", HOSTILE, Status.OK), Shown("a.de", Language.EN))
    code = answer.blocks[1]["elements"][0]

    assert code == {
        "type": "rich_text_preformatted",
        "elements": [{"type": "text", "text": HOSTILE}],
    }
    assert "<" not in answer.text


def test_the_fallback_is_the_answer_itself() -> None:
    answer = spf.report(BAD, Shown("example.com", Language.EN))

    assert answer.text.startswith("Problem: SPF of example.com. 0 of 10 look-ups. A note.")


@pytest.mark.parametrize(
    ("result", "line", "meaning"),
    [
        (Result.PASS, ":white_check_mark: *Pass*", "The domain allows this server to send."),
        (
            Result.FAIL,
            ":x: *Fail*",
            "The domain forbids this server to send: receivers may refuse the mail.",
        ),
        (
            Result.SOFTFAIL,
            ":warning: *Softfail*",
            "The domain does not know this server: many receivers file the mail as spam.",
        ),
        (
            Result.TEMPERROR,
            ":grey_question: *Temperror*",
            "DNS did not answer; receivers try again later.",
        ),
    ],
    ids=str,
)
def test_a_verdict_for_one_client_names_rfc_7208s_result(
    result: Result, line: str, meaning: str
) -> None:
    verdict = Verdict(result, "see <https://a.de>", Text("matched `-all`", "`-all` passte"), 3, 0)
    check = SpfCheck.parse("example.com 192.0.2.1")
    text = seen(spf.verdict_for(verdict, check, Shown("x", Language.EN)).blocks)

    assert text == (
        f"{line} – mail of `example.com` from `192.0.2.1`\n"
        f"{meaning} matched `-all`\n"
        "    see <https://a.de>\n"
        "3 of 10 look-ups\n"
        "[Check again] [What is SPF?]"
    )


def test_a_deep_tree_is_cut_and_says_how_much_is_left() -> None:
    branches = tuple(Branch(f"ip4:192.0.2.{n}") for n in range(60))
    tree = Node("a.de", RECORD, (Branch("include:b.de", 1, node=Node("b.de", "v=spf1", branches)),))
    text = checked(SpfReport("a.de", RECORD, Status.OK, tree=tree))

    assert "… and 21 more lines" in text


REFUSED = SenderReport(
    Address.parse("max@gmail.com"),
    Address.parse("info@example.com"),
    Ruling.REFUSED,
    Text("`gmail.com` is not `example.com`.", "`gmail.com` ist nicht `example.com`."),
    findings=(Finding("x", Severity.WARNING, Text("Look.", "Schauen Sie."), None),),
    advice=(
        Advice("change", Text("Send as `max@example.com`.", "Senden Sie als `max@example.com`.")),
        Advice("record", Text("Publish:", "Tragen Sie ein:"), RECORD),
    ),
    server_text="550 Sender address is not allowed.",
    spf=GOOD,
)


def test_a_refused_sender_says_why_and_the_one_thing_to_do() -> None:
    answer = sender.report(
        REFUSED, Shown("max@gmail.com info@example.com", Language.EN, private=True)
    )

    assert seen(answer.blocks) == (
        ":x: *Refused* – `max@gmail.com` through `info@example.com`\n"
        "`gmail.com` is not `example.com`.\n"
        "What to do\n"
        "• Send as `max@example.com`.\n"
        ":warning: Look.\n"
        ":white_check_mark: SPF of `example.com`: In order, 2 of 10 look-ups\n"
        "[Show details] [Check again] [Show to channel] [Check SPF of example.com] "
        "[Read the article section]"
    )


def test_its_details_say_what_the_server_says_and_every_way_to_mend_it() -> None:
    answer = sender.report(
        REFUSED, Shown("max@gmail.com info@example.com", Language.EN, private=True, whole=True)
    )

    assert seen(answer.blocks) == (
        ":x: *Refused* – `max@gmail.com` through `info@example.com`\n"
        "`gmail.com` is not `example.com`.\n"
        "The mail server answers:\n"
        "    550 Sender address is not allowed.\n"
        "What to do\n"
        "• Send as `max@example.com`.\n"
        "• Publish:\n"
        f"    {RECORD}\n"
        ":warning: Look.\n"
        ":white_check_mark: SPF of `example.com`: In order, 2 of 10 look-ups\n"
        "[Check again] [Show to channel] [Check SPF of example.com] [Read the article section]"
    )
    assert answer.text.startswith("Refused: max@gmail.com through info@example.com. gmail.com is")


def test_an_empty_sender_has_a_name() -> None:
    report = SenderReport(None, None, Ruling.UNKNOWN, Text("Why.", "Warum."))
    text = seen(sender.report(report, Shown("<>", Language.DE)).blocks)

    assert text.startswith(":grey_question: *Unklar* – ein leerer Absender (`&lt;&gt;`)\nWarum.")


def test_several_senders_get_a_verdict_each() -> None:
    text = seen(sender.several([REFUSED, REFUSED], Shown("a, b", Language.EN)).blocks)

    assert text.count(":x: *Refused*") == 2


def test_a_check_shown_to_the_channel_says_who_showed_it() -> None:
    text = seen(spf.report(GOOD, Shown("example.com", Language.EN, by="U1")).blocks)

    assert "Shown by <@U1>" in text
    assert "Show to channel" not in text


def test_a_check_too_long_for_a_button_gets_none() -> None:
    assert Shown("x" * 3000, Language.EN).buttons("spf") == []
