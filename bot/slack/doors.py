"""Where Bolt meets the listeners: acknowledges, reads the payload once, and catches what goes wrong."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import wraps
from typing import Any, TypeAlias

from slack_bolt.async_app import AsyncAck, AsyncBoltContext
from slack_bolt.response import BoltResponse
from structlog.contextvars import bound_contextvars

from bot.core.errors import BadInput, Unavailable
from bot.core.words import Text
from bot.core.words.slack import replies as say
from bot.slack import claiming, incoming
from bot.slack.blocks import replies
from bot.slack.front import Command, Front, Press, Shortcut, Submission
from bot.slack.incoming import Identity, Incoming
from bot.slack.outbox import Place, Return

Body: TypeAlias = Mapping[str, Any]
Listener: TypeAlias = Callable[..., Awaitable[None]]
Next: TypeAlias = Callable[[], Awaitable[Any]]

_log = logging.getLogger("helpdesk.slack")
_TAKEN = BoltResponse(status=200)  # acknowledged, and nothing more to do
_MESSAGES = frozenset({"message", "app_mention"})


def counted(front: Front, function: Listener) -> Listener:
    """The same function, counted as long as it works, so that a stop can wait for it."""

    @wraps(function)
    async def working(*args: Any, **kwargs: Any) -> None:
        with front.busy.working():
            await function(*args, **kwargs)

    return working


def is_idle(body: Body, me: Identity) -> bool:
    """Whether this is a message that can hold no question for us."""
    kind = body.get("event", {}).get("type")
    return kind in _MESSAGES and incoming.read(body, me) is None


def taken_once(front: Front) -> Callable[..., Awaitable[BoltResponse | None]]:
    """The middleware that drops what is not for us and takes each message before its ack.

    Raises where the claim cannot be kept: the event stays unacknowledged and Slack sends it again.
    """

    async def middleware(body: Body, context: AsyncBoltContext, next_: Next) -> BoltResponse | None:
        if body.get("event", {}).get("type") not in _MESSAGES:
            await next_()
            return None
        with front.busy.working():
            message = incoming.read(body, front.me)
            if message is None or not await _taken(front, message, body):
                return _TAKEN
            context["incoming"] = message
            await next_()
        return None

    return middleware


async def _taken(front: Front, message: Incoming, body: Body) -> bool:
    """Whether this delivery is the one to work on."""
    if not await _concerns_us(front, message):
        return False
    return await claiming.taken(front, message.key, body)


async def _concerns_us(front: Front, message: Incoming) -> bool:
    """Whether we are spoken to, or it is a new message in a channel where we listen.

    Besides: an edit of what we may have answered, and what is said below somebody's own question.
    """
    manners = await front.manners()
    if not (message.direct or manners.listens(message.channel)):
        return False
    if message.addressed:
        return True
    if message.first and not message.revised:
        return manners.speaks_unasked(message.channel, front.team.now())
    question = message.ts if message.revised else message.thread
    asked = await front.team.asked(message.channel, question)
    return asked is not None and asked.user == message.user


def event(front: Front, listener: Callable[[Front, Incoming], Awaitable[None]]) -> Listener:
    """A listener for a message that the middleware has taken."""

    async def heard(context: AsyncBoltContext) -> None:
        message: Incoming = context["incoming"]
        # Whatever is logged meanwhile names the question, never its text.
        with bound_contextvars(channel=message.channel, ts=message.ts):
            await claiming.worked_off(front, message.key, listener(front, message))

    return counted(front, heard)


def home(front: Front, listener: Callable[[Front, str], Awaitable[None]]) -> Listener:
    """A listener for somebody who opens the Home tab."""

    async def opened(body: Body) -> None:
        if body["event"].get("tab") == "home":
            await listener(front, body["event"]["user"])

    return counted(front, opened)


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

    return counted(front, called)


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

    return counted(front, pressed)


def shortcut(front: Front, listener: Callable[[Front, Shortcut], Awaitable[None]]) -> Listener:
    """A listener for a shortcut on a message."""

    async def used(ack: AsyncAck, body: Body) -> None:
        await ack()
        chosen = Shortcut.read(body)
        await _answered(front, chosen.to, listener(front, chosen))

    return counted(front, used)


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

    return counted(front, sent)


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
        revoked = body["event"].get("tokens")
        if revoked is None or revoked.get("bot"):
            rows = await front.privacy.wipe(body.get("team_id") or front.me.team)
            _log.warning("The app was removed from the workspace; %d rows were deleted", rows)

    return counted(front, wiped)


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


def _whom(body: Body, context: AsyncBoltContext) -> Return | None:
    """Who waits for an answer, if anybody does: nobody who did not speak to us."""
    message = context.get("incoming")
    if isinstance(message, Incoming):
        place = Place(message.channel, message.thread)
        return Return(None, place, message.user) if message.addressed else None
    if "command" in body:
        return Command.read(body).to
    return Press.read(body).to if "actions" in body else None
