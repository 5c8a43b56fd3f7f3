"""Questions put to us: in a mention, in a DM, by `/helpdesk`."""

from bot.core.article import Audience
from bot.core.errors import BadInput
from bot.core.feedback import Answered, Asked
from bot.core.reply import Found, NotFound, Reply, Unsure
from bot.core.words.slack import replies as say
from bot.slack import markup, wish
from bot.slack.blocks import replies
from bot.slack.blocks.parts import Message
from bot.slack.blocks.replies import Answer
from bot.slack.front import Command, Front
from bot.slack.incoming import Incoming
from bot.slack.inquiry import suggested
from bot.slack.listeners import checks, menus
from bot.slack.outbox import Place
from bot.slack.people import Person
from bot.slack.wish import CheckWish, Menu, Question

OUTCOMES = {Found: Answered.FOUND, Unsure: Answered.UNSURE, NotFound: Answered.NOT_FOUND}


async def addressed(front: Front, incoming: Incoming) -> None:
    """A mention or a DM: answered in its thread, unless it was answered before it was edited."""
    if incoming.added and await _answered(front, incoming):
        return
    asker = await front.people.person(incoming.user)
    try:
        answer = await _answer(front, incoming, asker)
    except BadInput as bad:
        answer = replies.sentence(bad.sentence, front.language(asker))
    await post(front, incoming, answer)
    await _checked(front, incoming)


async def _checked(front: Front, incoming: Incoming) -> None:
    """A question that names a domain or addresses gets the result of the live check as well."""
    said = markup.read(incoming.raw, me=front.me.user)
    asked = await front.team.asked(incoming.channel, incoming.ts)
    inquiry = suggested(said.typed, said.links) if asked else None
    if asked and inquiry:
        await post(front, incoming, await checks.run(front, incoming, inquiry, asked.language))


async def _answered(front: Front, incoming: Incoming) -> bool:
    asked = await front.team.asked(incoming.channel, incoming.ts)
    return asked is not None and asked.outcome is Answered.FOUND


async def _answer(front: Front, incoming: Incoming, asker: Person) -> Message:
    said = markup.read(incoming.raw, me=front.me.user)
    readers = audience(incoming, asker)
    match wish.read(said):
        case CheckWish() as check:
            return await checks.mentioned(front, incoming, check, said)
        case Menu() as menu:
            return await menus.message(front, menu, asker, readers)
        case Question(text):
            reply = await front.desk.ask(text, language=asker.language, audience=readers)
            await keep(front, incoming, reply)
            return reply_message(front, reply, Answer(incoming.ts))


async def keep(front: Front, incoming: Incoming, reply: Reply) -> None:
    """Remember what was asked and how it ended."""
    section = reply.outcome.section.key if isinstance(reply.outcome, Found) else None
    await front.team.keep(
        Asked(
            id=0,
            question=reply.question,
            language=reply.language,
            outcome=OUTCOMES[type(reply.outcome)],
            at=front.team.now(),
            user=incoming.user,
            channel=incoming.channel,
            ts=incoming.ts,
            section=section,
            score=reply.score,
        )
    )


async def post(front: Front, incoming: Incoming, message: Message) -> None:
    """Put an answer into the thread, marked with the question it answers."""
    place = Place(incoming.channel, incoming.thread)
    about = {"question": incoming.ts, "subject": message.subject}
    await front.outbox.post(place, message, about=about)


def audience(incoming: Incoming, asker: Person) -> Audience:
    """Where people of other workspaces read along, only what everybody may read is said."""
    return Audience.PUBLIC if incoming.shared else asker.audience


def reply_message(front: Front, reply: Reply, shown: Answer) -> Message:
    """The message for each outcome."""
    match reply.outcome:
        case Found(section):
            article = front.desk.article(section.article, section.language)
            return replies.found(section, article, shown)
        case Unsure(choices):
            return replies.unsure(choices, reply.language, shown)
        case NotFound():
            return replies.not_found(reply.language, shown)


async def helpdesk_command(front: Front, command: Command) -> None:
    """`/helpdesk`, `/helpdesk ask …`, `/helpdesk topics`, `/helpdesk stats`: answered privately."""
    asker = await front.people.person(command.user)
    word, _, rest = command.text.strip().partition(" ")
    if word.casefold() in {"ask", "frage"}:
        answer = await private(front, markup.read(rest).text, asker)
    else:
        answer = await menus.command(front, command.text, asker)
    await front.outbox.answer(command.to, answer)


async def private(front: Front, question: str, asker: Person) -> Message:
    """An answer that only the asker sees."""
    if not question:
        raise BadInput(say.NO_QUESTION)
    reply = await front.desk.ask(question, language=asker.language, audience=asker.audience)
    return reply_message(front, reply, replies.PRIVATE)
