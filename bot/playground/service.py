"""The one place that changes the workspace, and tells the app what changed."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.playground.blockkit.check import interactive
from bot.playground.dispatch import Delivery, Dispatcher, Envelope
from bot.playground.installed import Installed
from bot.playground.payloads import event_callback, message_json
from bot.playground.responses import ResponseUrls
from bot.playground.triggers import Triggers
from bot.playground.workspace import BOT_USER, Json, Kind, Message, Workspace

SUBSCRIPTION = {
    Kind.CHANNEL: "message.channels",
    Kind.GROUP: "message.groups",
    Kind.IM: "message.im",
}

PLACES = {"accessory", "element"}  # in a block, where one element may stand


@dataclass(frozen=True, slots=True)
class ApiCall:
    """One call the app made, for the log: the arguments without the token, and the ts it made."""

    at: float
    method: str
    arguments: Json
    error: str | None
    made: str = ""


@dataclass(slots=True)
class Service:
    """Slack's own side: stores messages and sends the app the events that follow."""

    workspace: Workspace
    installed: Installed
    dispatcher: Dispatcher
    triggers: Triggers
    responses: ResponseUrls
    socket_url: Callable[[], str]
    clock: Callable[[], float]
    calls: list[ApiCall] = field(default_factory=list)
    changes: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _last_ts: int = 0

    def __post_init__(self) -> None:
        self.dispatcher.changed = self.touch

    def touch(self) -> None:
        """Wake everybody who waits for a change."""
        self.changes += 1
        self._changed.set()
        self._changed = asyncio.Event()

    def next_change(self) -> asyncio.Event:
        """Set at the next change from now on; take it before looking, or a change is missed."""
        return self._changed

    def new_id(self, prefix: str) -> str:
        """An id that looks like Slack's and was never given before."""
        return f"{prefix}{next(self._numbers):09d}"

    def new_ts(self) -> str:
        """The next message time stamp; never the same twice."""
        self._last_ts = max(int(self.clock() * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def post(self, message: Message) -> Message:
        """Store a message and send the events that follow from it."""
        message = replace(message, blocks=self.with_ids(message.blocks))
        self.workspace.put(message)
        if message.user == BOT_USER and message.only_for is None:
            self.workspace.statuses.pop((message.channel, message.thread_ts or message.ts), None)
        if message.only_for is None:
            self._tell_posted(message)
        self.touch()
        return message

    def edit(self, message: Message, **changes: Any) -> Message:
        """Change a message that stands; `edited` is set where the text or blocks change."""
        before = message_json(self.workspace, message)
        after = replace(message, **changes)
        if "blocks" in changes:
            after = replace(after, blocks=self.with_ids(after.blocks))
        if {"text", "blocks"} & changes.keys() and message.only_for is None:
            after = replace(after, edited=self.new_ts())
        self.workspace.put(after)
        if message.only_for is None and "reactions" not in changes:
            self.tell_changed(after, before)
            if after.edited and f"<@{BOT_USER}>" in after.text:
                self._tell_mention(after)
        self.touch()
        return after

    def delete(self, message: Message) -> None:
        """Take a message away."""
        before = message_json(self.workspace, message)
        self.workspace.drop(message)
        if message.only_for is None:
            self._tell_message(
                message.channel,
                subtype="message_deleted",
                previous_message=before,
                deleted_ts=message.ts,
                hidden=True,
            )
        self.touch()

    def tell_changed(self, message: Message, before: Json) -> None:
        """Send `message_changed`, as for an edit, an unfurl or a reply in the thread."""
        self._tell_message(
            message.channel,
            subtype="message_changed",
            message=message_json(self.workspace, message),
            previous_message=before,
            hidden=True,
        )

    def emit(self, subscription: str, event: Json) -> Delivery | None:
        """Send one event, if the app is subscribed to it and has its scope."""
        if not self.installed.hears(subscription):
            return None
        payload = event_callback(self.workspace, event, self.new_id("Ev"), self.clock())
        return self.dispatcher.send(Envelope(self.new_id("env-"), "events_api", payload))

    def interact(self, payload: Json) -> Delivery:
        """Send an interactive payload; its acknowledgement may carry an answer."""
        return self.dispatcher.send(
            Envelope(self.new_id("env-"), "interactive", payload, accepts_response=True)
        )

    def order(self, payload: Json) -> Delivery:
        """Send a slash command; its acknowledgement may carry an answer."""
        return self.dispatcher.send(
            Envelope(self.new_id("env-"), "slash_commands", payload, accepts_response=True)
        )

    def with_ids(self, blocks: tuple[Json, ...]) -> tuple[Json, ...]:
        """Blocks with the ids Slack gives where the app gave none."""
        return tuple(map(self._with_ids, blocks))

    def _with_ids(self, block: Json) -> Json:
        # Only what an id may be added to is copied: others may hold the same block.
        named = {**block, **{place: dict(block[place]) for place in PLACES & block.keys()}}
        if "elements" in block:
            named["elements"] = [dict(element) for element in block["elements"]]
        named.setdefault("block_id", self.new_id("b"))
        for element in interactive(named):
            element.setdefault("action_id", self.new_id("a"))
        return named

    def _tell_posted(self, message: Message) -> None:
        workspace = self.workspace
        event = message_json(workspace, message)
        event["channel_type"] = workspace.channels[message.channel].kind.value
        event |= {"channel": message.channel, "event_ts": message.ts}
        if self._hears(message.channel):
            self.emit(SUBSCRIPTION[workspace.channels[message.channel].kind], event)
        if f"<@{BOT_USER}>" in message.text and message.user != BOT_USER:
            self._tell_mention(message)
        root = workspace.messages[message.channel].get(message.thread_ts or "")
        if message.is_reply and root:
            self.tell_changed(root, message_json(workspace, root))

    def _tell_mention(self, message: Message) -> None:
        if self.workspace.channels[message.channel].kind is Kind.IM or not self._hears(
            message.channel
        ):
            return
        event = message_json(self.workspace, message)
        event |= {"type": "app_mention", "channel": message.channel, "event_ts": message.ts}
        self.emit("app_mention", event)

    def _tell_message(self, channel: str, **fields: Any) -> None:
        ts = self.new_ts()
        kind = self.workspace.channels[channel].kind
        if not self._hears(channel):
            return
        self.emit(
            SUBSCRIPTION[kind],
            {
                "type": "message",
                "channel": channel,
                "channel_type": kind.value,
                "ts": ts,
                "event_ts": ts,
                **fields,
            },
        )

    def _hears(self, channel: str) -> bool:
        return BOT_USER in self.workspace.channels[channel].members
