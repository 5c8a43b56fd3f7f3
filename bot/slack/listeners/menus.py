"""What can be had for one word: help, the topics, the ratings."""

from collections.abc import Callable

from bot.core.article import Audience
from bot.core.words import Language
from bot.core.words.slack import replies as say
from bot.slack import markup, wish
from bot.slack.blocks import feedback, replies
from bot.slack.blocks.parts import Message
from bot.slack.front import Front
from bot.slack.people import Person
from bot.slack.wish import Menu

LONGEST_SHOWN = 40  # characters of an unknown command that we repeat


async def message(front: Front, menu: Menu, asker: Person, audience: Audience) -> Message:
    """The message for one of these words."""
    language = front.language(asker)
    match menu:
        case Menu.TOPICS:
            return replies.topics(front.desk.articles(language, audience), language)
        case Menu.STATS:
            return await stats(front, language, audience)
        case Menu.HELP:
            return replies.usage(language)


async def command(front: Front, typed: str, asker: Person) -> Message:
    """What `/helpdesk` answers to a word; to an unknown one, what it knows."""
    said = markup.read(typed)
    wanted = wish.read(said)
    if isinstance(wanted, Menu):
        return await message(front, wanted, asker, asker.audience)
    unknown = say.UNKNOWN_COMMAND.fill(typed=said.text[:LONGEST_SHOWN])
    return replies.usage(front.language(asker), unknown)


async def stats(front: Front, language: Language, audience: Audience) -> Message:
    """How questions ended and how the sections are rated that these people may read."""
    counts = await front.team.counts()
    internal = audience is Audience.INTERNAL
    tallies = [
        tally
        for tally in await front.team.tallies()
        if internal or front.desk.section(tally.section, language, audience)
    ]
    return feedback.stats(tallies, counts, headings(front, language), language)


def headings(front: Front, language: Language) -> Callable[[str], str]:
    """Names a section by its heading, or by its key where it is gone."""

    def heading(key: str) -> str:
        section = front.desk.section(key, language, Audience.INTERNAL)
        return section.heading if section else key

    return heading
