"""Health and metrics over HTTP: /healthz (alive), /readyz (able to work), /metrics."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.edges.metrics import CONTENT_TYPE, Metrics

LOOPBACK = "127.0.0.1"
UNAVAILABLE = 503


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether Helpdesk can work, and how each thing it needs is."""

    able: bool
    told: Mapping[str, str]


Routes = Sequence[web.RouteDef]


def routes(ready: Callable[[], Awaitable[Readiness]], metrics: Metrics) -> Routes:
    """The three routes, for whichever server answers them."""

    async def healthz(_request: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def readyz(_request: web.Request) -> web.Response:
        found = await ready()
        return web.json_response(dict(found.told), status=200 if found.able else UNAVAILABLE)

    async def show(_request: web.Request) -> web.Response:
        return web.Response(body=metrics.text(), headers={"Content-Type": CONTENT_TYPE})

    return (
        web.get("/healthz", healthz),
        web.get("/readyz", readyz),
        web.get("/metrics", show),
    )


@asynccontextmanager
async def serving(found: Routes, port: int) -> AsyncIterator[int]:
    """Answer them on loopback until the block ends; gives the port (another one for 0)."""
    app = web.Application()
    app.add_routes(found)
    async with listening(app, LOOPBACK, port) as chosen:
        yield chosen


@asynccontextmanager
async def listening(app: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """An aiohttp application on a port until the block ends."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
