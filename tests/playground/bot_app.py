"""A tiny Bolt app that stands in for a real bot where only the playground is under test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Playground


def greeter(slack: Playground) -> AsyncApp:
    """Says "hi" to a mention, and acknowledges everything else."""
    app = AsyncApp(client=AsyncWebClient(slack.bot_token, base_url=slack.api_url))

    @app.event("app_mention")
    async def hi(event: dict[str, Any], client: AsyncWebClient) -> None:
        await client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="hi")

    @app.event("message")
    async def nothing() -> None: ...

    return app


@asynccontextmanager
async def connected(app: AsyncApp, slack: Playground) -> AsyncIterator[AsyncSocketModeHandler]:
    """The app on a real socket to this playground, closed at the end."""
    handler = AsyncSocketModeHandler(app, slack.app_token, web_client=app.client)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # untyped in slack_bolt
    await slack.connected()
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # untyped in slack_bolt
