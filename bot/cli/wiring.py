"""Puts the running bot together: desk, store, Slack, health, and what is done now and then."""

import asyncio
import gc
import os
import secrets
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass

from bot.core.errors import Unavailable
from bot.core.shelf import Shelf
from bot.desk import Desk, open_desk
from bot.edges import status
from bot.edges.metrics import Metrics
from bot.edges.store import Store, open_store
from bot.settings import Http, Settings, SocketMode
from bot.slack.connection import Bot, connect
from bot.slack.http import http_mode
from bot.slack.socketmode import socket_mode

POLL = 2.0  # seconds between two looks at the articles and at what other replicas have written
HOUSEKEEPING = 3600.0  # seconds between two looks for what has been kept long enough
DAY = 86_400.0  # seconds
LONGEST_TRIAL = 3.0  # seconds that `/readyz` waits for the database
YOUNG = 20_000  # new objects between two searches for garbage; with Python's 700, 0.3 ms a question
COUNTED = 366 * DAY  # that questions count in the statistics, if their texts are not kept longer
CLAIMS_KEPT = 7 * DAY  # long after Slack's last redelivery, and a person's last edit


class _Health:
    """What `/readyz` tells: Slack, database and articles, each in a word or a sentence."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self._desk = desk
        self._store = store
        self.connected: Callable[[], Awaitable[bool]] | None = None  # over Socket Mode

    async def __call__(self) -> status.Readiness:
        slack, database = await self._slack(), await self._database()
        problems = [str(problem) for problem in self._desk.shelf.problems]
        articles = len(self._desk.shelf.articles)
        told = {
            "slack": "ok" if slack else "not connected",
            "database": database or "ok",
            "articles": "; ".join(problems) or f"ok, {articles}",
        }
        # A broken file is named, but the rest is answered from: no reason to take us out.
        return status.Readiness(slack and not database and articles > 0, told)

    async def _slack(self) -> bool:
        return self.connected is None or await self.connected()

    async def _database(self) -> str | None:
        trial = asyncio.create_task(self._store.writings.writable())
        done, _ = await asyncio.wait({trial}, timeout=LONGEST_TRIAL)
        if not done:
            trial.cancel()  # not waited for: to break a query off takes as long again
            return f"The database does not answer within {LONGEST_TRIAL:.0f} s."
        error = trial.exception()
        if error is not None and not isinstance(error, Unavailable):
            raise error
        return str(error) if error else None


@dataclass(frozen=True, slots=True)
class Running:
    """The bot at work: its desk, and how Slack reaches it, in words."""

    desk: Desk
    where: str


@asynccontextmanager
async def running(chosen: Settings) -> AsyncIterator[Running]:
    """The bot at work until the block ends.

    BadSettings where Slack refuses a token, Unavailable where Slack or the database is away.
    """
    metrics = Metrics()
    # In a container every process has the same name and number: the last part tells them apart.
    owner = f"{socket.gethostname()[:40]}/{os.getpid()}/{secrets.token_hex(4)}"
    async with AsyncExitStack() as stack:
        desk = await stack.enter_async_context(open_desk(chosen, metrics))
        store = await stack.enter_async_context(open_store(chosen.database_url, owner=owner))
        await store.writings.writable()  # or every message would be left unacknowledged
        bot = await stack.enter_async_context(connect(desk, chosen, store, metrics))
        for chore in (
            _now_and_then(POLL, _freshening(desk)),
            _now_and_then(HOUSEKEEPING, lambda: keep_house(store, chosen.retention_days)),
        ):
            stack.push_async_callback(_stop, asyncio.create_task(chore))
        health = _Health(desk, store)
        yield Running(desk, await _reachable(stack, chosen, bot, (health, metrics)))


async def _reachable(
    stack: AsyncExitStack, chosen: Settings, bot: Bot, watched: tuple[_Health, Metrics]
) -> str:
    health, metrics = watched
    routes = status.routes(health, metrics)
    match chosen.transport():
        case SocketMode(app_token=app_token):
            if chosen.status_port is not None:
                await stack.enter_async_context(status.serving(routes, chosen.status_port))
            health.connected = await stack.enter_async_context(socket_mode(bot, app_token))
            return "Socket Mode"
        case Http(port=port):
            chosen_port = await stack.enter_async_context(http_mode(bot, port, routes))
            return f"HTTP, port {chosen_port}"
        case None:
            raise AssertionError("`running` is called with a transport")


def _freshening(desk: Desk) -> Callable[[], Awaitable[None]]:
    """The look at the articles; an index that is new is spared Python's search for garbage.

    It holds a million objects that stay, and looking them through stops everything for 0.2 s.
    """
    spared: Shelf | None = None

    async def refresh() -> None:
        nonlocal spared
        await desk.refresh()
        if desk.shelf is not spared:
            spared = desk.shelf
            gc.freeze()
            gc.set_threshold(YOUNG)

    return refresh


async def keep_house(
    store: Store, retention_days: int, now: Callable[[], float] = time.time
) -> None:
    """Forget the texts of questions, their counts, hand-offs and claims, each when it is time."""
    texts_kept = retention_days * DAY
    await store.handoffs.forget(before=now() - texts_kept)
    await store.questions.expire(before=now() - texts_kept)
    await store.questions.forget(before=now() - max(COUNTED, texts_kept))
    await store.claims.forget(before=now() - CLAIMS_KEPT)


async def _now_and_then(seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    while True:
        with suppress(Unavailable):  # the next time will do; /readyz tells meanwhile
            await chore()
        await asyncio.sleep(seconds)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
