"""`helpdesk checkspf` and `checksender`: for people, for programs, and how they end."""

import json
from io import StringIO

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.cli.screen import Screen
from bot.core.words import Language

FINE, PROBLEM, USAGE, UNKNOWN = 0, 1, 2, 3


def helpdesk(nameserver: str, *arguments: str, lines: str = "", **more: str) -> Result:
    environ = {"HELPDESK_NAMESERVERS": nameserver, "HELPDESK_DNS_TIMEOUT": "0.2", **more}
    return CliRunner().invoke(app, list(arguments), obj=environ, input=lines)


def test_a_survey_shows_verdict_record_count_and_tree(nameserver: str) -> None:
    result = helpdesk(nameserver, "checkspf", "https://shop.example/")

    assert result.exit_code == FINE
    assert "SPF is fine  shop.example" in result.output
    assert "v=spf1 include:_spf-eu.ionos.com ~all" in result.output
    assert "1 of 10 look-ups" in result.output
    assert "ip4:192.0.2.0/24" in result.output
    assert "1 network may send, 192.0.2.0/24" in result.output


def test_a_problem_ends_in_the_record_to_publish(nameserver: str) -> None:
    result = helpdesk(nameserver, "checkspf", "broken.example")

    assert result.exit_code == PROBLEM
    published = result.output.partition("(type TXT)")[2]
    assert published.strip() == "v=spf1 include:_spf-eu.ionos.com ~all"


def test_the_same_in_german(nameserver: str) -> None:
    result = helpdesk(nameserver, "checkspf", "broken.example", HELPDESK_LANGUAGE="de")

    assert "Tragen Sie dies als einzigen SPF-Eintrag" in result.output


def test_silence_is_not_called_no_record(nameserver: str) -> None:
    result = helpdesk(nameserver, "checkspf", "silent.example", "--json")
    report = json.loads(result.output)

    assert result.exit_code == UNKNOWN
    assert (report["status"], report["record"]) == ("unknown", None)


def test_the_terminal_does_not_call_silence_no_record_either(nameserver: str) -> None:
    shown = helpdesk(nameserver, "checkspf", "silent.example").output

    assert "no SPF record" not in shown
    assert "DNS did not tell about silent.example" in shown.replace("\n", " ")


def test_json_of_a_survey_has_every_key_of_the_contract(nameserver: str) -> None:
    report = json.loads(helpdesk(nameserver, "checkspf", "broken.example", "--json").output)

    assert set(report) == {
        "domain",
        "record",
        "status",
        "lookups",
        "void_lookups",
        "findings",
        "suggested_record",
        "tree",
        "provider",
    }
    assert all(set(one) == {"code", "severity", "message"} for one in report["findings"])
    assert report["provider"] == "ionos"


@pytest.mark.parametrize(
    ("ip", "result", "ends"),
    [
        pytest.param("192.0.2.7", "pass", FINE, id="a listed client"),
        pytest.param("198.51.100.1", "softfail", PROBLEM, id="a stranger"),
    ],
)
def test_for_one_client_the_receivers_result_is_given(
    nameserver: str, ip: str, result: str, ends: int
) -> None:
    shown = helpdesk(nameserver, "checkspf", "shop.example", "--ip", ip, "--json")

    assert shown.exit_code == ends
    assert json.loads(shown.output)["result"] == result


def test_many_clients_at_once_by_json_lines(nameserver: str) -> None:
    asked = [
        {"id": n, "ip": "192.0.2.7", "sender": "a@shop.example", "helo": "mx.shop.example"}
        for n in range(40)
    ]
    broken = {"id": "x", "ip": "nonsense", "sender": "", "helo": ""}
    lines = "\n".join(json.dumps(one) for one in [*asked, broken])
    result = helpdesk(nameserver, "checkspf", "--jsonl", lines=lines)
    answers = [json.loads(line) for line in result.output.splitlines()]

    assert [answer["id"] for answer in answers] == [*range(40), "x"]
    assert {answer.get("result") for answer in answers[:40]} == {"pass"}
    keys = {"id", "result", "explanation", "reason", "lookups", "void_lookups"}
    assert set(answers[0]) == keys
    assert "nonsense" in answers[40]["error"]
    assert result.exit_code == USAGE


