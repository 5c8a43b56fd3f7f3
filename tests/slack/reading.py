"""A message as a person sees it: its blocks as lines of text, buttons in brackets."""

from collections.abc import Iterable, Iterator
from typing import Any


def seen(blocks: Iterable[dict[str, Any]]) -> str:
    """All blocks as text: code in backticks, code blocks indented, buttons as [label]."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: dict[str, Any]) -> Iterator[str]:
    match block["type"]:
        case "rich_text":
            for part in block["elements"]:
                yield from _rich(part)
        case "section" | "header":
            yield from _section(block)
        case "context":
            yield " · ".join(element["text"] for element in block["elements"])
        case "actions" | "context_actions":
            yield " ".join(_control(element) for element in block["elements"])
        case "input":
            yield f"{block['label']['text']}:"
        case "divider":
            yield "---"
        case other:
            yield f"({other})"


def _section(block: dict[str, Any]) -> Iterator[str]:
    if "fields" in block:
        cells = [field["text"] for field in block["fields"]]
        pairs = zip(cells[::2], cells[1::2], strict=True)
        yield from (f"{left} | {right}" for left, right in pairs)
    else:
        beside = f" {_control(block['accessory'])}" if "accessory" in block else ""
        yield block["text"]["text"] + beside


def _rich(part: dict[str, Any]) -> Iterator[str]:
    match part["type"]:
        case "rich_text_list":
            yield from (f"• {_inline(item['elements'])}" for item in part["elements"])
        case "rich_text_preformatted":
            yield from (f"    {line}" for line in _inline(part["elements"]).splitlines())
        case _:
            yield _inline(part["elements"]).rstrip("\n")


def _inline(elements: Iterable[dict[str, Any]]) -> str:
    return "".join(_word(element) for element in elements)


def _word(element: dict[str, Any]) -> str:
    if element["type"] == "emoji":
        return f":{element['name']}:"
    text = element.get("text", "")
    return f"`{text}`" if element.get("style", {}).get("code") else text


def _control(element: dict[str, Any]) -> str:
    if element["type"] == "feedback_buttons":
        both = (element["positive_button"], element["negative_button"])
        return " ".join(f"[{button['text']['text']}]" for button in both)
    return f"[{element.get('text', element.get('placeholder', {'text': element['type']}))['text']}]"
