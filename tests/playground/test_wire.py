"""What people type, and what Slack makes of it."""

import pytest

from bot.playground.wire import Names, spoken, to_wire, unescape

NAMES = Names({"helpdesk": "U1"}, {"support": "S1"}, {"general": "C1"})
TYPED = {
    "the three characters": ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
    "domain": ("check example.com.", "check <http://example.com|example.com>."),
    "two-letter top level": ("example.de, ok", "<http://example.de|example.de>, ok"),
    "no known top level": ("mail.example.test", "mail.example.test"),
    "url": ("see https://example.com/a?b=1&c=2.", "see <https://example.com/a?b=1&amp;c=2>."),
    "address": ("max@gmail.com", "<mailto:max@gmail.com|max@gmail.com>"),
    "underscore label": ("include:_spf.example.com", "include:_spf.example.com"),
    "code stays": ("`example.com` x", "`example.com` x"),
    "fence stays": ("```\na@example.com\n```", "```\na@example.com\n```"),
    "mention": ("@helpdesk hi", "<@U1> hi"),
    "nobody": ("@nobody hi", "@nobody hi"),
    "group": ("@support hi", "<!subteam^S1|@support> hi"),
    "everybody": ("@here hi", "<!here> hi"),
    "channel": ("in #general", "in <#C1|general>"),
    "no channel": ("in #nowhere", "in #nowhere"),
    "version number": ("5.7.1 and 1.2", "5.7.1 and 1.2"),
}


@pytest.mark.parametrize(("typed", "sent"), TYPED.values(), ids=TYPED)
def test_typed_text_arrives_in_slacks_form(typed: str, sent: str) -> None:
    assert to_wire(typed, NAMES) == sent


def test_unescaping_undoes_escaping() -> None:
    assert unescape(to_wire("a &amp; <b>", NAMES)) == "a &amp; <b>"


def test_spoken_text_has_neither_tokens_nor_mentions() -> None:
    text = "<@U1> is <http://example.com|example.com> &amp; <mailto:a@b.de|a@b.de> fine?"

    assert spoken(text) == "is example.com & a@b.de fine?"
