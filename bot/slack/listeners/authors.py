"""The team closes gaps: writes the answer, files the question, or lets it be; and sets up channels."""

from collections.abc import Mapping

from bot.core import overlay
from bot.core.article import Audience, Section
from bot.core.errors import BadInput
from bot.core.feedback import Asked, Gap
from bot.core.words import Language, Text
from bot.core.words.slack import home as say
from bot.core.words.slack import replies as replies_say
from bot.core.written import Mode, Written
from bot.slack import markup, shape
from bot.slack.blocks import authoring, replies
from bot.slack.blocks.authoring import Draft
from bot.slack.front import Front, Press, Shortcut, Submission
from bot.slack.listeners import home, rights
from bot.slack.outbox import Place

ARTICLES = {  # that hold what is written in Slack, by who may read it
    Audience.INTERNAL: "team-answers",
    Audience.PUBLIC: "team-answers-public",
}
SHORTEST_TITLE = 3  # characters


async def write(front: Front, press: Press) -> None:
    """*Write the answer*: the form, with the question as its title, for who asked it to read."""
    gap = await _gap(front, press)
    audience = await _readers(front, gap.latest)
    draft = Draft(press.value, gap.latest.question, language=gap.latest.language, audience=audience)
    await front.outbox.open(press.trigger, authoring.write_form(draft, press.language))


async def _readers(front: Front, asked: Asked | None) -> Audience:
    """Whom an answer has to reach: a guest who asked reads only what everybody may read."""
    if asked is None:
        return Audience.INTERNAL
    return (await front.people.person(asked.user)).audience


def mistakes(submission: Submission) -> Mapping[str, Text]:
    """What is missing in the form, by field."""
    wrong: dict[str, Text] = {}
    if len(submission.entered.get("title", "").strip()) < SHORTEST_TITLE:
        wrong["title"] = say.TITLE_MISSING
    if not submission.entered.get("text", "").strip():
        wrong["text"] = say.TEXT_MISSING
    return wrong


async def written(front: Front, submission: Submission) -> None:
    """The form: the section is kept and live at once; the gap it answers is closed.

    Sent twice, it is kept once and said once.
    """
    await rights.team_only(front, submission.user, submission.callback)
    piece = _written(front, submission)
    if any(old.section == piece.section for old in await front.team.written()):
        return
    number, channel, ts = (*submission.ids, "", "", "")[:3]
    gap = await front.team.gap(int(number)) if number.isdecimal() else None
    await front.team.write(piece, gap)
    await front.desk.refresh()
    if channel and ts:
        answer = replies.found(piece.section, None)
        await front.outbox.post(Place(channel, ts), answer)
    await home.opened(front, submission.user)


def _written(front: Front, submission: Submission) -> Written:
    entered = submission.entered
    language = Language.DE if entered.get("language") == "de" else Language.EN
    title = entered["title"].strip()
    keywords = (word.strip() for word in entered.get("keywords", "").split(","))
    public = entered.get("audience") == Audience.PUBLIC
    audience = Audience.PUBLIC if public else Audience.INTERNAL
    section = Section(
        article=ARTICLES[audience],
        id=overlay.section_id(title),
        language=language,
        heading=title,
        text=overlay.tamed(entered["text"].strip()),
        keywords=tuple(word for word in keywords if word),
    )
    name = say.ARTICLE_TITLE.to(language)
    return Written(section, name, audience, submission.user, front.team.now())


async def belongs(front: Front, press: Press) -> None:
    """*Belongs to section …*: a menu of all sections."""
    gap = await _gap(front, press)
    articles = front.desk.articles(gap.latest.language, Audience.INTERNAL)
    form = authoring.belongs_form(gap.latest.question, articles, press.value, press.language)
    await front.outbox.open(press.trigger, form)


async def filed(front: Front, submission: Submission) -> None:
    """The form: the gap's questions become sample questions of the section."""
    number, key = (*submission.ids, "")[0], submission.entered.get("section", "")
    await rights.team_only(front, submission.user, submission.callback)
    gap = await front.team.gap(int(number)) if number.isdecimal() else None
    if gap is None or front.desk.section(key, gap.latest.language, Audience.INTERNAL) is None:
        raise BadInput(say.GAP_GONE)
    await front.team.file(gap, key, submission.user)
    await front.desk.refresh()
    await home.opened(front, submission.user)


async def dismiss(front: Front, press: Press) -> None:
    """*Not for us*: the gap goes."""
    await front.team.dismiss(await _gap(front, press))
    await home.opened(front, press.user)


async def _gap(front: Front, press: Press) -> Gap:
    """The gap a button names, for the team only."""
    await rights.team_only(front, press.user, press.action)
    gap = await front.team.gap(int(press.subject)) if press.subject.isdecimal() else None
    if gap is None:
        raise BadInput(say.GAP_GONE)
    return gap


async def answer_this(front: Front, shortcut: Shortcut) -> None:
    """*Answer this* in a message's menu: the form, with the message as the question."""
    await _open(front, shortcut, as_title=True)


async def save_as_article(front: Front, shortcut: Shortcut) -> None:
    """*Save as article* in a message's menu: the form, with the message as the text."""
    await _open(front, shortcut, as_title=False)


async def _open(front: Front, shortcut: Shortcut, *, as_title: bool) -> None:
    await rights.team_only(front, shortcut.user, "message.answer" if as_title else "message.save")
    said = markup.read(shortcut.text, me=front.me.user).text
    if not said:
        raise BadInput(say.NO_TEXT)
    language = front.language(await front.people.person(shortcut.user))
    asked = await front.team.asked(shortcut.to.place.channel, shortcut.ts)
    number = str(asked.id) if asked else "-"
    where = f" {shortcut.to.place.channel} {shortcut.ts}" if as_title else ""
    meta = f"{language.value} {number}{where}"
    title, text = (said, "") if as_title else ("", said)
    spoken = asked.language if asked else language
    draft = Draft(meta, title, text, spoken, await _readers(front, asked))
    await front.outbox.open(shortcut.trigger, authoring.write_form(draft, language))


async def choose_channel(front: Front, press: Press) -> None:
    """*Choose a channel*: for admins."""
    await rights.admins_only(front, press.user, press.action)
    form = authoring.channel_form(press.language, press.value)
    await front.outbox.open(press.trigger, form)


async def channel_chosen(front: Front, submission: Submission) -> None:
    """The form: what to do in that channel from now on."""
    channel, mode = submission.entered.get("channel"), submission.entered.get("mode")
    await rights.admins_only(front, submission.user, submission.callback)
    if channel and shape.is_channel(channel) and mode in list(Mode):
        await front.team.set_mode(channel, Mode(mode), submission.user)
        await home.opened(front, submission.user)


async def digest_channel(front: Front, press: Press) -> None:
    """The channel of the weekly digest, chosen in the Home tab."""
    await rights.admins_only(front, press.user, press.action)
    if press.value and not shape.is_channel(press.value):
        raise BadInput(replies_say.OLD_BUTTON)
    await front.team.set_digest(press.value or None, press.user)
