"""Every limit of Block Kit that Slack documents: exactly at it passes, one more is refused."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk.models import blocks as sdk

from bot.playground.blockkit import check_message, check_view
from bot.playground.refusal import Refused

Block = dict[str, Any]


def plain(text: str) -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text}


def button(**fields: Any) -> Block:
    return {"type": "button", "text": plain("Go"), "action_id": "go", **fields}


def buttons(count: int) -> list[Block]:
    return [button(action_id=f"go-{n}") for n in range(count)]


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def section(**fields: Any) -> Block:
    return {"type": "section", **fields}


def options(count: int) -> list[Block]:
    return [{"text": plain(f"Option {n}"), "value": str(n)} for n in range(count)]


def menu(count: int) -> Block:
    return {"type": "static_select", "action_id": "menu", "options": options(count)}


def feedback(value: str) -> Block:
    good, bad = ({"text": plain(word), "value": value} for word in ("Good", "Bad"))
    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "feedback",
                "positive_button": good,
                "negative_button": bad,
            }
        ],
    }


def rows(count: int, cells: int) -> Block:
    cell = {"type": "raw_text", "text": "x"}
    return {"type": "table", "rows": [[cell] * cells for _ in range(count)]}


LIMITS: dict[str, tuple[Callable[[int], list[Block]], int]] = {
    "blocks of a message": (lambda n: [{"type": "divider"}] * n, 50),
    "text of a section": (lambda n: [section(text=mrkdwn("x" * n))], 3000),
    "fields of a section": (lambda n: [section(fields=[mrkdwn("x")] * n)], 10),
    "text of a field": (lambda n: [section(fields=[mrkdwn("x" * n)])], 2000),
    "text of a header": (lambda n: [{"type": "header", "text": plain("x" * n)}], 150),
    "elements of a context": (lambda n: [{"type": "context", "elements": [mrkdwn("x")] * n}], 10),
    "elements of actions": (lambda n: [actions(*buttons(n))], 25),
    "text of a button": (lambda n: [actions(button(text=plain("x" * n)))], 75),
    "value of a button": (lambda n: [actions(button(value="x" * n))], 2000),
    "url of a button": (lambda n: [actions(button(url="x" * n))], 3000),
    "action id": (lambda n: [actions(button(action_id="x" * n))], 255),
    "block id": (lambda n: [{"type": "divider", "block_id": "x" * n}], 255),
    "options of a menu": (lambda n: [actions(menu(n))], 100),
    "options of an overflow": (
        lambda n: [actions({"type": "overflow", "action_id": "more", "options": options(n)})],
        5,
    ),
    "value of a feedback button": (lambda n: [feedback("x" * n)], 2000),
    "text of a markdown block": (lambda n: [{"type": "markdown", "text": "x" * n}], 12_000),
    "rows of a table": (lambda n: [rows(n, 1)], 100),
    "cells of a row": (lambda n: [rows(1, n)], 20),
    "tables of a message": (lambda n: [rows(1, 1)] * n, 1),
}


@pytest.mark.parametrize(("build", "most"), LIMITS.values(), ids=LIMITS)
def test_a_limit_holds_exactly(build: Callable[[int], list[Block]], most: int) -> None:
    check_message(build(most))

    with pytest.raises(Refused):
        check_message(build(most + 1))


REFUSED: dict[str, tuple[list[Block], str]] = {
    "unknown type": (
        [{"type": "carrot"}],
        "[ERROR] unsupported type: carrot [json-pointer:/blocks/0/type]",
    ),
    "unknown field": (
        [{"type": "divider", "colour": "red"}],
        "[ERROR] invalid additional property: colour [json-pointer:/blocks/0]",
    ),
    "empty text": (
        [section(text=mrkdwn(""))],
        "[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]",
    ),
    "section without words": (
        [section()],
        "[ERROR] missing required field: text or fields [json-pointer:/blocks/0]",
    ),
    "mrkdwn in a header": (
        [{"type": "header", "text": mrkdwn("x")}],
        "[ERROR] unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    "no elements": (
        [actions()],
        "[ERROR] no fewer than 1 items allowed [json-pointer:/blocks/0/elements]",
    ),
    "style of a button": (
        [actions(button(style="green"))],
        "[ERROR] must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
    ),
    "same action id twice in a block": (
        [actions(button(), button())],
        "[ERROR] `action_id` 'go' already exists for another interactive element "
        "[json-pointer:/blocks/0]",
    ),
    "same block id twice": (
        [{"type": "divider", "block_id": "b"}] * 2,
        "[ERROR] `block_id` 'b' must be unique [json-pointer:/blocks]",
    ),
    "an alert outside a modal": (
        [{"type": "alert", "text": plain("x")}],
        "[ERROR] unsupported type: alert [json-pointer:/blocks/0/type]",
    ),
}


@pytest.mark.parametrize(("blocks", "line"), REFUSED.values(), ids=REFUSED)
def test_what_slack_refuses_is_refused_in_its_words(blocks: list[Block], line: str) -> None:
    with pytest.raises(Refused) as caught:
        check_message(blocks)

    assert (caught.value.error, caught.value.messages) == ("invalid_blocks", (line,))


def test_the_same_action_id_may_stand_in_two_blocks() -> None:
    check_message([actions(button()), actions(button())])


def test_a_message_fails_past_13200_characters_over_all_blocks() -> None:
    blocks = [section(text=mrkdwn("x" * 3000))] * 4
    check_message([*blocks, section(text=mrkdwn("x" * 1200))])

    with pytest.raises(Refused, match="msg_blocks_too_long"):
        check_message([*blocks, section(text=mrkdwn("x" * 1201))])


def test_all_markdown_blocks_together_hold_12000_characters() -> None:
    with pytest.raises(Refused, match="msg_blocks_too_long"):
        check_message([{"type": "markdown", "text": "x" * 6001}] * 2)


def test_blocks_that_are_no_list_are_a_format_error() -> None:
    with pytest.raises(Refused, match="invalid_blocks_format"):
        check_message({"type": "divider"})


def test_what_the_sdk_builds_is_accepted() -> None:
    link = sdk.RichTextElementParts.Link(url="https://example.com", text="here")
    style = sdk.RichTextElementParts.TextStyle(bold=True)
    words = sdk.RichTextElementParts.Text(text="Bold", style=style)
    built: list[sdk.Block] = [
        sdk.RichTextBlock(
            elements=[
                sdk.RichTextSectionElement(elements=[words, link]),
                sdk.RichTextListElement(
                    style="bullet", elements=[sdk.RichTextSectionElement(elements=[words])]
                ),
                sdk.RichTextPreformattedElement(elements=[words]),
            ]
        ),
        sdk.ActionsBlock(elements=[sdk.ButtonElement(text="Go", action_id="go", style="primary")]),
        sdk.MarkdownBlock(text="**bold**"),
    ]

    check_message([block.to_dict() for block in built])


def modal(**fields: Any) -> Block:
    return {
        "type": "modal",
        "title": plain("Title"),
        "blocks": [{"type": "divider"}],
        **fields,
    }


def asking(**fields: Any) -> Block:
    element = {"type": "plain_text_input", "action_id": "words", **fields}
    return {"type": "input", "label": plain("Words"), "element": element}


VIEW_LIMITS: dict[str, tuple[Callable[[int], Block], int]] = {
    "blocks of a modal": (lambda n: modal(blocks=[{"type": "divider"}] * n), 100),
    "blocks of a Home tab": (lambda n: {"type": "home", "blocks": [{"type": "divider"}] * n}, 100),
    "title": (lambda n: modal(title=plain("x" * n)), 24),
    "submit": (lambda n: modal(submit=plain("x" * n)), 24),
    "close": (lambda n: modal(close=plain("x" * n)), 24),
    "private metadata": (lambda n: modal(private_metadata="x" * n), 3000),
    "callback id": (lambda n: modal(callback_id="x" * n), 255),
    "initial value": (
        lambda n: modal(submit=plain("OK"), blocks=[asking(initial_value="x" * n)]),
        3000,
    ),
}


@pytest.mark.parametrize(("build", "most"), VIEW_LIMITS.values(), ids=VIEW_LIMITS)
def test_a_limit_of_a_view_holds_exactly(build: Callable[[int], Block], most: int) -> None:
    check_view(build(most))

    with pytest.raises(Refused):
        check_view(build(most + 1))


def test_a_modal_that_asks_needs_a_submit_button() -> None:
    with pytest.raises(Refused, match="submit"):
        check_view(modal(blocks=[asking()]))


def test_a_modal_holds_no_markdown_block() -> None:
    with pytest.raises(Refused, match="unsupported type: markdown"):
        check_view(modal(blocks=[{"type": "markdown", "text": "x"}]))
