"""The table: command, event, action -> listener. Bolt gets everything from here and reads nothing."""

import asyncio
import logging
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from ipaddress import ip_address
from urllib.parse import urlsplit

import aiohttp
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from bot.desk.needs import UNWATCHED, Meter
from bot.desk.team import Team
from bot.settings import BadSettings, Settings
from bot.slack import doors, recovery
from bot.slack.calls import Refused
from bot.slack.front import Front
from bot.slack.incoming import Identity
from bot.slack.listeners import (
    answers,
    authors,
    checks,
    feedback,
    helpdesk,
    home,
    messages,
    overheard,
    person,
)
from bot.slack.needs import Desk, Store
from bot.slack.outbox import Outbox
from bot.slack.people import People
from bot.slack.roles import Roles

COMMANDS = {
    "/checksender": checks.sender_command,
    "/checkspf": checks.spf_command,
    "/helpdesk": helpdesk.command,
}
EVENTS = ("app_mention", "message")  # to messages.heard
HOME = "app_home_opened"
ENDS = ("app_uninstalled", "tokens_revoked")
ACTIONS = {
    "reply.choose": answers.chosen,
    "reply.neighbour": answers.neighbour,
    "reply.none": answers.none_of_these,
    "reply.all": answers.all_of_it,
    "reply.customer": answers.for_customer,
    "feedback.say": feedback.said,
    "person.call": person.call,
    "person.take": person.take,
    "person.solve": person.solve,
    "channel.mute": overheard.mute,
    "channel.choose": authors.choose_channel,
    "channel.digest": authors.digest_channel,
    "gap.write": authors.write,
    "gap.belongs": authors.belongs,
    "gap.dismiss": authors.dismiss,
    "home.ask": home.asked,
    "home.help": home.helped,
    "home.read": home.read,
    "home.try": home.tried,
    "spf.again": checks.again,
    "spf.show": checks.show,
    "spf.details": checks.details,
    "spf.offer": checks.offer,
    "spf.explain": checks.explain_spf,
    "sender.again": checks.again,
    "sender.show": checks.show,
    "sender.details": checks.details,
    "sender.offer": checks.offer,
    "sender.explain": checks.explain_sender,
}
"""By the action id; a number behind a dot tells buttons of one kind apart."""
SHORTCUTS = {
    "message.answer": authors.answer_this,
    "message.save": authors.save_as_article,
    "message.check": checks.this_sender,
}
FORMS = {
    "feedback.stars": feedback.starred,
    "person.solved": person.solved,
    "gap.written": authors.written,
    "gap.filed": authors.filed,
    "channel.chosen": authors.channel_chosen,
}
MISTAKES = {"gap.written": authors.mistakes}
LONGEST_SILENCE = 15.0  # seconds; without it aiohttp waits five minutes, and a channel with it
ANYTHING = re.compile(r".*")


def build(front: Front, client: AsyncWebClient, *, signing_secret: str | None = None) -> AsyncApp:
    """Bolt's app with every listener. `client` has no token: that comes with each request.

    `signing_secret` is for requests over HTTP; over Socket Mode nothing is signed.
    """
    app = _bolt(front, client, signing_secret)
    app.middleware(doors.taken_once(front))
    for name, command in COMMANDS.items():
        app.command(name)(doors.command(front, command))
    for name in EVENTS:
        app.event(name)(doors.event(front, messages.heard))
    app.event(HOME)(doors.home(front, home.opened))
    for name, action in ACTIONS.items():
        app.action(re.compile(rf"^{re.escape(name)}(\.\d+)?$"))(
            doors.press(front, action, kept=name in recovery.PRESSES)
        )
    for name, shortcut in SHORTCUTS.items():
        app.shortcut(name)(doors.shortcut(front, shortcut))
    for name, form in FORMS.items():
        mistakes, kept = MISTAKES.get(name, doors.no_mistakes), name in recovery.FORMS
        app.view(name)(doors.submission(front, form, mistakes, kept=kept))
    for name in ENDS:
        app.event(name)(doors.gone(front))
    app.action(ANYTHING)(doors.old_button(front))
    app.view(ANYTHING)(doors.old_form(front))
    app.shortcut(ANYTHING)(doors.nothing_more)
    app.event(ANYTHING)(doors.nothing)
    app.error(doors.failed(front))
    return app


def _bolt(front: Front, client: AsyncWebClient, signing_secret: str | None) -> AsyncApp:
    """An app that takes no setting from the environment: with `authorize` there is no OAuth."""
    token, me = front.settings.bot_token, front.me

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id=me.team, bot_token=token, bot_id=me.bot, bot_user_id=me.user
        )

    logger = _quick("helpdesk.bolt", logging.ERROR)  # no warning of variables it is not to read
    app = AsyncApp(
        name="helpdesk",
        logger=logger,
        client=client,
        authorize=authorize,
        signing_secret=signing_secret or "Socket Mode signs nothing",
        request_verification_enabled=signing_secret is not None,
    )
    _quick("helpdesk.bolt")
    return app


