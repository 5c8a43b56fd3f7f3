"""A message that has been taken: to whoever is in charge of it."""

from bot.slack.front import Front
from bot.slack.incoming import Incoming
from bot.slack.listeners import overheard, questions


async def heard(front: Front, incoming: Incoming) -> None:
    """Put to us, or only overheard in a support channel."""
    if incoming.addressed:
        await questions.addressed(front, incoming)
    else:
        await overheard.overheard(front, incoming)
