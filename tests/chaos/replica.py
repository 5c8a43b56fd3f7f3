"""A bot in a process of its own that can be killed at any moment, as an outage would."""

import asyncio
import multiprocessing
import os
from collections.abc import Mapping
from multiprocessing.context import ForkServerProcess

from bot.cli import logs
from bot.cli.wiring import running
from bot.settings import Settings

# Importing takes most of a start; forked from one server that has done it, a start takes a moment.
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.chaos.replica"])


def start(environ: Mapping[str, str]) -> ForkServerProcess:
    """A process that serves with these variables; `kill()` it."""
    process = _FORKING.Process(target=_serve, args=(dict(environ),), daemon=True)
    process.start()
    return process


def kill(process: ForkServerProcess) -> None:
    """End it as `kill -9` does, and wait until it is gone."""
    process.kill()
    process.join()


def signal_to(process: ForkServerProcess, number: int) -> None:
    """Let it stand still, or go on."""
    os.kill(process.pid or 0, number)


def _serve(environ: dict[str, str]) -> None:
    logs.configure()
    asyncio.run(_for_ever(Settings.read(environ)))


async def _for_ever(settings: Settings) -> None:
    async with running(settings):
        await asyncio.Event().wait()
