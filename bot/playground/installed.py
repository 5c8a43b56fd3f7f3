"""The app as it is installed: what its manifest allows it to do, hear and offer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

SCOPES = (
    "app_mentions:read",
    "channels:history",
    "channels:read",
    "chat:write",
    "commands",
    "groups:history",
    "groups:read",
    "im:history",
    "im:write",
    "mpim:history",
    "usergroups:read",
    "users:read",
)
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "channel_rename",
    "member_joined_channel",
    "member_left_channel",
    "message.channels",
    "message.groups",
    "message.im",
    "tokens_revoked",
)
NEEDS_SCOPE = {  # an event arrives only with its scope (docs: each event's page)
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "member_joined_channel": "channels:read",
    "member_left_channel": "channels:read",
    "channel_rename": "channels:read",
}


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command of the manifest."""

    name: str  # with the slash
    description: str = ""
    usage: str = ""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut of the manifest; `on_message` ones stand in a message's menu."""

    callback_id: str
    name: str
    on_message: bool


@dataclass(frozen=True, slots=True)
class Installed:
    """What the workspace knows of the app. Without a manifest: everything Helpdesk may need."""

    scopes: frozenset[str] = frozenset(SCOPES)
    events: frozenset[str] = frozenset(EVENTS)
    commands: tuple[Command, ...] = (
        Command("/checksender", "May this address send?", "sender [account]"),
        Command("/checkspf", "Check a domain's SPF record", "domain"),
    )
    shortcuts: tuple[Shortcut, ...] = ()
    home: bool = True

    def hears(self, event: str) -> bool:
        """Whether an event of this subscription ("message.im") is sent to the app."""
        needed = NEEDS_SCOPE.get(event)
        return event in self.events and (needed is None or needed in self.scopes)

    def without(self, *scopes: str) -> "Installed":
        """The same app installed without these scopes."""
        return replace(self, scopes=self.scopes - set(scopes))


def read_manifest(manifest: Mapping[str, Any]) -> Installed:
    """The app as this manifest (version 2) describes it; a part that is missing counts as none."""
    features = manifest.get("features", {})
    settings = manifest.get("settings", {})
    return Installed(
        scopes=frozenset(manifest.get("oauth_config", {}).get("scopes", {}).get("bot", ())),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
        commands=tuple(
            Command(c["command"], c.get("description", ""), c.get("usage_hint", ""))
            for c in features.get("slash_commands", ())
        ),
        shortcuts=tuple(
            Shortcut(s["callback_id"], s["name"], s["type"] == "message")
            for s in features.get("shortcuts", ())
        ),
        home=str(features.get("app_home", {}).get("home_tab_enabled", False)).lower() == "true",
    )
