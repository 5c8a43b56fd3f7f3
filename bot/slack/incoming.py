"""Slack's event -> Incoming, or None for what cannot be meant for us. Pure; decides by the text."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.core.work import Key
from bot.slack import markup, shape

HOLD_QUESTIONS = frozenset({"", "file_share", "thread_broadcast"})  # message subtypes
SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in the workspace that installed us."""

    team: str
    user: str  # our bot user
    bot: str  # our bot id


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message that may be meant for us.

    `key` identifies it, however often and in whatever form Slack delivers it;
    `thread` is the root under which a reply goes. `addressed` tells that it is a DM or mentions
    us; `added` that an edit brought the mention; `shared` that people of other workspaces read
    along. `revised` is the `ts` of an edit that changed the words of what may be answered already.
    """

    team: str
    channel: str
    ts: str
    thread: str
    user: str
    raw: str
    direct: bool = False
    addressed: bool = False
    added: bool = False
    shared: bool = False
    revised: str = ""

    @property
    def key(self) -> Key:
        """What it is taken under. What was only overheard may be put to us later by an edit."""
        if self.revised:
            return Key(self.team, self.channel, f"{self.ts} revised {self.revised}")
        put_to_us, overheard = self.first_keys
        return put_to_us if self.addressed else overheard

    @property
    def first_keys(self) -> tuple[Key, Key]:
        """What it was taken under before any edit: as put to us, or as overheard."""
        put_to_us = Key(self.team, self.channel, self.ts)
        return put_to_us, replace(put_to_us, ts=f"{self.ts} overheard")

    @property
    def first(self) -> bool:
        """Whether it stands in the channel itself, not in a thread."""
        return self.thread == self.ts


def read(body: Mapping[str, Any], me: Identity) -> Incoming | None:
    """What a `message` or `app_mention` event says, None for what can hold no question for us.

    A mention in a channel arrives twice, as either type and in any order: both read the same.
    """
    event = shape.part(body, "event")
    if event.get("subtype") == "message_changed":
        return _changed(body, event, me)
    if shape.text(event, "subtype") not in HOLD_QUESTIONS:
        return None
    return _message(body, event, shape.identifier(event, "channel"), me)


def _changed(body: Mapping[str, Any], event: Mapping[str, Any], me: Identity) -> Incoming | None:
    """An edit counts only if it really changed the text: it brings our mention, or revises."""
    now, before = shape.part(event, "message"), shape.part(event, "previous_message")
    if now.get("text") == before.get("text") or shape.text(now, "subtype") not in HOLD_QUESTIONS:
        return None
    inner = {**now, "channel_type": event.get("channel_type"), "edited": True}
    read = _message(body, inner, shape.identifier(event, "channel"), me)
    had = markup.mentions(shape.text(before, "text"), me.user)
    if read is None or (markup.mentions(read.raw, me.user) and not had and not read.direct):
        return read
    edit = shape.identifier(shape.part(now, "edited"), "ts")
    return replace(read, added=False, revised=edit or shape.identifier(event, "ts"))


def _message(
    body: Mapping[str, Any], event: Mapping[str, Any], channel: str, me: Identity
) -> Incoming | None:
    user, ts = shape.identifier(event, "user"), shape.identifier(event, "ts")
    if not (user and ts and channel) or user in {me.user, SLACKBOT} or event.get("bot_id"):
        return None
    raw = shape.text(event, "text")
    direct = event.get("channel_type") == "im" or channel.startswith("D")
    return Incoming(
        team=shape.identifier(body, "team_id") or me.team,
        channel=channel,
        ts=ts,
        thread=shape.identifier(event, "thread_ts") or ts,
        user=user,
        raw=raw,
        direct=direct,
        addressed=direct or markup.mentions(raw, me.user),
        added="edited" in event,
        shared=bool(body.get("is_ext_shared_channel")),
    )
