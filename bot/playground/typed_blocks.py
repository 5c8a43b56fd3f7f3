"""What a person typed -> the `rich_text` block that Slack's own client sends with it; pure."""

import re

from bot.playground.wire import unescape
from bot.playground.workspace import Json

_PIECE = re.compile(
    r"```\n?(?P<fence>.*?)\n?```|`(?P<code>[^`\n]+)`|<(?P<token>[^<>]+)>", re.DOTALL
)


def typed_block(wire: str, block_id: str) -> Json:
    """The block for a text in Slack's form: words, links, mentions and code."""
    parts: list[Json] = []
    line: list[Json] = []
    end = 0
    for match in _PIECE.finditer(wire):
        line += _words(wire[end : match.start()])
        end = match.end()
        if (fenced := match["fence"]) is not None:
            parts += [*_section(line), _fence(fenced)]
            line = []
        else:
            line.append(_inline(match))
    line += _words(wire[end:])
    return {"type": "rich_text", "block_id": block_id, "elements": [*parts, *_section(line)]}


def _section(line: list[Json]) -> list[Json]:
    return [{"type": "rich_text_section", "elements": line}] if line else []


def _fence(text: str) -> Json:
    return {"type": "rich_text_preformatted", "elements": _words(text), "border": 0}


def _words(text: str) -> list[Json]:
    return [{"type": "text", "text": unescape(text)}] if text else []


def _inline(match: re.Match[str]) -> Json:
    if match["code"] is not None:
        return {"type": "text", "text": unescape(match["code"]), "style": {"code": True}}
    target, _, label = match["token"].partition("|")
    mark, rest = target[0], target[1:]
    if mark == "@":
        return {"type": "user", "user_id": rest}
    if mark == "#":
        return {"type": "channel", "channel_id": rest}
    if target.startswith("!subteam^"):
        return {"type": "usergroup", "usergroup_id": target.removeprefix("!subteam^")}
    if mark == "!":
        return {"type": "broadcast", "range": rest}
    link: Json = {"type": "link", "url": unescape(target)}
    return link | ({"text": unescape(label)} if label else {})
