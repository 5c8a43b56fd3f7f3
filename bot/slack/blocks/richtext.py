"""Sentences -> rich text elements, in which Slack parses nothing, and back to plain text."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

Element: TypeAlias = dict[str, Any]
Style: TypeAlias = frozenset[str]

PLAIN: Style = frozenset()
BOLD: Style = frozenset({"bold"})
CODE: Style = frozenset({"code"})
MAX_INDENT = 8  # of a rich_text_list


def words(text: str, style: Style = PLAIN) -> list[Element]:
    """Literal text; none for an empty one, which Slack refuses."""
    if not text:
        return []
    element: Element = {"type": "text", "text": text}
    if style:
        element["style"] = dict.fromkeys(sorted(style), True)
    return [element]


def emoji(name: str) -> Element:
    """An emoji by its code."""
    return {"type": "emoji", "name": name}


def anchor(url: str, text: str, style: Style = PLAIN) -> list[Element]:
    """A link, or just its words where the URL is none that a browser or mail program opens."""
    if not re.match(r"(https?://|mailto:)\S+$", url):
        return words(text, style)
    element: Element = {"type": "link", "url": url, "text": text or url}
    if style:
        element["style"] = dict.fromkeys(sorted(style), True)
    return [element]


def sentence(text: str, style: Style = PLAIN) -> list[Element]:
    """A sentence of the interface: what stands between backticks becomes code."""
    elements: list[Element] = []
    for number, part in enumerate(text.split("`")):
        elements += words(part, style | CODE if number % 2 else style)
    return elements


def section(elements: Iterable[Element]) -> Element:
    """One paragraph."""
    return {"type": "rich_text_section", "elements": list(elements)}


def preformatted(text: str) -> Element:
    """A code block."""
    return {"type": "rich_text_preformatted", "elements": words(text or " ")}


def listing(
    items: Iterable[Sequence[Element]], *, ordered: bool = False, indent: int = 0
) -> Element:
    """A list, each item one paragraph."""
    return {
        "type": "rich_text_list",
        "style": "ordered" if ordered else "bullet",
        "indent": min(indent, MAX_INDENT),
        "elements": [section(item) for item in items],
    }


def block(elements: Iterable[Element]) -> Element:
    """The block that holds paragraphs, lists and code."""
    return {"type": "rich_text", "elements": list(elements)}


def plain(elements: Iterable[Element]) -> str:
    """Rich text as plain text for a mail: an empty line between paragraphs, `-` before items."""
    return "\n\n".join(_PLAIN[part["type"]](part) for part in elements).strip()


def _joined(part: Element) -> str:
    return "".join(_shown(element) for element in part["elements"]).strip("\n")


def _shown(element: Element) -> str:
    text = str(element.get("text", ""))
    url = element.get("url", text)
    return text if url in {text, f"mailto:{text}"} else f"{text} ({url})"


def _items(part: Element) -> str:
    start = int(part.get("offset", 0)) + 1
    ordered = part["style"] == "ordered"
    marks = (f"{number}." if ordered else "-" for number in range(start, start + 10_000))
    indent = "   " * int(part["indent"])
    return "\n".join(
        f"{indent}{mark} {_joined(item)}"
        for mark, item in zip(marks, part["elements"], strict=False)
    )


_PLAIN: dict[str, Callable[[Element], str]] = {
    "rich_text_section": _joined,
    "rich_text_quote": _joined,
    "rich_text_preformatted": _joined,
    "rich_text_list": _items,
}
