"""Nobody makes Helpdesk flood other people's name servers."""

import pytest

from bot.core.errors import BadInput
from bot.slack.rates import MINUTE, PERSON, WORKSPACE, Rates


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_person_may_run_so_many_checks_a_minute_and_then_again() -> None:
    clock = Clock()
    rates = Rates(clock)
    for _ in range(PERSON):
        rates.spend("U1")

    with pytest.raises(BadInput, match="in a minute"):
        rates.spend("U1")
    rates.spend("U2")
    clock.now += MINUTE
    rates.spend("U1")


def test_all_together_have_a_limit_too() -> None:
    rates = Rates(Clock())
    for number in range(WORKSPACE):
        rates.spend(f"U{number}")

    with pytest.raises(BadInput, match="in a minute"):
        rates.spend("U-new")


def test_a_refused_check_costs_nothing() -> None:
    clock = Clock()
    rates = Rates(clock)
    for _ in range(PERSON):
        rates.spend("U1")
    for _ in range(5):
        with pytest.raises(BadInput):
            rates.spend("U1")
    clock.now += MINUTE

    rates.spend("U1")
