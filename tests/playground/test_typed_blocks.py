"""The block that goes with what people type."""

from typing import Any

import pytest

from bot.playground.blockkit import check_message
from bot.playground.typed_blocks import typed_block

Json = dict[str, Any]


def text(words: str, **style: bool) -> Json:
    return {"type": "text", "text": words} | ({"style": style} if style else {})


LINES: dict[str, tuple[str, list[Json]]] = {
    "words": ("a &amp; b", [text("a & b")]),
    "mention": ("<@U1> hi", [{"type": "user", "user_id": "U1"}, text(" hi")]),
    "channel": ("<#C1|general>", [{"type": "channel", "channel_id": "C1"}]),
    "group": ("<!subteam^S1|@x>", [{"type": "usergroup", "usergroup_id": "S1"}]),
    "everybody": ("<!here>", [{"type": "broadcast", "range": "here"}]),
    "link": (
        "<http://example.com|example.com>",
        [{"type": "link", "url": "http://example.com", "text": "example.com"}],
    ),
    "bare link": ("<https://example.com>", [{"type": "link", "url": "https://example.com"}]),
    "code": ("`a &lt; b`", [text("a < b", code=True)]),
}


@pytest.mark.parametrize(("wire", "pieces"), LINES.values(), ids=LINES)
def test_a_line_becomes_pieces(wire: str, pieces: list[Json]) -> None:
    block = typed_block(wire, "b1")
    check_message([block])

    assert block["elements"] == [{"type": "rich_text_section", "elements": pieces}]


def test_a_fence_stands_by_itself() -> None:
    block = typed_block("see\n```\nv=spf1\n```", "b1")

    assert [part["type"] for part in block["elements"]] == [
        "rich_text_section",
        "rich_text_preformatted",
    ]
