"""Which of Slack's events can hold a question for us, and what identifies it."""

from typing import Any

import pytest

from bot.slack import incoming
from bot.slack.hearing import is_message
from bot.slack.incoming import Identity, Incoming

ME = Identity(team="T1", user="U0BOT", bot="B0BOT")


def event(**fields: Any) -> dict[str, Any]:
    base = {"type": "message", "channel": "C1", "user": "U1", "ts": "1.0", "text": "What is SPF?"}
    return {"team_id": "T1", "event": base | {"channel_type": "channel"} | fields}


def changed(before: str, after: str, **fields: Any) -> dict[str, Any]:
    return event(
        subtype="message_changed",
        ts="9.9",
        message={"user": "U1", "ts": "1.0", "text": after} | fields,
        previous_message={"user": "U1", "ts": "1.0", "text": before},
    )


LEFT_ALONE = [
    pytest.param(event(subtype="bot_message"), id="a bot's message"),
    pytest.param(event(bot_id="B2"), id="another app"),
    pytest.param(event(user="U0BOT"), id="our own"),
    pytest.param(event(user="USLACKBOT"), id="Slackbot"),
    pytest.param(event(subtype="channel_join"), id="a join"),
    pytest.param(event(subtype="channel_topic"), id="a topic"),
    pytest.param(event(subtype="message_deleted"), id="a deletion"),
    pytest.param(event(user=None), id="nobody"),
    pytest.param(event(channel=""), id="nowhere"),
    pytest.param({"event": {}}, id="nothing"),
    pytest.param({}, id="no event"),
    pytest.param(changed("<@U0BOT> a", "<@U0BOT> a"), id="an unfurl"),
    pytest.param(changed("a", "<@U0BOT>", subtype="bot_message"), id="an edit of a bot's message"),
    pytest.param(changed("a", "<@U0BOT>", bot_id="B2"), id="an edit by an app"),
]


@pytest.mark.parametrize("body", LEFT_ALONE)
def test_what_can_hold_no_question_for_us_is_left_alone(body: dict[str, Any]) -> None:
    assert incoming.read(body, ME) is None


@pytest.mark.parametrize(
    ("body", "message"),
    [
        pytest.param(event(), True, id="a message"),
        pytest.param(event(type="app_mention"), True, id="a mention"),
        pytest.param(changed("a", "a"), True, id="a change of its thread"),
        pytest.param(event(type="app_home_opened"), False, id="the Home tab"),
        pytest.param({"command": "/checkspf"}, False, id="a command"),
        pytest.param({"type": "block_actions", "actions": [{}]}, False, id="a button"),
    ],
)
def test_only_messages_are_taken_without_bolt(body: dict[str, Any], *, message: bool) -> None:
    assert is_message(body) is message


@pytest.mark.parametrize("subtype", [None, "file_share", "thread_broadcast"])
def test_a_message_with_a_file_or_sent_to_the_channel_can_hold_one(subtype: str | None) -> None:
    assert incoming.read(event(subtype=subtype), ME) is not None


def test_both_forms_of_a_mention_are_read_the_same() -> None:
    text = "<@U0BOT> What is SPF?"
    twin = incoming.read(event(text=text), ME)
    mention = incoming.read(event(type="app_mention", text=text, channel_type=None), ME)

    assert twin == mention == Incoming("T1", "C1", "1.0", "1.0", "U1", text, addressed=True)


@pytest.mark.parametrize(
    ("body", "addressed"),
    [
        pytest.param(event(), False, id="a message in a channel"),
        pytest.param(event(text="hi <@U0BOT>"), True, id="a mention"),
        pytest.param(event(channel="D1", channel_type="im"), True, id="a DM"),
        pytest.param(event(channel="D1", channel_type=None), True, id="a DM without its type"),
        pytest.param(event(channel_type="mpim"), False, id="a group DM"),
    ],
)
def test_who_is_spoken_to(body: dict[str, Any], addressed: bool) -> None:  # noqa: FBT001 - a table's column
    read = incoming.read(body, ME)

    assert read is not None
    assert read.addressed is addressed


def test_an_edit_that_adds_our_mention_is_the_message_itself() -> None:
    read = incoming.read(changed("What is SPF?", "<@U0BOT> What is SPF?"), ME)

    assert read == Incoming(
        "T1", "C1", "1.0", "1.0", "U1", "<@U0BOT> What is SPF?", addressed=True, added=True
    )


@pytest.mark.parametrize(
    ("before", "after", "addressed"),
    [("What is SPF", "What is SPF?", False), ("<@U0BOT> SPF", "<@U0BOT> SPF?", True)],
    ids=["overheard", "put to us before"],
)
def test_an_edit_of_the_words_revises(before: str, after: str, addressed: bool) -> None:  # noqa: FBT001 - a table's column
    read = incoming.read(changed(before, after, edited={"user": "U1", "ts": "8.8"}), ME)

    assert read == Incoming(
        "T1", "C1", "1.0", "1.0", "U1", after, addressed=addressed, revised="8.8"
    )
    assert read.key.ts == "1.0 revised 8.8"


def test_a_reply_goes_to_the_root_of_its_thread() -> None:
    read = incoming.read(event(ts="2.0", thread_ts="1.0"), ME)

    assert read is not None
    assert (read.thread, read.first) == ("1.0", False)


def test_people_of_other_workspaces_reading_along_are_noticed() -> None:
    read = incoming.read(event() | {"is_ext_shared_channel": True}, ME)

    assert read is not None
    assert read.shared