def _quick(name: str, level: int = logging.WARNING) -> logging.Logger:
    """A logger for Slack's libraries: where no level is set, they compose what nobody will read."""
    logger = logging.getLogger(name)
    logger.setLevel(level)
    return logger


@dataclass(frozen=True, slots=True)
class Bot:
    """Helpdesk in one workspace: Bolt's app, and what its listeners work with."""

    app: AsyncApp
    front: Front


@asynccontextmanager
async def connect(
    desk: Desk,
    settings: Settings,
    store: Store,
    meter: Meter = UNWATCHED,
    silence: float = LONGEST_SILENCE,
) -> AsyncIterator[Bot]:
    """The bot for the workspace of these settings; BadSettings where Slack refuses the token.

    `silence`: seconds to wait for an answer of Slack's. Ends when what is under way is finished;
    after 10 s the rest is broken off and handed over.
    """
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=silence)) as session:
        outbox = Outbox(client_for(settings, session, settings.bot_token))
        front = replace(await _front(desk, settings, store, outbox), meter=meter)
        secret = None if settings.app_token else settings.signing_secret
        alone = settings.database_url.startswith("sqlite")  # its file serves one process
        app = build(front, client_for(settings, session, None), signing_secret=secret)
        async with recovery.watching(front, alone=alone):
            try:
                yield Bot(app, front)
            finally:
                await front.busy.stop()


async def _front(desk: Desk, settings: Settings, store: Store, outbox: Outbox) -> Front:
    me = await _identify(outbox)
    people, team = People(outbox, me.team), Team(store, me.team)
    await desk.attend(team)
    return Front(
        desk=desk,
        team=team,
        outbox=outbox,
        people=people,
        roles=Roles(settings, outbox, people),
        claims=store.claims,
        privacy=store.privacy,
        me=me,
        settings=settings,
        reference=lambda: secrets.token_hex(4),
    )


def client_for(
    settings: Settings, session: aiohttp.ClientSession, token: str | None
) -> AsyncWebClient:
    """A client on the shared session that never repeats a call by itself: it could post twice."""
    client = AsyncWebClient(
        token=token,
        base_url=settings.api_url,
        session=session,
        retry_handlers=[],
        logger=_quick("helpdesk.api"),
    )
    if _is_loopback(settings.api_url):
        client.proxy = None  # the SDK takes HTTPS_PROXY, which leads nowhere near the playground
    return client


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


async def _identify(outbox: Outbox) -> Identity:
    try:
        told = await outbox.who_am_i()
    except Refused as refused:
        raise BadSettings(
            f"SLACK_BOT_TOKEN: Slack refuses the token ({refused.code}). Copy the Bot User OAuth "
            "Token again (api.slack.com/apps, OAuth & Permissions), after installing the app."
        ) from refused
    return Identity(team=told["team_id"], user=told["user_id"], bot=told.get("bot_id", ""))


class Quick(AsyncSocketModeHandler):
    """Bolt's handler, which is spared what can hold no question for us: our own messages above all.

    Each answer of ours comes back as a message and as a change of its thread.
    """

    def __init__(self, bot: Bot, app_token: str) -> None:
        super().__init__(bot.app, app_token)
        self._me = bot.front.me

    async def handle(  # type: ignore[override]  # as Bolt does it itself
        self, client: SocketModeClient, req: SocketModeRequest
    ) -> None:
        """Acknowledge at once what Bolt's middleware would drop; all else is Bolt's."""
        if doors.is_idle(req.payload, self._me):
            await client.send_socket_mode_response(SocketModeResponse(req.envelope_id))
        else:
            await super().handle(client, req)


@asynccontextmanager
async def socket_mode(bot: Bot, app_token: str) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """The bot connected over Socket Mode; gives what tells whether it still is.

    BadSettings where Slack refuses the app token.
    """
    client = bot.app.client
    try:
        await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        raise BadSettings(
            f"SLACK_APP_TOKEN: Slack refuses the token ({error.response.get('error')}). Create an "
            "app-level token with the scope connections:write (api.slack.com/apps, Basic "
            "Information)."
        ) from error
    handler = Quick(bot, app_token)
    handler.client.proxy = client.proxy
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt's adapter has no types
    try:
        yield handler.client.is_connected
    finally:
        handler.client.socket_mode_request_listeners.clear()  # what comes now, others get
        await bot.front.busy.stop()
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's adapter has no types


async def serve_socket(bot: Bot, app_token: str) -> None:
    """Serve over Socket Mode until cancelled."""
    async with socket_mode(bot, app_token):
        await asyncio.Event().wait()
