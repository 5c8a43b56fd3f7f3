"""The bot over Socket Mode: connected as long as a block runs, and spared what is not for it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.settings import BadSettings
from bot.slack import hearing
from bot.slack.connection import Bot


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
        if hearing.is_idle(req.payload, self._me):
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
