"""What is done now and then: the work of dead processes taken up, never twice; the digest."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

from bot.core.errors import BadInput, Unavailable
from bot.core.words.slack import replies as say
from bot.core.work import Key, Work
from bot.slack import claiming, incoming, weekly
from bot.slack.blocks import replies
from bot.slack.front import Command, Front, Press, Submission
from bot.slack.incoming import Incoming
from bot.slack.listeners import authors, feedback, messages, person
from bot.slack.outbox import Place

ROUND = 5.0  # seconds between two looks; several in a lease
LONGEST_FAREWELL = 1.0  # seconds to hand over what is not done; supervisors are waiting
AT_ONCE = 8  # pieces of work; few, so that what kills us takes few others along
ATTEMPTS = 3  # what has killed three processes
POISON_AFTER = (
    600.0  # seconds, and not been done for so long, is left alone: bystanders are by then
)
TOO_OLD = 86_400.0  # seconds; an answer after a day helps nobody

PRESSES: Mapping[str, Callable[[Front, Press], Awaitable[None]]] = {
    "feedback.say": feedback.said,
    "person.call": person.call,
    "person.take": person.take,
}
FORMS: Mapping[str, Callable[[Front, Submission], Awaitable[None]]] = {
    "feedback.stars": feedback.starred,
    "person.solved": person.solved,
    "gap.written": authors.written,
    "gap.filed": authors.filed,
    "channel.chosen": authors.channel_chosen,
}
"""What is kept before it is acknowledged and done again: each may run twice without anybody noticing."""

_log = logging.getLogger("helpdesk.slack")


@asynccontextmanager
async def watching(front: Front, *, alone: bool) -> AsyncIterator[None]:
    """Take up at once what was left, look for more now and then, and hand over at the end.

    `alone` says that no other process uses this store, so that nobody's lease has to run out.
    """
    tasks = (
        asyncio.create_task(_rounds(front, alone=alone)),
        asyncio.create_task(_renewals(front)),
    )
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        with suppress(TimeoutError):  # then the leases run out
            async with asyncio.timeout(LONGEST_FAREWELL):
                await _quietly(front.claims.release())


async def _rounds(front: Front, *, alone: bool) -> None:
    await _quietly(take_up(front, alone=alone))
    while True:
        await asyncio.sleep(ROUND)
        await _quietly(take_up(front))
        await _quietly(weekly.tell(front, front.team.now()))


async def _renewals(front: Front) -> None:
    while True:
        await asyncio.sleep(ROUND)
        if front.busy.keys:
            await _quietly(_renewed(front, frozenset(front.busy.keys)))


async def _renewed(front: Front, keys: frozenset[Key]) -> None:
    now = front.team.now()
    if await front.claims.renew(keys, at=now) == len(keys):  # else each is looked at by itself
        front.busy.hold(keys & front.busy.keys, now)


async def _quietly(work: Awaitable[object]) -> None:
    try:
        await work
    except Unavailable as error:  # the next round will do
        _log.warning("Unfinished work has to wait: %s", error)


async def take_up(front: Front, *, alone: bool = False) -> int:
    """Do what others have claimed and not done; how much there was."""
    count, found = 0, AT_ONCE
    while found == AT_ONCE:
        now = front.team.now()
        works = await front.claims.take_over(at=now, alone=alone, most=AT_ONCE)
        with front.busy.working_on(*(work.key for work in works), since=now):
            await asyncio.gather(*(_again(front, work) for work in works))
        found = len(works)
        count += found
    return count


async def _again(front: Front, work: Work) -> None:
    try:
        await _do(front, work)
    except Unavailable as error:
        if claiming.is_away(error):
            _log.warning("Taken up in vain, once more later: %s: %s", work.key, error)
            await claiming.put_back(front, work.key)
            return
        _log.exception("Slack refused what was taken up: %s", work.key)
    except Exception:  # noqa: BLE001 - the worker's loop: one piece must not stop the others
        _log.exception("Taken up and broken off: %s", work.key)
    await claiming.done(front, work.key)


async def _do(front: Front, work: Work) -> None:
    payload = work.payload
    if {"command", "actions", "view"} & payload.keys() and _kills(front, work):
        _log.error("Given up, attempt %d: %s", work.attempt, work.key)
    elif "command" in payload:
        await _note(front, payload)
    elif "actions" in payload:
        await _press(front, payload)
    elif "view" in payload:
        form = Submission.read(payload)
        await FORMS[form.callback](front, form)
    else:
        await _answer(front, work)


async def _press(front: Front, payload: Mapping[str, Any]) -> None:
    press = replace(Press.read(payload), again=True)
    with suppress(BadInput):  # the sentence is for somebody who still looks at the button
        await PRESSES[press.action](front, press)


async def _answer(front: Front, work: Work) -> None:
    """The message is answered now, unless its reply stands in the thread already.

    An edit is worked on in any case: to change a reply to the same words changes nothing.
    """
    message = incoming.read(work.payload, front.me)
    if message is None:
        return
    thread = await front.outbox.thread(Place(message.channel, message.thread))
    if not message.revised and _stands(thread, message):  # what an edit changes has to stand
        return
    if front.team.now() - work.at > TOO_OLD or _kills(front, work):
        await _give_up(front, work, message)
    else:
        await messages.heard(front, message)


def _kills(front: Front, work: Work) -> bool:
    """Whether this has killed whoever worked on it again and again."""
    return work.attempt > ATTEMPTS and front.team.now() - work.at > POISON_AFTER


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


async def _give_up(front: Front, work: Work, message: Incoming) -> None:
    """What kills whoever works on it is left alone; who put it to us is told once."""
    reference = front.reference()
    _log.error("Reference %s: given up, attempt %d: %s", reference, work.attempt, work.key)
    if not message.addressed:
        return
    language = front.language(await front.people.person(message.user))
    apology = replies.sentence(say.FAILED.fill(reference=reference), language)
    place = Place(message.channel, message.thread)
    await front.outbox.post(place, apology, about={"question": message.ts})
