"""Takes what Slack delivers before it is acknowledged, and gives it back or is done with it."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from typing import Any

from bot.core.errors import Unavailable
from bot.core.work import Key
from bot.slack.calls import Refused
from bot.slack.front import Front

LONGEST_CLAIM = 2.0  # seconds; Slack waits three for its acknowledgement
AGAIN_AFTER = 5.0  # seconds until what was broken off is tried again
SURE = 15.0  # seconds after a renewal; half a lease
PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds between attempts to note that something is done


class Lost(Unavailable):
    """Our lease has run out and another replica is at work on it. Logged; it will answer."""


_log = logging.getLogger("helpdesk.slack")


async def taken(front: Front, key: Key, body: Mapping[str, Any]) -> bool:
    """Whether this delivery is the one to work on; True only once that is kept.

    `Unavailable` where the store does not keep it in time: then nothing may be acknowledged. Should
    it be kept after all, nobody works on it, its lease runs out and it is taken up.
    """
    since = time.monotonic()
    try:
        async with asyncio.timeout(LONGEST_CLAIM):
            with front.busy.taking():
                first = await front.claims.claim(key, dict(body), at=front.team.now())
    except TimeoutError as error:
        raise Unavailable("The database is too slow to acknowledge anything.") from error
    front.meter.acknowledged(time.monotonic() - since)
    if not first:
        front.meter.duplicate()
    return first


async def worked_off(front: Front, key: Key, work: Awaitable[None], *, again: bool = True) -> None:
    """Do the claimed work; with `again`, what Slack or the store broke off stays to be done."""
    with front.busy.working_on(key, since=front.team.now()):
        try:
            async with front.busy.turn():
                await work
        except Exception as error:  # only to settle the claim; the global handler is told below
            if again and is_away(error):
                await put_back(front, key)
            else:
                await done(front, key)
            raise
        await done(front, key)


async def still_ours(front: Front, key: Key) -> None:
    """Make sure that nobody has taken up this work of ours; `Lost` if somebody has.

    A process that stood still for longer than its lease, as in a suspended machine, must not say
    again what another one has said meanwhile.
    """
    since, now = front.busy.held_since(key), front.team.now()
    if since is None or abs(now - since) < SURE:
        return
    if not await front.claims.renew([key], at=now):
        raise Lost(f"Another replica has taken up what took us too long: {key}")
    front.busy.hold([key], now)


async def done(front: Front, key: Key) -> None:
    """Note that this is done, however long the store is away; in the end whoever takes it up looks."""
    for pause in PAUSES:
        try:
            await front.claims.finish(key)
        except Unavailable:
            await asyncio.sleep(pause)
        else:
            return
    _log.warning("Done, but the store is away: %s will be looked at again", key)


async def put_back(front: Front, key: Key) -> None:
    """Leave this to be taken up again soon; where the store is away, when its lease has run out."""
    with suppress(Unavailable):
        await front.claims.put_back(key, at=front.team.now() + AGAIN_AFTER)


def is_away(error: Exception) -> bool:
    """Whether something outside was away, so that the same may well succeed later."""
    return isinstance(error, Unavailable) and not isinstance(error, Refused)
