"""Article Markdown -> rich text elements; nothing in an article can ping, link by itself or inject."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, pairwise

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.slack.blocks.richtext import (
    BOLD,
    CODE,
    PLAIN,
    Element,
    Style,
    anchor,
    listing,
    preformatted,
    section,
    words,
)

REMEMBERED = 256  # texts; parsing takes longer than the search, and most ask for the same few

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_BLOCK = re.compile(r"[ ]{0,3}(?:[-*+][ ]|\d+[.)][ ]|\||```|~~~)")
_STYLES = {"strong": "bold", "em": "italic", "s": "strike"}


def markdown(text: str) -> list[Element]:
    """Article Markdown as paragraphs, lists, quotes and code blocks; HTML stays literal text.

    Read, but do not change the elements: everybody who asks for the same text gets the same ones.
    """
    return list(_parsed(text))


@lru_cache(maxsize=REMEMBERED)
def _parsed(text: str) -> tuple[Element, ...]:
    blocks = [
        part for node in SyntaxTreeNode(_MARKDOWN.parse(text)).children for part in _part(node)
    ]
    return tuple(_spaced(blocks))


def cut(text: str, limit: int) -> tuple[str, bool]:
    """Markdown up to a paragraph's end within the limit, and whether something was left out.

    The first paragraph always stays, however long; a code block is never torn, and no words that
    lead to a list stay without it.
    """
    parts = _paragraphs(text)
    sizes = list(accumulate(map(len, parts)))  # of each with all before it
    kept = 1 + sum(size <= limit for size in sizes[1:])
    while 1 < kept < len(parts) and _leads_on(parts[kept - 1], parts[kept]):
        kept -= 1
    return "\n\n".join(parts[:kept]), kept < len(parts)


def _leads_on(part: str, following: str) -> bool:
    """Whether a paragraph ends within a sentence that a list, a table or code goes on with."""
    return bool(_BLOCK.match(following)) and part[-1] not in ".!?…" and not _BLOCK.match(part)


def _paragraphs(text: str) -> list[str]:
    """The parts between empty lines, those inside a code fence kept together."""
    parts: list[str] = []
    inside = False
    for part in re.split(r"\n[ \t]*\n", text.strip()):
        if inside:
            parts[-1] += "\n\n" + part
        else:
            parts.append(part)
        inside ^= len(re.findall(r"^[ ]{0,3}(?:```|~~~)", part, re.MULTILINE)) % 2 == 1
    return parts


def _spaced(parts: list[Element]) -> list[Element]:
    """An empty line after each paragraph that another paragraph follows."""
    for part, following in pairwise(parts):
        if part["type"] == following["type"] == "rich_text_section":
            part["elements"] += words("\n")
    return parts


def _part(node: SyntaxTreeNode, indent: int = 0) -> list[Element]:
    if node.type in {"bullet_list", "ordered_list"}:
        return _list(node, indent)
    render = _PARTS.get(node.type)
    if render is None:
        return [part for child in node.children for part in _part(child, indent)]
    return [part for part in render(node) if part["elements"]]


def _list(node: SyntaxTreeNode, indent: int) -> list[Element]:
    """One list element for each run of items; what is nested follows it, one step further in."""
    parts: list[Element] = []
    ordered = node.type == "ordered_list"
    number = int(node.attrs.get("start", 1))
    for count, item in enumerate(node.children, start=number - 1):
        line = _inline(item.children[0]) if item.children else []
        if parts and parts[-1].get("indent") == indent and parts[-1]["type"] == "rich_text_list":
            parts[-1]["elements"].append(section(line))
        else:
            parts.append(listing([line], ordered=ordered, indent=indent))
            if ordered and count:
                parts[-1]["offset"] = count
        parts += [part for child in item.children[1:] for part in _part(child, indent + 1)]
    return parts


def _paragraph(node: SyntaxTreeNode) -> list[Element]:
    return [section(_inline(node))]


def _heading(node: SyntaxTreeNode) -> list[Element]:
    return [section(_inline(node, BOLD))]


def _quote(node: SyntaxTreeNode) -> list[Element]:
    lines = [_inline(child) for child in node.children]
    elements = [
        e for number, line in enumerate(lines) for e in (words("\n") if number else []) + line
    ]
    return [{"type": "rich_text_quote", "elements": elements}]


def _code(node: SyntaxTreeNode) -> list[Element]:
    return [preformatted(node.content.rstrip("\n"))]


def _table(node: SyntaxTreeNode) -> list[Element]:
    """A table as aligned text: Slack's own table block cannot stand inside rich text."""
    rows = [[_text(cell) for cell in row.children] for row in node.walk() if row.type == "tr"]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return [preformatted("\n".join(line.rstrip() for line in lines))]


_PARTS: dict[str, Callable[[SyntaxTreeNode], list[Element]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "blockquote": _quote,
    "fence": _code,
    "code_block": _code,
    "table": _table,
    "hr": lambda _: [section(words("———"))],
}


def _inline(node: SyntaxTreeNode, style: Style = PLAIN) -> list[Element]:
    """What stands in a line: text, emphasis, code, links."""
    if node.type == "link":
        return anchor(str(node.attrs.get("href", "")), _text(node), style)
    leaf = _LEAVES.get(node.type)
    if leaf is not None:
        return leaf(node, style)
    inner = style | {_STYLES[node.type]} if node.type in _STYLES else style
    return [element for child in node.children for element in _inline(child, inner)]


_LEAVES: dict[str, Callable[[SyntaxTreeNode, Style], list[Element]]] = {
    "text": lambda node, style: words(node.content, style),
    "code_inline": lambda node, style: words(node.content, style | CODE),
    "image": lambda node, style: words(node.content, style),  # its alternative text
    "softbreak": lambda _, style: words(" ", style),
    "hardbreak": lambda _, style: words("\n", style),
}


def _text(node: SyntaxTreeNode) -> str:
    return "".join(element.get("text", "") for child in node.children for element in _inline(child))
