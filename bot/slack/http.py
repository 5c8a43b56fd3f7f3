"""Serves Slack's requests over HTTP, signed and checked by Bolt, in place of Socket Mode."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.slack.connection import Bot

EVENTS = "/slack/events"  # events, commands and interactions; Bolt tells them apart
ANYWHERE = "0.0.0.0"  # noqa: S104 - a load balancer in front reaches us from outside


@asynccontextmanager
async def http_mode(bot: Bot, port: int, more: Sequence[web.RouteDef] = ()) -> AsyncIterator[int]:
    """The bot behind `POST /slack/events`, with `more` routes beside it; gives the port.

    Bolt refuses what is not signed with the secret or is older than five minutes (401) and
    answers `url_verification` and `ssl_check` itself. Ends when what is under way is finished.
    """
    app = bot.app.web_app(path=EVENTS, port=port)
    app.add_routes(more)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, ANYWHERE, port)
    try:
        await site.start()
        yield int(runner.addresses[0][1])
        await site.stop()  # what comes now, others get
    finally:
        await bot.front.busy.stop()
        await runner.cleanup()
