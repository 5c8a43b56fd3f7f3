"""Whatever people type and zones publish: nobody is pinged, nothing is injected, nothing stops."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from itertools import cycle
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.playground.nameserver import TXT, Zone
from bot.playground.workspace import Message
from tests.slack.office import Office, office

TOKENS = re.compile(r"<(?:[!@#][^>]*|https?://[^>]*evil[^>]*|mailto:[^>]*)>")
PINGS = frozenset({"broadcast", "user", "usergroup", "channel"})  # rich_text elements that ping

TEXTS = {
    "a channel ping": "<!channel> all of you",
    "a here ping": "<!here|@here>",
    "everyone": "<!everyone> look",
    "a user ping": "<@U0ADA0001> help",
    "a group ping": "<!subteam^S0SUPPORT|@support>",
    "a channel link": "<#C0SUPPORT|support>",
    "typed at-signs": "@channel @here @everyone",
    "a link": "<https://evil.example|IONOS>",
    "a link without a label": "<https://evil.example/?q=1&x=2>",
    "a javascript link": "<javascript:alert(1)|click>",
    "a mail link that lies": "<mailto:a@evil.example|b@example.com>",
    "escaped brackets": "&lt;!channel&gt; &amp;lt;!here&amp;gt;",
    "half a token": "<!chan",
    "tokens in tokens": "<<!channel>|<@U0ADA0001>>",
    "bold and code": "*bold* _it_ ~no~ `code` ```block```",
    "unclosed code": "```never closed <!channel>",
    "backticks": "`````````````",
    "markdown links": "[IONOS](https://evil.example) ![x](https://evil.example/x.png)",
    "markdown headings": "# big\n## bigger\n---\n| a | b |\n|---|---|",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a date token": "<!date^1700000000^{date}|x>",
    "control characters": "\x00\x07\x1b[31mred\x1b[0m\x7f",
    "right to left": "\u202egnp.exe\u202c \u2066x\u2069",
    "zero width": "exa\u200bmple\u200d.com\ufeff",
    "only emoji": "👩‍👩‍👧‍👦🔥:fire::wave:",
    "a combining tower": "e" + "\u0301" * 500,
    "lone surrogate as text": "\\ud800",
    "format strings": "%s %n {0} {x.__class__} ${HOME} $(id)",
    "sql": "'; DROP TABLE questions; --",
    "a json end": '"}]}, {"text": "x"',
    "newlines": "\n" * 500 + "x",
    "tabs": "\t\t\tx",
    "a long word": "a" * 5000,
    "many words": "sender " * 3000,
    "many at-signs": "a@" * 2000,
    "many brackets": "<" * 3000 + ">" * 3000,
    "dots": "." * 3000,
    "quotes": '"' * 999 + "@example.com",
    "an address of 320": "a" * 250 + "@" + "b" * 60 + ".example",
    "a literal": "a@[192.0.2.1]",
    "a nasty regex case": "!" * 2000 + "a@" + "a." * 1000,
    "a url with a password": "https://user:secret@evil.example:99999/..%2f",
    "a path": "../../etc/passwd",
    "a null zone": "checkspf \x00.example",
}
RECORDS = {
    "ping": "v=spf1 include:<!channel> -all",
    "here": "v=spf1 <!here> a -all",
    "user": "v=spf1 a:<@U0ADA0001> -all",
    "link": "v=spf1 exp=<https://evil.example|click> -all",
    "code": "v=spf1 ``` `x` include:`y` -all",
    "bold": "v=spf1 *a* _b_ ~c~ ~all",
    "html": "v=spf1 <script>alert(1)</script> -all",
    "long": "v=spf1 " + "include:a.evil.example " * 170 + "-all",
    "one long word": "v=spf1 " + "x" * 3900,
    "umlauts": "v=spf1 include:müller.example ‘smart’ -all",
    "control": "v=spf1 \x1b[31m \x07 -all",
    "braces": "v=spf1 {x} {0.__class__} %{x} %{ -all",
    "right to left": "v=spf1 \u202e all-",
    "newline": "v=spf1\na\n-all",
    "self": "v=spf1 include:self.evil.example redirect=self.evil.example",
    "wide": "v=spf1 ip4:0.0.0.0/0 ip6:::/0 +all",
}
ZONE: Zone = {
    f"{name.replace(' ', '-')}.evil.example": [TXT(record)] for name, record in RECORDS.items()
}
PEOPLE = cycle(["ada", "anna", "carl"])
WAYS = {
    "a mention": "@helpdesk {text}",
    "a check in words": "@helpdesk checksender {text}",
    "checkspf": "/checkspf {text}",
    "checksender": "/checksender {text}",
    "ask": "/helpdesk ask {text}",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def it(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    async with office(tmp_path_factory.mktemp("hostile"), zone=ZONE) as here:
        yield here


def dangers(message: Message) -> list[str]:
    """What in a message could ping somebody or lead somewhere: tokens, elements, links."""
    found = TOKENS.findall(message.text)
    for block in message.blocks:
        found += [text for text in _mrkdwn(block) for _ in TOKENS.findall(text)]
        found += [json.dumps(part) for part in _elements(block) if _leads_out(part)]
    return found


def _leads_out(part: dict[str, Any]) -> bool:
    return part.get("type") in PINGS or "evil" in str(part.get("url", ""))


def _elements(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _elements(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _elements(inner)


def _mrkdwn(block: Any) -> Iterator[str]:
    return (
        str(part["text"])
        for part in _elements(block)
        if part.get("type") in {"mrkdwn", "markdown"} and "text" in part
    )


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("<!channel>", [], id="the fallback pings"),
        pytest.param(
            "", [{"type": "section", "text": {"type": "mrkdwn", "text": "<@U1>"}}], id="mrkdwn"
        ),
        pytest.param("", [{"type": "markdown", "text": "<!here>"}], id="markdown"),
        pytest.param(
            "", [{"type": "rich_text", "elements": [{"type": "broadcast"}]}], id="an element"
        ),
        pytest.param(
            "", [{"elements": [{"type": "link", "url": "https://evil.example"}]}], id="a link"
        ),
    ],
)
def test_a_danger_would_be_seen(text: str, blocks: list[dict[str, Any]]) -> None:
    message = Message("C0", "1.0", "U0HELPBOT", text, blocks=tuple(blocks))

    assert dangers(message) != []


def ours(it: Office) -> list[Message]:
    """Everything Helpdesk has said, to all and to one."""
    channels = it.slack.service.workspace.messages.values()
    said = [message for channel in channels for message in channel.values()]
    return [message for message in said if message.user == it.slack.bot_user]


async def send(it: Office, *lines: str) -> None:
    """Each is said by somebody, all at once; nobody has run too many checks before."""
    it.front.rates.forget()
    for user, line in zip(PEOPLE, lines, strict=False):
        if line.startswith("/"):
            await it.slack.command(user, "#general", line)
        else:
            await it.slack.say(user, "#general", line)
    await it.quiet()


async def still_answers(it: Office) -> None:
    ts = await it.slack.say("ada", "#general", "@helpdesk smarthost")
    await it.slack.wait_for(lambda: it.slack.thread(ts))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))
async def test_no_text_pings_injects_or_stops(it: Office, way: str) -> None:
    before = len(ours(it))
    await send(it, *(way.format(text=text) for text in TEXTS.values()))
    said = ours(it)[before:]

    assert len(said) >= len(TEXTS)  # each was answered
    assert [danger for message in said for danger in dangers(message)] == []
    await still_answers(it)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("name", RECORDS)
async def test_no_record_pings_injects_or_stops(it: Office, name: str) -> None:
    domain = f"{name.replace(' ', '-')}.evil.example"
    before = len(ours(it))
    await send(it, f"/checkspf {domain}", f"@helpdesk checkspf {domain}")
    said = ours(it)[before:]

    assert len(said) >= 2
    assert [danger for message in said for danger in dangers(message)] == []


@pytest.mark.asyncio(loop_scope="module")
async def test_any_text_at_all(it: Office) -> None:
    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
    def any_texts(texts: list[str]) -> None:
        collected.extend(texts)

    collected: list[str] = []
    any_texts()
    await send(it, *(f"@helpdesk {text}" for text in collected[:60]))

    assert [danger for message in ours(it) for danger in dangers(message)] == []
    await still_answers(it)
