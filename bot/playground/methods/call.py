"""One Web API call on its way to a method: its arguments, read the way Slack reads them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.playground.refusal import Refused
from bot.playground.service import Service
from bot.playground.workspace import Channel, Json, Kind, Message, User

Handler: TypeAlias = Callable[["Call"], Json]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the Web API: what it does, and what it needs.

    `scopes`: any one of them suffices; the kind of a conversation may ask for more (see
    `Call.channel`). `needs`: arguments that must be there. `per_minute`: Slack's rate for one app
    in one workspace. `app_token`: it wants the app-level token instead of the bot's.
    """

    run: Handler
    scopes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    per_minute: int = 100
    app_token: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """The arguments of one call, with Slack's refusals for the wrong ones."""

    service: Service
    arguments: Json

    def text(self, name: str, default: str = "") -> str:
        """An argument as a string."""
        value = self.arguments.get(name, default)
        return value if isinstance(value, str) else json.dumps(value)

    def flag(self, name: str) -> bool:
        """An argument as true or false; forms send words."""
        return str(self.arguments.get(name, "")).lower() in {"1", "true"}

    def number(self, name: str, default: int) -> int:
        """An argument as a whole number."""
        try:
            return int(self.arguments.get(name, default))
        except (TypeError, ValueError):
            raise Refused(
                "invalid_arguments", f"[ERROR] must be an integer [json-pointer:/{name}]"
            ) from None

    def structure(self, name: str, error: str) -> Any:
        """An argument that is JSON, sent as such or as text; None where it is missing."""
        value = self.arguments.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise Refused(error) from None

    def user(self, name: str = "user") -> User:
        """The user an argument names."""
        user = self.service.workspace.users.get(self.text(name))
        if user is None:
            raise Refused("user_not_found")
        return user

    def channel(self, right: str | None = None) -> Channel:
        """The conversation that `channel` names; a user's id means the DM.

        `right` ("history", "read") asks for the scope that goes with the kind of conversation.
        """
        workspace = self.service.workspace
        name = self.text("channel")
        channel = workspace.channels.get(name)
        if channel is None and name in workspace.users:
            channel = workspace.dm(name)
        if channel is None:
            raise Refused("channel_not_found")
        if right:
            self.need(f"{SCOPE_PREFIX[channel.kind]}:{right}")
        return channel

    def message(self, channel: Channel, name: str = "ts") -> Message:
        """The message of that channel that an argument names; an ephemeral one is never found."""
        found = self.service.workspace.messages.get(channel.id, {}).get(self.text(name))
        if found is None or found.only_for:
            raise Refused("message_not_found")
        return found

    def need(self, *scopes: str) -> None:
        """Refuse the call unless the app has one of these scopes."""
        granted = self.service.installed.scopes
        if scopes and not granted.intersection(scopes):
            raise Refused(
                "missing_scope", needed=",".join(scopes), provided=",".join(sorted(granted))
            )


SCOPE_PREFIX = {Kind.CHANNEL: "channels", Kind.GROUP: "groups", Kind.IM: "im"}