def test_half_a_character_in_a_line_costs_no_other_line(nameserver: str) -> None:
    odd = {"id": "\ud800", "ip": "192.0.2.1", "sender": "a@\ud800.example", "helo": ""}
    fine = {"id": 2, "ip": "192.0.2.1", "sender": "a@localhost", "helo": ""}
    lines = "\n".join(map(json.dumps, [odd, fine]))
    result = helpdesk(nameserver, "checkspf", "--jsonl", lines=lines)
    answers = [json.loads(line) for line in result.output.splitlines()]

    assert [(answer["id"], answer["result"]) for answer in answers] == [
        ("\ud800", "none"),
        (2, "none"),
    ]


def test_a_foreign_sender_is_refused_with_the_value_to_enter(nameserver: str) -> None:
    result = helpdesk(nameserver, "checksender", "max@gmail.example", "info@shop.example")

    assert result.exit_code == PROBLEM
    assert "Refused  max@gmail.example → info@shop.example" in result.output
    assert "Sender address is not allowed" in result.output
    assert "max@shop.example" in result.output


def test_json_of_a_sender_has_every_key_of_the_contract(nameserver: str) -> None:
    arguments = ("checksender", "shop@shop.example", "info@shop.example", "--json")
    result = helpdesk(nameserver, *arguments)
    report = json.loads(result.output)

    assert result.exit_code == FINE
    assert set(report) == {"address", "account", "verdict", "reason", "findings", "advice"}
    assert report["verdict"] == "allowed"
    assert (report["address"], report["account"]) == ("shop@shop.example", "info@shop.example")


def test_the_empty_sender_is_refused(nameserver: str) -> None:
    result = helpdesk(nameserver, "checksender", "<>", "info@shop.example", "--json")

    assert json.loads(result.output)["verdict"] == "refused"
    assert json.loads(result.output)["address"] == "<>"


def test_senders_by_json_lines(nameserver: str) -> None:
    asked = [
        {"id": 1, "address": "a@shop.example", "account": "b@shop.example"},
        {"id": 2, "address": "a@gmail.example", "account": "b@shop.example", "relay": True},
        {"id": 3, "address": "nobody"},
    ]
    lines = "\n".join(map(json.dumps, asked))
    answers = [
        json.loads(line)
        for line in helpdesk(nameserver, "checksender", "--jsonl", lines=lines).output.splitlines()
    ]

    assert [answer.get("verdict") for answer in answers] == ["allowed", "refused", None]
    assert "nobody" in answers[2]["error"]


def test_a_pasted_bounce_is_read(nameserver: str) -> None:
    bounce = "550 Sender address is not allowed. from=<max@gmail.example>"
    result = helpdesk(nameserver, "checksender", bounce, "info@shop.example")

    assert "Refused  max@gmail.example → info@shop.example" in result.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["checkspf"], "such as: helpdesk checkspf", id="no domain"),
        pytest.param(["checkspf", "192.0.2.1"], "192.0.2.1", id="an address for a domain"),
        pytest.param(["checkspf", "a.example", "--ip", "x"], "x", id="no ip"),
        pytest.param(["checksender"], "such as: helpdesk checksender", id="no sender"),
        pytest.param(["checksender", "nobody"], "nobody", id="no address"),
        pytest.param(
            ["checksender", "a@b.example", "c@d.example", "e@f.example", "g@h.example"],
            "comma",
            id="four in a row",
        ),
        pytest.param(["checksender", "a@b.example", "--relay", "--webspace"], "one of", id="both"),
    ],
)
def test_bad_usage_is_a_sentence_and_exit_2(
    nameserver: str, arguments: list[str], sentence: str
) -> None:
    result = helpdesk(nameserver, *arguments)

    assert result.exit_code == USAGE
    assert sentence in result.output


def test_dns_cannot_drive_the_terminal(nameserver: str) -> None:
    assert "\x1b" not in helpdesk(nameserver, "checkspf", "hostile.example").output


def test_every_line_of_a_value_to_copy_is_indented() -> None:
    output = StringIO()
    Screen(Console(file=output), Language.EN).code(
        "10 mx00.example\n10 mx01.example", indent="    "
    )

    assert output.getvalue() == "    10 mx00.example\n    10 mx01.example\n"
