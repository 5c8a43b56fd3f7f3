"""What every listener works with, and what a person did, read once from Slack's payload."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from bot.core.manners import Manners
from bot.core.words import Language
from bot.core.work import Key
from bot.desk.needs import UNWATCHED, Meter
from bot.desk.team import Team
from bot.settings import Settings
from bot.slack import shape
from bot.slack.blocks.parts import CHECKED, Block
from bot.slack.busy import Busy
from bot.slack.incoming import Identity
from bot.slack.needs import Claims, Desk, Privacy
from bot.slack.outbox import Outbox, Place, Return
from bot.slack.people import People, Person
from bot.slack.rates import Rates
from bot.slack.recent import Recent
from bot.slack.roles import Roles

LONGEST_KEY = 64  # characters of a trigger that are kept: its end is what differs


@dataclass(frozen=True, slots=True)
class Front:
    """The front of the desk: the desk itself, the team's memory, and the ways to people.

    `reference` makes a short sign that a log line and a person's message share.
    """

    desk: Desk
    team: Team
    outbox: Outbox
    people: People
    roles: Roles
    claims: Claims
    privacy: Privacy
    me: Identity
    settings: Settings
    reference: Callable[[], str]
    meter: Meter = UNWATCHED
    rates: Rates = field(default_factory=Rates)
    recent: Recent = field(default_factory=Recent)
    busy: Busy = field(default_factory=Busy)

    async def manners(self) -> Manners:
        """What the team has decided about its channels."""
        return await self.team.manners(self.settings.support_channels)

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

    def key(self, team: str) -> Key:
        """What it is claimed under: a trigger is given once."""
        return Key(team, self.to.place.channel, f"command {self.trigger}"[-LONGEST_KEY:])

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Command":
        """From Slack's payload."""
        place, user = Place(shape.identifier(body, "channel_id")), shape.identifier(body, "user_id")
        return cls(
            name=shape.text(body, "command"),
            text=shape.text(body, "text"),
            user=user,
            to=Return(shape.text(body, "response_url") or None, place, user),
            trigger=shape.trigger(body),
        )


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed in a message, a modal or the Home tab.

    `value` is what the button carries: a language, a space, and what the button is about. `again`
    tells that we may have died over it. `checked` is the check's verdict above an answer, which
    stays when the answer is replaced.
    """

    action: str
    value: str
    user: str
    to: Return
    trigger: str
    again: bool = False
    checked: tuple[Block, ...] = ()

    def key(self, team: str) -> Key:
        """What it is claimed under."""
        return Key(team, self.to.place.channel, f"press {self.trigger}"[-LONGEST_KEY:])

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Press":
        """From Slack's payload, which carries exactly one action."""
        action = next(shape.parts(body, "actions"), {})
        container, message = shape.part(body, "container"), shape.part(body, "message")
        channel = shape.identifier(shape.part(body, "channel"), "id")
        place = Place(
            channel or shape.identifier(container, "channel_id"),
            _thread(message) or _thread(container),
        )
        user = shape.identifier(shape.part(body, "user"), "id")
        ours = None if container.get("is_ephemeral") else shape.identifier(container, "message_ts")
        blocks = shape.parts(message, "blocks")
        return cls(
            action=shape.text(action, "action_id"),
            value=_value(action),
            user=user,
            to=Return(shape.text(body, "response_url") or None, place, user, ours or None),
            trigger=shape.trigger(body),
            checked=tuple(dict(b) for b in blocks if shape.text(b, "block_id").startswith(CHECKED)),
        )

    @property
    def channel(self) -> str:
        """Where the question stands: in that channel; one of the Home tab under who asked it."""
        return self.to.place.channel or self.user

    @property
    def language(self) -> Language:
        """The language of the message the button stands in: its value begins with it."""
        return _language(self.value)

    @property
    def subject(self) -> str:
        """What the button is about: its value behind the language."""
        return self.value.partition(" ")[2]

    @property
    def ids(self) -> list[str]:
        """The ids that make up the subject."""
        return self.value.split(" ")[1:]


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut used on a message: its text and `ts`."""

    text: str
    ts: str
    user: str
    to: Return
    trigger: str

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Shortcut":
        """From Slack's payload."""
        message, user = (
            shape.part(body, "message"),
            shape.identifier(shape.part(body, "user"), "id"),
        )
        channel = shape.identifier(shape.part(body, "channel"), "id")
        return cls(
            text=shape.text(message, "text"),
            ts=shape.identifier(body, "message_ts") or shape.identifier(message, "ts"),
            user=user,
            to=Return(
                shape.text(body, "response_url") or None, Place(channel, _thread(message)), user
            ),
            trigger=shape.trigger(body),
        )


@dataclass(frozen=True, slots=True)
class Submission:
    """A modal sent: which form, the ids it carried, and what was entered by field."""

    callback: str
    meta: str
    entered: Mapping[str, str]
    user: str
    version: str = ""  # of the form as the person saw it

    def key(self, team: str) -> Key:
        """What it is claimed under: a form that was taken closes, so one version is sent once."""
        return Key(team, "view", self.version)

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Submission":
        """From Slack's payload; a field left empty is missing in `entered`."""
        view = shape.part(body, "view")
        fields = shape.part(shape.part(view, "state"), "values")
        entered = {
            name: _value(shape.part(fields[block], name))
            for block in fields
            for name in shape.part(fields, block)
        }
        return cls(
            callback=shape.text(view, "callback_id"),
            meta=shape.text(view, "private_metadata"),
            entered={name: value for name, value in entered.items() if value},
            user=shape.identifier(shape.part(body, "user"), "id"),
            version=sha256(_version(view).encode("utf-8", "replace")).hexdigest(),
        )

    @property
    def language(self) -> Language:
        """The language of the form: what it carries begins with it."""
        return _language(self.meta)

    @property
    def ids(self) -> list[str]:
        """The ids it carries behind the language."""
        return self.meta.split(" ")[1:]


def _language(carried: str) -> Language:
    code = carried.partition(" ")[0]
    return Language(code) if code in list(Language) else Language.EN


def _value(action: Mapping[str, Any]) -> str:
    """What a button carries, or what was chosen or typed in a field."""
    chosen = shape.text(shape.part(action, "selected_option"), "value")
    picked = (shape.identifier(action, f"selected_{kind}") for kind in ("conversation", "channel"))
    given = (shape.text(action, "value"), chosen, *picked)
    return next((value for value in given if value), "")


def _thread(message: Mapping[str, Any]) -> str | None:
    return shape.identifier(message, "thread_ts") or None


def _version(view: Mapping[str, Any]) -> str:
    return f"{view.get('id')} {view.get('hash')}"
