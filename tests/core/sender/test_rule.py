"""The tables of the sender rule hold together."""

from bot.core.sender.advice import _PARTS, _topic
from bot.core.sender.rule import _ROWS
from tests.core.sender.test_cases import CASES


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
