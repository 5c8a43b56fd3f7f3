"""What is said in a thread of ours without a mention, and questions that are put in other words."""

import asyncio
from dataclasses import replace

from bot.core.chatter import is_question
from bot.core.errors import Unavailable
from bot.core.reply import Found
from bot.slack import markup, thread
from bot.slack.blocks.parts import Message
from bot.slack.blocks.replies import Answer
from bot.slack.front import Front
from bot.slack.incoming import Incoming
from bot.slack.listeners import questions
from bot.slack.outbox import Place
from bot.slack.people import Person

PAUSE = 0.2  # seconds between two looks whether a question is answered
PATIENCE = 12.0  # seconds; longer than a check may take


async def followed(front: Front, incoming: Incoming) -> None:
    """A further question below the asker's own mention: answered if we are sure.

    Quiet once another person has spoken there, and where we were never spoken to.
    """
    said = markup.read(incoming.raw, me=front.me.user)
    if not is_question(said.text):
        return
    place = Place(incoming.channel, incoming.thread)
    if not thread.between_us(await front.outbox.thread(place), incoming.user, front.me.user):
        return
    reply = await questions.asked(front, incoming, said.text, unasked=True)
    await questions.keep(front, incoming, reply)
    if isinstance(reply.outcome, Found):
        answer = questions.reply_message(front, reply, Answer(incoming.ts))
        await questions.post(front, incoming, answer)


async def revised(front: Front, incoming: Incoming) -> None:
    """An edit of a question that we have answered: our reply changes if it would differ.

    Of several edits each leads to the words as they stand now, in whatever order they are read.
    """
    await _answered_before(front, incoming)
    try:
        messages = await front.outbox.thread(Place(incoming.channel, incoming.thread))
    except Unavailable:
        return
    ours = thread.reply_to(messages, incoming.ts)
    if ours is None:
        return
    latest = replace(incoming, raw=thread.text_of(messages, incoming.ts) or incoming.raw)
    asker = await front.people.person(latest.user)
    answer = await _anew(front, latest, asker)
    if answer is not None and answer.text != ours.get("text"):
        about = questions.about(latest, answer)
        await front.outbox.update(latest.channel, str(ours["ts"]), answer, about=about)


async def _answered_before(front: Front, incoming: Incoming) -> None:
    """Wait for whoever, in whatever replica, is at work on the question as it was.

    `Unavailable` where they take too long: the edit is taken up again later.
    """
    for _ in range(round(PATIENCE / PAUSE)):
        if not await front.claims.under_way(incoming.first_keys):
            return
        await asyncio.sleep(PAUSE)
    raise Unavailable("An edit has to wait for the answer to what was written before.")


async def _anew(front: Front, incoming: Incoming, asker: Person) -> Message | None:
    """The reply to the question as it is now; None where we would not speak up."""
    if incoming.addressed:
        return await questions.answer(front, incoming, asker)
    said = markup.read(incoming.raw, me=front.me.user)
    reply = await questions.asked(front, incoming, said.text, unasked=True)
    if not isinstance(reply.outcome, Found):
        return None
    await questions.keep(front, incoming, reply)
    return questions.reply_message(front, reply, Answer(incoming.ts, unasked=True))
