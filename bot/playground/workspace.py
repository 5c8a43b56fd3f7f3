"""The values a workspace is made of: people, channels, messages, views; no I/O, no clock."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

TEAM = "T0PLAYGRND"
BOT_USER = "U0HELPBOT"
BOT_ID = "B0HELPBOT"
APP_ID = "A0HELPBOT"
SLACKBOT = "USLACKBOT"


class Kind(StrEnum):
    """What sort of conversation a channel is, in the words of an event's `channel_type`."""

    CHANNEL = "channel"
    GROUP = "group"
    IM = "im"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody in the workspace. `is_restricted` is a guest; `team` is another one's own."""

    id: str
    name: str
    real_name: str
    locale: str = "en-US"
    role: str = ""
    is_admin: bool = False
    is_restricted: bool = False
    is_bot: bool = False
    team: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation and who is in it; an `im` has exactly one person beside the bot."""

    id: str
    name: str
    kind: Kind
    members: frozenset[str]
    purpose: str = ""
    is_ext_shared: bool = False

    @property
    def person(self) -> str:
        """The one who talks to the bot in this DM."""
        return next(iter(self.members - {BOT_USER}))


@dataclass(frozen=True, slots=True)
class Group:
    """A user group (`@support`)."""

    id: str
    handle: str
    name: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """What stands in a channel. `only_for` is the one reader of an ephemeral message."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    thread_ts: str | None = None
    only_for: str | None = None
    edited: str | None = None
    metadata: Json | None = None
    subtype: str | None = None
    reactions: tuple[tuple[str, str], ...] = ()  # (name, user)

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread, below its root."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a Home tab as one user sees it; `body` is what the app sent."""

    id: str
    user: str
    body: Json
    hash: str
    root: str
    previous: str | None = None

    @property
    def kind(self) -> str:
        """ "modal" or "home"."""
        return str(self.body["type"])


@dataclass(slots=True)
class Workspace:
    """One team's whole state. Changed only by `service.Service`."""

    users: dict[str, User]
    channels: dict[str, Channel]
    groups: dict[str, Group]
    messages: dict[str, dict[str, Message]] = field(
        default_factory=dict
    )  # channel -> ts -> message
    replies: dict[str, dict[str, None]] = field(default_factory=dict)  # root -> its replies, by ts
    modals: dict[str, list[View]] = field(default_factory=dict)  # user -> stack, the top is last
    homes: dict[str, View] = field(default_factory=dict)
    statuses: dict[tuple[str, str], str] = field(default_factory=dict)  # (channel, thread) -> words
    team: str = TEAM
    domain: str = "playground"
    name: str = "Playground"

    def put(self, message: Message) -> None:
        """Store a message, or another version of one that stands."""
        standing = self.messages.setdefault(message.channel, {})
        before = standing.get(message.ts)
        if before and before.is_reply and not message.is_reply:
            del self.replies[str(before.thread_ts)][before.ts]
        standing[message.ts] = message
        if message.is_reply:
            self.replies.setdefault(str(message.thread_ts), {})[message.ts] = None

    def drop(self, message: Message) -> None:
        """Take a message away."""
        del self.messages[message.channel][message.ts]
        if message.is_reply:
            del self.replies[str(message.thread_ts)][message.ts]

    def in_channel(self, channel: str) -> list[Message]:
        """Every message of a channel, the oldest first, ephemeral ones included."""
        return list(self.messages.get(channel, {}).values())  # a later ts is always put in later

    def thread(self, channel: str, ts: str) -> list[Message]:
        """A root and its replies, the oldest first."""
        standing = self.messages.get(channel, {})
        return [standing[each] for each in (ts, *self.replies.get(ts, ())) if each in standing]

    def find(self, ts: str) -> Message | None:
        """The message with this ts, in whatever channel (a ts is unique here)."""
        return next((c[ts] for c in self.messages.values() if ts in c), None)

    def dm(self, user: str) -> Channel | None:
        """The DM between this user and the bot."""
        return next(
            (c for c in self.channels.values() if c.kind is Kind.IM and user in c.members), None
        )

    def views(self) -> Iterator[View]:
        """Every view that is open or published."""
        for stack in self.modals.values():
            yield from stack
        yield from self.homes.values()


ANNA, CARL, ADA = "U0ANNA001", "U0CARL001", "U0ADA0001"
SUPPORT, GENERAL, RANDOM = "C0SUPPORT", "C0GENERAL", "C0RANDOM1"
SUPPORT_GROUP = "S0SUPPORT"

PEOPLE = (
    User(ANNA, "anna", "Anna Agent", role="agent"),
    User(CARL, "carl", "Carl Customer", locale="de-DE", role="customer", is_restricted=True),
    User(ADA, "ada", "Ada Admin", role="admin", is_admin=True),
    User(BOT_USER, "helpdesk", "Helpdesk", is_bot=True),
    User(SLACKBOT, "slackbot", "Slackbot"),
)
EVERYBODY = frozenset({ANNA, CARL, ADA, BOT_USER})


def new_workspace() -> Workspace:
    """The workspace everybody starts with: an agent, a customer (guest), an admin and the bot.

    The bot is in #support and #general, not in #random; everybody has a DM with it.
    """
    channels = (
        Channel(SUPPORT, "support", Kind.CHANNEL, EVERYBODY, "Questions about e-mail"),
        Channel(GENERAL, "general", Kind.CHANNEL, EVERYBODY, "Everything else"),
        Channel(RANDOM, "random", Kind.CHANNEL, EVERYBODY - {BOT_USER}, "Without Helpdesk"),
        *(
            Channel(f"D0{user.id[2:]}", user.name, Kind.IM, frozenset({user.id, BOT_USER}))
            for user in PEOPLE
            if user.role
        ),
    )
    return Workspace(
        users={user.id: user for user in PEOPLE},
        channels={channel.id: channel for channel in channels},
        groups={SUPPORT_GROUP: Group(SUPPORT_GROUP, "support", "Support", (ANNA,))},
    )
