"""Reads pieces of a payload whatever they hold: what has not Slack's shape counts as not there. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

LONGEST_ID = 64  # characters; ours and Slack's are shorter, and a column holds no more
LONGEST_TRIGGER = 255  # characters
_ID = re.compile(rf"[A-Za-z0-9._-]{{1,{LONGEST_ID}}}")
_CHANNEL = re.compile(r"[CG][A-Z0-9]{2,20}")
_NOTHING: Mapping[str, Any] = {}


def part(value: object, name: str) -> Mapping[str, Any]:
    """The object of that name in an object; an empty one where there is none."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else _NOTHING


def parts(value: object, name: str) -> Iterator[Mapping[str, Any]]:
    """The objects in the list of that name."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return (
        (one for one in found if isinstance(one, Mapping)) if isinstance(found, list) else iter(())
    )


def text(value: object, name: str) -> str:
    """The text of that name; "" where there is none."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, str) else ""


def identifier(value: object, name: str) -> str:
    """The id, `ts` or trigger of that name; "" where it is none."""
    found = text(value, name)
    return found if _ID.fullmatch(found) else ""


def trigger(body: object) -> str:
    """What opens a modal, once and for three seconds; "" where there is none."""
    found = text(body, "trigger_id")
    return found if found.isascii() and len(found) <= LONGEST_TRIGGER else ""


def is_channel(value: str) -> bool:
    """Whether this is the id of a channel."""
    return _CHANNEL.fullmatch(value) is not None
