"""Which messages are taken, before Slack gets its acknowledgement, and how they are worked on."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

from slack_bolt.async_app import AsyncBoltContext
from slack_bolt.response import BoltResponse
from structlog.contextvars import bound_contextvars

from bot.slack import claiming, incoming, shape
from bot.slack.busy import Listener
from bot.slack.front import Front
from bot.slack.incoming import Incoming

Body: TypeAlias = Mapping[str, Any]
Next: TypeAlias = Callable[[], Awaitable[Any]]

INCOMING = "incoming"  # in Bolt's context: the message that has been taken
_TAKEN = BoltResponse(status=200)  # acknowledged, and nothing more to do
_MESSAGES = frozenset({"message", "app_mention"})


def is_message(body: Body) -> bool:
    """Whether this is a message, or something else that happened."""
    return shape.text(shape.part(body, "event"), "type") in _MESSAGES


async def taken(front: Front, body: Body) -> Incoming | None:
    """The message, once it is kept that we work on it; None for what is not, or no longer, for us.

    `Unavailable` where the claim cannot be kept: then nothing may be acknowledged.
    """
    message = incoming.read(body, front.me)
    if message is None or not await _concerns_us(front, message):
        return None
    return message if await claiming.taken(front, message.key, body) else None


def taken_once(front: Front) -> Callable[..., Awaitable[BoltResponse | None]]:
    """The middleware that drops what is not for us and takes each message before its ack.

    Raises where the claim cannot be kept: the event stays unacknowledged and Slack sends it again.
    """

    async def middleware(body: Body, context: AsyncBoltContext, next_: Next) -> BoltResponse | None:
        if INCOMING in context or not is_message(body):
            await next_()
            return None
        with front.busy.working():
            message = await taken(front, body)
            if message is None:
                return _TAKEN
            context[INCOMING] = message
            await next_()
        return None

    return middleware


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
        message: Incoming = context[INCOMING]
        # Whatever is logged meanwhile names the question, never its text.
        with bound_contextvars(channel=message.channel, ts=message.ts):
            await claiming.worked_off(front, message.key, listener(front, message))

    return front.busy.counting(heard)
