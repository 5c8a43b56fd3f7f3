"""Interactive elements and their limits (docs: Block Kit, Block elements); tables."""

from collections.abc import Mapping

from bot.playground.blockkit.objects import (
    CONFIRM,
    DISPATCH,
    FILTER,
    ID,
    OPTION,
    OPTION_GROUP,
    OPTION_MRKDWN,
    SLACK_FILE,
    STYLE,
    TYPE,
    URL,
    plain,
)
from bot.playground.blockkit.schema import Bool, Int, Items, Obj, Shape, Str, not_both, one_of

DATE = Str(10, pattern=r"\d{4}-\d\d-\d\d")
TIME = Str(5, pattern=r"[012]\d:[0-5]\d")
NUMBER = Str(30, pattern=r"-?\d+(\.\d+)?")


def element(must: Mapping[str, Shape], may: Mapping[str, Shape], *, ask: bool = True) -> Obj:
    """An element: its type and own fields, and what every element may have."""
    common: dict[str, Shape] = {"action_id": ID, "confirm": CONFIRM}
    if ask:
        common |= {"focus_on_load": Bool()}
    return Obj({"type": TYPE, **must}, {**common, **may})


def menu(may: Mapping[str, Shape], *, many: bool = False) -> Obj:
    """A select menu; `many` lets people choose several."""
    several: dict[str, Shape] = {"max_selected_items": Int(1, 100)} if many else {}
    return element({}, {"placeholder": plain(150), **several, **may})


def list_menu(initial: Mapping[str, Shape], *, many: bool = False) -> Obj:
    """A select menu whose options the app lists."""
    shape = menu(
        {"options": Items(OPTION, 100), "option_groups": Items(OPTION_GROUP, 100), **initial},
        many=many,
    )
    rules = (one_of("options", "option_groups"), not_both("options", "option_groups"))
    return Obj(shape.must, shape.may, rules)


BUTTON = element(
    {"text": plain(75)},
    {"url": URL, "value": Str(2000), "style": STYLE, "accessibility_label": Str(75)},
    ask=False,
)
FEEDBACK = Obj({"text": plain(75), "value": Str(2000)}, {"accessibility_label": Str(75)})
PERSONS = Items(Str(), 100)
ONE_ID = Str(30)

MENUS: dict[str, Shape] = {
    "static_select": list_menu({"initial_option": OPTION}),
    "multi_static_select": list_menu({"initial_options": Items(OPTION, 100)}, many=True),
    "external_select": menu({"min_query_length": Int(0, 100), "initial_option": OPTION}),
    "users_select": menu({"initial_user": ONE_ID}),
    "multi_users_select": menu({"initial_users": PERSONS}, many=True),
    "conversations_select": menu(
        {
            "initial_conversation": ONE_ID,
            "default_to_current_conversation": Bool(),
            "filter": FILTER,
            "response_url_enabled": Bool(),
        }
    ),
    "multi_conversations_select": menu(
        {
            "initial_conversations": PERSONS,
            "default_to_current_conversation": Bool(),
            "filter": FILTER,
        },
        many=True,
    ),
    "channels_select": menu({"initial_channel": ONE_ID, "response_url_enabled": Bool()}),
    "multi_channels_select": menu({"initial_channels": PERSONS}, many=True),
}
CHOICES: dict[str, Shape] = {
    "checkboxes": element(
        {"options": Items(OPTION_MRKDWN, 10)}, {"initial_options": Items(OPTION_MRKDWN, 10)}
    ),
    "radio_buttons": element(
        {"options": Items(OPTION_MRKDWN, 10)}, {"initial_option": OPTION_MRKDWN}
    ),
    "datepicker": element({}, {"initial_date": DATE, "placeholder": plain(150)}),
    "timepicker": element(
        {}, {"initial_time": TIME, "placeholder": plain(150), "timezone": Str(50)}
    ),
}
TYPED: dict[str, Shape] = {
    "plain_text_input": element(
        {},
        {
            "initial_value": Str(3000, least=0),
            "multiline": Bool(),
            "min_length": Int(0, 3000),
            "max_length": Int(1, 3000),
            "dispatch_action_config": DISPATCH,
            "placeholder": plain(150),
        },
    ),
    "email_text_input": element(
        {}, {"initial_value": Str(), "dispatch_action_config": DISPATCH, "placeholder": plain(150)}
    ),
    "url_text_input": element(
        {}, {"initial_value": Str(), "dispatch_action_config": DISPATCH, "placeholder": plain(150)}
    ),
    "number_input": element(
        {"is_decimal_allowed": Bool()},
        {
            "initial_value": NUMBER,
            "min_value": NUMBER,
            "max_value": NUMBER,
            "dispatch_action_config": DISPATCH,
            "placeholder": plain(150),
        },
    ),
}
IMAGE: Shape = Obj(
    {"type": TYPE, "alt_text": Str(2000)},
    {"image_url": URL, "slack_file": SLACK_FILE},
    (one_of("image_url", "slack_file"),),
)
PRESSED: dict[str, Shape] = {
    "button": BUTTON,
    "overflow": element({"options": Items(OPTION, 5)}, {}, ask=False),
    "workflow_button": element({"text": plain(75), "workflow": Obj()}, {}, ask=False),
}

IN_ACTIONS: dict[str, Shape] = {**PRESSED, **MENUS, **CHOICES}
IN_SECTION: dict[str, Shape] = {**IN_ACTIONS, "image": IMAGE}
IN_INPUT: dict[str, Shape] = {**TYPED, **MENUS, **CHOICES}
IN_CONTEXT_ACTIONS: dict[str, Shape] = {
    "feedback_buttons": Obj(
        {"type": TYPE, "positive_button": FEEDBACK, "negative_button": FEEDBACK}, {"action_id": ID}
    ),
    "icon_button": element(
        {"icon": Str(words=("trash",)), "text": plain(75)},
        {"value": Str(2000), "accessibility_label": Str(75), "visible_to_user_ids": PERSONS},
        ask=False,
    ),
}
