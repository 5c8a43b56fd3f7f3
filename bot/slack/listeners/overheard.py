"""Support channels: what nobody put to us, answered only where we are sure; and keeping quiet."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from bot.core.article import Section
from bot.core.chatter import is_question
from bot.core.errors import BadInput, Unavailable
from bot.core.manners import Post, together
from bot.core.reply import Found, Reply
from bot.core.words import Language
from bot.core.words.slack import home as say
from bot.slack import markup
from bot.slack.blocks import replies
from bot.slack.blocks.parts import button
from bot.slack.blocks.replies import Answer
from bot.slack.blocks.richtext import Element
from bot.slack.front import Front, Press
from bot.slack.incoming import Incoming
from bot.slack.inquiry import suggested
from bot.slack.listeners import questions
from bot.slack.markup import Said
from bot.slack.outbox import Place


async def overheard(front: Front, incoming: Incoming) -> None:
    """A new message in a support channel: a sure answer in its thread, or not one word."""
    said = markup.read(incoming.raw, me=front.me.user)
    post = Post(incoming.user, said.text, float(incoming.ts), incoming.ts)
    posts = front.recent.add(incoming.channel, post)
    if await front.roles.helps(incoming.user):
        return
    pieces = together(posts, post.user, post.at)
    reply = await _judged(front, incoming, said.text, pieces)
    if isinstance(reply.outcome, Found):
        if not await _answered_by_somebody(front, incoming):
            await questions.keep(front, incoming, reply)
            await _answered(front, incoming, reply.outcome.section, pieces)
            shown = Answer(incoming.ts, unasked=True, check=_offer(said, reply.language))
            await questions.post(front, incoming, questions.reply_message(front, reply, shown))
            # We have spoken: what comes next is judged by itself, not with what is answered.
            front.recent.add(incoming.channel, Post(front.me.user, "", post.at))
    elif is_question(said.text):
        await questions.keep(front, incoming, reply)


def _offer(said: Said, language: Language) -> Element | None:
    """A button for the live check that the question asks for."""
    inquiry = suggested(said.typed, said.links)
    if inquiry is None:
        return None
    value = f"{language.value} {inquiry.typed}"
    return button(inquiry.offer(language), f"{inquiry.check_wish.check.value}.offer", value)


async def _judged(front: Front, incoming: Incoming, text: str, pieces: Sequence[Post]) -> Reply:
    """The reply to this post, or to it together with what the same person said just before."""
    reply = await questions.asked(front, incoming, text, unasked=True)
    if isinstance(reply.outcome, Found) or len(pieces) == 1:
        return reply
    joined = await questions.asked(front, incoming, _joined(pieces), unasked=True)
    return joined if isinstance(joined.outcome, Found) else reply


def _joined(pieces: Iterable[Post]) -> str:
    return "\n".join(piece.text for piece in pieces)


async def _answered(
    front: Front, incoming: Incoming, section: Section, pieces: Sequence[Post]
) -> None:
    """What the same person said just before is answered too, if together it gets this section."""
    if len(pieces) == 1:
        return
    joined = await questions.asked(front, incoming, _joined(pieces), unasked=True)
    if isinstance(joined.outcome, Found) and joined.outcome.section.key == section.key:
        for piece in pieces[:-1]:
            await front.team.chose(incoming.channel, piece.ts, section.key)


async def _answered_by_somebody(front: Front, incoming: Incoming) -> bool:
    """Whether a person has replied in the thread while we were thinking."""
    try:
        thread = await front.outbox.thread(Place(incoming.channel, incoming.ts))
    except Unavailable:
        return False
    return any(message.get("user") not in {incoming.user, None} for message in thread[1:])


async def mute(front: Front, press: Press) -> None:
    """*Mute in this channel for today*: nothing unasked until the presser's midnight."""
    person = await front.people.person(press.user)
    if person.stranger:
        raise BadInput(say.ONLY_MEMBERS)
    until = midnight(front.team.now(), person.offset)
    await front.team.mute(press.to.place.channel, until, press.user)
    await front.outbox.answer(press.to, replies.sentence(say.MUTED, press.language))


def midnight(now: float, offset: int) -> float:
    """The next midnight of somebody whose clock is `offset` seconds ahead of UTC."""
    there = datetime.fromtimestamp(now + offset, UTC)
    tomorrow = there.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return tomorrow.timestamp() - offset
