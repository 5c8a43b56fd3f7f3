"""What the page shows one person, as JSON; pure."""

from collections.abc import Iterator

from bot.playground.installed import Installed
from bot.playground.payloads import message_json, view_json
from bot.playground.workspace import BOT_USER, Channel, Json, Message, User, View, Workspace

SHOWN = 200  # messages of one channel at most, the latest


def snapshot(workspace: Workspace, installed: Installed, person: User) -> Json:
    """Everything this person sees at the moment: channels, messages, views, and what is offered."""
    channels = [c for c in workspace.channels.values() if person.id in c.members]
    return {
        "me": person.id,
        "bot": BOT_USER,
        "workspace": workspace.name,
        "people": {user.id: _user(user) for user in workspace.users.values()},
        "groups": {group.id: group.handle for group in workspace.groups.values()},
        "channels": [_channel(channel) for channel in channels],
        "messages": {c.id: list(_messages(workspace, c, person)) for c in channels},
        "statuses": [
            {"channel": channel, "thread": thread, "text": text}
            for (channel, thread), text in workspace.statuses.items()
        ],
        "modal": _top(workspace, person),
        "home": _view(workspace, workspace.homes.get(person.id)),
        "commands": [
            {"name": c.name, "description": c.description, "usage": c.usage}
            for c in installed.commands
        ],
        "shortcuts": [
            {"id": s.callback_id, "name": s.name, "on_message": s.on_message}
            for s in installed.shortcuts
        ],
    }


def _user(user: User) -> Json:
    return {
        "id": user.id,
        "name": user.name,
        "real_name": user.real_name,
        "role": user.role,
        "guest": user.is_restricted,
        "bot": user.is_bot,
    }


def _channel(channel: Channel) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind.value,
        "purpose": channel.purpose,
        "bot_in": BOT_USER in channel.members,
        "external": channel.is_ext_shared,
    }


def _messages(workspace: Workspace, channel: Channel, person: User) -> Iterator[Json]:
    seen = [m for m in workspace.in_channel(channel.id) if m.only_for in (None, person.id)]
    for message in seen[-SHOWN:]:
        yield _message(workspace, message)


def _message(workspace: Workspace, message: Message) -> Json:
    shown = message_json(workspace, message)
    if not message.blocks:
        shown.pop("blocks", None)
    if message.only_for:
        shown["only_for"] = message.only_for
    return shown


def _top(workspace: Workspace, person: User) -> Json | None:
    stack = workspace.modals.get(person.id)
    if not stack:
        return None
    return (_view(workspace, stack[-1]) or {}) | {"depth": len(stack)}


def _view(workspace: Workspace, view: View | None) -> Json | None:
    return None if view is None else view_json(workspace, view)
