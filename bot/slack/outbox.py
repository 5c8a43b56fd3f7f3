"""Everything Helpdesk sends to Slack and asks of it."""

import random
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.core.errors import Unavailable
from bot.slack.blocks.parts import Message
from bot.slack.calls import Refused, call, pages
from bot.slack.posting import OURS, SIGN, Posting


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a channel or DM, and the root of the thread, if any."""

    channel: str
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """How to answer a command or a button: Slack's address for it, and the person who used it.

    `message` is the `ts` of the message the button stands in, None for an ephemeral one and a
    command. `url` is None where Slack gave none.
    """

    url: str | None
    place: Place
    user: str
    message: str | None = None


class Outbox:
    """Sends messages, ephemerals and views, and asks who somebody is."""

    def __init__(self, client: AsyncWebClient, chance: Callable[[], float] = random.random) -> None:
        self._client = client
        self._posting = Posting(client, chance)

    @property
    def waiting(self) -> int:
        """How many messages wait for their channel's turn or are on their way."""
        return self._posting.lanes.waiting

    async def post(
        self,
        place: Place,
        message: Message,
        *,
        about: Mapping[str, str] | None = None,
        look: bool = False,
    ) -> str:
        """Post a message once and return its `ts`; `about` is kept with it as its metadata.

        With `look` it may have been posted before: then it is looked for in its thread first.
        """
        arguments = {"channel": place.channel, "thread_ts": place.thread, **message.sendable()}
        kept = about or {SIGN: secrets.token_hex(8)}
        return await self._posting.post(arguments, kept, look=look)

    async def update(
        self, channel: str, ts: str, message: Message, *, about: Mapping[str, str] | None = None
    ) -> None:
        """Change a message of ours; `about` goes in place of what was kept with it."""
        metadata = {"event_type": OURS, "event_payload": about} if about else None
        await call(
            self._client.chat_update,
            channel=channel,
            ts=ts,
            metadata=metadata,
            text=message.text,
            blocks=list(message.blocks),
        )

    async def whisper(self, place: Place, user: str, message: Message) -> None:
        """Say something that only this person sees."""
        await call(
            self._client.chat_postEphemeral,
            channel=place.channel,
            user=user,
            thread_ts=place.thread,
            text=message.text,
            blocks=list(message.blocks),
        )

    async def answer(
        self, to: Return, message: Message, *, replace: bool = False, public: bool = False
    ) -> None:
        """Answer a command or a button, privately unless `public`; `replace` its own message.

        Where Slack's address for it no longer works, the same is done by ordinary means; where
        we may not speak, in a DM.
        """
        try:
            await self._respond(to, message, replace=replace, public=public)
        except Unavailable:
            if replace and to.message:
                await self.update(to.place.channel, to.message, message)
                return
            try:
                await self._say(to, message, public=public)
            except Refused:
                await self.post(Place(to.user), message)

    async def _say(self, to: Return, message: Message, *, public: bool) -> None:
        if not to.place.channel:  # from the Home tab or a form
            await self.post(Place(to.user), message)
        elif public:
            await self.post(to.place, message)
        else:
            await self.whisper(to.place, to.user, message)

    async def _respond(self, to: Return, message: Message, *, replace: bool, public: bool) -> None:
        if to.url is None:
            raise Refused("response_url", "none")
        webhook = AsyncWebhookClient(to.url, session=self._client.session, retry_handlers=[])
        webhook.proxy = self._client.proxy
        body = {
            **message.sendable(),
            "response_type": "in_channel" if public else "ephemeral",
            "replace_original": replace,
        }
        if to.place.thread and not replace:
            body["thread_ts"] = to.place.thread
        try:
            response = await webhook.send_dict(body)
        except (aiohttp.ClientError, TimeoutError, SlackClientError) as error:
            raise Unavailable("response_url is out of reach") from error
        if response.status_code != 200:  # noqa: PLR2004 - HTTP's OK
            raise Refused("response_url", response.body)

    async def status(self, place: Place, text: str) -> None:
        """Show what we are doing under the thread; Slack takes it away with our next message.

        Decoration: a refusal is nobody's concern.
        """
        try:
            await call(
                self._client.assistant_threads_setStatus,
                channel_id=place.channel,
                thread_ts=place.thread or "",
                status=text,
            )
        except Unavailable:
            return

    async def open(self, trigger: str, view: Mapping[str, Any]) -> None:
        """Open a modal; the trigger lives three seconds and works once."""
        await call(self._client.views_open, trigger_id=trigger, view=view)

    async def publish(self, user: str, view: Mapping[str, Any]) -> None:
        """Show somebody their Home tab."""
        await call(self._client.views_publish, user_id=user, view=view)

    async def user(self, user: str) -> Mapping[str, Any]:
        """What Slack knows of somebody, with their locale."""
        answer = await call(self._client.users_info, user=user, include_locale=True)
        found: Mapping[str, Any] = answer["user"]
        return found

    async def group(self, group: str) -> list[str]:
        """The members of a user group."""
        answer = await call(self._client.usergroups_users_list, usergroup=group)
        return [str(user) for user in answer["users"]]

    async def thread(self, place: Place) -> list[Mapping[str, Any]]:
        """The messages of a thread, its root first, with the metadata that we gave ours."""
        found: dict[str, Mapping[str, Any]] = {}  # by `ts`: each page begins with the root
        async for page in pages(
            self._client.conversations_replies,
            channel=place.channel,
            ts=place.thread,
            include_all_metadata=True,
        ):
            found |= {message["ts"]: message for message in page["messages"]}
        return list(found.values())

    async def who_am_i(self) -> Mapping[str, Any]:
        """Our own ids: team_id, user_id, bot_id."""
        return await call(self._client.auth_test)
