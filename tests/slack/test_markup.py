"""Slack's text as a person meant it, and ours so that nothing in it can ping or link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import markup
from bot.slack.markup import Link

ME = "U0HELPDESK"

AS_SEEN = [
    pytest.param("<@U0HELPDESK> what is SPF?", "what is SPF?", id="our mention is left out"),
    pytest.param("ask <@U1|max> first", "ask @max first", id="another's mention with a name"),
    pytest.param("ask <@U1> first", "ask first", id="another's mention without a name"),
    pytest.param("see <#C1|help>", "see #help", id="channel"),
    pytest.param("<!subteam^S1|@mail> help", "@mail help", id="user group"),
    pytest.param("<!here> help", "@here help", id="here"),
    pytest.param("<!date^1392734382^{date}|18 Feb> on", "18 Feb on", id="date"),
    pytest.param("<mailto:a@b.de|a@b.de>", "a@b.de", id="mail"),
    pytest.param("<http://example.com|example.com>", "example.com", id="domain"),
    pytest.param("<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2", id="url"),
    pytest.param("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d", id="entities"),
    pytest.param("&amp;lt;", "&lt;", id="an escaped entity stays one"),
    pytest.param("a  \t b", "a b", id="runs of spaces"),
    pytest.param("", "", id="nothing"),
    pytest.param("<>", "", id="empty token"),
    pytest.param("a < b", "a < b", id="a lone bracket"),
]


@pytest.mark.parametrize(("raw", "text"), AS_SEEN)
def test_a_message_is_read_as_the_person_saw_it(raw: str, text: str) -> None:
    assert markup.read(raw, me=ME).text == text


AS_TYPED = [
    pytest.param("<http://example.com|example.com>", "example.com", (), id="typed domain"),
    pytest.param("<https://example.com/path|example.com/path>", "example.com", (), id="path"),
    pytest.param("<https://user:x@example.com:8080/>", "example.com", (), id="url without label"),
    pytest.param("_<http://spf.a.de|spf.a.de>", "_spf.a.de", (), id="underscore outside the link"),
    pytest.param(
        "<http://evil.example|example.com>",
        "evil.example",
        (Link("example.com", "evil.example"),),
        id="the words lie",
    ),
    pytest.param(
        "<https://example.com|our guide>",
        "example.com",
        (Link("our guide", "example.com"),),
        id="the words are no domain",
    ),
    pytest.param("<mailto:a@b.de?subject=x|a@b.de>", "a@b.de", (), id="mail with a subject"),
    pytest.param(
        "<mailto:c@d.de|a@b.de>", "c@d.de", (Link("a@b.de", "c@d.de"),), id="mail that differs"
    ),
    pytest.param("`example.com`", "example.com", (), id="as code"),
    pytest.param("http://[::1", "http://[::1", (), id="no token at all"),
    pytest.param("<http://[bad|x>", "http://[bad", (Link("x", "http://[bad"),), id="bad brackets"),
]


@pytest.mark.parametrize(("raw", "typed", "links"), AS_TYPED)
def test_a_check_gets_where_a_link_leads_and_hears_when_its_words_differ(
    raw: str, typed: str, links: tuple[Link, ...]
) -> None:
    said = markup.read(raw)

    assert (said.typed, said.links) == (typed, links)


@pytest.mark.parametrize(
    ("raw", "mentioned"),
    [
        pytest.param("hi <@U0HELPDESK>", True, id="plain"),
        pytest.param("hi <@U0HELPDESK|helpdesk>", True, id="with a name"),
        pytest.param("hi <@U0HELPDESK2>", False, id="a longer id"),
        pytest.param("hi &lt;@U0HELPDESK&gt;", False, id="typed brackets"),
    ],
)
def test_a_mention_is_a_token_and_nothing_else(raw: str, mentioned: bool) -> None:  # noqa: FBT001 - a table's column
    assert markup.mentions(raw, ME) is mentioned


def test_every_mentioned_user_is_named() -> None:
    assert markup.read("<@U1> and <@U2|b>").users == {"U1", "U2"}


@pytest.mark.parametrize("hostile", ["<!channel>", "<@U1>", "<http://x|y>", "a & b", "&lt;"])
def test_nothing_from_outside_survives_as_a_token(hostile: str) -> None:
    escaped = markup.escape(hostile)

    assert "<" not in escaped
    assert markup.read(escaped).text == hostile


@pytest.mark.parametrize(
    ("url", "label", "written"),
    [
        ("https://a.de/?x=1&y=2", "A > B", "<https://a.de/?x=1&amp;y=2|A &gt; B>"),
        ("https://a.de", "x|y", "<https://a.de|x¦y>"),
        ("javascript:alert(1)", "<b>", "&lt;b&gt;"),
        ("https://a.de/|<!channel>", "x", "x"),
    ],
    ids=["escaped", "bar in the words", "no web address", "token in the address"],
)
def test_a_link_is_written_only_for_what_a_browser_opens(
    url: str, label: str, written: str
) -> None:
    assert markup.link(url, label) == written


@given(st.text())
def test_any_text_can_be_read(raw: str) -> None:
    said = markup.read(raw, me=ME)

    assert isinstance(said.text, str)
    assert "`" not in said.typed


@given(st.text())
def test_what_is_escaped_reads_back_the_same(text: str) -> None:
    assert markup.unescape(markup.escape(text)) == text
    assert markup.read(markup.escape(text)).text == markup._tidy(text)
