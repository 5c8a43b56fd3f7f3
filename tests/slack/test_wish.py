"""What somebody wants who writes to us: a check, a menu, or an answer."""

import pytest

from bot.slack import markup, wish
from bot.slack.wish import Check, CheckWish, Menu, Question, Wish

WISHES = [
    pytest.param("checkspf example.com", CheckWish(Check.SPF, "example.com"), id="check spf"),
    pytest.param("/checkspf example.com", CheckWish(Check.SPF, "example.com"), id="with a slash"),
    pytest.param("check SPF: example.com", CheckWish(Check.SPF, "example.com"), id="two words"),
    pytest.param("check-sender a@b.de", CheckWish(Check.SENDER, "a@b.de"), id="hyphen"),
    pytest.param(
        "CheckSender <mailto:a@b.de|a@b.de> <mailto:c@d.de|c@d.de>",
        CheckWish(Check.SENDER, "a@b.de c@d.de"),
        id="links",
    ),
    pytest.param("checkspf", CheckWish(Check.SPF, ""), id="a check of nothing"),
    pytest.param("checkspfx example.com", Question("checkspfx example.com"), id="another word"),
    pytest.param("help", Menu.HELP, id="help"),
    pytest.param("Hilfe!", Menu.HELP, id="Hilfe"),
    pytest.param("", Menu.HELP, id="nothing"),
    pytest.param("Themen", Menu.TOPICS, id="Themen"),
    pytest.param("stats", Menu.STATS, id="stats"),
    pytest.param("help me with SPF", Question("help me with SPF"), id="a question"),
]


@pytest.mark.parametrize(("text", "wanted"), WISHES)
def test_a_wish_is_read_from_its_first_words(text: str, wanted: Wish) -> None:
    assert wish.read(markup.read(text)) == wanted
