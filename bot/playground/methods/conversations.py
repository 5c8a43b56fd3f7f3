"""`conversations.*` and `users.conversations`: what the bot reads."""

import base64
from collections.abc import Sequence
from dataclasses import replace

from bot.playground.methods.call import SCOPE_PREFIX, Call
from bot.playground.methods.chat import member
from bot.playground.payloads import channel_json, message_json
from bot.playground.refusal import Refused
from bot.playground.workspace import BOT_USER, Channel, Json, Kind, Message

TYPES = {"public_channel": Kind.CHANNEL, "private_channel": Kind.GROUP, "im": Kind.IM}


def page(call: Call, items: Sequence[Json], name: str) -> Json:
    """One page of a list, with the cursor of the next one."""
    limit = max(1, min(call.number("limit", 100), 1000))
    start = _start(call.text("cursor"))
    end = start + limit
    more = end < len(items)
    cursor = base64.b64encode(f"next:{end}".encode()).decode() if more else ""
    return {
        name: list(items[start:end]),
        "has_more": more,
        "response_metadata": {"next_cursor": cursor},
    }


def _start(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.b64decode(cursor).decode().removeprefix("next:"))
    except ValueError:
        raise Refused("invalid_cursor") from None


def info(call: Call) -> Json:
    """`conversations.info`."""
    return {"channel": channel_json(call.channel("read"))}


def _listed(call: Call, channels: Sequence[Channel]) -> Json:
    kinds = [
        TYPES[t.strip()]
        for t in call.text("types", "public_channel").split(",")
        if t.strip() in TYPES
    ]
    for kind in kinds:
        call.need(f"{SCOPE_PREFIX[kind]}:read")
    return page(call, [channel_json(c) for c in channels if c.kind in kinds], "channels")


def list_all(call: Call) -> Json:
    """`conversations.list`."""
    return _listed(call, list(call.service.workspace.channels.values()))


def list_of_user(call: Call) -> Json:
    """`users.conversations`; without a user, the bot's own."""
    user = call.text("user", BOT_USER)
    channels = call.service.workspace.channels.values()
    return _listed(call, [channel for channel in channels if user in channel.members])


def members(call: Call) -> Json:
    """`conversations.members`."""
    listed = page(call, [{"id": u} for u in sorted(call.channel("read").members)], "members")
    return listed | {"members": [item["id"] for item in listed["members"]]}


def _messages(call: Call, messages: list[Message]) -> Json:
    oldest, latest = call.text("oldest", "0"), call.text("latest")
    inclusive = call.flag("inclusive")
    chosen = [
        m
        for m in messages
        if m.only_for is None
        and (oldest < m.ts or (inclusive and oldest == m.ts))
        and (not latest or m.ts < latest or (inclusive and m.ts == latest))
    ]
    workspace, full = call.service.workspace, call.flag("include_all_metadata")
    return page(call, [message_json(workspace, m, metadata=full) for m in chosen], "messages")


def replies(call: Call) -> Json:
    """`conversations.replies`: a root and its thread, the oldest first."""
    channel = member(call.channel("history"))
    workspace = call.service.workspace
    root = workspace.messages.get(channel.id, {}).get(call.text("ts"))
    if root is None or root.only_for:
        raise Refused("thread_not_found")
    return _messages(call, [root] if root.is_reply else workspace.thread(channel.id, root.ts))


def history(call: Call) -> Json:
    """`conversations.history`: what stands in the channel itself, the newest first."""
    channel = member(call.channel("history"))
    messages = call.service.workspace.in_channel(channel.id)
    return _messages(call, [m for m in reversed(messages) if not m.is_reply])


def open_dm(call: Call) -> Json:
    """`conversations.open`, for the DM with one person."""
    users = [user.strip() for user in call.text("users").split(",") if user.strip()]
    if len(users) != 1:
        raise Refused("not_enough_users" if not users else "too_many_users")
    dm = call.service.workspace.dm(users[0])
    if users[0] not in call.service.workspace.users or dm is None:
        raise Refused("user_not_found")
    return {"channel": {"id": dm.id}, "already_open": True, "no_op": True}


def join(call: Call) -> Json:
    """`conversations.join`."""
    channel = call.channel()
    if channel.kind is not Kind.CHANNEL:
        raise Refused("method_not_supported_for_channel_type")
    joined = replace(channel, members=channel.members | {BOT_USER})
    call.service.workspace.channels[channel.id] = joined
    call.service.touch()
    return {"channel": channel_json(joined)}
