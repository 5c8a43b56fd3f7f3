"""Messages and blocks -> lines of plain text, for transcripts that a person can read; pure."""

from collections.abc import Callable, Iterable, Sequence

from bot.playground.actions import options_of
from bot.playground.workspace import Json, Message, Workspace


def message_lines(workspace: Workspace, message: Message) -> list[str]:
    """A message with its author: "Anna: …", a reply indented, who alone sees it in brackets."""
    author = workspace.users[message.user].real_name.split()[0]
    if message.only_for:
        author += f" (only {workspace.users[message.only_for].real_name.split()[0]})"
    body = block_lines(message.blocks) if message.blocks else message.text.split("\n")
    indent = "  " if message.is_reply else ""
    return [
        indent + (f"{author}: {line}" if number == 0 else f"  {line}").rstrip()
        for number, line in enumerate(body or [""])
    ]


def block_lines(blocks: Sequence[Json]) -> list[str]:
    """What a reader sees of blocks, a line for each."""
    return [line for block in blocks for line in LINES.get(block["type"], _rich_lines)(block)]


def _section(block: Json) -> Iterable[str]:
    if "text" in block:
        yield from block["text"]["text"].split("\n")
    fields = [field["text"].replace("\n", " ") for field in block.get("fields", ())]
    if fields:
        yield " | ".join(fields)
    if "accessory" in block:
        yield _element(block["accessory"])


def _context(block: Json) -> Iterable[str]:
    texts = [e.get("text", e.get("alt_text", "")) for e in block["elements"]]
    yield f"({' '.join(texts)})"


def _rich_lines(block: Json) -> Iterable[str]:
    return rich_text(block).split("\n")


def _actions(block: Json) -> Iterable[str]:
    yield " ".join(_element(element) for element in block["elements"])


LINES: dict[str, Callable[[Json], Iterable[str]]] = {
    "divider": lambda _: ["---"],
    "header": lambda block: [f"# {block['text']['text']}"],
    "section": _section,
    "context": _context,
    "actions": _actions,
    "context_actions": _actions,
    "input": lambda block: [f"{block['label']['text']}: {_element(block['element'])}"],
    "markdown": lambda block: block["text"].split("\n"),
    "table": lambda block: [" | ".join(map(rich_text, row)) for row in block["rows"]],
    "alert": lambda block: [f"! {block['text']['text']}"],
    "image": lambda block: [f"[image: {block['alt_text']}]"],
}


def _element(element: Json) -> str:
    match element["type"]:
        case "button" | "icon_button":
            return f"[{element['text']['text']}]"
        case "feedback_buttons":
            names = ("positive_button", "negative_button")
            return " ".join(f"[{element[name]['text']['text']}]" for name in names)
        case "image":
            return f"[image: {element['alt_text']}]"
        case _:
            options = [option["text"]["text"] for option in options_of(element)]
            return f"<{' | '.join(options) or element['type']}>"


TOKENS = {  # rich text's own pieces, as mrkdwn writes them
    "user": "<@{user_id}>",
    "usergroup": "<!subteam^{usergroup_id}>",
    "channel": "<#{channel_id}>",
    "emoji": ":{name}:",
}
JOINED = {"rich_text": "\n", "rich_text_list": "\n"}  # parts on lines of their own; else in a row


def rich_text(value: Json) -> str:
    """The words of a `rich_text` block, or of a cell of a table."""
    kind = value["type"]
    if kind in TOKENS:
        return TOKENS[kind].format(**value)
    if "elements" not in value:
        return str(value.get("text") or value.get("url") or "")
    parts = [rich_text(part) for part in value["elements"]]
    mark = "- " if kind == "rich_text_list" else ""
    return JOINED.get(kind, "").join(mark + part for part in parts)
