"""What a person chose, as Slack reports it, and what its client says about a form."""

from typing import Any

import pytest

from bot.playground.actions import chosen, input_errors, state_of
from bot.playground.refusal import NotPossible

Json = dict[str, Any]
ONE: Json = {"text": {"type": "plain_text", "text": "One"}, "value": "1"}
TWO: Json = {"text": {"type": "plain_text", "text": "Two"}, "value": "2"}
CHOICES: dict[str, tuple[Json, Any, Json]] = {
    "menu": ({"type": "static_select", "options": [ONE]}, "1", {"selected_option": ONE}),
    "grouped menu": (
        {"type": "static_select", "option_groups": [{"label": {}, "options": [ONE, TWO]}]},
        "2",
        {"selected_option": TWO},
    ),
    "whole option": ({"type": "static_select", "options": [ONE]}, ONE, {"selected_option": ONE}),
    "nothing": ({"type": "radio_buttons", "options": [ONE]}, None, {"selected_option": None}),
    "several": (
        {"type": "checkboxes", "options": [ONE, TWO]},
        ["2", "1"],
        {"selected_options": [TWO, ONE]},
    ),
    "suggested": (
        {"type": "external_select"},
        "x",
        {"selected_option": {"text": {"type": "plain_text", "text": "x"}, "value": "x"}},
    ),
    "person": ({"type": "users_select"}, "U1", {"selected_user": "U1"}),
    "channel": ({"type": "conversations_select"}, "C1", {"selected_conversation": "C1"}),
    "text": ({"type": "plain_text_input"}, "words", {"value": "words"}),
}


@pytest.mark.parametrize(("element", "value", "report"), CHOICES.values(), ids=CHOICES)
def test_a_choice_is_reported_in_its_own_field(element: Json, value: Any, report: Json) -> None:
    assert chosen(element, value) == report


def test_feedback_is_one_of_two() -> None:
    with pytest.raises(NotPossible, match="positive or negative"):
        chosen({"positive_button": ONE, "negative_button": TWO, "type": "feedback_buttons"}, "3")


def form(element: Json, **fields: Any) -> list[Json]:
    return [{"type": "input", "block_id": "b", "element": {"action_id": "a", **element}, **fields}]


NUMBER: Json = {
    "type": "number_input",
    "is_decimal_allowed": False,
    "min_value": "1",
    "max_value": "5",
}
TEXT: Json = {"type": "plain_text_input", "min_length": 2, "max_length": 3}
ERRORS: dict[str, tuple[Json, Any, str | None]] = {
    "nothing": (TEXT, "", "Please complete this required field."),
    "too short": (TEXT, "a", "Please enter 2 to 3 characters."),
    "too long": (TEXT, "abcd", "Please enter 2 to 3 characters."),
    "just right": (TEXT, "abc", None),
    "no number": (NUMBER, "x", "Please enter a number."),
    "too big": (NUMBER, "6", "Please enter a number from 1 to 5."),
    "a fraction": (NUMBER, "1.5", "Please enter a whole number."),
    "a number": (NUMBER, "5", None),
}


@pytest.mark.parametrize(("element", "value", "error"), ERRORS.values(), ids=ERRORS)
def test_a_form_is_checked_as_slacks_client_does(
    element: Json, value: Any, error: str | None
) -> None:
    blocks = form(element)
    values = state_of(blocks, {"b/a": value})

    assert input_errors(blocks, values).get("b") == error


def test_an_optional_field_may_stay_empty() -> None:
    blocks = form(TEXT, optional=True)

    assert input_errors(blocks, state_of(blocks, {})) == {}


def test_what_nobody_touched_keeps_its_first_value() -> None:
    blocks = form({"type": "static_select", "options": [ONE], "initial_option": ONE})

    assert state_of(blocks, {}) == {"b": {"a": {"type": "static_select", "selected_option": ONE}}}
