"""Everything Helpdesk sends to Slack and asks of it; translates every error of Slack's client."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.core.errors import Unavailable
from bot.slack.blocks.parts import Message

ATTEMPTS = 3  # of one call that Slack answers with 429; nothing was done then, so again is safe
LONGEST_WAIT = 30  # seconds of Retry-After that we wait for
TOO_MANY = 429  # status
BROKEN = 500  # status from which the server is at fault


class Refused(Unavailable):
    """Slack did not do what was asked; `code` is its word for it ("not_in_channel"). Logged."""

    def __init__(self, method: str, code: str) -> None:
        super().__init__(f"{method}: {code}")
        self.code = code


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

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def post(
        self, place: Place, message: Message, *, about: Mapping[str, str] | None = None
    ) -> str:
        """Post a message and return its `ts`; `about` is kept with it as its metadata."""
        answer = await _call(
            self._client.chat_postMessage,
            channel=place.channel,
            thread_ts=place.thread,
            metadata=_metadata(about),
            **message.sendable(),
        )
        return str(answer["ts"])

    async def update(
        self, channel: str, ts: str, message: Message, *, about: Mapping[str, str] | None = None
    ) -> None:
        """Change a message of ours; `about` goes in place of what was kept with it."""
        await _call(
            self._client.chat_update,
            channel=channel,
            ts=ts,
            metadata=_metadata(about),
            text=message.text,
            blocks=list(message.blocks),
        )

    async def whisper(self, place: Place, user: str, message: Message) -> None:
        """Say something that only this person sees."""
        await _call(
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

        Where Slack's address for it no longer works, the same is done by ordinary means.
        """
        try:
            await self._respond(to, message, replace=replace, public=public)
        except Unavailable:
            if replace and to.message:
                await self.update(to.place.channel, to.message, message)
            elif not to.place.channel:  # from the Home tab or a form
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
            await _call(
                self._client.assistant_threads_setStatus,
                channel_id=place.channel,
                thread_ts=place.thread or "",
                status=text,
            )
        except Unavailable:
            return

    async def open(self, trigger: str, view: Mapping[str, Any]) -> None:
        """Open a modal; the trigger lives three seconds and works once."""
        await _call(self._client.views_open, trigger_id=trigger, view=view)

    async def publish(self, user: str, view: Mapping[str, Any]) -> None:
        """Show somebody their Home tab."""
        await _call(self._client.views_publish, user_id=user, view=view)

    async def user(self, user: str) -> Mapping[str, Any]:
        """What Slack knows of somebody, with their locale."""
        answer = await _call(self._client.users_info, user=user, include_locale=True)
        found: Mapping[str, Any] = answer["user"]
        return found

    async def group(self, group: str) -> list[str]:
        """The members of a user group."""
        answer = await _call(self._client.usergroups_users_list, usergroup=group)
        return [str(user) for user in answer["users"]]

    async def thread(self, place: Place) -> list[Mapping[str, Any]]:
        """The messages of a thread, its root first, with the metadata that we gave ours."""
        answer = await _call(
            self._client.conversations_replies,
            channel=place.channel,
            ts=place.thread,
            include_all_metadata=True,
        )
        return list(answer["messages"])

    async def who_am_i(self) -> Mapping[str, Any]:
        """Our own ids: team_id, user_id, bot_id."""
        return await _call(self._client.auth_test)


def _metadata(about: Mapping[str, str] | None) -> Mapping[str, Any] | None:
    """What is kept with a message and seen by nobody, in Slack's form."""
    return {"event_type": "helpdesk_reply", "event_payload": about} if about else None


async def _call(method: Callable[..., Awaitable[Any]], **arguments: Any) -> Mapping[str, Any]:
    """One call, again after Slack's own waiting time if it was one too many."""
    given = {name: value for name, value in arguments.items() if value is not None}
    name = getattr(method, "__name__", "call")
    for attempt in range(1, ATTEMPTS + 1):
        try:
            answer = await method(**given)
        except SlackApiError as error:
            wait = _retry_after(error)
            if wait is None or attempt == ATTEMPTS:
                raise _translated(name, error) from error
            await asyncio.sleep(wait)
        except (aiohttp.ClientError, TimeoutError, SlackClientError) as error:
            raise Unavailable(f"{name}: Slack is out of reach") from error
        else:
            found: Mapping[str, Any] = answer.data
            return found
    raise AssertionError("the last attempt returns or raises")


def _translated(name: str, error: SlackApiError) -> Unavailable:
    """Slack being broken or flooded is no refusal: the same may succeed later."""
    status = error.response.status_code
    if status == TOO_MANY or status >= BROKEN:
        return Unavailable(f"{name}: Slack answers with status {status}")
    return Refused(name, str(error.response.get("error", "unknown")))


def _retry_after(error: SlackApiError) -> int | None:
    """How long Slack wants us to wait, None where waiting does not help."""
    if error.response.status_code != TOO_MANY:
        return None
    wait = str(error.response.headers.get("Retry-After", "1"))
    return int(wait) if wait.isdecimal() and int(wait) <= LONGEST_WAIT else None
