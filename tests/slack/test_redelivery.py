"""Redelivery over real sockets, with retry headers and in the midst of the work: one reply."""

from collections.abc import Awaitable, Callable

import pytest

from bot.playground.dispatch import Envelope
from bot.slack.socketmode import socket_mode
from tests.slack.office import Office, together

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "Why does IONOS say Sender address is not allowed?"


async def again(it: Office, *, attempt: int = 1, fresh: bool = False) -> None:
    """Everything that was delivered so far, once more, as after a lost acknowledgement."""
    for delivery in list(it.slack.log):
        known = delivery.envelope
        envelope_id = it.slack.service.new_id("env-") if fresh else known.id
        await it.slack.service.dispatcher.transport.offer(
            Envelope(envelope_id, known.type, known.payload), attempt, "timeout"
        )


async def retried_with_headers(it: Office) -> str:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    for attempt in (1, 2, 3):
        await again(it, attempt=attempt)
    return ts


async def retried_while_at_work(it: Office) -> str:
    ts = await it.slack.say("ada", "#general", f"@helpdesk {RULE}")
    await together(again(it, fresh=True), again(it, attempt=2, fresh=True))
    return ts


async def in_new_envelopes(it: Office) -> str:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await again(it, fresh=True)
    return ts


async def over_two_sockets(it: Office) -> str:
    async with socket_mode(it.bot, it.slack.app_token):
        ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
        await together(again(it, fresh=True), again(it, attempt=2, fresh=True))
        await it.quiet()
    return ts


async def edited_without_a_change(it: Office) -> str:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.edit("ada", ts, f"@helpdesk {RULE}")
    return ts


async def edited_afterwards(it: Office) -> str:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.edit("ada", ts, f"@helpdesk {RULE} Please!")
    return ts


async def overheard_and_redelivered(it: Office) -> str:
    ts = await it.say("carl", "#support", RULE)
    await again(it, fresh=True)
    return ts


async def overheard_and_then_edited_to_mention_us(it: Office) -> str:
    ts = await it.say("carl", "#support", RULE)
    await it.slack.edit("carl", ts, f"@helpdesk {RULE}")
    return ts


async def in_a_direct_message(it: Office) -> str:
    ts = await it.say("ada", "dm", RULE)
    await again(it, fresh=True)
    return ts


Way = Callable[[Office], Awaitable[str]]
WAYS: list[Way] = [
    retried_with_headers,
    retried_while_at_work,
    in_new_envelopes,
    over_two_sockets,
    edited_without_a_change,
    edited_afterwards,
    overheard_and_redelivered,
    overheard_and_then_edited_to_mention_us,
    in_a_direct_message,
]


@pytest.mark.parametrize("delivered", WAYS, ids=lambda way: way.__name__.replace("_", " "))
async def test_however_it_is_delivered_a_question_gets_exactly_one_reply(
    it: Office, delivered: Way
) -> None:
    ts = await delivered(it)
    await it.slack.wait_for(lambda: it.slack.thread(ts))
    await it.quiet()

    assert len(it.replies(ts)) == 1
