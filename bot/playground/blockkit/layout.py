"""Blocks and views and their limits (docs: Block Kit, Blocks; Views); tables."""

from collections.abc import Mapping
from typing import Any

from bot.playground.blockkit.elements import (
    IMAGE,
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_SECTION,
)
from bot.playground.blockkit.objects import ID, SLACK_FILE, TYPE, URL, plain, text
from bot.playground.blockkit.rich import RICH_TEXT
from bot.playground.blockkit.schema import Bool, ByType, Items, Obj, Shape, Str, one_of

IN_MESSAGE, IN_VIEW = 50, 100  # blocks at most
MARKDOWN_TOTAL = 12_000  # characters of all markdown blocks of one message
MESSAGE_TOTAL = 13_200  # characters over all blocks of one message
TABLES = 1  # in one message

CONTEXT_ITEMS = ByType(
    {
        "image": IMAGE,
        "plain_text": Obj({"type": TYPE, "text": Str(3000)}, {"emoji": Bool()}),
        "mrkdwn": Obj({"type": TYPE, "text": Str(3000)}, {"verbatim": Bool()}),
    }
)
CELL = ByType({"raw_text": Obj({"type": TYPE, "text": Str(12_000)}, {}), "rich_text": RICH_TEXT})
COLUMN = Obj({}, {"align": Str(words=("left", "center", "right")), "is_wrapped": Bool()})


def block(must: Mapping[str, Shape], may: Mapping[str, Shape] | None = None, *rules: Any) -> Obj:
    """A block: its type and own fields, and the id that every block may have."""
    return Obj({"type": TYPE, **must}, {"block_id": ID, **(may or {})}, rules)


BOTH: dict[str, Shape] = {
    "section": block(
        {},
        {
            "text": text(3000),
            "fields": Items(text(2000), 10),
            "accessory": ByType(IN_SECTION),
            "expand": Bool(),
        },
        one_of("text", "fields"),
    ),
    "header": block({"text": plain(150)}),
    "divider": block({}),
    "context": block({"elements": Items(CONTEXT_ITEMS, 10)}),
    "actions": block({"elements": Items(ByType(IN_ACTIONS), 25)}),
    "image": block(
        {"alt_text": Str(2000)},
        {"image_url": URL, "slack_file": SLACK_FILE, "title": plain(2000)},
        one_of("image_url", "slack_file"),
    ),
    "input": block(
        {"label": plain(2000), "element": ByType(IN_INPUT)},
        {"hint": plain(2000), "optional": Bool(), "dispatch_action": Bool()},
    ),
    "rich_text": RICH_TEXT,
}
MESSAGE_ONLY: dict[str, Shape] = {
    "markdown": block({"text": Str(MARKDOWN_TOTAL)}),
    "table": block(
        {"rows": Items(Items(CELL, 20), 100)},
        {"column_settings": Items(COLUMN, 20)},
    ),
    "context_actions": block({"elements": Items(ByType(IN_CONTEXT_ACTIONS), 5)}),
}
MODAL_ONLY: dict[str, Shape] = {
    "alert": block(
        {"text": text(200)},
        {"level": Str(words=("default", "info", "warning", "error", "success"))},
    ),
}

MESSAGE_BLOCKS = Items(ByType({**BOTH, **MESSAGE_ONLY}), IN_MESSAGE, 0)
VIEW_FIELDS: dict[str, Shape] = {
    "callback_id": ID,
    "private_metadata": Str(3000, least=0),
    "external_id": Str(255, least=0),
}
VIEW = ByType(
    {
        "modal": Obj(
            {
                "type": TYPE,
                "title": plain(24),
                "blocks": Items(ByType({**BOTH, **MODAL_ONLY}), IN_VIEW),
            },
            {
                **VIEW_FIELDS,
                "submit": plain(24),
                "close": plain(24),
                "clear_on_close": Bool(),
                "notify_on_close": Bool(),
                "submit_disabled": Bool(),
            },
        ),
        "home": Obj({"type": TYPE, "blocks": Items(ByType(BOTH), IN_VIEW, 0)}, VIEW_FIELDS),
    }
)
