"""The inspector's words for a reply."""

import pytest

from bot.core.article import Section
from bot.core.reply import Found, Match, NotFound, Outcome, Reply, Unsure
from bot.core.words import Language
from bot.playground.why import explained

ONE = Section("a", "one", Language.EN, "One", "Text")
TWO = Section("a", "two", Language.EN, "Two", "Text")
MET = (("smtp", "smtp"), ("host", "server"))
OUTCOMES: dict[str, tuple[Outcome, str]] = {
    "found": (Found(ONE), "found a/one"),
    "unsure": (Unsure((ONE, TWO)), "unsure between a/one, a/two"),
    "not found": (NotFound(), "nothing that answers it"),
}


@pytest.mark.parametrize(("outcome", "decided"), OUTCOMES.values(), ids=OUTCOMES)
def test_a_decision_is_told_in_words(outcome: Outcome, decided: str) -> None:
    ranked = (Match(ONE, 0.9, lambda: MET), Match(TWO, 0.2))
    told = explained(Reply("smtp host?", Language.EN, outcome, 0.9, ranked))

    assert told["decided"] == decided
    assert told["best sections"] == ["0.900  a/one  (smtp, host ~ server)", "0.200  a/two"]
