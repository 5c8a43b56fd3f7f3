"""The playground as one thing: a Slack on loopback, the people in it, and what they see."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.playground.api import APP_TOKEN, BOT_TOKEN, WebApi
from bot.playground.dispatch import Dispatcher
from bot.playground.eyes import PATIENCE, Eyes
from bot.playground.faults import Fault
from bot.playground.httpmode import SIGNING_SECRET, HttpMode
from bot.playground.installed import Installed
from bot.playground.page import Page
from bot.playground.rates import Limiter, Rates
from bot.playground.responses import ResponseUrls
from bot.playground.server import BODY_MOST, listen, routes, running, same_machine
from bot.playground.service import Service
from bot.playground.socketmode import SocketMode
from bot.playground.timing import Timing
from bot.playground.triggers import Triggers
from bot.playground.workspace import BOT_USER, SUPPORT, SUPPORT_GROUP, new_workspace


@dataclass(frozen=True, slots=True)
class Options:
    """How a playground is to be: where it listens, what app is installed, how fast time goes.

    `request_url` switches from Socket Mode to signed HTTP deliveries to that address. `notes` is
    what the page tells beside: "dns" (a sentence about it), and the domains the card tries,
    "sound" and "broken"; `demo.NOTES` where the demo zone answers.
    """

    host: str = "127.0.0.1"
    port: int = 0
    installed: Installed = field(default_factory=Installed)
    timing: Timing = field(default_factory=Timing)
    rates: Rates = field(default_factory=Rates)
    request_url: str | None = None
    notes: Mapping[str, Any] = field(default_factory=dict)
    clock: Callable[[], float] = time.time


class Playground(Eyes):
    """A running stand-in for Slack, and the hands and eyes of everybody in it."""

    bot_token = BOT_TOKEN
    app_token = APP_TOKEN
    signing_secret = SIGNING_SECRET
    bot_user = BOT_USER
    support_channel = SUPPORT
    support_group = SUPPORT_GROUP

    def __init__(self, options: Options, url: str) -> None:
        timing, clock = options.timing, options.clock
        self.url = url
        self.sockets = SocketMode(url, timing, clock)
        http = HttpMode(options.request_url, timing, clock) if options.request_url else None
        self._http = http
        service = Service(
            workspace=new_workspace(),
            installed=options.installed,
            dispatcher=Dispatcher(http or self.sockets, timing, clock),
            triggers=Triggers(timing.trigger, clock),
            responses=ResponseUrls(url, timing, clock),
            socket_url=self.sockets.url,
            clock=clock,
        )
        super().__init__(service)
        self.sockets.changed = service.touch
        self.api = WebApi(service, Limiter(options.rates))

    @classmethod
    @asynccontextmanager
    async def serve(cls, options: Options | None = None) -> AsyncIterator["Playground"]:
        """Run one until the block ends; `BadSettings` where it may not or cannot listen."""
        options = options or Options()
        listening = listen(options.host, options.port)
        host = f"[{options.host}]" if ":" in options.host else options.host
        playground = cls(options, f"http://{host}:{listening.getsockname()[1]}")
        app = web.Application(middlewares=[same_machine], client_max_size=BODY_MOST)
        app.add_routes(routes(playground.api, playground.sockets))
        app.add_routes(playground.page(options).routes())
        async with running(app, listening):
            try:
                yield playground
            finally:
                await playground.service.dispatcher.close()
                await playground.sockets.close()

    def page(self, options: Options) -> Page:
        """The page that shows all this in a browser."""
        http = options.request_url is not None
        return Page(self, dict(options.notes), lambda: http or bool(self.sockets.connections))

    @property
    def api_url(self) -> str:
        """The base URL of the Web API, as `SLACK_API_URL` wants it."""
        return f"{self.url}/api/"

    def fail(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of a method go wrong (see `faults`)."""
        self.api.faults.order(method, fault, times)

    async def verify_url(self) -> bool:
        """Save the request URL: whether the app proves that it is behind it (url_verification)."""
        return self._http is not None and await self._http.verify()

    async def connected(self) -> None:
        """Wait until the app has a socket open."""
        await asyncio.wait_for(self.sockets.connected.wait(), PATIENCE)
