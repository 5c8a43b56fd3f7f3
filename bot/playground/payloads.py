"""What Slack sends to an app: events, commands and interactions as JSON; pure."""

from typing import Any

from bot.playground.typed_blocks import typed_block
from bot.playground.workspace import (
    APP_ID,
    BOT_ID,
    BOT_USER,
    Channel,
    Json,
    Kind,
    Message,
    User,
    View,
    Workspace,
)

VERIFICATION_TOKEN = "playground-verification"


def message_json(workspace: Workspace, message: Message, *, metadata: bool = False) -> Json:
    """A message as `conversations.replies` and the events show it."""
    shown: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": workspace.team,
    }
    if message.blocks:
        shown["blocks"] = list(message.blocks)
    elif message.user != BOT_USER:
        shown["blocks"] = [typed_block(message.text, f"b-{message.ts}")]
    if message.subtype:
        shown["subtype"] = message.subtype
    if message.edited:
        shown["edited"] = {"user": message.user, "ts": message.edited}
    if message.user == BOT_USER:
        shown |= {"bot_id": BOT_ID, "app_id": APP_ID, "bot_profile": bot_json(workspace)}
    else:
        shown["client_msg_id"] = f"msg-{message.ts}"
    if message.reactions:
        shown["reactions"] = _reactions(message)
    if metadata and message.metadata:
        shown["metadata"] = message.metadata
    return shown | _thread_fields(workspace, message)


def _thread_fields(workspace: Workspace, message: Message) -> Json:
    if message.is_reply and message.thread_ts:
        root = workspace.messages[message.channel].get(message.thread_ts)
        return {"thread_ts": message.thread_ts, "parent_user_id": root.user if root else ""}
    replies = [
        m
        for m in workspace.thread(message.channel, message.ts)
        if m.is_reply and m.only_for is None
    ]
    if not replies:
        return {}
    users = list(dict.fromkeys(m.user for m in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users": users,
        "reply_users_count": len(users),
        "latest_reply": replies[-1].ts,
    }


def _reactions(message: Message) -> list[Json]:
    users: dict[str, list[str]] = {}
    for name, user in message.reactions:
        users.setdefault(name, []).append(user)
    return [{"name": n, "users": u, "count": len(u)} for n, u in users.items()]


def bot_json(workspace: Workspace) -> Json:
    """The bot as `bots.info` and a message's `bot_profile` show it."""
    return {
        "id": BOT_ID,
        "app_id": APP_ID,
        "user_id": BOT_USER,
        "name": workspace.users[BOT_USER].name,
        "deleted": False,
        "team_id": workspace.team,
    }


def user_json(workspace: Workspace, user: User, *, locale: bool = False) -> Json:
    """A user as `users.info` shows one; the locale only where it was asked for."""
    shown: Json = {
        "id": user.id,
        "team_id": user.team or workspace.team,
        "is_stranger": user.team is not None,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": False,
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "tz": "Europe/Berlin",
        "profile": {"real_name": user.real_name, "display_name": user.name},
    }
    return shown | ({"locale": user.locale} if locale else {})


def channel_json(channel: Channel) -> Json:
    """A conversation as `conversations.info` shows it."""
    shown: Json = {
        "id": channel.id,
        "is_channel": channel.kind is Kind.CHANNEL,
        "is_group": channel.kind is Kind.GROUP,
        "is_im": channel.kind is Kind.IM,
        "is_mpim": False,
        "is_private": channel.kind is not Kind.CHANNEL,
        "is_archived": False,
        "is_shared": channel.is_ext_shared,
        "is_ext_shared": channel.is_ext_shared,
    }
    if channel.kind is Kind.IM:
        return shown | {"user": channel.person}
    return shown | {
        "name": channel.name,
        "is_member": BOT_USER in channel.members,
        "num_members": len(channel.members),
        "purpose": {"value": channel.purpose},
        "topic": {"value": ""},
    }


def view_json(workspace: Workspace, view: View, state: Json | None = None) -> Json:
    """A view as `views.open` returns it and interactions carry it."""
    defaults: Json = {
        "callback_id": "",
        "private_metadata": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "title": {"type": "plain_text", "text": "View Title", "emoji": True},
        "close": None,
        "submit": None,
    }
    return {
        **defaults,
        **view.body,
        "id": view.id,
        "team_id": workspace.team,
        "state": {"values": state or {}},
        "hash": view.hash,
        "root_view_id": view.root,
        "previous_view_id": view.previous,
        "app_id": APP_ID,
        "bot_id": BOT_ID,
        "app_installed_team_id": workspace.team,
    }


def event_callback(workspace: Workspace, event: Json, event_id: str, now: float) -> Json:
    """The outer payload of the Events API around one event."""
    channel = event.get("channel")
    known = workspace.channels.get(channel) if isinstance(channel, str) else None
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team,
        "context_team_id": workspace.team,
        "context_enterprise_id": None,
        "api_app_id": APP_ID,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(now),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": known.is_ext_shared if known else False,
        "event_context": f"4-{event_id}",
    }


def interaction(workspace: Workspace, kind: str, user: User, **fields: Any) -> Json:
    """What every interactive payload has, and the fields of this one."""
    return {
        "type": kind,
        "user": {
            "id": user.id,
            "username": user.name,
            "name": user.name,
            "team_id": user.team or workspace.team,
        },
        "team": {"id": workspace.team, "domain": workspace.domain},
        "api_app_id": APP_ID,
        "token": VERIFICATION_TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
        **fields,
    }


def channel_field(channel: Channel) -> Json:
    """A channel as interactions name it."""
    return {
        "id": channel.id,
        "name": "directmessage" if channel.kind is Kind.IM else channel.name,
    }
