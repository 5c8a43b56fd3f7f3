import pytest

from bot.core.chatter import is_chatter, is_question


@pytest.mark.parametrize(
    "text",
    [
        "thanks, that helped! :tada:",
        "Danke dir, hat geklappt! :+1:",
        "ok",
        "haha",
        "Vielen Dank für die schnelle Auskunft",
        "thanks for the quick reply",
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
    "text", ["I'm working from home today", "smarthost", "Headset bestellt, kommt nächste Woche"]
)
def test_a_statement_is_neither(text: str) -> None:
    assert not is_question(text)
    assert not is_chatter(text)
