"""The parts of a modal, within Slack's limits, and the modal itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.core.words import Language, Text
from bot.core.words.slack import feedback as say
from bot.slack.blocks.parts import Block, plain_text, shorten
from bot.slack.blocks.richtext import Element

View: TypeAlias = dict[str, Any]

MAX_TITLE = 24  # characters of a modal's title, submit and close
MAX_OPTIONS = 100  # of a menu
MAX_OPTION = 75  # characters of an option's text
MAX_LABEL = 2000  # characters of a field's label
MAX_INPUT = 3000  # characters that a text field takes
MAX_META = 3000  # characters of private_metadata


@dataclass(frozen=True, slots=True)
class Form:
    """What a modal is for: its callback id, its title, and what its buttons say."""

    callback: str
    title: Text
    submit: Text
    close: Text = say.CLOSE


def modal(form: Form, language: Language, meta: str, blocks: Iterable[Block | None]) -> View:
    """A modal; `meta` comes back with what is entered and holds ids only."""
    return {
        "type": "modal",
        "callback_id": form.callback,
        "title": plain_text(form.title.to(language), MAX_TITLE),
        "submit": plain_text(form.submit.to(language), MAX_TITLE),
        "close": plain_text(form.close.to(language), MAX_TITLE),
        "private_metadata": meta[:MAX_META],
        "blocks": [block for block in blocks if block is not None],
    }


def field(
    name: str, label: str, element: Element, *, optional: bool = False, hint: str | None = None
) -> Block:
    """One field; `name` is its block id and its element's action id."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain_text(label, MAX_LABEL),
        "element": {**element, "action_id": name},
        "optional": optional,
    }
    if hint:
        block["hint"] = plain_text(hint, MAX_LABEL)
    return block


def text_field(*, multiline: bool = False, initial: str = "", longest: int = MAX_INPUT) -> Element:
    """A field for text."""
    element: Element = {
        "type": "plain_text_input",
        "multiline": multiline,
        "max_length": longest,
    }
    return element | ({"initial_value": shorten(initial, longest)} if initial else {})


def choice(kind: str, options: Sequence[tuple[str, str]], *, initial: str | None = None) -> Element:
    """A menu (`static_select`) or radio buttons: pairs of value and text."""
    built = [option(value, text) for value, text in options[:MAX_OPTIONS]]
    element: Element = {"type": kind, "options": built}
    chosen = [one for one in built if one["value"] == initial]
    return element | ({"initial_option": chosen[0]} if chosen else {})


def option(value: str, text: str) -> Element:
    """One thing to choose."""
    return {"text": plain_text(text, MAX_OPTION), "value": value}
