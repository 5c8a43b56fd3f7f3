"""The buttons under an answer: choices, neighbours, all of it, the text for the customer."""

from bot.core.article import Section
from bot.core.words.slack import replies as say
from bot.slack.blocks import replies
from bot.slack.blocks.parts import Message, preceded
from bot.slack.blocks.replies import Answer
from bot.slack.front import Front, Press


async def chosen(front: Front, press: Press) -> None:
    """One of an *Unsure* reply's choices: it replaces the message, and the question is answered."""
    section = await _named(front, press)
    await _replace(front, press, _shown(front, press, section))
    if section is not None and len(press.ids) > 1:
        await front.team.chose(press.channel, press.ids[1], section.key)


async def neighbour(front: Front, press: Press) -> None:
    """What stands next to an answer in its article: it replaces the message."""
    section = await _named(front, press)
    await _replace(front, press, _shown(front, press, section))


async def all_of_it(front: Front, press: Press) -> None:
    """*Show all*: the whole section replaces the message."""
    section = await _named(front, press)
    await _replace(front, press, _shown(front, press, section, whole=True))


async def none_of_these(front: Front, press: Press) -> None:
    """*None of these*: the message says what can be done instead."""
    shown = Answer(press.ids[-1] if len(press.ids) > 1 else "")
    await _replace(front, press, replies.not_found(press.language, shown))


async def _replace(front: Front, press: Press, answer: Message) -> None:
    """Put another answer in its place; a check's verdict above it stays."""
    message = preceded(Message("", press.checked), answer)
    await front.outbox.answer(press.to, message, replace=True)


def _shown(front: Front, press: Press, section: Section | None, *, whole: bool = False) -> Message:
    if section is None:
        return replies.sentence(say.CHOICE_GONE, press.language)
    question = press.ids[1] if len(press.ids) > 1 else ""
    article = front.desk.article(section.article, section.language)
    return replies.found(section, article, Answer(question, whole=whole, below=bool(press.checked)))


async def for_customer(front: Front, press: Press) -> None:
    """*Text for the customer*: plain text to paste into a mail, seen by the presser only."""
    section = await _named(front, press)
    if section is None:
        answer = replies.sentence(say.CHOICE_GONE, press.language)
    else:
        answer = replies.customer_text(section)
    await front.outbox.answer(press.to, answer)


async def _named(front: Front, press: Press) -> Section | None:
    """The section that a button names, if the presser may read it."""
    person = await front.people.person(press.user)
    key = press.ids[0] if press.ids else ""
    return front.desk.section(key, press.language, person.audience)
