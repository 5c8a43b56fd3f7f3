"""`/helpdesk`: a private answer, the menus, and what is kept of somebody."""

from bot.core.words import Text
from bot.core.words.slack import replies as say
from bot.slack import markup, wish
from bot.slack.blocks import replies
from bot.slack.blocks.parts import Message
from bot.slack.front import Command, Front
from bot.slack.listeners import menus, questions, rights
from bot.slack.people import Person
from bot.slack.wish import Question

ASK = frozenset({"ask", "frage"})
FORGET = frozenset({"forget me", "forget", "vergiss mich", "vergessen"})
EXPORT = frozenset({"export", "exportieren"})


async def command(front: Front, command: Command) -> None:
    """`/helpdesk`, `/helpdesk ask …`, `topics`, `stats`, `forget me`, `export`: all privately."""
    asker = await front.people.person(command.user)
    await front.outbox.answer(command.to, await _answer(front, command, asker))


async def _answer(front: Front, command: Command, asker: Person) -> Message:
    typed = command.text
    order = " ".join(typed.split()).casefold()
    if order in FORGET:
        return replies.sentence(await _forget(front, asker), front.language(asker))
    if order in EXPORT:
        return replies.sentence(await _kept(front, asker), front.language(asker))
    question = _question(typed)
    if question is None:
        return await menus.command(front, typed, asker)
    channel = command.to.place.channel
    return await questions.private(front, question, asker, channel, command.trigger)


def _question(typed: str) -> str | None:
    """What is asked behind `ask`, or by several words that are no order of ours."""
    word, _, rest = typed.strip().partition(" ")
    if word.casefold() in ASK:
        return markup.read(rest).text
    wanted = wish.read(markup.read(typed))
    return wanted.text if isinstance(wanted, Question) and len(wanted.text.split()) > 1 else None


async def _forget(front: Front, asker: Person) -> Text:
    """Delete what is kept of the person who asks for it, and nobody else."""
    rows = await front.privacy.forget(front.me.team, asker.id)
    return say.FORGOTTEN if rows else say.NOTHING_KEPT


async def _kept(front: Front, asker: Person) -> Text:
    """How much is kept of the workspace, for admins, and how to get it."""
    await rights.admins_only(front, asker.id, "export", say.EXPORT_ADMINS)
    tables = await front.privacy.export(front.me.team)
    told = ", ".join(f"{name} {len(rows)}" for name, rows in tables.items())
    return say.KEPT.fill(tables=told, team=front.me.team)
