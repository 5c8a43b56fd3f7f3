"""Further questions in a thread, with the section that was spoken of."""

import pytest

from bot.core.article import Section
from bot.core.followup import narrowed
from bot.core.reply import Found, Match, NotFound, Outcome, Reply, Unsure
from bot.core.words import Language


def section(key: str) -> Section:
    article, _, name = key.partition("/")
    return Section(article=article, id=name, language=Language.EN, heading=name, text="…")


def reply(outcome: Outcome, *ranked: tuple[str, float]) -> Reply:
    matches = tuple(Match(section(key), score) for key, score in ranked)
    return Reply("and with a relay?", Language.EN, outcome, ranked[0][1] if ranked else 0, matches)


def told(outcome: Outcome) -> list[str]:
    match outcome:
        case Found(one):
            return [one.key]
        case Unsure(choices):
            return ["?", *(choice.key for choice in choices)]
        case NotFound():
            return []


OTHER = Found(section("spf/relay"))
FOLLOWED = [
    pytest.param(
        reply(OTHER, ("spf/relay", 0.77), ("rule/relay", 0.69), ("rule/same", 0.5)),
        ["rule/relay"],
        id="the article spoken of is preferred",
    ),
    pytest.param(
        reply(OTHER, ("spf/relay", 0.97), ("rule/relay", 0.3)),
        ["spf/relay"],
        id="unless another one fits much better",
    ),
    pytest.param(
        reply(Unsure((section("rule/why"), section("spf/what"))), ("rule/why", 0.55)),
        ["rule/why"],
        id="a few words suffice",
    ),
    pytest.param(
        reply(OTHER, ("spf/relay", 0.5), ("rule/same", 0.49), ("rule/relay", 0.48)),
        ["?", "rule/same", "rule/relay"],
        id="two that fit alike are a choice",
    ),
    pytest.param(
        reply(Unsure((section("rule/why"), section("spf/what"))), ("rule/why", 0.3)),
        ["?", "rule/why", "spf/what"],
        id="too little stays a choice",
    ),
    pytest.param(reply(NotFound(), ("rule/why", 0.1)), [], id="what fits nothing stays so"),
    pytest.param(reply(OTHER, ("spf/relay", 0.9)), ["spf/relay"], id="nothing of that article"),
]


@pytest.mark.parametrize(("alone", "expected"), FOLLOWED)
def test_the_threads_subject_decides_where_few_words_do_not(
    alone: Reply, expected: list[str]
) -> None:
    assert told(narrowed(alone, "rule/example").outcome) == expected
