"""The bot over Socket Mode: connected as long as a block runs, and spared what is not for it."""

import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.core.errors import Unavailable
from bot.settings import BadSettings
from bot.slack import hearing
from bot.slack.calls import Refused, call
from bot.slack.connection import Bot

_log = logging.getLogger("helpdesk.slack")


class Quick(AsyncSocketModeHandler):
    """Bolt's handler, which is spared what is not for us: twins and our own messages above all.

    Each mention comes as two events, and each answer of ours as a message and as a change of its
    thread.
    """

    def __init__(self, bot: Bot, app_token: str) -> None:
        super().__init__(bot.app, app_token)
        self._front = bot.front

    async def handle(  # type: ignore[override]  # as Bolt does it itself
        self, client: SocketModeClient, req: SocketModeRequest
    ) -> None:
        """Take a message before Bolt sees it, acknowledge what is not for us; all else is Bolt's."""
        if not hearing.is_message(req.payload):
            await super().handle(client, req)
            return
        with self._front.busy.working():
            try:
                message = await hearing.taken(self._front, req.payload)
            except Unavailable as error:  # not acknowledged: Slack sends it again
                _log.error("A message could not be taken: %s", error)
                return
            if message is None:
                await client.send_socket_mode_response(SocketModeResponse(req.envelope_id))
                return
            known = {hearing.INCOMING: message}
            request = AsyncBoltRequest(body=req.payload, context=known, mode="socket_mode")
            response = await self.app.async_dispatch(request)
            await send_async_response(client, req, response, time.time())


@asynccontextmanager
async def socket_mode(bot: Bot, app_token: str) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """The bot connected over Socket Mode; gives what tells whether it still is.

    BadSettings where Slack refuses the app token, Unavailable where it is away.
    """
    client = bot.app.client
    try:
        await call(client.apps_connections_open, app_token=app_token)
    except Refused as refused:
        raise BadSettings(
            f"SLACK_APP_TOKEN: Slack refuses the token ({refused.code}). Create an app-level token "
            "with the scope connections:write (api.slack.com/apps, Basic Information)."
        ) from refused
    handler = Quick(bot, app_token)
    handler.client.proxy = client.proxy
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt's adapter has no types
    try:
        yield handler.client.is_connected
    finally:
        handler.client.socket_mode_request_listeners.clear()  # what comes now, others get
        await bot.front.busy.stop()
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt's adapter has no types
