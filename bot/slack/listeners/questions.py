"""Questions put to us: in a mention, in a DM, by `/helpdesk`."""

from bot.core.article import Audience
from bot.core.chatter import is_thanks, wants_person
from bot.core.errors import BadInput, Unavailable
from bot.core.feedback import Answered, Asked
from bot.core.personal import is_small_talk
from bot.core.reply import Found, NotFound, Reply, Unsure
from bot.core.words.slack import replies as say
from bot.slack import claiming, markup, thread, wish
from bot.slack.blocks import replies
from bot.slack.blocks.parts import Message, preceded
from bot.slack.blocks.replies import Answer
from bot.slack.front import Front
from bot.slack.incoming import Incoming
from bot.slack.inquiry import is_pasted, suggested
from bot.slack.listeners import checks, menus
from bot.slack.markup import Said
from bot.slack.outbox import Place
from bot.slack.people import Person
from bot.slack.wish import CheckWish, Menu, Question

LONGEST_TRIGGER = 40  # characters; its end is what differs
OUTCOMES = {Found: Answered.FOUND, Unsure: Answered.UNSURE, NotFound: Answered.NOT_FOUND}


async def addressed(front: Front, incoming: Incoming) -> None:
    """A mention or a DM: answered in its thread, unless it was answered before it was edited."""
    if incoming.added and await _answered(front, incoming):
        return
    asker = await front.people.person(incoming.user)
    await post(front, incoming, await answer(front, incoming, asker))


async def _answered(front: Front, incoming: Incoming) -> bool:
    asked = await front.team.asked(incoming.channel, incoming.ts)
    return asked is not None and asked.outcome is Answered.FOUND


async def answer(front: Front, incoming: Incoming, asker: Person) -> Message:
    """What is said to a mention or a DM, whatever they want."""
    said = markup.read(incoming.raw, me=front.me.user)
    try:
        match wish.read(said):
            case CheckWish() as check:
                return await checks.mentioned(front, incoming, check, said)
            case Menu() as menu:
                readers = audience(incoming, asker)
                return await menus.message(front, menu, asker, readers)
            case Question(text):
                return await _to_question(front, incoming, text, said)
    except BadInput as bad:
        return replies.sentence(bad.sentence, front.language(asker))


async def _to_question(front: Front, incoming: Incoming, text: str, said: Said) -> Message:
    """The answer; a domain or addresses named in the question are checked along with it."""
    inquiry = suggested(said.typed, said.links)
    reply = await asked(front, incoming, text)
    if wants_person(text):  # what the thread began with is what they want help with
        return replies.offer_person(reply.language, Answer(incoming.thread))
    if inquiry is None:
        await keep(front, incoming, reply)
        return reply_message(front, reply, Answer(incoming.ts))
    result = await checks.run(front, incoming, inquiry, reply.language)
    if isinstance(reply.outcome, NotFound) or is_pasted(said.typed):
        return result  # what the live check says is the answer
    await keep(front, incoming, reply)
    first = checks.headlines(result, inquiry, reply.language)
    return preceded(first, reply_message(front, reply, Answer(incoming.ts, below=True)))


async def asked(front: Front, incoming: Incoming, text: str, *, unasked: bool = False) -> Reply:
    """The desk's reply; below an answer of ours, the section that it was about counts."""
    asker = await front.people.person(incoming.user)
    return await front.desk.ask(
        text,
        language=asker.language,
        unasked=unasked,
        audience=audience(incoming, asker),
        subject=None if incoming.first else await _subject(front, incoming),
    )


async def _subject(front: Front, incoming: Incoming) -> str | None:
    """The section that the thread is about: what we said last, or what was chosen there."""
    place = Place(incoming.channel, incoming.thread)
    try:
        messages = await front.outbox.thread(place)
    except Unavailable:
        return None
    before = [message for message in messages if message.get("ts", "") < incoming.ts]
    for section, question in thread.spoken_of(before):
        chosen = None if section else await front.team.asked(incoming.channel, question)
        if found := section or (chosen.section if chosen else None):
            return found
    return None


async def keep(front: Front, incoming: Incoming, reply: Reply) -> None:
    """Remember what was asked and how it ended."""
    await _keep(front, reply, incoming.user, Place(incoming.channel, incoming.ts))


async def _keep(front: Front, reply: Reply, user: str, where: Place) -> None:
    section = reply.outcome.section.key if isinstance(reply.outcome, Found) else None
    await front.team.keep(
        Asked(
            id=0,
            question=reply.question,
            language=reply.language,
            outcome=OUTCOMES[type(reply.outcome)],
            at=front.team.now(),
            user=user,
            channel=where.channel,
            ts=where.thread or "",
            section=section,
            score=reply.score,
        )
    )


async def post(front: Front, incoming: Incoming, message: Message) -> None:
    """Put an answer into the thread, marked with the question it answers."""
    place = Place(incoming.channel, incoming.thread)
    await claiming.still_ours(front, incoming.key)
    await front.outbox.post(place, message, about=about(incoming, message))


def about(incoming: Incoming, message: Message) -> dict[str, str]:
    """What is kept with an answer: which question it answers, and what it is about."""
    return {"question": incoming.ts, "subject": message.subject}


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
        case NotFound() if is_thanks(reply.question):
            return replies.sentence(say.WELCOME, reply.language)
        case NotFound() if is_small_talk(reply.question):
            return replies.sentence(say.LISTENING, reply.language)
        case NotFound():
            told = front.desk.server_text(reply.question)
            return replies.not_found(reply.language, shown, told)


async def private(
    front: Front, question: str, asker: Person, channel: str, trigger: str
) -> Message:
    """An answer that only the asker sees; kept like every other, under what set it off."""
    if not question:
        raise BadInput(say.NO_QUESTION)
    reply = await front.desk.ask(question, language=asker.language, audience=asker.audience)
    where = Place(channel, f"{thread.PRIVATE}{trigger[-LONGEST_TRIGGER:]}")
    if wants_person(question):
        return replies.offer_person(reply.language, Answer(where.thread or ""))
    await _keep(front, reply, asker.id, where)
    return reply_message(front, reply, Answer(where.thread or ""))
