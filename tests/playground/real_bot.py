"""The real bot behind a playground whose DNS is the demo zone, for browser tests and pictures."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.desk import open_desk
from bot.edges import manifest
from bot.edges.store import open_store
from bot.playground import Options, Playground, read_manifest
from bot.playground.demo import NOTES, serve_demo
from bot.playground.why import explained
from bot.playground.workspace import SUPPORT, SUPPORT_GROUP, Json
from bot.settings import Settings
from bot.slack.connection import connect
from bot.slack.socketmode import socket_mode


@asynccontextmanager
async def helpdesk() -> AsyncIterator[Playground]:
    """A playground with the bot connected; it answers unasked in #support."""
    options = Options(installed=read_manifest(manifest.parsed()), notes=NOTES)
    with tempfile.TemporaryDirectory() as folder:
        async with serve_demo() as address, Playground.serve(options) as slack:
            settings = _settings(slack, address, folder)
            async with (
                open_desk(settings) as desk,
                open_store(settings.database_url, owner="playground") as store,
                connect(desk, settings, store) as bot,
                socket_mode(bot, slack.app_token),
            ):

                async def why(question: str) -> Json:
                    return explained(await desk.ask(question))

                slack.explain = why
                yield slack


def _settings(slack: Playground, nameserver: str, folder: str) -> Settings:
    return Settings.read(
        {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "HELPDESK_NAMESERVERS": nameserver,
            "HELPDESK_SUPPORT_CHANNELS": SUPPORT,
            "HELPDESK_HANDOFF": SUPPORT_GROUP,
            "DATABASE_URL": f"sqlite:///{folder}/helpdesk.db",
        }
    )
