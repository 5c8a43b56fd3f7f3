"""However Slack delivers one question, in whatever order and how often: exactly one reply."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from structlog.contextvars import get_contextvars

from bot.playground import SERVER_ERROR, too_many
from bot.playground.faults import Fault
from bot.playground.workspace import Message
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUESTION = "<@U0HELPBOT> What is new at IONOS since 29 January 2024?"
Event = dict[str, Any]
Way = Callable[[Event], list[tuple[str, Event]]]


def mention(event: Event, **more: Any) -> tuple[str, Event]:
    return "app_mention", {**event, "type": "app_mention", **more}


def message(event: Event, **more: Any) -> tuple[str, Event]:
    return "message.channels", {**event, "type": "message", "channel_type": "channel", **more}


def changed(event: Event, before: str, after: str, **more: Any) -> tuple[str, Event]:
    """`message_changed` around the same message."""
    now = {**event, "text": after, **more}
    return "message.channels", {
        "type": "message",
        "subtype": "message_changed",
        "channel": event["channel"],
        "channel_type": "channel",
        "ts": "1.9",
        "message": now,
        "previous_message": {**event, "text": before},
    }


WAYS = [
    pytest.param(lambda e: [mention(e)], id="a mention alone"),
    pytest.param(lambda e: [message(e)], id="its twin alone"),
    pytest.param(lambda e: [mention(e), message(e)], id="mention, then twin"),
    pytest.param(lambda e: [message(e), mention(e)], id="twin, then mention"),
    pytest.param(lambda e: [mention(e)] * 4, id="redelivered three times"),
    pytest.param(lambda e: [mention(e), message(e)] * 4, id="both redelivered three times"),
    pytest.param(lambda e: [message(e, subtype="file_share")] * 2, id="with a file, twice"),
    pytest.param(
        lambda e: [message(e, subtype="thread_broadcast", thread_ts=e["ts"]), mention(e)],
        id="sent to the channel from a thread",
    ),
    pytest.param(
        lambda e: [mention(e), changed(e, QUESTION, QUESTION), changed(e, QUESTION, QUESTION)],
        id="followed by unfurls",
    ),
    pytest.param(
        lambda e: [mention(e), mention(e, edited={"ts": "1.5"})], id="a mention edited afterwards"
    ),
    pytest.param(
        lambda e: [changed(e, "What is new?", QUESTION), mention(e, edited={"ts": "1.5"})],
        id="the edit that adds the mention, in both forms",
    ),
    pytest.param(
        lambda e: [mention(e, edited={"ts": "1.5"}), changed(e, "What is new?", QUESTION)],
        id="the same the other way round",
    ),
    pytest.param(
        lambda e: [mention(e), changed(e, QUESTION, QUESTION + "!", reply_count=1)],
        id="followed by an edit that changes nothing of the answer",
    ),
]


@pytest.mark.parametrize("way", WAYS)
async def test_one_question_gets_one_reply(it: Office, way: Way) -> None:
    service = it.slack.service
    root = Message("C0GENERAL", service.new_ts(), "U0ADA0001", QUESTION)
    service.workspace.messages.setdefault(root.channel, {})[root.ts] = root
    event = {"channel": root.channel, "user": root.user, "ts": root.ts, "text": QUESTION}
    for subscription, delivered in way(event):
        service.emit(subscription, dict(delivered))
    await it.slack.wait_for(lambda: it.slack.thread(root.ts), 30)
    await it.quiet()

    assert len(it.replies(root.ts)) == 1


async def test_a_429_is_waited_out_and_answered_once(it: Office) -> None:
    it.slack.fail("chat.postMessage", too_many(1))
    ts = await it.slack.say("ada", "#general", "@helpdesk What is new at IONOS since 2024?")
    await it.slack.wait_for(lambda: it.slack.thread(ts), 30)
    await it.quiet()

    assert len(it.replies(ts)) == 1


async def test_a_broken_post_is_looked_for_sent_again_and_done_with(it: Office) -> None:
    it.slack.fail("chat.postMessage", SERVER_ERROR)
    ts = await it.slack.say("ada", "#general", "@helpdesk What is new at IONOS since 2024?")
    await it.slack.wait_for(lambda: it.slack.thread(ts), 30)
    await it.quiet()

    assert len(it.replies(ts)) == 1
    assert await it.store.claims.unfinished() == 0


async def test_a_refusal_of_slack_is_logged_and_done_with(it: Office) -> None:
    it.slack.fail("chat.postMessage", Fault(error="is_archived"), times=2)
    ts = await it.say("ada", "#general", "@helpdesk What is new at IONOS since 2024?")

    assert it.replies(ts) == []
    assert await it.store.claims.unfinished() == 0


async def test_a_failure_is_told_with_a_reference_and_without_its_text(it: Office) -> None:
    it.slack.fail("chat.postMessage", Fault(error="secret_detail"))
    ts = await it.say("ada", "#general", "@helpdesk What is new at IONOS since 2024?")

    (told,) = it.replies(ts)
    assert told.startswith("Something went wrong on my side.")
    assert "secret_detail" not in told


class Log(logging.Handler):
    """What is logged, and about what."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, dict[str, Any]]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append((record.getMessage(), get_contextvars()))


async def test_a_failure_is_logged_with_its_question_and_none_of_its_words(it: Office) -> None:
    log, logger = Log(), logging.getLogger("helpdesk.slack")
    logger.addHandler(log)
    try:
        it.slack.fail("chat.postMessage", Fault(error="is_archived"), times=2)
        ts = await it.say("ada", "#general", "@helpdesk Why is the secret not told?")
    finally:
        logger.removeHandler(log)

    ((line, about),) = log.lines
    assert line.startswith("Reference ")
    assert about == {"channel": "C0GENERAL", "ts": ts}
    assert "secret" not in line
