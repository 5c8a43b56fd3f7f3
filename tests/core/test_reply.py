from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Audience, Section
from bot.core.reply import (
    BESIDE,
    CLEAR,
    MAYBE,
    PLAIN,
    PLAIN_UNASKED,
    SURE,
    SURE_UNASKED,
    Found,
    Match,
    NotFound,
    Unsure,
    decide,
)
from bot.core.search import build
from bot.core.words import Language
from tests.core.search.library import GLOSSARY, LIBRARY

A, B, C, D = (
    Section("article", name, Language.EN, name, "", keywords=("a word",)) for name in "abcd"
)
INDEX = build(LIBRARY, GLOSSARY)


@dataclass(frozen=True)
class Fixed:
    """An index that knows its matches beforehand."""

    matches: Sequence[Match]

    def search(
        self, question: str, *, language: Language | None, audience: Audience
    ) -> Sequence[Match]:
        return self.matches


def _decided(*scores: float, unasked: bool = False, question: str = "a question?") -> object:
    matches = [Match(section, score) for section, score in zip((A, B, C, D), scores, strict=False)]
    return decide(question, Fixed(matches), unasked=unasked).outcome


LOW, HIGH = MAYBE - 0.01, SURE_UNASKED + 0.01


@pytest.mark.parametrize(
    ("scores", "outcome"),
    [
        pytest.param((), NotFound(), id="nothing matches"),
        pytest.param((LOW, 0.0), NotFound(), id="hardly anything"),
        pytest.param((HIGH, 0.1), Found(A), id="one clear section"),
        pytest.param((HIGH,), Found(A), id="the only section"),
        pytest.param((HIGH, HIGH * CLEAR, 0.1), Unsure((A, B)), id="two that are close"),
        pytest.param((HIGH,) * 4, Unsure((A, B, C)), id="three choices at most"),
    ],
)
def test_score_and_margin_decide(scores: tuple[float, ...], outcome: object) -> None:
    assert _decided(*scores) == outcome


def test_unasked_speech_needs_more_certainty() -> None:
    between = (SURE + SURE_UNASKED) / 2

    assert _decided(between, 0.1) == Found(A)
    assert _decided(between, 0.1, unasked=True) != Found(A)


@pytest.mark.parametrize(
    ("score", "unasked", "found"),
    [
        (PLAIN, False, True),
        (PLAIN - 0.01, False, False),
        (PLAIN_UNASKED, True, True),
        (PLAIN_UNASKED - 0.01, True, False),
    ],
)
def test_a_section_without_keywords_and_questions_needs_less(
    score: float, *, unasked: bool, found: bool
) -> None:
    plain = Section("article", "plain", Language.EN, "Plain", "")
    index = Fixed([Match(plain, score), Match(B, 0.1)])

    assert (decide("a question?", index, unasked=unasked).outcome == Found(plain)) is found
    assert _decided(score, 0.1, unasked=unasked) != Found(A)


def test_thanks_get_no_answer_whatever_matches() -> None:
    assert _decided(1.0, question="thanks a lot!") == NotFound()


def test_what_is_said_about_the_bot_itself_gets_no_answer_about_something_else() -> None:
    matches = [Match(A, HIGH), Match(B, 0.1)]
    reply = decide("How old are you?", Fixed(matches))

    assert reply.outcome == NotFound()
    assert reply.score == reply.ranked[0].score == BESIDE * HIGH


@pytest.mark.parametrize(
    "section",
    [
        Section("bot", "age", Language.EN, "How old are you?", ""),
        Section("bot", "age", Language.EN, "Age", "", questions=("are you a bot",)),
        Section("bot", "age", Language.EN, "Age", "what is your age\nhow old are you"),
    ],
)
def test_a_section_about_the_bot_itself_answers(section: Section) -> None:
    matches = [Match(section, HIGH), Match(B, 0.1)]

    assert decide("how old are you?", Fixed(matches)).outcome == Found(section)


def test_the_reply_is_in_the_language_of_the_question() -> None:
    reply = decide("Was braucht der Relay-Server?", INDEX)

    assert reply.language is Language.DE
    assert reply.ranked[0].section.language is Language.DE


def test_a_given_language_goes_before_the_guess() -> None:
    assert (
        decide("Was braucht der Relay-Server?", INDEX, language=Language.EN).language is Language.EN
    )


@given(st.text())
def test_any_text_gets_a_reply(text: str) -> None:
    reply = decide(text, INDEX)

    assert 0 <= reply.score <= 1
    assert len(reply.ranked) <= 10
