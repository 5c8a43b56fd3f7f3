"""The Home tab: for everyone, for the team, for admins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.core.article import Article
from bot.core.feedback import Asked, Gap, Tally
from bot.core.manners import Manners
from bot.core.words import Language, Text
from bot.core.words.slack import home as say
from bot.core.words.slack import replies
from bot.core.written import Handoff, Mode, Written
from bot.slack import markup
from bot.slack.blocks import feedback, richtext
from bot.slack.blocks.forms import View, choice
from bot.slack.blocks.parts import (
    Block,
    actions,
    button,
    context,
    paragraph,
    plain_text,
    shorten,
)
from bot.slack.thread import PRIVATE

MAX_VIEW = 100  # blocks of a Home tab
GAPS = 8  # shown at once; the others follow as these are dealt with
OPEN = 5  # of one's own questions
WAITING = 5  # hand-offs
QUESTION = 300  # characters of a question that are shown
MODES = {Mode.OFF: say.MODE_OFF, Mode.MENTIONED: say.MODE_MENTIONED, Mode.SURE: say.MODE_SURE}


@dataclass(frozen=True, slots=True)
class Everyone:
    """What everybody sees: the articles they may read and what they asked in vain."""

    articles: Sequence[Article]
    open_questions: Sequence[Asked] = ()


@dataclass(frozen=True, slots=True)
class TeamPart:
    """What the team sees; `heading` names a section by its key."""

    heading: Callable[[str], str]
    gaps: Sequence[Gap] = ()
    waiting: Sequence[Handoff] = ()
    tallies: Sequence[Tally] = ()
    shadowed: Sequence[Written] = ()


@dataclass(frozen=True, slots=True)
class AdminPart:
    """What admins see."""

    manners: Manners = field(default_factory=Manners)


def home(
    everyone: Everyone, team: TeamPart | None, admin: AdminPart | None, language: Language
) -> View:
    """The whole tab; the parts that somebody may not see are None."""
    blocks = [
        *_everyone(everyone, language),
        *(_team(team, language) if team else []),
        *(_admin(admin, language) if admin else []),
        *_usage(language, brief=bool(team or admin)),
    ]
    return {"type": "home", "blocks": [block for block in blocks if block][:MAX_VIEW]}


def _everyone(seen: Everyone, language: Language) -> list[Block | None]:
    return [
        paragraph(say.WELCOME.to(language)),
        _ask("home.ask", say.SEARCH, language),
        _sections(seen.articles, language),
        *_own(seen.open_questions, language),
    ]


def _usage(language: Language, *, brief: bool) -> list[Block | None]:
    """How to use it: last, and for those who come often behind a button."""
    if brief:
        return [actions([button(replies.HELP_TITLE.to(language), "home.help", language.value)])]
    lines = [richtext.sentence(line.to(language)) for line in replies.HELP]
    title = _heading(replies.HELP_TITLE.to(language))
    return [title, richtext.block([richtext.listing(lines)])]


def _heading(text: str) -> Block:
    return {"type": "header", "text": plain_text(text)}


def _ask(action: str, label: Text, language: Language) -> Block:
    """A line to type into; Enter sends it."""
    return {
        "type": "input",
        "dispatch_action": True,
        "label": plain_text(label.to(language)),
        "element": {
            "type": "plain_text_input",
            "action_id": action,
            "placeholder": plain_text(say.SEARCH_HINT.to(language)),
            "max_length": 3000,
        },
    }


def _sections(articles: Sequence[Article], language: Language) -> Block | None:
    """Every section in one menu, grouped by its article."""
    if not any(article.sections for article in articles):
        return paragraph(replies.NO_TOPICS.to(language))
    groups = [
        {
            "label": plain_text(article.title),
            "options": choice(
                "", [(f"{s.language.value} {s.key}", s.heading) for s in article.sections]
            )["options"],
        }
        for article in articles
        if article.sections
    ]
    menu = {
        "type": "static_select",
        "action_id": "home.read",
        "placeholder": plain_text(replies.TOPICS_TITLE.to(language)),
        "option_groups": groups[:MAX_VIEW],
    }
    return actions([menu])


def _own(asked: Sequence[Asked], language: Language) -> list[Block]:
    if not asked:
        return []
    lines = [richtext.words(shorten(one.question, QUESTION)) for one in asked[:OPEN]]
    return [_heading(say.YOUR_OPEN.to(language)), richtext.block([richtext.listing(lines)])]


def _team(seen: TeamPart, language: Language) -> list[Block | None]:
    return [
        {"type": "divider"},
        *_waiting(seen.waiting, language),
        *_gaps(seen.gaps, language),
        _ask("home.try", say.TRY, language),
        _heading(say.RATINGS.to(language)),
        richtext.block(
            feedback.tally_parts(seen.tallies, seen.heading, language)
            + feedback.suggestion_parts(seen.tallies, seen.heading, language)
        ),
        _shadowed(seen.shadowed, language),
    ]


def _waiting(handoffs: Sequence[Handoff], language: Language) -> list[Block]:
    if not handoffs:
        return []
    lines = [
        _where(one).to(language).format(asker=one.asker, channel=one.channel)
        + (f" – {markup.escape(shorten(one.question, QUESTION))}" if one.question else "")
        for one in handoffs[:WAITING]
    ]
    return [_heading(say.WAITING.to(language)), *(context(line) for line in lines)]


def _where(handoff: Handoff) -> Text:
    """Who waits where; nobody can go to what was asked privately."""
    seen = handoff.channel.startswith(("C", "G")) and not handoff.thread.startswith(PRIVATE)
    return say.WAITING_LINE if seen else say.WAITING_PRIVATE


def _gaps(gaps: Sequence[Gap], language: Language) -> list[Block | None]:
    if not gaps:
        return [_heading(say.GAPS.to(language)), paragraph(say.NO_GAPS.to(language))]
    blocks: list[Block | None] = [_heading(say.GAPS.to(language))]
    for gap in gaps[:GAPS]:
        blocks += _gap(gap, language)
    if len(gaps) > GAPS:
        blocks.append(context(say.MORE_GAPS.fill(count=len(gaps) - GAPS).to(language)))
    return blocks


def _gap(gap: Gap, language: Language) -> list[Block | None]:
    asked, value = gap.latest, f"{language.value} {gap.id}"
    sentence = say.GAP_ONCE if gap.count == 1 else say.GAP_COUNT
    count = sentence.to(language).format(count=gap.count, user=asked.user)
    question = richtext.words(shorten(asked.question, QUESTION), richtext.BOLD)
    return [
        richtext.block([richtext.section(question)]),
        context(count) if asked.user else None,
        actions(
            [
                button(say.WRITE.to(language), "gap.write", value, style="primary"),
                button(say.BELONGS.to(language), "gap.belongs", value),
                button(say.NOT_FOR_US.to(language), "gap.dismiss", value),
            ]
        ),
    ]


def _shadowed(written: Sequence[Written], language: Language) -> Block | None:
    if not written:
        return None
    headings = ", ".join(piece.section.heading for piece in written)
    return paragraph(say.SHADOWED.fill(sections=headings).to(language))


def _admin(seen: AdminPart, language: Language) -> list[Block | None]:
    manners = seen.manners
    known = sorted(manners.default | set(manners.modes))
    lines = [
        say.MODE_LINE.to(language).format(channel=one, mode=MODES[manners.mode(one)].to(language))
        for one in known
    ]
    return [
        {"type": "divider"},
        _heading(say.CHANNELS.to(language)),
        paragraph(say.CHANNELS_HINT.to(language)),
        context("\n".join(lines)) if lines else None,
        actions([button(say.CHOOSE_CHANNEL.to(language), "channel.choose", language.value)]),
        _digest(manners.digest, language),
    ]


def _digest(channel: str | None, language: Language) -> Block:
    """Which channel gets the weekly digest."""
    menu: Block = {
        "type": "conversations_select",
        "action_id": "channel.digest",
        "placeholder": plain_text(say.CHOOSE_CHANNEL.to(language)),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    if channel:
        menu["initial_conversation"] = channel
    label = {"type": "mrkdwn", "text": say.DIGEST.to(language)}
    return {"type": "section", "text": label, "accessory": menu}
