"""The parts that every message is made of, each within Slack's limits, and the message itself."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bot.slack import markup
from bot.slack.blocks import richtext
from bot.slack.blocks.richtext import Element

Block: TypeAlias = dict[str, Any]

MAX_MESSAGE = 12_600  # characters over all blocks; Slack refuses near 13,200 (msg_blocks_too_long)
MAX_FALLBACK = 300  # characters of `text`: what notifications and screen readers get
MAX_BLOCKS = 50  # of a message
MAX_SECTION = 3000  # characters of a section's text
MAX_CONTEXT = 10  # elements of a context block
MAX_BUTTON = 75  # characters of a button's text and of an accessibility label
MAX_VALUE = 2000  # characters of a button's value
MAX_CODE = 3000  # characters of a code block that we fill; longer records are shortened
SHORTENED = " […]"
CHECKED = "checked-"  # how the ids of blocks begin that stay when what follows is replaced
MIN_LEFT = 200  # characters: texts up to this length are not shortened to make a message fit


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: blocks, and the plain text that stands for them where blocks are not shown.

    `subject` names the section or check that it is about, for whoever reads the thread later.
    """

    text: str
    blocks: tuple[Block, ...]
    subject: str = ""

    def sendable(self) -> dict[str, Any]:
        """The arguments of Slack's methods; nothing ever unfurls."""
        return {
            "text": self.text,
            "blocks": list(self.blocks),
            "unfurl_links": False,
            "unfurl_media": False,
        }


def message(text: str, blocks: Iterable[Block | None], *, subject: str = "") -> Message:
    """A message that Slack takes: its fallback escaped and short, its blocks within the limits."""
    kept = [block for block in blocks if block is not None][:MAX_BLOCKS]
    words = " ".join(text.replace("`", "").split())
    fallback = markup.escape(shorten(words, MAX_FALLBACK))
    return Message(fallback, tuple(_within(kept, MAX_MESSAGE)), subject)


def preceded(first: Message, then: Message) -> Message:
    """Both as one message, which is about what the second one is about."""
    return Message(
        shorten(f"{first.text} {then.text}".strip(), MAX_FALLBACK),
        tuple(_within([*first.blocks, *then.blocks][:MAX_BLOCKS], MAX_MESSAGE)),
        then.subject,
    )


def marked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks of a check, known again by their ids when another answer takes the place below."""
    return tuple({**b, "block_id": f"{CHECKED}{n}"} for n, b in enumerate(blocks))


def shorten(text: str, limit: int) -> str:
    """The text, or its beginning and an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def paragraph(*sentences: str, icon: str | None = None) -> Block:
    """Sentences of the interface, one after the other; backticks mark code."""
    start = [richtext.emoji(icon), *richtext.words(" ")] if icon else []
    return richtext.block([richtext.section([*start, *richtext.sentence(" ".join(sentences))])])


def verdict(icon: str, word: str, about: str) -> Block:
    """The first line of a check: one emoji code, one bold word, and what it is about."""
    line = f":{icon}: *{word}* – {markup.escape(about)}"
    return {"type": "section", "text": mrkdwn(shorten(line, MAX_SECTION))}


def code(text: str, limit: int = MAX_CODE) -> Block:
    """A record or a server's words, literal."""
    return richtext.block([richtext.preformatted(shorten(text, limit))])


def context(*texts: str) -> Block:
    """Small print. The texts are mrkdwn: escape what comes from outside."""
    return {"type": "context", "elements": [mrkdwn(text) for text in texts if text][:MAX_CONTEXT]}


def mrkdwn(text: str) -> Element:
    """A mrkdwn text in which no domain becomes a link by itself."""
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain_text(text: str, limit: int = MAX_BUTTON) -> Element:
    """A plain text; emoji codes in it stay as they are typed."""
    return {"type": "plain_text", "text": shorten(text, limit), "emoji": False}


def button(
    text: str, action: str, value: str, *, style: Literal["primary", "danger"] | None = None
) -> Element:
    """A button. Its value holds ids or what a person could have typed, never rights."""
    element: Element = {
        "type": "button",
        "text": plain_text(text),
        "action_id": action,
        "value": value[:MAX_VALUE],
    }
    if style:
        element["style"] = style
    return element


def actions(buttons: Sequence[Element]) -> Block | None:
    """A row of buttons, or nothing where there is none."""
    return {"type": "actions", "elements": list(buttons)} if buttons else None


def _within(blocks: list[Block], limit: int) -> list[Block]:
    """The blocks, the biggest ones shortened or left out until all fit into one message."""
    sizes = [size(block) for block in blocks]
    if sum(sizes) <= limit:
        return blocks
    blocks = deepcopy(blocks)  # others may hold the same ones
    while (excess := sum(sizes) - limit) > 0:
        biggest = sizes.index(max(sizes))
        longest = max(_leaves(blocks[biggest]), key=lambda leaf: len(leaf["text"]))
        text = longest["text"]
        if len(text) <= MIN_LEFT:  # very many short texts
            del blocks[biggest], sizes[biggest]
            continue
        keep = max(len(text) - excess - len(SHORTENED), MIN_LEFT // 2)
        longest["text"] = text[:keep] + SHORTENED
        sizes[biggest] += len(longest["text"]) - len(text)
    return blocks


def size(node: Block | Iterable[Block]) -> int:
    """How many characters of text a block, or a list of them, holds."""
    characters = 0
    if isinstance(node, dict):
        text = node.get("text")
        characters = len(text) if isinstance(text, str) else 0
        node = node.values()
    for child in node:
        if isinstance(child, (dict, list)):
            characters += size(child)
    return characters


def _leaves(node: object) -> Iterator[dict[str, str]]:
    """Every part that holds text."""
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            yield node
        for child in node.values():
            yield from _leaves(child)
    elif isinstance(node, list):
        for child in node:
            yield from _leaves(child)
