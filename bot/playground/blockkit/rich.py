"""The `rich_text` block (docs: Rich text block); tables."""

from bot.playground.blockkit.objects import ID, TYPE, URL
from bot.playground.blockkit.schema import Bool, ByType, Int, Items, Obj, Shape, Str

STYLES = Obj(
    {},
    {
        name: Bool()
        for name in (
            "bold",
            "italic",
            "strike",
            "code",
            "underline",
            "highlight",
            "client_highlight",
            "unlink",
        )
    },
)
MOST = 10_000  # inline pieces of one block; Slack names no number, a message cannot hold more


def _inline(field: str, shape: Shape, **more: Shape) -> Obj:
    return Obj({"type": TYPE, field: shape}, {"style": STYLES, **more})


INLINE = ByType(
    {
        "text": _inline("text", Str(12_000)),
        "link": _inline("url", URL, text=Str(12_000), unsafe=Bool()),
        "user": _inline("user_id", Str(30)),
        "usergroup": _inline("usergroup_id", Str(30)),
        "channel": _inline("channel_id", Str(30)),
        "emoji": _inline("name", Str(100), unicode=Str(100), skin_tone=Int(1, 6), url=URL),
        "broadcast": _inline("range", Str(words=("here", "channel", "everyone"))),
        "color": _inline("value", Str(7)),
        "date": Obj(
            {"type": TYPE, "timestamp": Int(), "format": Str()},
            {"style": STYLES, "url": URL, "fallback": Str()},
        ),
    }
)
SECTION = Obj({"type": TYPE, "elements": Items(INLINE, MOST, 0)}, {})
PARTS = ByType(
    {
        "rich_text_section": SECTION,
        "rich_text_list": Obj(
            {
                "type": TYPE,
                "style": Str(words=("bullet", "ordered")),
                "elements": Items(ByType({"rich_text_section": SECTION}), MOST),
            },
            {"indent": Int(0, 8), "offset": Int(), "border": Int(0, 1)},
        ),
        "rich_text_preformatted": Obj(
            {"type": TYPE, "elements": Items(INLINE, MOST, 0)},
            {"border": Int(0, 1), "language": Str(50)},
        ),
        "rich_text_quote": Obj(
            {"type": TYPE, "elements": Items(INLINE, MOST, 0)}, {"border": Int(0, 1)}
        ),
    }
)
RICH_TEXT: Shape = Obj({"type": TYPE, "elements": Items(PARTS, MOST)}, {"block_id": ID})
