"""Composition objects: texts, options, confirmations (docs: Block Kit, Composition objects); tables."""

from bot.playground.blockkit.schema import Bool, ByType, Items, Obj, Shape, Str

ID = Str(255)
URL = Str(3000)
TYPE = Str()


def plain(most: int) -> Shape:
    """A `plain_text` object of at most so many characters."""
    return ByType({"plain_text": Obj({"type": TYPE, "text": Str(most)}, {"emoji": Bool()})})


def text(most: int) -> Shape:
    """A text object, plain or mrkdwn, of at most so many characters."""
    return ByType(
        {
            "plain_text": Obj({"type": TYPE, "text": Str(most)}, {"emoji": Bool()}),
            "mrkdwn": Obj({"type": TYPE, "text": Str(most)}, {"verbatim": Bool()}),
        }
    )


OPTION = Obj(
    {"text": plain(75), "value": Str(150)},
    {"description": plain(75), "url": URL},
)
OPTION_MRKDWN = Obj(  # checkboxes and radio buttons may hold mrkdwn
    {"text": text(75), "value": Str(150)}, {"description": text(75)}
)
OPTION_GROUP = Obj({"label": plain(75), "options": Items(OPTION, 100)})
STYLE = Str(words=("primary", "danger"))
CONFIRM = Obj(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": STYLE},
)
DISPATCH = Obj(
    {}, {"trigger_actions_on": Items(Str(words=("on_enter_pressed", "on_character_entered")), 2)}
)
FILTER = Obj(
    {},
    {
        "include": Items(Str(words=("im", "mpim", "private", "public")), 4),
        "exclude_external_shared_channels": Bool(),
        "exclude_bot_users": Bool(),
    },
)
SLACK_FILE = Obj({}, {"id": Str(), "url": URL})
