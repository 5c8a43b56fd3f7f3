"""The live checks: by command, by words in a mention or DM, and by the buttons under a result."""

import asyncio
from dataclasses import replace

from bot.core.words import Language
from bot.core.words.slack import checks as say
from bot.core.words.slack import replies as words
from bot.slack import markup
from bot.slack.blocks import replies
from bot.slack.blocks.parts import Message, actions, marked
from bot.slack.blocks.shown import Shown
from bot.slack.front import Command, Front, Press, Shortcut
from bot.slack.incoming import Incoming
from bot.slack.inquiry import Inquiry, inquire
from bot.slack.markup import Said
from bot.slack.outbox import Place
from bot.slack.wish import Check, CheckWish

SOON = 0.7  # seconds; a check that is quicker needs no line that it runs
SENDER_SECTION = "ionos-sender-2024/what-changed"  # where no section explains the verdict
SPF_SECTION = "ionos-spf/spf-what"


async def spf_command(front: Front, command: Command) -> None:
    """`/checkspf example.com`: privately; at once a line that it runs, then the result."""
    await _command(front, command, Check.SPF)


async def sender_command(front: Front, command: Command) -> None:
    """`/checksender max@gmail.com info@example.com`: privately."""
    await _command(front, command, Check.SENDER)


async def _command(front: Front, command: Command, check: Check) -> None:
    said = markup.read(command.text)
    language = front.language(await front.people.person(command.user))
    inquiry = inquire(CheckWish(check, said.typed), said.links)
    shown = Shown(inquiry.typed, language, private=True)
    work = asyncio.create_task(_checked(front, command.user, inquiry, shown))
    done, _ = await asyncio.wait({work}, timeout=SOON)
    if not done:
        line = say.CHECKING.fill(what=inquiry.typed)
        await front.outbox.answer(command.to, replies.sentence(line, language))
    await front.outbox.answer(command.to, await work, replace=True)


async def mentioned(front: Front, incoming: Incoming, wish: CheckWish, said: Said) -> Message:
    """`@Helpdesk checkspf example.com`: the result, for the thread."""
    language = front.language(await front.people.person(incoming.user))
    return await run(front, incoming, inquire(wish, said.links), language)


async def run(front: Front, incoming: Incoming, inquiry: Inquiry, language: Language) -> Message:
    """The result of a check for a thread, which shows meanwhile that it runs."""
    place = Place(incoming.channel, incoming.thread)
    await front.outbox.status(place, say.CHECKING_STATUS.to(language))
    return await _checked(front, incoming.user, inquiry, Shown(inquiry.typed, language))


async def _checked(front: Front, user: str, inquiry: Inquiry, shown: Shown) -> Message:
    """Run a check for somebody, if they have not had too many just now."""
    front.rates.spend(user)
    return await inquiry.run(front.desk, shown)


def headlines(result: Message, inquiry: Inquiry, language: Language) -> Message:
    """A check's verdict and its reason, and a button for the rest, to stand before an answer."""
    rest = actions(Shown(inquiry.typed, language).details(inquiry.check_wish.check.value))
    blocks = [*result.blocks[: inquiry.headlines], *([rest] if rest else [])]
    return replace(result, blocks=marked(blocks))


async def again(front: Front, press: Press) -> None:
    """*Check again*: the fresh result replaces the message."""
    inquiry = inquire(_wish(press))
    private = press.to.message is None
    result = await _checked(
        front, press.user, inquiry, Shown(inquiry.typed, press.language, private=private)
    )
    await front.outbox.answer(press.to, result, replace=True)


async def details(front: Front, press: Press) -> None:
    """*Show details*: all of it, in place of a private result, else privately beside it."""
    inquiry, private = inquire(_wish(press)), press.to.message is None
    shown = Shown(inquiry.typed, press.language, private=True, whole=True)
    result = await _checked(front, press.user, inquiry, shown)
    await front.outbox.answer(press.to, result, replace=private)


async def show(front: Front, press: Press) -> None:
    """*Show to channel*: the result for everybody there, with the name of who showed it."""
    inquiry = inquire(_wish(press))
    result = await _checked(
        front, press.user, inquiry, Shown(inquiry.typed, press.language, by=press.user)
    )
    await front.outbox.answer(press.to, result, public=True)


async def this_sender(front: Front, shortcut: Shortcut) -> None:
    """*Check this sender* in a message's menu: what it says of sender and account, privately."""
    said = markup.read(shortcut.text)
    inquiry = inquire(CheckWish(Check.SENDER, said.typed), said.links)
    language = front.language(await front.people.person(shortcut.user))
    shown = Shown(inquiry.typed, language, private=True)
    result = await _checked(front, shortcut.user, inquiry, shown)
    await front.outbox.answer(shortcut.to, result)


async def offer(front: Front, press: Press) -> None:
    """*Check SPF of …* under another answer: privately, beside it."""
    inquiry = inquire(_wish(press))
    result = await _checked(
        front, press.user, inquiry, Shown(inquiry.typed, press.language, private=True)
    )
    await front.outbox.answer(press.to, result)


def _wish(press: Press) -> CheckWish:
    return CheckWish(Check(press.action.partition(".")[0]), press.subject)


async def explain_spf(front: Front, press: Press) -> None:
    """*What is SPF?*: what the articles say, privately."""
    await _explain(front, press, SPF_SECTION)


async def explain_sender(front: Front, press: Press) -> None:
    """*Read the article section*: what explains the verdict, privately."""
    await _explain(front, press, press.subject or SENDER_SECTION)


async def _explain(front: Front, press: Press, key: str) -> None:
    asker = await front.people.person(press.user)
    section = front.desk.section(key, press.language, asker.audience)
    if section is None:
        answer = replies.sentence(words.NOT_FOUND, press.language)
    else:
        answer = replies.found(section, front.desk.article(section.article, section.language))
    await front.outbox.answer(press.to, answer)
