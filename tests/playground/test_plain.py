"""Blocks as lines of plain text."""

from typing import Any

import pytest

from bot.playground.plain import block_lines

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def rich(kind: str, *elements: Json, **fields: Any) -> Json:
    return {"type": kind, "elements": list(elements), **fields}


WORDS: Json = {"type": "text", "text": "words"}
OPTIONS = [{"text": plain("One"), "value": "1"}, {"text": plain("Two"), "value": "2"}]
BLOCKS: dict[str, tuple[Json, list[str]]] = {
    "divider": ({"type": "divider"}, ["---"]),
    "header": ({"type": "header", "text": plain("Title")}, ["# Title"]),
    "section": (
        {
            "type": "section",
            "text": plain("a\nb"),
            "fields": [plain("c\nd"), plain("e")],
            "accessory": {"type": "overflow", "options": OPTIONS},
        },
        ["a", "b", "c d | e", "<One | Two>"],
    ),
    "context": (
        {"type": "context", "elements": [plain("a"), {"type": "image", "alt_text": "b"}]},
        ["(a b)"],
    ),
    "actions": (
        {
            "type": "actions",
            "elements": [
                {"type": "button", "text": plain("Go")},
                {"type": "users_select"},
            ],
        },
        ["[Go] <users_select>"],
    ),
    "feedback": (
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": {"text": plain("Good")},
                    "negative_button": {"text": plain("Bad")},
                }
            ],
        },
        ["[Good] [Bad]"],
    ),
    "input": (
        {"type": "input", "label": plain("Name"), "element": {"type": "plain_text_input"}},
        ["Name: <plain_text_input>"],
    ),
    "markdown": ({"type": "markdown", "text": "a\nb"}, ["a", "b"]),
    "table": (
        {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, rich("rich_text", WORDS)]]},
        ["a | words"],
    ),
    "alert": ({"type": "alert", "text": plain("careful")}, ["! careful"]),
    "image": ({"type": "image", "alt_text": "a drawing"}, ["[image: a drawing]"]),
    "rich text": (
        rich(
            "rich_text",
            rich(
                "rich_text_section",
                WORDS,
                {"type": "user", "user_id": "U1"},
                {"type": "emoji", "name": "x"},
                {"type": "link", "url": "https://example.com"},
            ),
            rich("rich_text_list", rich("rich_text_section", WORDS)),
        ),
        ["words<@U1>:x:https://example.com", "- words"],
    ),
}


@pytest.mark.parametrize(("block", "lines"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_reads_as_lines(block: Json, lines: list[str]) -> None:
    assert block_lines([block]) == lines
