"""What is done now and then: the work of dead processes taken up, never twice; the digest."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

from bot.core.errors import Unavailable
from bot.core.words.slack import replies as say
from bot.core.work import Work
from bot.slack import incoming, weekly
from bot.slack.blocks import replies
from bot.slack.front import Command, Front
from bot.slack.incoming import Incoming
from bot.slack.listeners import messages
from bot.slack.outbox import Place

ROUND = 10.0  # seconds between two looks; a third of a lease
ATTEMPTS = 3  # at one piece of work; what kills three processes is left alone

_log = logging.getLogger("helpdesk.slack")


@asynccontextmanager
async def watching(front: Front, *, alone: bool) -> AsyncIterator[None]:
    """Take up at once what was left, look for more now and then, and hand over at the end.

    `alone` says that no other process uses this store, so that nobody's lease has to run out.
    """
    await _quietly(take_up(front, alone=alone))
    task = asyncio.create_task(_rounds(front))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await _quietly(front.claims.release())


async def _rounds(front: Front) -> None:
    while True:
        await asyncio.sleep(ROUND)
        if front.busy.count:
            await _quietly(front.claims.renew(at=front.team.now()))
        await _quietly(take_up(front))
        await _quietly(weekly.tell(front, front.team.now()))


async def _quietly(work: Any) -> None:
    try:
        await work
    except Unavailable as error:  # the next round will do
        _log.warning("Unfinished work has to wait: %s", error)


async def take_up(front: Front, *, alone: bool = False) -> int:
    """Do what others have claimed and not done; how much there was."""
    found = await front.claims.take_over(at=front.team.now(), alone=alone)
    for work in found:
        with front.busy.working():
            await _again(front, work)
    return len(found)


async def _again(front: Front, work: Work) -> None:
    try:
        if work.attempt > ATTEMPTS:
            _log.error("Given up after %d attempts: %s", ATTEMPTS, work.key)
        elif "command" in work.payload:
            await _note(front, work.payload)
        else:
            await _answer(front, work.payload)
    except Unavailable as error:
        _log.warning("Taken up in vain, once more later: %s: %s", work.key, error)
        return
    except Exception:  # noqa: BLE001 - the worker's loop: one piece must not stop the others
        _log.exception("Taken up and broken off: %s", work.key)
    await front.claims.finish(work.key)


async def _answer(front: Front, payload: Mapping[str, Any]) -> None:
    """The message is answered now, unless its reply stands in the thread already."""
    message = incoming.read(payload, front.me)
    if message is None:
        return
    thread = await front.outbox.thread(Place(message.channel, message.thread))
    if not _stands(thread, message):
        await messages.heard(front, message)


def _stands(thread: Iterable[Mapping[str, Any]], message: Incoming) -> bool:
    told = (m.get("metadata", {}).get("event_payload", {}).get("question") for m in thread)
    return message.ts in told


async def _note(front: Front, payload: Mapping[str, Any]) -> None:
    """A command cannot be run twice without surprise: one note to run it again."""
    command = Command.read(payload)
    language = front.language(await front.people.person(command.user))
    typed = f"{command.name} {command.text}".strip()
    await front.outbox.answer(
        command.to, replies.sentence(say.RUN_AGAIN.fill(typed=typed), language)
    )
