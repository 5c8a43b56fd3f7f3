"""What people do with buttons, menus and modals."""

from collections.abc import Mapping
from typing import Any

from bot.playground.actions import (
    chosen,
    elements,
    find_element,
    initial,
    input_errors,
    state_of,
)
from bot.playground.dispatch import Delivery
from bot.playground.methods.views import change, show
from bot.playground.payloads import channel_field, interaction, message_json, view_json
from bot.playground.people import People
from bot.playground.refusal import NotPossible, Refused
from bot.playground.workspace import Json, Message, User, View

TROUBLE = "We had some trouble connecting. Try again?"


class Hands(People):
    """Pressing and choosing, in messages and in views."""

    async def click(  # noqa: PLR0913 - who, where, what, and three ways to be exact
        self,
        user: str,
        where: str,
        action_id: str,
        *,
        value: Any = None,
        block_id: str | None = None,
        state: Mapping[str, Any] | None = None,
    ) -> Delivery:
        """Use an element of a message (by ts) or of a view (by id), and wait for the ack.

        `value` is what is chosen: an option's value, several of them, a typed text, "positive" or
        "negative"; buttons with the same action id are told apart by theirs. `state` is what the
        other elements hold, by action id.
        """
        person = self.user(user)
        place = self._view(person, where) or self.seen(user, where)
        blocks = tuple(place.body["blocks"]) if isinstance(place, View) else place.blocks
        block, element = find_element(blocks, action_id, value, block_id)
        held = initial(element) if value is None else value
        ids: Json = {"type": element["type"], "action_id": action_id, "block_id": block}
        action = {**ids, **chosen(element, held), "action_ts": self.service.new_ts()}
        known = {**(state or {}), f"{block}/{action_id}": held}
        fields = (
            self._in_view(person, place, known)
            if isinstance(place, View)
            else self._in_message(person, place, known)
        )
        return await self._interact("block_actions", person, actions=[action], **fields)

    async def _interact(self, kind: str, person: User, **fields: Any) -> Delivery:
        payload = interaction(self.service.workspace, kind, person, **fields)
        return await self.service.interact(payload).wait()

    def _in_view(self, person: User, view: View, known: Mapping[str, Any]) -> Json:
        shown = view_json(self.service.workspace, view, state_of(view.body["blocks"], known))
        return {
            "trigger_id": self.service.triggers.give(person.id, view.id),
            "container": {"type": "view", "view_id": view.id},
            "view": shown,
        }

    def _in_message(self, person: User, message: Message, known: Mapping[str, Any]) -> Json:
        service = self.service
        container: Json = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": message.channel,
            "is_ephemeral": message.only_for is not None,
        }
        if message.is_reply:
            container["thread_ts"] = message.thread_ts
        fields: Json = {
            "container": container,
            "channel": channel_field(service.workspace.channels[message.channel]),
            "state": {"values": state_of(message.blocks, known)},
            "trigger_id": service.triggers.give(person.id),
            "response_url": service.responses.give(
                person.id, message.channel, original=message.ts, thread_ts=message.thread_ts
            ),
        }
        if message.only_for is None:  # Slack does not hand ephemeral messages back
            fields["message"] = message_json(service.workspace, message, metadata=True)
        return fields

    async def submit(self, user: str, values: Mapping[str, Any] | None = None) -> dict[str, str]:
        """Submit the modal on top; `values` by action id. Gives what is wrong, by block id.

        Nothing wrong means that the app took it; what the app answers (another view, a push,
        clear) has happened then.
        """
        person, view = self.user(user), self.modal(user)
        if view is None:
            raise NotPossible(f"{person.real_name} has no modal open.")
        known = {
            name
            for block, element in elements(view.body["blocks"])
            for name in (element["action_id"], f"{block}/{element['action_id']}")
        }
        if strange := set(values or ()) - known:
            raise NotPossible(f"The modal has no field {', '.join(sorted(strange))}.")
        state = state_of(view.body["blocks"], values or {})
        if errors := input_errors(view.body["blocks"], state):
            return errors
        service = self.service
        payload = interaction(
            service.workspace,
            "view_submission",
            person,
            view=view_json(service.workspace, view, state),
            trigger_id=service.triggers.give(person.id, view.id),
            response_urls=[],
        )
        delivery = await service.interact(payload).wait()
        return self._answered(view, delivery.answer or {}) if delivery.acked else {"": TROUBLE}

    def _answered(self, view: View, answer: Json) -> dict[str, str]:
        stack = self.service.workspace.modals.get(view.user, [])
        try:
            match answer.get("response_action"):
                case "errors":
                    return dict(answer["errors"])
                case "update":
                    change(self.service, view, answer.get("view"))
                case "push":
                    show(self.service, view.user, answer.get("view"))
                case "clear":
                    stack.clear()
                case _:
                    if stack and stack[-1].id == view.id:
                        stack.pop()
        except Refused as refused:
            return {"": f"{TROUBLE} ({refused})"}
        self.service.touch()
        return {}

    async def close(self, user: str) -> Delivery | None:
        """Close the modal on top; the app hears of it where it asked to."""
        person, view = self.user(user), self.modal(user)
        if view is None:
            return None
        stack = self.service.workspace.modals[person.id]
        cleared = bool(view.body.get("clear_on_close"))
        stack[:] = [] if cleared else stack[:-1]
        self.service.touch()
        if not view.body.get("notify_on_close"):
            return None
        shown = view_json(self.service.workspace, view)
        payload = interaction(
            self.service.workspace, "view_closed", person, view=shown, is_cleared=cleared
        )
        return await self.service.interact(payload).wait()

    async def suggest(self, user: str, where: str, action_id: str, typed: str) -> list[Json]:
        """The options an `external_select` offers for what is typed so far."""
        person, view = self.user(user), self._view(self.user(user), where)
        blocks = view.body["blocks"] if view else self.seen(user, where).blocks
        block, _ = find_element(blocks, action_id, None, None)
        payload = interaction(
            self.service.workspace,
            "block_suggestion",
            person,
            action_id=action_id,
            block_id=block,
            value=typed,
            **({"view": view_json(self.service.workspace, view)} if view else {}),
        )
        delivery = await self.service.interact(payload).wait()
        return list((delivery.answer or {}).get("options", ()))

    def modal(self, user: str) -> View | None:
        """The modal on top of what this user sees."""
        stack = self.service.workspace.modals.get(self.user(user).id)
        return stack[-1] if stack else None

    def home(self, user: str) -> View | None:
        """This user's Home tab, once the app has published one."""
        return self.service.workspace.homes.get(self.user(user).id)

    def _view(self, person: User, view_id: str) -> View | None:
        found = next((v for v in self.service.workspace.views() if v.id == view_id), None)
        if found and found.user != person.id:
            raise NotPossible(f"{person.real_name} does not see this view.")
        return found
