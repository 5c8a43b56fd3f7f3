"""What a person chose -> the action and the state that Slack reports; pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.playground.blockkit.check import interactive
from bot.playground.refusal import NotPossible
from bot.playground.workspace import Json

ONE_OPTION = {"static_select", "external_select", "radio_buttons", "overflow"}
OPTIONS = {"multi_static_select", "checkboxes"}
PLAIN = {  # element -> (field of the report, field of its initial value)
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
}


def elements(blocks: Sequence[Json]) -> Iterator[tuple[str, Json]]:
    """Every element a person can use, with the id of its block."""
    for block in blocks:
        for element in interactive(block):
            yield block["block_id"], element


def chosen(element: Json, value: Any) -> Json:
    """The fields in which an element reports this choice (None: nothing chosen)."""
    kind = element["type"]
    if kind in ONE_OPTION:
        return {"selected_option": None if value is None else _option(element, value)}
    if kind in OPTIONS:
        return {"selected_options": [_option(element, one) for one in value or ()]}
    if kind == "feedback_buttons":
        button = _feedback(element, value)
        return {"text": button["text"], "value": button["value"]}
    if kind in PLAIN:
        return {PLAIN[kind][0]: value}
    return Json((name, element[name]) for name in ("text", "value", "style") if name in element)


def initial(element: Json) -> Any:
    """What an element holds before anybody touches it, as a value for `chosen`."""
    kind = element["type"]
    if kind in ONE_OPTION:
        return element.get("initial_option", {}).get("value")
    if kind in OPTIONS:
        return [option["value"] for option in element.get("initial_options", ())]
    return element.get(PLAIN[kind][1]) if kind in PLAIN else None


def options_of(element: Json) -> list[Json]:
    """Every option of a menu, groups flattened."""
    grouped = [o for group in element.get("option_groups", ()) for o in group["options"]]
    return [*element.get("options", ()), *grouped]


def state_of(blocks: Sequence[Json], given: Mapping[str, Any]) -> Json:
    """`state.values`: what every element that keeps a value holds.

    `given` is by action id, or by "block id/action id" where the first is not enough.
    """
    values: Json = {}
    for block_id, element in elements(blocks):
        kind = element["type"]
        if kind in ONE_OPTION | OPTIONS | PLAIN.keys() and kind != "overflow":
            action_id = element["action_id"]
            own = given.get(action_id, initial(element))
            value = given.get(f"{block_id}/{action_id}", own)
            report = {"type": kind, **chosen(element, _typed(value))}
            values.setdefault(block_id, {})[action_id] = report
    return values


def find_element(
    blocks: Sequence[Json], action_id: str, value: Any, block_id: str | None
) -> tuple[str, Json]:
    """The element with this action id; several are told apart by block or by a button's value."""
    found = [
        (block, element)
        for block, element in elements(blocks)
        if element["action_id"] == action_id and block_id in (None, block)
    ]
    exact = [(b, e) for b, e in found if e["type"] == "button" and e.get("value") == value]
    for choice in (exact, found):
        if choice:
            return choice[0]
    raise NotPossible(f"There is nothing with the action id {action_id!r} here.")


def _option(element: Json, value: Any) -> Json:
    if isinstance(value, dict):
        return value
    for option in options_of(element):
        if option["value"] == value:
            return option
    if element["type"] == "external_select":
        return {"text": {"type": "plain_text", "text": value}, "value": value}
    raise NotPossible(f"The menu {element.get('action_id')!r} has no option {value!r}.")


def _feedback(element: Json, value: Any) -> Json:
    for name in ("positive", "negative"):
        button: Json = element[f"{name}_button"]
        if value in (name, button["value"]):
            return button
    raise NotPossible(f"Choose positive or negative, not {value!r}.")


def _typed(value: Any) -> Any:
    return None if value == "" else value


def input_errors(blocks: Sequence[Json], values: Json) -> dict[str, str]:
    """What Slack's own client says before it submits a form: block id -> sentence."""
    errors: dict[str, str] = {}
    for block in blocks:
        if block["type"] != "input":
            continue
        element = block["element"]
        report = values[block["block_id"]][element["action_id"]]
        held = next((item for name, item in report.items() if name != "type"), None)
        sentence = _input_error(element, held, optional=bool(block.get("optional")))
        if sentence:
            errors[block["block_id"]] = sentence
    return errors


def _input_error(element: Json, held: Any, *, optional: bool) -> str | None:
    if not held:
        return None if optional else "Please complete this required field."
    if element["type"] == "plain_text_input":
        least, most = element.get("min_length", 0), element.get("max_length", 3000)
        if not least <= len(held) <= most:
            return f"Please enter {least} to {most} characters."
    if element["type"] == "number_input":
        return _number_error(element, held)
    return None


def _number_error(element: Json, held: str) -> str | None:
    try:
        number = float(held)
    except ValueError:
        return "Please enter a number."
    least = float(element.get("min_value", "-inf"))
    most = float(element.get("max_value", "inf"))
    if not least <= number <= most:
        return f"Please enter a number from {least:g} to {most:g}."
    if not element["is_decimal_allowed"] and not number.is_integer():
        return "Please enter a whole number."
    return None
