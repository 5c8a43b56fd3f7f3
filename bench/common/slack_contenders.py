"""The bots that `bench/slack.py` measures, each in a process of its own, against one Slack."""

import asyncio
import logging
import multiprocessing
import os
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.cli import logs
from bot.cli.wiring import running
from bot.playground import Playground
from bot.settings import Settings

START = 60.0  # seconds a start may take on a busy machine
PAGE = 4096  # bytes
_SPAWNING = multiprocessing.get_context("spawn")

Environ = dict[str, str]


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot by its name, what runs it, and what it gets besides Slack's address."""

    title: str
    run: Callable[[Environ], Coroutine[Any, Any, None]]
    environ: Mapping[str, str]

    @asynccontextmanager
    async def alive(self, slack: Playground) -> AsyncIterator[SpawnProcess]:
        """The bot connected to this Slack until the block ends."""
        environ = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "HELPDESK_NAMESERVERS": "127.0.0.1:9",
            **self.environ,
        }
        process = _SPAWNING.Process(target=_serve, args=(self.run, environ), daemon=True)
        process.start()
        try:
            await slack.wait_for(lambda: slack.sockets.connections, START)
            yield process
        finally:
            process.terminate()
            await asyncio.to_thread(process.join)
            await slack.wait_for(lambda: not slack.sockets.connections, START)


def _serve(run: Callable[[Environ], Coroutine[Any, Any, None]], environ: Environ) -> None:
    threading.Thread(target=_end_with_the_bench, daemon=True).start()
    logs.configure()
    logging.disable(logging.ERROR)  # a terminal is slower than any of them
    asyncio.run(run(environ))


def _end_with_the_bench() -> None:
    """A bench that is killed leaves nobody who would knock at the next playground on its port."""
    bench = multiprocessing.parent_process()
    assert bench is not None
    bench.join()
    os._exit(1)


def resident(process: SpawnProcess) -> float:
    """How much memory a process holds, in MB."""
    pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
    return pages * PAGE / 1e6


async def helpdesk(environ: Environ) -> None:
    """Helpdesk as `serve` runs it."""
    async with running(Settings.read(environ)):
        await asyncio.Event().wait()


async def bare_bolt(environ: Environ) -> None:
    """The least that can be written with Bolt: "hi" in the thread, nothing kept, nothing looked up."""
    client = AsyncWebClient(environ["SLACK_BOT_TOKEN"], base_url=environ["SLACK_API_URL"])
    app = AsyncApp(client=client)

    @app.event("app_mention")
    async def greet(event: dict[str, Any], client: AsyncWebClient) -> None:
        thread = event.get("thread_ts") or event["ts"]
        await client.chat_postMessage(channel=event["channel"], thread_ts=thread, text="hi")

    @app.event("message")
    async def ignore() -> None:
        """The mention's twin."""

    await AsyncSocketModeHandler(app, environ["SLACK_APP_TOKEN"]).start_async()
