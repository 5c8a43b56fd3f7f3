"""`chat.*` and `reactions.*`: what the bot says."""

import json
from dataclasses import replace
from typing import Any

from bot.playground.blockkit import check_message
from bot.playground.methods.call import Call
from bot.playground.payloads import message_json
from bot.playground.refusal import Refused
from bot.playground.workspace import BOT_USER, Channel, Json, Message

TEXT_MOST = 40_000  # characters; docs: chat.postMessage, msg_too_long
METADATA_BYTES = 16_000  # docs: Message metadata


def content(call: Call) -> tuple[str, tuple[Json, ...]]:
    """The text and checked blocks of a call; refused where there is neither."""
    blocks = call.structure("blocks", "invalid_blocks_format")
    text = call.text("text")
    if blocks is not None:
        check_message(blocks)
    if not text and not blocks:
        raise Refused("no_text")
    if len(text) > TEXT_MOST:
        raise Refused("msg_too_long")
    return text, tuple(blocks or ())


def metadata(call: Call) -> Json | None:
    """The metadata of a call, checked."""
    value = call.structure("metadata", "invalid_metadata_format")
    if value is None:
        return None
    if not isinstance(value, dict) or value.keys() != {"event_type", "event_payload"}:
        raise Refused("invalid_metadata_format")
    if not isinstance(value["event_type"], str) or not isinstance(value["event_payload"], dict):
        raise Refused("invalid_metadata_format")
    if len(json.dumps(value).encode()) > METADATA_BYTES:
        raise Refused("metadata_too_large")
    return value


def thread(call: Call, channel: Channel) -> str | None:
    """The root that `thread_ts` names; a reply's own ts is refused."""
    ts = call.text("thread_ts")
    if not ts:
        return None
    root = call.service.workspace.messages.get(channel.id, {}).get(ts)
    if root is None or root.only_for:
        raise Refused("thread_not_found")
    if root.is_reply:
        raise Refused("cannot_reply_to_message")
    return ts


def member(channel: Channel) -> Channel:
    """The channel, if the bot is in it."""
    if BOT_USER not in channel.members:
        raise Refused("not_in_channel")
    return channel


def post_message(call: Call) -> Json:
    """`chat.postMessage`."""
    channel = member(call.channel())
    said = replace(_said(call, channel), metadata=metadata(call))
    message = call.service.post(said)
    shown = message_json(call.service.workspace, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(call: Call) -> Json:
    """`chat.postEphemeral`."""
    channel, user = member(call.channel()), call.text("user")
    said = replace(_said(call, channel), only_for=user)
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    return {"message_ts": call.service.post(said).ts}


def _said(call: Call, channel: Channel) -> Message:
    """What the call says, as a message of the bot's in this channel."""
    text, blocks = content(call)
    return Message(
        channel=channel.id,
        ts=call.service.new_ts(),
        user=BOT_USER,
        text=text,
        blocks=blocks,
        thread_ts=thread(call, channel),
    )


def update(call: Call) -> Json:
    """`chat.update`; only the bot's own messages, never an ephemeral one."""
    channel = call.channel()
    message = call.message(channel)
    if message.user != BOT_USER:
        raise Refused("cant_update_message")
    text, blocks = content(call)
    changes: dict[str, Any] = {"text": text, "blocks": blocks}
    if (found := metadata(call)) is not None:
        changes["metadata"] = found
    message = call.service.edit(message, **changes)
    shown = message_json(call.service.workspace, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def delete(call: Call) -> Json:
    """`chat.delete`."""
    channel = call.channel()
    message = call.message(channel)
    if message.user != BOT_USER:
        raise Refused("cant_delete_message")
    call.service.delete(message)
    return {"channel": channel.id, "ts": message.ts}


def permalink(call: Call) -> Json:
    """`chat.getPermalink`."""
    channel = call.channel()
    message = call.message(channel, "message_ts")
    workspace = call.service.workspace
    link = (
        f"https://{workspace.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    )
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def add_reaction(call: Call) -> Json:
    """`reactions.add`."""
    message = call.message(member(call.channel()), "timestamp")
    mark = (call.text("name"), BOT_USER)
    if mark in message.reactions:
        raise Refused("already_reacted")
    call.service.edit(message, reactions=(*message.reactions, mark))
    return {}


def remove_reaction(call: Call) -> Json:
    """`reactions.remove`."""
    message = call.message(member(call.channel()), "timestamp")
    mark = (call.text("name"), BOT_USER)
    if mark not in message.reactions:
        raise Refused("no_reaction")
    call.service.edit(message, reactions=tuple(r for r in message.reactions if r != mark))
    return {}


def set_status(call: Call) -> Json:
    """`assistant.threads.setStatus`: "is looking it up…", gone with the next message."""
    channel = member(call.service.workspace.channels.get(call.text("channel_id")) or _unknown())
    key = (channel.id, call.text("thread_ts"))
    status = call.text("status")
    if status:
        call.service.workspace.statuses[key] = status
    else:
        call.service.workspace.statuses.pop(key, None)
    call.service.touch()
    return {}


def _unknown() -> Channel:
    raise Refused("channel_not_found")
