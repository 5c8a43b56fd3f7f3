"""What replies look like: the answer, its source, its neighbours; choices; honesty."""

from datetime import date

import pytest

from bot.core.article import Article, Section
from bot.core.words import Language, Text
from bot.slack.blocks import replies
from bot.slack.blocks.parts import MAX_BLOCKS, MAX_MESSAGE, message, paragraph, size
from bot.slack.blocks.replies import Answer
from tests.slack.reading import seen


def section(name: str, text: str = "Some **text**.", language: Language = Language.EN) -> Section:
    return Section("mail", name, language, f"Heading {name}", text)


SECTIONS = tuple(section(name) for name in "abcde")
ARTICLE = Article(
    "mail",
    "Mail & <more>",
    Language.EN,
    SECTIONS,
    url="https://help.example/mail",
    updated=date(2024, 2, 1),
)


def test_an_answer_names_its_source_and_neighbours() -> None:
    answer = replies.found(SECTIONS[2], ARTICLE)

    assert seen(answer.blocks) == (
        "Heading c\n"
        "Some text.\n"
        "From “<https://help.example/mail|Mail &amp; &lt;more&gt;>” · updated February 1, 2024\n"
        "[Heading b] [Heading d]\n"
        "[Text for the customer]\n"
        "[Helpful] [Not helpful]"
    )
    assert answer.text == "Heading c: Some text."


def test_an_answer_under_a_question_has_a_way_to_a_person() -> None:
    buttons = seen(replies.found(SECTIONS[0], None, Answer("1.0")).blocks)

    assert "[Text for the customer] [I need a person]" in buttons


def test_an_unasked_answer_can_be_told_to_keep_quiet() -> None:
    buttons = seen(replies.found(SECTIONS[0], None, Answer("1.0", unasked=True)).blocks)

    assert "[Mute in this channel for today]" in buttons


def test_an_answer_without_its_article_still_answers() -> None:
    assert seen(replies.found(SECTIONS[0], None).blocks) == (
        "Heading a\nSome text.\n[Text for the customer]\n[Helpful] [Not helpful]"
    )


@pytest.mark.parametrize(
    ("place", "near"),
    [(0, "bc"), (1, "ac"), (2, "bd"), (4, "cd")],
    ids=["first", "second", "middle", "last"],
)
def test_neighbours_are_the_nearest_in_the_articles_order(place: int, near: str) -> None:
    found = [neighbour.id for neighbour in replies.neighbours(SECTIONS[place], ARTICLE)]

    assert "".join(found) == near


def test_a_long_answer_is_cut_and_offers_the_rest() -> None:
    long = section("long", "\n\n".join(["x" * 1000] * 5))
    cut, whole = replies.found(long, None), replies.found(long, None, Answer(whole=True))

    assert size(list(cut.blocks)) < 3000
    assert "[Show all]" in seen(cut.blocks)
    assert size(list(whole.blocks)) > 5000
    assert "[Show all]" not in seen(whole.blocks)


def test_a_button_names_the_section_in_the_language_of_the_message() -> None:
    choices = replies.unsure(SECTIONS[:2], Language.EN, Answer("1.0")).blocks[-1]["elements"]

    assert [(choice["action_id"], choice["value"]) for choice in choices] == [
        ("reply.choose.0", "en mail/a 1.0"),
        ("reply.choose.1", "en mail/b 1.0"),
        ("reply.none", "en - 1.0"),
    ]


def test_choices_are_spelt_out_where_a_button_would_cut_them() -> None:
    long = Section("mail", "x", Language.DE, "Eine Überschrift " * 6, "Text")
    answer = replies.unsure([long, section("b")], Language.DE)

    assert seen(answer.blocks).splitlines()[1] == f"• {long.heading}"
    assert answer.text.startswith("Ich bin nicht sicher: Eine Überschrift")


def test_not_knowing_is_said_with_what_can_be_done() -> None:
    text = seen(replies.not_found(Language.DE).blocks)

    assert text.startswith("Dazu habe ich in unseren Artikeln keine Antwort gefunden.")
    assert "`checkspf example.com`" in text


def test_the_text_for_the_customer_is_plain() -> None:
    answer = replies.customer_text(section("a", "Do **this**:\n\n- `x`"))

    assert seen(answer.blocks) == "    Do this:\n    \n    - x"


def test_topics_list_every_section() -> None:
    text = seen(replies.topics([ARTICLE], Language.EN).blocks)

    assert text.startswith("All topics\nMail & <more>\n• Heading a\n• Heading b")


def test_an_empty_library_says_so() -> None:
    assert "There are no articles yet;" in replies.topics([], Language.EN).text


def test_help_comes_with_the_sentence_that_led_to_it() -> None:
    answer = replies.usage(Language.EN, Text("Hm.", "Hm."))

    assert seen(answer.blocks).startswith("Hm.\nWhat Helpdesk can do\n• Ask me a question")


def test_a_message_too_long_is_made_to_fit() -> None:
    fitted = message("x" * 50_000, [paragraph("y" * 9000), paragraph("z" * 9000)])

    assert size(list(fitted.blocks)) <= MAX_MESSAGE
    assert len(fitted.text) == 300


def test_very_many_short_texts_are_made_to_fit_as_well() -> None:
    crowded = message("x", [paragraph(*(["`a` b"] * 200)) for _ in range(60)])

    assert size(list(crowded.blocks)) <= MAX_MESSAGE
    assert len(crowded.blocks) <= MAX_BLOCKS
