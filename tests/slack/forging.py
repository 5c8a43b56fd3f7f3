"""Payloads that no button or form on the screen would send now: old, forged, or sent twice."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.playground.payloads import channel_field, interaction
from bot.playground.workspace import Json, User
from tests.slack.office import Office

STRANGER = User("U0STRANGE", "sam", "Sam Stranger", is_admin=True, team="T0ELSEWHR")


def welcome(it: Office) -> str:
    """Somebody of another workspace, admin at home, joins #general over Slack Connect."""
    workspace = it.slack.service.workspace
    workspace.users[STRANGER.id] = STRANGER
    general = workspace.channels["C0GENERAL"]
    workspace.channels["C0GENERAL"] = replace(
        general, members=general.members | {STRANGER.id}, is_ext_shared=True
    )
    return STRANGER.name


async def press(it: Office, user: str, action: str, value: str, **more: Any) -> None:
    """A press of whatever button in #general, with whatever value; then all is quiet."""
    service, person = it.slack.service, it.slack.user(user)
    channel = service.workspace.channels["C0GENERAL"]
    payload = interaction(
        service.workspace,
        "block_actions",
        person,
        actions=[{"type": "button", "action_id": action, "block_id": "b", "value": value}],
        container={"type": "message", "message_ts": "1.1", "channel_id": channel.id},
        channel=channel_field(channel),
        trigger_id=service.triggers.give(person.id),
        response_url=service.responses.give(person.id, channel.id),
        **more,
    )
    await service.interact(payload).wait()
    await it.quiet()


async def send(it: Office, user: str, form: str, meta: str, entered: Mapping[str, Json]) -> None:
    """A form sent, whoever opened it; `entered` holds each field's element state."""
    service, person = it.slack.service, it.slack.user(user)
    view = {
        "type": "modal",
        "id": service.new_id("V"),
        "callback_id": form,
        "private_metadata": meta,
        "state": {"values": {name: {name: element} for name, element in entered.items()}},
        "blocks": [],
    }
    payload = interaction(service.workspace, "view_submission", person, view=view)
    await service.interact(payload).wait()
    await it.quiet()


async def repeat(it: Office, kind: str) -> None:
    """The latest payload of this kind, once more."""
    payload = next(
        delivery.envelope.payload
        for delivery in reversed(it.slack.log)
        if delivery.envelope.payload.get("type") == kind
    )
    await it.slack.service.interact(payload).wait()
    await it.quiet()
