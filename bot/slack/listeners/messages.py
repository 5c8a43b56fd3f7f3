"""A message that has been taken: to whoever is in charge of it."""

from bot.slack.front import Front
from bot.slack.incoming import Incoming
from bot.slack.listeners import overheard, questions, threads


async def heard(front: Front, incoming: Incoming) -> None:
    """Put to us, said again in other words, said below a question, or only overheard."""
    if incoming.revised:
        await threads.revised(front, incoming)
    elif not (incoming.addressed or incoming.first):
        await threads.followed(front, incoming)
    elif incoming.addressed:
        await questions.addressed(front, incoming)
    else:
        await overheard.overheard(front, incoming)
