"""Every way in which Slack may deliver one question, and deliver it again: exactly one reply."""

from collections.abc import Awaitable, Callable

import pytest

from bot.playground.dispatch import Envelope
from bot.playground.workspace import Message
from bot.slack.app import socket_mode
from tests.slack.office import ADA, Office, together

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "Why does IONOS say Sender address is not allowed?"
ASKED = f"<@U0HELPBOT> {RULE}"
GENERAL = "C0GENERAL"


def unsaid(it: Office, text: str = ASKED, *, subtype: str | None = None) -> Message:
    """A message that stands in #general while its events are still on their way."""
    message = Message(GENERAL, it.slack.service.new_ts(), ADA, text, subtype=subtype)
    it.slack.service.workspace.messages.setdefault(GENERAL, {})[message.ts] = message
    return message


def mention(it: Office, message: Message) -> None:
    it.slack.service._tell_mention(message)


def twin(it: Office, message: Message) -> None:
    """The `message` event; Slack's client sends the mention beside it."""
    service = it.slack.service
    text = message.text.replace("<@U0HELPBOT>", "")
    service._tell_posted(Message(GENERAL, message.ts, ADA, text, subtype=message.subtype))
    payload = it.slack.log[-1].envelope.payload
    payload["event"]["text"] = message.text


async def again(it: Office, *, attempt: int = 1, fresh: bool = False) -> None:
    """Everything that was delivered so far, once more, as after a lost acknowledgement."""
    for delivery in list(it.slack.log):
        known = delivery.envelope
        envelope_id = it.slack.service.new_id("env-") if fresh else known.id
        await it.slack.service.dispatcher.transport.offer(
            Envelope(envelope_id, known.type, known.payload), attempt, "timeout"
        )


async def mention_then_message(it: Office) -> str:
    message = unsaid(it)
    mention(it, message)
    await it.quiet()
    twin(it, message)
    return message.ts


async def message_then_mention(it: Office) -> str:
    message = unsaid(it)
    twin(it, message)
    await it.quiet()
    mention(it, message)
    return message.ts


async def both_at_once(it: Office) -> str:
    return await it.slack.say("ada", "#general", f"@helpdesk {RULE}")


async def only_the_mention(it: Office) -> str:
    message = unsaid(it)
    mention(it, message)
    return message.ts


async def only_the_message(it: Office) -> str:
    message = unsaid(it)
    twin(it, message)
    return message.ts


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


async def unfurled(it: Office) -> str:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.unfurl(ts)
    return ts


async def edited_without_a_change(it: Office) -> str:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.edit("ada", ts, f"@helpdesk {RULE}")
    return ts


async def edited_afterwards(it: Office) -> str:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.edit("ada", ts, f"@helpdesk {RULE} Please!")
    return ts


async def edited_to_mention_us(it: Office) -> str:
    ts = await it.say("ada", "#general", RULE)
    await it.slack.edit("ada", ts, f"@helpdesk {RULE}")
    return ts


async def overheard_and_redelivered(it: Office) -> str:
    ts = await it.say("carl", "#support", RULE)
    await again(it, fresh=True)
    return ts


async def overheard_and_then_edited_to_mention_us(it: Office) -> str:
    ts = await it.say("carl", "#support", RULE)
    await it.slack.edit("carl", ts, f"@helpdesk {RULE}")
    return ts


async def with_a_file(it: Office) -> str:
    message = unsaid(it, subtype="file_share")
    twin(it, message)
    mention(it, message)
    return message.ts


async def sent_to_the_channel_as_well(it: Office) -> str:
    message = unsaid(it, subtype="thread_broadcast")
    twin(it, message)
    mention(it, message)
    return message.ts


async def in_a_direct_message(it: Office) -> str:
    ts = await it.say("ada", "dm", RULE)
    await again(it, fresh=True)
    return ts


Way = Callable[[Office], Awaitable[str]]
WAYS: list[Way] = [
    mention_then_message,
    message_then_mention,
    both_at_once,
    only_the_mention,
    only_the_message,
    retried_with_headers,
    retried_while_at_work,
    in_new_envelopes,
    over_two_sockets,
    unfurled,
    edited_without_a_change,
    edited_afterwards,
    edited_to_mention_us,
    overheard_and_redelivered,
    overheard_and_then_edited_to_mention_us,
    with_a_file,
    sent_to_the_channel_as_well,
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
