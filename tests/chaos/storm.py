"""What goes wrong while people ask: one function a kind of weather, each bounded."""

import asyncio
import random
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from multiprocessing.context import ForkServerProcess

from bot.edges import manifest
from bot.playground import (
    HANG_UP,
    HANG_UP_DONE,
    SERVER_ERROR,
    Options,
    Playground,
    Rates,
    Timing,
    read_manifest,
    silence,
    too_many,
)
from tests.chaos import replica
from tests.chaos.crowd import Crowd, Tally

SHORT_LIFE = 0.5  # seconds between a start and its kill, at most: it dies over what it takes
LONG_LIFE = 2.0  # likewise: it dies with questions acknowledged, some answered, some not
START = 60.0  # seconds a start may take on a busy machine
QUICK = Timing(ack=1.5, retries=(0.0, 1.0, 3.0))  # Slack's redelivery in fast motion
NOTHING, NOTHING_DONE = silence(2.0), silence(2.0, done=True)
FAULTS = (too_many(1), SERVER_ERROR, HANG_UP, HANG_UP_DONE, NOTHING, NOTHING_DONE)

Weather = Callable[[Playground, Mapping[str, str]], Awaitable[None]]


async def under(weather: Weather, database_url: str) -> Tally:
    """Let people ask while the weather lasts, and count what became of their questions."""
    options = Options(
        installed=read_manifest(manifest.parsed()), timing=QUICK, rates=Rates(off=True)
    )
    async with Playground.serve(options) as slack:
        environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": database_url,
            "HELPDESK_NAMESERVERS": "127.0.0.1:9",
        }
        crowd = Crowd(slack)
        asking = asyncio.create_task(crowd.ask_on())
        await weather(slack, environ)
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking
        async with alive(slack, environ):
            await crowd.settled()
        return await crowd.tally(database_url)


@asynccontextmanager
async def alive(slack: Playground, environ: Mapping[str, str]) -> AsyncIterator[ForkServerProcess]:
    """One process at work until the block ends; then it is killed."""
    before = len(slack.sockets.connections)
    process = await asyncio.to_thread(replica.start, environ)
    try:
        await slack.wait_for(lambda: len(slack.sockets.connections) > before, START)
        yield process
    finally:
        await asyncio.to_thread(replica.kill, process)
        await slack.wait_for(lambda: len(slack.sockets.connections) <= before, START)


def kills(count: int, chance: random.Random, longest: float = LONG_LIFE) -> Weather:
    """`kill -9` at so many random moments, and a start after each. `longest`: seconds of a life."""

    async def weather(slack: Playground, environ: Mapping[str, str]) -> None:
        for _ in range(count):
            async with alive(slack, environ):
                await asyncio.sleep(chance.uniform(0.0, longest))

    return weather


def broken_slack(chance: random.Random, seconds: float = 8.0) -> Weather:
    """Slack answers posts with 429, 500 or nothing, or hangs up, before or after it has posted."""

    async def weather(slack: Playground, environ: Mapping[str, str]) -> None:
        async with alive(slack, environ):
            for _ in range(int(seconds / 0.25)):
                slack.fail("chat.postMessage", chance.choice(FAULTS))
                await asyncio.sleep(0.25)

    return weather


def dropped_sockets(seconds: float = 8.0) -> Weather:
    """Every second the socket is dropped in the middle of things."""

    async def weather(slack: Playground, environ: Mapping[str, str]) -> None:
        async with alive(slack, environ):
            for _ in range(int(seconds)):
                await asyncio.sleep(1.0)
                await slack.sockets.disconnect("refresh_requested")

    return weather


def two_replicas(count: int, chance: random.Random) -> Weather:
    """Two processes on one database, of which one is killed again and again."""

    async def weather(slack: Playground, environ: Mapping[str, str]) -> None:
        async with alive(slack, environ):
            await kills(count, chance)(slack, environ)

    return weather


def stood_still(seconds: float) -> Weather:
    """Of two processes one stands still for longer than its leases, and then goes on."""

    async def weather(slack: Playground, environ: Mapping[str, str]) -> None:
        async with alive(slack, environ), alive(slack, environ) as one:
            await asyncio.sleep(2.0)
            replica.signal_to(one, signal.SIGSTOP)
            await asyncio.sleep(seconds)
            replica.signal_to(one, signal.SIGCONT)
            await asyncio.sleep(2.0)

    return weather


def database_away(stop: Callable[[], None], resume: Callable[[], None], seconds: float) -> Weather:
    """The database does not answer for so long, in the midst of the work."""

    async def weather(slack: Playground, environ: Mapping[str, str]) -> None:
        async with alive(slack, environ):
            await asyncio.sleep(2.0)
            stop()
            await asyncio.sleep(seconds)
            resume()
            await asyncio.sleep(2.0)

    return weather
