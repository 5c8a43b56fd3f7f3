"""What every listener works with, and what a person did, read once from Slack's payload."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.words import Language
from bot.settings import Settings
from bot.slack.claims import Claims
from bot.slack.incoming import Identity
from bot.slack.needs import Desk
from bot.slack.outbox import Outbox, Place, Return
from bot.slack.people import People, Person


@dataclass(frozen=True, slots=True)
class Front:
    """The front of the desk: the desk itself, and the ways to people.

    `reference` makes a short sign that a log line and a person's message share.
    """

    desk: Desk
    outbox: Outbox
    people: People
    claims: Claims
    me: Identity
    settings: Settings
    reference: Callable[[], str]

    def language(self, person: Person) -> Language:
        """The language to speak with somebody who has not written anything yet."""
        return person.language or self.settings.language


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command: what stands behind it, who typed it, and how to answer."""

    name: str
    text: str
    user: str
    to: Return
    trigger: str

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Command":
        """From Slack's payload."""
        place = Place(body["channel_id"])
        return cls(
            name=body["command"],
            text=body.get("text") or "",
            user=body["user_id"],
            to=Return(body.get("response_url"), place, body["user_id"]),
            trigger=body.get("trigger_id", ""),
        )


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed in a message, a modal or the Home tab.

    `value` is what the button carries: a language, a space, and what the button is about.
    """

    action: str
    value: str
    user: str
    to: Return
    trigger: str

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Press":
        """From Slack's payload, which carries exactly one action."""
        action = body["actions"][0]
        container = body.get("container", {})
        channel = body.get("channel", {}).get("id") or container.get("channel_id") or ""
        thread = body.get("message", {}).get("thread_ts") or container.get("thread_ts")
        message = None if container.get("is_ephemeral") else container.get("message_ts")
        user = body["user"]["id"]
        return cls(
            action=action.get("action_id", ""),
            value=_value(action),
            user=user,
            to=Return(body.get("response_url"), Place(channel, thread), user, message),
            trigger=body.get("trigger_id", ""),
        )

    @property
    def language(self) -> Language:
        """The language of the message the button stands in: its value begins with it."""
        code = self.value.partition(" ")[0]
        return Language(code) if code in list(Language) else Language.EN

    @property
    def subject(self) -> str:
        """What the button is about: its value behind the language."""
        return self.value.partition(" ")[2]


def _value(action: Mapping[str, Any]) -> str:
    """What a button, a menu or an overflow carries."""
    selected = action.get("selected_option") or {}
    return str(action.get("value") or selected.get("value") or "")
