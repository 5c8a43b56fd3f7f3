import pytest

from bot.core.chatter import is_chatter, is_question, wants_person


@pytest.mark.parametrize(
    "text",
    [
        "thanks, that helped! :tada:",
        "Danke dir, hat geklappt! :+1:",
        "ok",
        "haha",
        "Vielen Dank für die schnelle Auskunft",
        "thanks for the quick reply",
        "haha der war gut :joy:",
        "Guten Morgen!",
        "",
        ":wave:",
        "?!",
        "@@@@a@a@",
    ],
)
def test_thanks_and_greetings_are_chatter(text: str) -> None:
    assert is_chatter(text)
    assert not is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why is this change necessary?",
        "wo finde ich die Anleitung",
        "weiß jemand, worum es da ging",
        "how do I create the SPF entry",
        "kann mir jemand beim Relay helfen",
    ],
)
def test_who_asks_asks_a_question(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "I need a person",
        "can I talk to a real person please?",
        "I'd like to speak with someone from the team",
        "ich brauche einen Menschen",
        "Kann ich bitte mit einem Mitarbeiter sprechen?",
        "ich möchte mit jemandem reden!!",
    ],
)
def test_who_wants_a_person_says_nothing_else(text: str) -> None:
    assert wants_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mensch!",
        "somebody",
        "Can somebody tell me why mail bounces?",
        "Kann mir jemand sagen, was ein Relay ist?",
        "I need an agent for my relay server",
        "hallo zusammen",
        "",
    ],
)
def test_who_asks_something_of_people_wants_an_answer(text: str) -> None:
    assert not wants_person(text)


@pytest.mark.parametrize(
    "text", ["I'm working from home today", "smarthost", "Headset bestellt, kommt nächste Woche"]
)
def test_a_statement_is_neither(text: str) -> None:
    assert not is_question(text)
    assert not is_chatter(text)
