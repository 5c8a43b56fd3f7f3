"""Whatever a payload holds in whatever place, it is read without an error, and costs nobody an answer."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack import hearing, incoming
from bot.slack.front import Command, Press, Shortcut, Submission
from bot.slack.incoming import Identity
from tests.slack.office import Office

ME = Identity("T1", "U0HELPBOT", "B1")
MESSAGE = {"type": "message", "user": "U1", "ts": "1.1", "text": "<@U0HELPBOT> hi", "channel": "C1"}
EDIT = {"message": {**MESSAGE, "edited": {"ts": "1.2"}}, "previous_message": MESSAGE}
BODIES: dict[str, dict[str, Any]] = {
    "a message": {"team_id": "T1", "event": MESSAGE},
    "an edit": {"event": {**MESSAGE, "subtype": "message_changed", **EDIT}},
    "a command": {"command": "/helpdesk", "text": "x", "user_id": "U1", "channel_id": "C1"},
    "a press": {
        "actions": [{"action_id": "a", "value": "en 1", "selected_option": {"value": "x"}}],
        "user": {"id": "U1"},
        "channel": {"id": "C1"},
        "container": {"message_ts": "1.1", "channel_id": "C1"},
        "message": {"thread_ts": "1.1", "blocks": [{"block_id": "checked"}]},
    },
    "a form": {
        "user": {"id": "U1"},
        "view": {"callback_id": "x", "state": {"values": {"a": {"a": {"value": "x"}}}}},
    },
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything in a payload."""
    inner: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], instead: Any) -> Any:
    """The payload with something else in that place."""
    if not path:
        return instead
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], instead)
    return copy


PLACES = [(body, path) for body in BODIES.values() for path in places(body)[1:]]


@given(st.sampled_from(PLACES), ANYTHING)
def test_whatever_stands_in_one_place_everything_is_read(
    place: tuple[dict[str, Any], tuple[Any, ...]], instead: Any
) -> None:
    body = changed(*place, instead)
    message = incoming.read(body, ME)
    for read in (Command.read, Press.read, Shortcut.read, Submission.read):
        read(body)

    assert hearing.is_message(body) in {True, False}
    assert message is None or all(isinstance(x, str) for x in (message.ts, message.user))


@given(ANYTHING)
def test_whatever_it_is_as_a_whole_everything_is_read(value: Any) -> None:
    body = {"event": value, "view": value, "actions": value, "user": value, "message": value}
    for read in (Command.read, Press.read, Shortcut.read, Submission.read):
        read(body)

    assert incoming.read(body, ME) is None


ODD: list[dict[str, Any]] = [
    {"ts": {}},
    {"user": ["U1"]},
    {"channel": "\ud800"},
    {"text": 1},
    {"thread_ts": []},
]


@pytest.mark.asyncio(loop_scope="module")
async def test_odd_payloads_cost_nobody_an_answer(it: Office) -> None:
    service, mention = it.slack.service, {**MESSAGE, "user": "U0ADA0001", "channel": "C0GENERAL"}
    for odd in ODD:
        service.emit("message.channels", mention | odd)
    ts = await it.say("ada", "#general", "@helpdesk What is new at IONOS since 29 January 2024?")

    assert len(it.replies(ts)) == 1
    assert all(delivery.acked for delivery in it.slack.log)
