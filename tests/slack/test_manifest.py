"""The manifest, the listeners and the words name the same commands, events and scopes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.slack.app import COMMANDS, ENDS, EVENTS, SHORTCUTS

MANIFEST: dict[str, Any] = yaml.safe_load(Path("manifest.yaml").read_text(encoding="utf-8"))
NEEDED = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
}


def test_the_commands_are_those_that_are_listened_to() -> None:
    named = {command["command"] for command in MANIFEST["features"]["slash_commands"]}

    assert named == set(COMMANDS)


def test_the_events_are_those_that_are_listened_to() -> None:
    named = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])

    assert {event.partition(".")[0] for event in named} == {*EVENTS, *ENDS, "app_home_opened"}


def test_the_shortcuts_are_those_that_are_listened_to() -> None:
    named = {shortcut["callback_id"] for shortcut in MANIFEST["features"]["shortcuts"]}

    assert named == set(SHORTCUTS)


def test_every_event_has_its_scope() -> None:
    scopes = set(MANIFEST["oauth_config"]["scopes"]["bot"])
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

    assert {NEEDED[event] for event in events if event in NEEDED} <= scopes


def test_every_scope_has_its_reason_beside_it() -> None:
    lines = Path("manifest.yaml").read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.strip() == "bot:")
    scopes = lines[start + 1 : start + 1 + len(MANIFEST["oauth_config"]["scopes"]["bot"])]

    assert all(" # " in line for line in scopes)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (MANIFEST["display_information"]["name"], 35),
        (MANIFEST["display_information"]["description"], 140),
        *((command["command"], 32) for command in MANIFEST["features"]["slash_commands"]),
        *((shortcut["name"], 24) for shortcut in MANIFEST["features"]["shortcuts"]),
    ],
    ids=lambda value: str(value)[:20],
)
def test_every_name_is_within_slacks_limit(text: str, limit: int) -> None:
    assert len(text) <= limit


def test_socket_mode_is_on() -> None:
    assert MANIFEST["settings"]["socket_mode_enabled"] is True
