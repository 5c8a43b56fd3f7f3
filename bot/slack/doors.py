"""Where Bolt meets the listeners: acknowledges, reads the payload once, and catches what goes wrong."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, TypeAlias

from slack_bolt.async_app import AsyncAck, AsyncBoltContext
from structlog.contextvars import bound_contextvars

from bot.core.errors import BadInput, Unavailable
from bot.core.words import Text
from bot.core.words.slack import replies as say
from bot.slack import claiming, shape
from bot.slack.blocks import replies
from bot.slack.busy import Listener
from bot.slack.front import Command, Front, Press, Shortcut, Submission
from bot.slack.incoming import Incoming
from bot.slack.outbox import Place, Return

Body: TypeAlias = Mapping[str, Any]

_log = logging.getLogger("helpdesk.slack")


def home(front: Front, listener: Callable[[Front, str], Awaitable[None]]) -> Listener:
    """A listener for somebody who opens the Home tab."""

    async def opened(body: Body) -> None:
        event = shape.part(body, "event")
        user = shape.identifier(event, "user")
        if user and event.get("tab") == "home":
            await listener(front, user)

    return front.busy.counting(opened)


def command(front: Front, listener: Callable[[Front, Command], Awaitable[None]]) -> Listener:
    """A listener for a slash command."""

    async def called(ack: AsyncAck, body: Body) -> None:
        typed = Command.read(body)
        key = typed.key(front.me.team)
        first = await claiming.taken(front, key, body)
        await ack()
        if first:
            work = _answered(front, typed.to, listener(front, typed))
            await claiming.worked_off(front, key, work, again=False)

    return front.busy.counting(called)


def press(
    front: Front, listener: Callable[[Front, Press], Awaitable[None]], *, kept: bool = False
) -> Listener:
    """A listener for a button; `kept`: what it says is kept before it is acknowledged."""

    async def pressed(ack: AsyncAck, body: Body) -> None:
        button = Press.read(body)
        key = button.key(front.me.team)
        first = not kept or await claiming.taken(front, key, body)
        await ack()
        if not first:
            return
        work = _answered(front, button.to, listener(front, button))
        await (claiming.worked_off(front, key, work) if kept else work)

    return front.busy.counting(pressed)


def shortcut(front: Front, listener: Callable[[Front, Shortcut], Awaitable[None]]) -> Listener:
    """A listener for a shortcut on a message."""

    async def used(ack: AsyncAck, body: Body) -> None:
        await ack()
        chosen = Shortcut.read(body)
        await _answered(front, chosen.to, listener(front, chosen))

    return front.busy.counting(used)


def submission(
    front: Front,
    listener: Callable[[Front, Submission], Awaitable[None]],
    mistakes: Callable[[Submission], Mapping[str, Text]],
    *,
    kept: bool = False,
) -> Listener:
    """A listener for a modal: its mistakes are shown in it, else it closes and the work is done.

    Sent twice it is worked on once; `kept`: also if we die over it.
    """

    async def sent(ack: AsyncAck, body: Body) -> None:
        form = Submission.read(body)
        wrong = mistakes(form)
        if wrong:
            errors = {name: text.to(form.language) for name, text in wrong.items()}
            await ack(response_action="errors", errors=errors)
            return
        first = await claiming.taken(front, form.key(front.me.team), body)
        await ack()
        if first:
            work = _answered(front, Return(None, Place(""), form.user), listener(front, form))
            await claiming.worked_off(front, form.key(front.me.team), work, again=kept)

    return front.busy.counting(sent)


def no_mistakes(_form: Submission) -> Mapping[str, Text]:
    """Of a form in which nothing can be wrong."""
    return {}


async def _answered(front: Front, to: Return, work: Awaitable[None]) -> None:
    """Do the work; what was typed wrong is told to the person."""
    try:
        await work
    except BadInput as bad:
        language = front.language(await front.people.person(to.user))
        await front.outbox.answer(to, replies.sentence(bad.sentence, language))


def old_button(front: Front) -> Listener:
    """Buttons that no listener knows any more."""

    async def refuse(_front: Front, _button: Press) -> None:
        raise BadInput(say.OLD_BUTTON)

    return press(front, refuse)


def old_form(front: Front) -> Listener:
    """Modals that no listener knows any more."""

    async def refuse(_front: Front, _form: Submission) -> None:
        raise BadInput(say.OLD_FORM)

    return submission(front, refuse, no_mistakes)


def gone(front: Front) -> Listener:
    """The app is uninstalled or its token revoked, in whatever order: all that was kept goes."""

    async def wiped(body: Body) -> None:
        event = shape.part(body, "event")
        if "tokens" not in event or shape.part(event, "tokens").get("bot"):
            rows = await front.privacy.wipe(shape.identifier(body, "team_id") or front.me.team)
            _log.warning("The app was removed from the workspace; %d rows were deleted", rows)

    return front.busy.counting(wiped)


async def nothing_more(ack: AsyncAck) -> None:
    """A shortcut that an older manifest offered: acknowledged, or Slack says that we failed."""
    await ack()


async def nothing() -> None:
    """Whatever else Slack sends: acknowledged, or it would come again and again."""


def failed(front: Front) -> Listener:
    """The global error handler: everything into the log, a fixed sentence to the person."""

    async def handle(error: Exception, body: Body, context: AsyncBoltContext) -> None:
        reference = front.reference()
        trace = None if isinstance(error, Unavailable) else error  # those say all there is
        with bound_contextvars(**_about(body, context)):
            _log.error("Reference %s: a listener failed: %s", reference, error, exc_info=trace)
        to = _whom(body, context)
        if to is None or (
            claiming.is_away(error) and "incoming" in context
        ):  # that is taken up again
            return
        language = front.language(await front.people.person(to.user))
        apology = replies.sentence(say.FAILED.fill(reference=reference), language)
        with suppress(Unavailable):  # Slack may be what failed; the log has it
            if to.url:
                await front.outbox.answer(to, apology)
            else:
                await front.outbox.post(to.place, apology)

    return handle


def _about(body: Body, context: AsyncBoltContext) -> dict[str, str]:
    """What failed, by ids and names: no word of what anybody wrote."""
    message = context.get("incoming")
    if isinstance(message, Incoming):
        return {"channel": message.channel, "ts": message.ts}
    if "command" in body:
        called = Command.read(body)
        return {"channel": called.to.place.channel, "command": called.name}
    if "actions" in body:
        pressed = Press.read(body)
        return {"channel": pressed.channel, "action": pressed.action}
    return {"kind": shape.identifier(body, "type")}


def _whom(body: Body, context: AsyncBoltContext) -> Return | None:
    """Who waits for an answer, if anybody does: nobody who did not speak to us."""
    message = context.get("incoming")
    if isinstance(message, Incoming):
        place = Place(message.channel, message.thread)
        return Return(None, place, message.user) if message.addressed else None
    if "command" in body:
        return Command.read(body).to
    return Press.read(body).to if "actions" in body else None
