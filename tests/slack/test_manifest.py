"""Manifest, listeners and README name the same commands, shortcuts, events and scopes."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.playground.methods import METHODS
from bot.slack.app import COMMANDS, ENDS, EVENTS, HOME, SHORTCUTS

MANIFEST: dict[str, Any] = yaml.safe_load(Path("manifest.yaml").read_text(encoding="utf-8"))
README = Path("README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| [`*]([^`*]+)[`*] \| (\S.*) \|$")
SHORTCUT_NAMES = {s["callback_id"]: s["name"] for s in MANIFEST["features"]["shortcuts"]}
SCOPES = set(MANIFEST["oauth_config"]["scopes"]["bot"])
HEARD = {  # docs: each event's page
    "app_mention": {"app_mentions:read"},
    "message.channels": {"channels:history"},
    "message.groups": {"groups:history"},
    "message.im": {"im:history"},
}
CALLED = {  # docs: each method's page, for the kinds of conversations that Helpdesk is in
    "apps.connections.open": set(),  # takes the app token
    "assistant.threads.setStatus": {"chat:write"},
    "auth.test": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write", "im:write"},
    "chat.update": {"chat:write"},
    "conversations.info": {"channels:read", "groups:read"},
    "conversations.replies": {"channels:history", "groups:history", "im:history"},
    "usergroups.users.list": {"usergroups:read"},
    "users.info": {"users:read"},
    "views.open": set(),
    "views.publish": set(),
}


def table(first: str) -> dict[str, str]:
    """The README's table whose head begins with that word: name -> reason."""
    lines = iter(README.splitlines())
    assert any(line.startswith(f"| {first}") for line in lines)
    next(lines)  # the rule below the head
    rows = (ROW.match(line) for line in lines)
    found: dict[str, str] = {}
    for row in rows:
        if row is None:
            break
        found[row[1]] = row[2]
    return found


def called() -> set[str]:
    """Every method of Slack's Web API that the code names; there are none but the playground's."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in Path("bot/slack").glob("*.py"))
    names = re.findall(r"client\.([a-z]+_\w+)", text)
    return {name.replace("_", ".") for name in names} & set(METHODS)


def test_the_commands_are_those_that_are_listened_to() -> None:
    named = {command["command"] for command in MANIFEST["features"]["slash_commands"]}

    assert named == set(COMMANDS) == set(table("command"))


def test_the_events_are_those_that_are_listened_to() -> None:
    named = set(MANIFEST["settings"]["event_subscriptions"]["bot_events"])

    assert {event.partition(".")[0] for event in named} == {*EVENTS, *ENDS, HOME}
    assert named == set(table("event"))


def test_the_shortcuts_are_those_that_are_listened_to() -> None:
    assert set(SHORTCUT_NAMES) == set(SHORTCUTS)
    assert set(SHORTCUT_NAMES.values()) == set(table("shortcut"))


def test_the_scopes_are_those_that_events_and_calls_need() -> None:
    events = MANIFEST["settings"]["event_subscriptions"]["bot_events"]
    needs = [*(HEARD.get(event, set()) for event in events), *(CALLED[name] for name in called())]

    assert {"commands"}.union(*needs) == SCOPES == set(table("scope"))


def test_every_call_that_is_known_is_made() -> None:
    assert called() == set(CALLED)


def test_every_scope_has_its_reason_beside_it() -> None:
    lines = Path("manifest.yaml").read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.strip() == "bot:")
    scopes = lines[start + 1 : start + 1 + len(SCOPES)]

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
