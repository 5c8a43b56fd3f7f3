"""The HTTP side: one aiohttp server on loopback for the Web API, Socket Mode and the page."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.playground.api import WebApi
from bot.playground.socketmode import SocketMode
from bot.settings import BadSettings

BODY_MOST = 2**20  # octets of one request
LOOPBACK_NAMES = {"localhost"}


def refuse_outside(host: str) -> None:
    """Raise unless the address to listen on is this machine's own."""
    if host in LOOPBACK_NAMES:
        return
    try:
        inside = ip_address(host).is_loopback
    except ValueError:
        inside = False
    if not inside:
        raise BadSettings(
            f"The playground listens on this machine only, not on {host!r}: it has no passwords. "
            "Use 127.0.0.1, and for a real team a real workspace (README, Run it in Slack)."
        )


@web.middleware
async def same_machine(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn away other websites: their pages may reach loopback, but not with our name in Host."""
    name = request.host.rsplit(":", 1)[0].strip("[]")
    origin = request.headers.get("Origin")
    if name not in {"localhost", "127.0.0.1", "::1"}:
        raise web.HTTPForbidden(text="Open the playground under http://127.0.0.1 or localhost.")
    if origin is not None and origin != f"http://{request.host}":
        raise web.HTTPForbidden(text="The playground answers its own page only.")
    return await handler(request)


def routes(api: WebApi, sockets: SocketMode) -> list[web.RouteDef]:
    """Slack's side: the Web API, response URLs and Socket Mode."""
    return [
        web.post("/api/{method}", api.call),
        web.get("/api/{method}", api.call),
        web.post("/response/{key}", api.respond),
        web.get("/link/", sockets.serve),
    ]


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on this machine (port 0: any); `BadSettings` where that may not be."""
    refuse_outside(host)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError:
        raise BadSettings(
            f"Port {port} on {host} is taken; choose another one with --port."
        ) from None


@asynccontextmanager
async def running(app: web.Application, listening: socket.socket) -> AsyncIterator[None]:
    """Serve on the socket until the block ends."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        yield
    finally:
        await runner.cleanup()
