"""What is sent while Slack breaks off, fails or slows us down: once, and in order."""

import aiohttp
import pytest

from bot.core.errors import Unavailable
from bot.playground import HANG_UP, HANG_UP_DONE, SERVER_ERROR, silence, too_many
from bot.playground.faults import Fault
from bot.playground.workspace import Message
from bot.slack.blocks.parts import message
from bot.slack.calls import Refused
from bot.slack.connection import client_for
from bot.slack.outbox import Outbox, Place
from tests.slack.office import ADA, Office, together

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "@helpdesk What is new at IONOS since 29 January 2024?"
GENERAL = "C0GENERAL"
FAULTS = {
    "broken off before it was posted": HANG_UP,
    "broken off after it was posted": HANG_UP_DONE,
    "500 and not posted": SERVER_ERROR,
    "500, but posted": Fault(status=500, done=True),
    "an internal error": Fault(),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
async def test_whatever_breaks_the_reply_stands_once(it: Office, fault: Fault) -> None:
    it.slack.fail("chat.postMessage", fault)
    ts = await it.say(ADA, GENERAL, RULE)

    assert len(it.replies(ts)) == 1
    assert await it.store.claims.unfinished() == 0


@pytest.mark.parametrize("fault", [HANG_UP_DONE, Fault(status=500, done=True)], ids=["cut", "500"])
async def test_a_message_that_answers_no_question_is_known_by_its_sign(
    it: Office, fault: Fault
) -> None:
    root = await it.say(ADA, GENERAL, "Good morning")
    first = await it.front.outbox.post(Place(GENERAL, root), message("The same words", []))
    it.slack.fail("chat.postMessage", fault)
    second = await it.front.outbox.post(Place(GENERAL, root), message("The same words", []))

    assert [one.ts for one in it.slack.thread(root)] == [first, second]


async def test_outside_of_a_thread_an_unclear_failure_is_not_tried_again(it: Office) -> None:
    it.slack.fail("chat.postMessage", HANG_UP)
    with pytest.raises(Unavailable):
        await it.front.outbox.post(Place(GENERAL), message("Hello", []))

    assert len(it.slack.called("chat.postMessage")) == 1


async def test_a_refusal_is_not_tried_again(it: Office) -> None:
    root = await it.say(ADA, GENERAL, "Good morning")
    it.slack.fail("chat.postMessage", Fault(error="is_archived"))
    with pytest.raises(Refused) as refused:
        await it.front.outbox.post(Place(GENERAL, root), message("Hello", []))

    assert refused.value.code == "is_archived"
    assert len(it.slack.called("chat.postMessage")) == 1


async def test_a_thread_keeps_its_order_through_a_failure(it: Office) -> None:
    root = await it.say(ADA, GENERAL, "Good morning")
    it.slack.fail("chat.postMessage", SERVER_ERROR)
    texts = [f"Message {number}" for number in range(5)]
    await together(
        *(it.front.outbox.post(Place(GENERAL, root), message(text, [])) for text in texts)
    )

    assert [one.text for one in it.slack.thread(root)] == texts


async def test_a_thread_is_read_to_its_end(it: Office) -> None:
    root = await it.say(ADA, GENERAL, "Good morning")
    service = it.slack.service
    for number in range(1100):  # Slack gives a thousand a page
        line = Message(GENERAL, service.new_ts(), ADA, f"{number}", thread_ts=root)
        service.workspace.put(line)
    read = await it.front.outbox.thread(Place(GENERAL, root))

    assert [one["text"] for one in read] == ["Good morning", *map(str, range(1100))]
    assert len(it.slack.called("conversations.replies")) == 2


async def test_one_too_many_is_posted_after_slacks_own_waiting_time(it: Office) -> None:
    it.slack.fail("chat.postMessage", too_many(1))
    ts = await it.say(ADA, GENERAL, RULE)
    refused, posted = it.slack.called("chat.postMessage")

    assert len(it.replies(ts)) == 1
    assert posted.at - refused.at >= 1.0


@pytest.mark.parametrize("posted", [False, True], ids=["and did nothing", "but posted"])
async def test_a_slack_that_stays_silent_is_looked_at_and_then_told_once(
    it: Office, *, posted: bool
) -> None:
    root = await it.say(ADA, GENERAL, "Good morning")
    it.slack.fail("chat.postMessage", silence(0.5, done=posted))
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.2)) as impatient:
        client = client_for(it.front.settings, impatient, it.slack.bot_token)
        ts = await Outbox(client, lambda: 0.0).post(Place(GENERAL, root), message("Hello", []))

    assert [one.ts for one in it.slack.thread(root)] == [ts]
    assert len(it.slack.called("conversations.replies")) == 1
