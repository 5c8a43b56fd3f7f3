"""What people do in Slack's client: write, edit, press, submit; each tells the app as Slack would."""

from dataclasses import replace

from bot.playground.dispatch import Delivery
from bot.playground.payloads import channel_field, interaction, message_json, view_json
from bot.playground.refusal import NotPossible
from bot.playground.respond import respond
from bot.playground.responses import ResponseUrl
from bot.playground.service import Service
from bot.playground.wire import Names, escape, to_wire
from bot.playground.workspace import (
    BOT_USER,
    SLACKBOT,
    Channel,
    Json,
    Kind,
    Message,
    User,
)


class People:
    """The hands of everybody in the workspace. Users go by id or name, channels by id or "#name".

    "dm" is the DM between that user and the bot. What Slack's client would not allow raises
    `NotPossible`.
    """

    def __init__(self, service: Service) -> None:
        self.service = service

    def user(self, name: str) -> User:
        """A user by id or name."""
        users = self.service.workspace.users
        found = users.get(name) or next((u for u in users.values() if u.name == name), None)
        if found is None:
            raise NotPossible(f"There is nobody called {name!r} here.")
        return found

    def channel(self, user: str, name: str) -> Channel:
        """A channel that this user is in, by id, "#name" or "dm"."""
        workspace, person = self.service.workspace, self.user(user)
        if name == "dm":
            found = workspace.dm(person.id)
        else:
            found = workspace.channels.get(name) or next(
                (
                    c
                    for c in workspace.channels.values()
                    if c.kind is not Kind.IM and c.name == name.removeprefix("#")
                ),
                None,
            )
        if found is None or person.id not in found.members:
            raise NotPossible(f"{person.real_name} is not in a channel {name!r}.")
        return found

    def names(self) -> Names:
        """Who and what can be named with @ and #."""
        workspace = self.service.workspace
        return Names(
            {user.name: user.id for user in workspace.users.values()},
            {group.handle: group.id for group in workspace.groups.values()},
            {c.name: c.id for c in workspace.channels.values() if c.kind is not Kind.IM},
        )

    async def say(self, user: str, channel: str, text: str, thread_ts: str | None = None) -> str:
        """Write a message, as typed; gives its ts."""
        person, place = self.user(user), self.channel(user, channel)
        message = Message(
            channel=place.id,
            ts=self.service.new_ts(),
            user=person.id,
            text=to_wire(text, self.names()),
            thread_ts=thread_ts,
        )
        return self.service.post(message).ts

    async def edit(self, user: str, ts: str, text: str) -> None:
        """Change one's own message."""
        message = self.own(user, ts)
        self.service.edit(message, text=to_wire(text, self.names()))

    async def delete(self, user: str, ts: str) -> None:
        """Delete one's own message."""
        self.service.delete(self.own(user, ts))

    async def dismiss(self, user: str, ts: str) -> None:
        """Take away an ephemeral message; the app is not told."""
        message = self.seen(user, ts)
        if message.only_for is None:
            raise NotPossible("Only a message that nobody else sees can be dismissed.")
        self.service.delete(message)

    async def unfurl(self, ts: str) -> None:
        """Slack adds a preview: `message_changed`, though nobody changed the text."""
        message = self.service.workspace.find(ts)
        if message is None:
            raise NotPossible("There is no such message.")
        before = message_json(self.service.workspace, message)
        self.service.tell_changed(message, before)

    async def react(self, user: str, ts: str, name: str) -> None:
        """Add an emoji to a message."""
        message = self.seen(user, ts)
        marks = dict.fromkeys((*message.reactions, (name, self.user(user).id)))
        self.service.edit(message, reactions=tuple(marks))

    async def command(
        self, user: str, channel: str, line: str, thread_ts: str | None = None
    ) -> Delivery:
        """Send a slash command and wait until it is acknowledged (or Slackbot says it failed)."""
        workspace = self.service.workspace
        person, place = self.user(user), self.channel(user, channel)
        word, _, text = line.strip().partition(" ")
        if thread_ts:
            mention = f"@{workspace.users[BOT_USER].name} {line.strip().removeprefix('/')}"
            raise NotPossible(f"{word} is not supported in threads. Sorry! Write: {mention}")
        known = [command.name for command in self.service.installed.commands]
        if word not in known:
            raise NotPossible(f"{word} is not a valid command. There are: {', '.join(known)}.")
        delivery = await self.service.order(self._order(person, place, word, text)).wait()
        if not delivery.acked:
            error = "operation_timeout" if delivery.lost == "timeout" else "dispatch_failed"
            self.slackbot(person, place, f'{word} failed with the error "{error}"')
        elif delivery.answer:
            url = ResponseUrl(person.id, place.id, 0, 0)
            respond(self.service, url, delivery.answer)
        return delivery

    def _order(self, person: User, place: Channel, word: str, text: str) -> Json:
        payload = interaction(self.service.workspace, "", person)
        return {
            "token": payload["token"],
            "team_id": payload["team"]["id"],
            "team_domain": payload["team"]["domain"],
            "channel_id": place.id,
            "channel_name": channel_field(place)["name"],
            "user_id": person.id,
            "user_name": person.name,
            "command": word,
            "text": escape(text.strip()),
            "api_app_id": payload["api_app_id"],
            "is_enterprise_install": "false",
            "response_url": self.service.responses.give(person.id, place.id),
            "trigger_id": self.service.triggers.give(person.id),
        }

    async def shortcut(self, user: str, callback_id: str, ts: str | None = None) -> Delivery:
        """Use a shortcut: on a message where a ts is given, else the global one."""
        person, service = self.user(user), self.service
        offered = {(s.callback_id, s.on_message) for s in service.installed.shortcuts}
        if (callback_id, ts is not None) not in offered:
            raise NotPossible(f"The app has no such shortcut: {callback_id}.")
        trigger = service.triggers.give(person.id)
        if ts is None:
            kind, fields = "shortcut", {"action_ts": service.new_ts()}
        else:
            kind, fields = "message_action", self._on_message(person, ts)
        fields |= {"callback_id": callback_id, "trigger_id": trigger}
        return await service.interact(interaction(service.workspace, kind, person, **fields)).wait()

    def _on_message(self, person: User, ts: str) -> Json:
        service, message = self.service, self.seen(person.id, ts)
        place = service.workspace.channels[message.channel]
        return {
            "action_ts": service.new_ts(),
            "message_ts": message.ts,
            "channel": channel_field(place),
            "message": message_json(service.workspace, message),
            "response_url": service.responses.give(person.id, place.id),
        }

    async def open_home(self, user: str, tab: str = "home") -> Delivery | None:
        """Look at the app's Home (or Messages) tab."""
        person, service = self.user(user), self.service
        dm, home = service.workspace.dm(person.id), service.workspace.homes.get(person.id)
        if dm is None:
            raise NotPossible(f"{person.real_name} has no DM with the app.")
        event: Json = {
            "type": "app_home_opened",
            "user": person.id,
            "channel": dm.id,
            "tab": tab,
            "event_ts": service.new_ts(),
        }
        if home and tab == "home":
            event["view"] = view_json(service.workspace, home)
        return service.emit("app_home_opened", event)

    async def invite(self, user: str, channel: str) -> None:
        """Bring the bot into a channel."""
        self._membership(user, channel, "member_joined_channel")

    async def remove(self, user: str, channel: str) -> None:
        """Remove the bot from a channel."""
        self._membership(user, channel, "member_left_channel")

    def _membership(self, user: str, channel: str, event: str) -> None:
        person, place = self.user(user), self.channel(user, channel)
        joins = event == "member_joined_channel"
        members = place.members | {BOT_USER} if joins else place.members - {BOT_USER}
        self.service.workspace.channels[place.id] = replace(place, members=members)
        self.service.emit(
            event,
            {
                "type": event,
                "user": BOT_USER,
                "channel": place.id,
                "channel_type": "C" if place.kind is Kind.CHANNEL else "G",
                "team": self.service.workspace.team,
                "inviter": person.id,
                "event_ts": self.service.new_ts(),
            },
        )
        self.service.touch()

    def slackbot(self, person: User, place: Channel, text: str) -> None:
        """What Slackbot tells one person."""
        self.service.post(
            Message(place.id, self.service.new_ts(), SLACKBOT, text, only_for=person.id)
        )

    def seen(self, user: str, ts: str) -> Message:
        """A message that this user can see."""
        person, message = self.user(user), self.service.workspace.find(ts)
        if message is None or message.only_for not in (None, person.id):
            raise NotPossible(f"{person.real_name} sees no message {ts}.")
        self.channel(user, message.channel)
        return message

    def own(self, user: str, ts: str) -> Message:
        """A message that this user wrote."""
        message = self.seen(user, ts)
        if message.user != self.user(user).id:
            raise NotPossible("Only one's own messages can be changed.")
        return message
