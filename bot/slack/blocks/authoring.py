"""The forms in which the team writes answers, files questions and sets up channels; and the why."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.article import Article, Audience
from bot.core.reply import Reply
from bot.core.words import Language
from bot.core.words.slack import home as say
from bot.core.written import Mode
from bot.slack.blocks import richtext
from bot.slack.blocks.forms import Form, View, choice, field, modal, text_field
from bot.slack.blocks.home import MODES
from bot.slack.blocks.parts import Block, Message, actions, paragraph, plain_text

WRITE = Form("gap.written", say.WRITE_TITLE, say.SAVE, say.CANCEL)
BELONGS = Form("gap.filed", say.BELONGS_TITLE, say.SAVE, say.CANCEL)
CHANNEL = Form("channel.chosen", say.CHANNELS, say.SAVE, say.CANCEL)
MAX_TITLE = 150  # characters of a section's title
MAX_KEYWORDS = 300  # characters of all keywords
IN_MODALS = ("reply.choose", "person.call")  # buttons whose answer may come as a direct message
WHY_SHOWN = 5  # sections, and words of each


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form starts with; `meta` holds the ids that come back with it."""

    meta: str
    title: str = ""
    text: str = ""
    language: Language = Language.EN
    audience: Audience = Audience.INTERNAL


def write_form(draft: Draft, language: Language) -> View:
    """Title, text, language, keywords, and who may read it -> a section."""
    languages = [("en", say.ENGLISH.to(language)), ("de", say.GERMAN.to(language))]
    chosen = choice("radio_buttons", languages, initial=draft.language.value)
    title = text_field(initial=" ".join(draft.title.split()), longest=MAX_TITLE)
    text = text_field(multiline=True, initial=draft.text)
    hint = say.TEXT_HINT.to(language)
    keywords = text_field(longest=MAX_KEYWORDS)
    readers = [
        (Audience.PUBLIC.value, say.EVERYBODY.to(language)),
        (Audience.INTERNAL.value, say.MEMBERS.to(language)),
    ]
    audience = choice("radio_buttons", readers, initial=draft.audience.value)
    return modal(
        WRITE,
        language,
        draft.meta,
        [
            field("title", say.FIELD_TITLE.to(language), title),
            field("text", say.FIELD_TEXT.to(language), text, hint=hint),
            field("language", say.FIELD_LANGUAGE.to(language), chosen),
            field("audience", say.FIELD_AUDIENCE.to(language), audience),
            field("keywords", say.FIELD_KEYWORDS.to(language), keywords, optional=True),
        ],
    )


def belongs_form(question: str, articles: Sequence[Article], meta: str, language: Language) -> View:
    """Which section does this question belong to?"""
    options = [(s.key, s.heading) for article in articles for s in article.sections]
    return modal(
        BELONGS,
        language,
        meta,
        [
            richtext.block([richtext.section(richtext.words(question, richtext.BOLD))]),
            field("section", say.FIELD_SECTION.to(language), choice("static_select", options)),
        ],
    )


def channel_form(language: Language, meta: str) -> View:
    """A channel, and what to do in it."""
    channels = {
        "type": "conversations_select",
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    modes = [(mode.value, MODES[mode].to(language)) for mode in Mode]
    return modal(
        CHANNEL,
        language,
        meta,
        [
            field("channel", say.CHOOSE_CHANNEL.to(language), channels),
            field("mode", say.FIELD_MODE.to(language), choice("radio_buttons", modes)),
        ],
    )


def reading(message: Message, title: str, language: Language) -> View:
    """A message to be read in a modal: its text, with the controls that need no message."""
    texts = [_readable(block) for block in message.blocks]
    return {
        "type": "modal",
        "title": plain_text(title, 24),
        "close": plain_text(say.CLOSE.to(language), 24),
        "blocks": [block for block in texts if block],
    }


def _readable(block: Block) -> Block | None:
    """What of this block makes sense in a modal."""
    if block["type"] == "context_actions":
        return None
    if block["type"] != "actions":
        return block
    return actions([one for one in block["elements"] if one["action_id"].startswith(IN_MODALS)])


def why(reply: Reply, language: Language) -> list[Block]:
    """What was weighed: the best sections with their scores and the words that met."""
    lines = [
        f"{match.score:.2f}  {match.section.heading}"
        + "".join(f"\n        {asked} → {met}" for asked, met in match.why[:WHY_SHOWN])
        for match in reply.ranked[:WHY_SHOWN]
    ]
    if not lines:
        return [paragraph(say.NOTHING_MATCHED.to(language))]
    return [richtext.block([richtext.preformatted("\n".join(lines))])]
