"""Helpdesk in one workspace: who we are there, what its listeners work with, and its end."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from ipaddress import ip_address
from urllib.parse import urlsplit

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.desk.needs import UNWATCHED, Meter
from bot.desk.team import Team
from bot.settings import BadSettings, Settings
from bot.slack import recovery
from bot.slack.app import build, quick
from bot.slack.calls import Refused
from bot.slack.front import Front
from bot.slack.incoming import Identity
from bot.slack.needs import Desk, Store
from bot.slack.outbox import Outbox
from bot.slack.people import People
from bot.slack.roles import Roles

LONGEST_SILENCE = 15.0  # seconds; without it aiohttp waits five minutes, and a channel with it


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
    after 8 s the rest is broken off and handed over.
    """
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=silence)) as session:
        outbox = Outbox(client_for(settings, session, settings.bot_token))
        front = replace(await _front(desk, settings, store, outbox), meter=meter)
        meter.gauge(
            "sending", "Messages that wait for their channel's turn", lambda: outbox.waiting
        )
        meter.gauge("under_way", "Deliveries that are being worked on", lambda: front.busy.count)
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
        logger=quick("helpdesk.api"),
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
