"""Blocks or a view in, Slack's refusal raised or nothing; pure."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.playground.blockkit.layout import (
    MARKDOWN_TOTAL,
    MESSAGE_BLOCKS,
    MESSAGE_TOTAL,
    TABLES,
    VIEW,
)
from bot.playground.blockkit.schema import Complaint
from bot.playground.refusal import Refused

VIEW_BYTES = 250_000  # docs: views.open, view_too_large
SHOWN = ("text", "alt_text", "fallback")  # the fields whose characters a reader sees


def check_message(blocks: Any) -> None:
    """Refuse what `chat.postMessage` refuses: `invalid_blocks`, `msg_blocks_too_long`."""
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    _refuse("invalid_blocks", MESSAGE_BLOCKS.complaints(blocks, "/blocks"))
    _refuse("invalid_blocks", duplicates(blocks, "/blocks"))
    markdown = [block["text"] for block in blocks if block["type"] == "markdown"]
    if sum(map(len, markdown)) > MARKDOWN_TOTAL:
        raise Refused("msg_blocks_too_long")
    if sum(block["type"] == "table" for block in blocks) > TABLES:
        raise Refused("invalid_blocks", "[ERROR] only_one_table_allowed [json-pointer:/blocks]")
    if sum(map(len, shown_texts(blocks))) > MESSAGE_TOTAL:
        raise Refused("msg_blocks_too_long")


def check_view(view: Any) -> None:
    """Refuse what `views.open` and its sisters refuse: `invalid_arguments`, `view_too_large`."""
    _refuse("invalid_arguments", VIEW.complaints(view, "/view"))
    _refuse("invalid_arguments", duplicates(view["blocks"], "/view/blocks"))
    if len(json.dumps(view).encode()) > VIEW_BYTES:
        raise Refused("view_too_large")
    asks = any(block["type"] == "input" for block in view["blocks"])
    if asks and view["type"] == "modal" and "submit" not in view:
        raise Refused(
            "invalid_arguments", "[ERROR] missing required field: submit [json-pointer:/view]"
        )


def _refuse(error: str, complaints: Iterator[Complaint]) -> None:
    lines = [f"[ERROR] {what} [json-pointer:{path}]" for path, what in complaints]
    if lines:
        raise Refused(error, *lines)


def duplicates(blocks: list[Any], path: str) -> Iterator[Complaint]:
    """Block ids used twice in a message or view, and action ids used twice in a block."""
    ids = Counter(block["block_id"] for block in blocks if block.get("block_id"))
    for name, count in ids.items():
        if count > 1:
            yield path, f"`block_id` {name!r} must be unique"
    for position, block in enumerate(blocks):
        actions = Counter(e["action_id"] for e in interactive(block) if e.get("action_id"))
        for name, count in actions.items():
            if count > 1:
                where = f"{path}/{position}"
                yield where, f"`action_id` {name!r} already exists for another interactive element"


def interactive(block: Any) -> Iterator[dict[str, Any]]:
    """The elements of a block that a person can use."""
    if block["type"] in {"actions", "context_actions"}:
        yield from block["elements"]
    for place in ("accessory", "element"):
        if place in block and block[place]["type"] != "image":
            yield block[place]


def shown_texts(value: Any) -> Iterator[str]:
    """Every piece of text in a JSON value that a reader sees."""
    if isinstance(value, dict):
        for name, item in value.items():
            if isinstance(item, str):
                if name in SHOWN:
                    yield item
            else:
                yield from shown_texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from shown_texts(item)
