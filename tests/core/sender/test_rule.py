"""The tables of the sender rule hold together."""

import re
from pathlib import Path

from bot.core.sender import Facts, Ruling, Sending, report
from bot.core.sender.advice import _PARTS, _topic
from bot.core.sender.rule import _ROWS
from bot.core.typed import Address
from tests.core.sender.test_cases import CASES

DOCUMENT = Path(__file__).parents[3] / "docs" / "checksender.md"


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 80


def test_every_decision_has_its_advice() -> None:
    assert {_topic(code) for code in _ROWS} <= set(_PARTS)
    assert {_topic(code) for code in _ROWS} == set(_PARTS) - {"no-rule"}


def test_every_decision_but_those_of_silence_has_a_case() -> None:
    met = {code for _, _, code, _ in CASES.values()}

    assert {code for code in _ROWS if "silent" not in code and code not in met} <= {
        "relay-entry-unknown",  # DNS silent, too: see test_failures.py
        "likely-relay-no-entry",  # cannot be met: a relay's SPF entry shows the provider
    }


def test_without_a_rule_nothing_is_decided_and_nothing_advised() -> None:
    found = report(Facts(Sending(Address.parse("a@example.com")), provider=None))

    assert (found.verdict, found.code, found.advice) == (Ruling.UNKNOWN, "no-rule", ())


def test_the_documents_table_has_every_decision_with_its_verdict() -> None:
    words = {"allowed": Ruling.ALLOWED, "refused": Ruling.REFUSED, "cannot tell": Ruling.UNKNOWN}
    rows = re.findall(r"^\| (`.*?) \| ([a-z ]+) \|", DOCUMENT.read_text(), re.MULTILINE)
    documented = {code: words[verdict] for cell, verdict in rows for code in cell.split("`")[1::2]}
    decided = {code: ruling for code, (ruling, _) in _ROWS.items()}
    del decided["likely-relay-no-entry"]  # cannot be met

    assert documented == decided
