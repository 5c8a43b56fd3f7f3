"""Questions: in a mention, in a DM, by `/helpdesk`, and unasked in a support channel."""

from bot.core.article import Audience, Section
from bot.core.errors import BadInput
from bot.core.reply import Found, NotFound, Reply, Unsure
from bot.core.words.slack import replies as say
from bot.slack import markup, wish
from bot.slack.blocks import replies
from bot.slack.blocks.parts import Message
from bot.slack.front import Command, Front, Press
from bot.slack.incoming import Incoming
from bot.slack.listeners import checks
from bot.slack.outbox import Place
from bot.slack.people import Person
from bot.slack.wish import CheckWish, Menu, Question


async def heard(front: Front, incoming: Incoming) -> None:
    """A message: answered in its thread if it is addressed to us, or if we are sure unasked."""
    if incoming.addressed:
        await _answer(front, incoming, await _asked(front, incoming))
    else:
        await _unasked(front, incoming)


async def _asked(front: Front, incoming: Incoming) -> Message:
    said = markup.read(incoming.raw, me=front.me.user)
    asker = await front.people.person(incoming.user)
    try:
        match wish.read(said):
            case CheckWish() as check:
                return await checks.mentioned(front, incoming, check, said)
            case Menu() as menu:
                return menu_message(front, menu, asker, _audience(incoming, asker))
            case Question(text):
                return await _reply(front, text, asker, _audience(incoming, asker))
    except BadInput as bad:
        return replies.sentence(bad.sentence, front.language(asker))


async def _unasked(front: Front, incoming: Incoming) -> None:
    """Silence leaves no trace, so that an edit that mentions us is still answered."""
    asker = await front.people.person(incoming.user)
    said = markup.read(incoming.raw, me=front.me.user)
    audience = _audience(incoming, asker)
    reply = await front.desk.ask(
        said.text, language=asker.language, unasked=True, audience=audience
    )
    if isinstance(reply.outcome, Found):
        await _answer(front, incoming, reply_message(front, reply))
    else:
        await front.claims.release(incoming.team, incoming.channel, incoming.ts)


async def _answer(front: Front, incoming: Incoming, message: Message) -> None:
    place = Place(incoming.channel, incoming.thread)
    await front.outbox.post(place, message, about={"question": incoming.ts})


def _audience(incoming: Incoming, asker: Person) -> Audience:
    """Where people of other workspaces read along, only what everybody may read is said."""
    return Audience.PUBLIC if incoming.shared else asker.audience


async def _reply(front: Front, question: str, asker: Person, audience: Audience) -> Message:
    reply = await front.desk.ask(question, language=asker.language, audience=audience)
    return reply_message(front, reply)


def reply_message(front: Front, reply: Reply) -> Message:
    """The message for each outcome."""
    match reply.outcome:
        case Found(section):
            return section_message(front, section)
        case Unsure(choices):
            return replies.unsure(choices, reply.language)
        case NotFound():
            return replies.not_found(reply.language)


def section_message(front: Front, section: Section, *, whole: bool = False) -> Message:
    """A section with its source and neighbours."""
    article = front.desk.article(section.article, section.language)
    return replies.found(section, article, whole=whole)


def menu_message(front: Front, menu: Menu, asker: Person, audience: Audience) -> Message:
    """What can be had for one word."""
    language = front.language(asker)
    match menu:
        case Menu.TOPICS:
            return replies.topics(front.desk.articles(language, audience), language)
        case Menu.HELP | Menu.STATS:
            return replies.usage(language)


async def helpdesk_command(front: Front, command: Command) -> None:
    """`/helpdesk`, `/helpdesk ask …`, `/helpdesk topics`: answered privately."""
    asker = await front.people.person(command.user)
    word, _, rest = command.text.strip().partition(" ")
    if word.casefold() in {"ask", "frage"}:
        answer = await _private(front, markup.read(rest).text, asker)
    else:
        answer = _other(front, command.text, asker)
    await front.outbox.answer(command.to, answer)


async def _private(front: Front, question: str, asker: Person) -> Message:
    if not question:
        raise BadInput(say.NO_QUESTION)
    return await _reply(front, question, asker, asker.audience)


def _other(front: Front, typed: str, asker: Person) -> Message:
    said = markup.read(typed)
    wanted = wish.read(said)
    if isinstance(wanted, Menu):
        return menu_message(front, wanted, asker, asker.audience)
    unknown = say.UNKNOWN_COMMAND.fill(typed=said.text[:40])
    return replies.usage(front.language(asker), unknown)


async def chosen(front: Front, press: Press) -> None:
    """One of an *Unsure* reply's choices, or a neighbour: it replaces the message."""
    await front.outbox.answer(press.to, await _pressed(front, press), replace=True)


async def all_of_it(front: Front, press: Press) -> None:
    """*Show all*: the whole section replaces the message."""
    await front.outbox.answer(press.to, await _pressed(front, press, whole=True), replace=True)


async def _pressed(front: Front, press: Press, *, whole: bool = False) -> Message:
    section = await _section(front, press)
    if section is None:
        return replies.sentence(say.CHOICE_GONE, press.language)
    return section_message(front, section, whole=whole)


async def for_customer(front: Front, press: Press) -> None:
    """*Text for the customer*: plain text to paste into a mail, seen by the presser only."""
    section = await _section(front, press)
    if section is None:
        answer = replies.sentence(say.CHOICE_GONE, press.language)
    else:
        answer = replies.customer_text(section)
    await front.outbox.answer(press.to, answer)


async def _section(front: Front, press: Press) -> Section | None:
    asker = await front.people.person(press.user)
    return front.desk.section(press.subject, press.language, asker.audience)
