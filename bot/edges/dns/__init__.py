"""Answers the core's queries from live DNS: sockets, attempts, cache and limits, and nothing else.

    async with open_dns(["127.0.0.1:53"], timeout=1.0) as resolver:
        verdict = await resolver.run(check_host(…), ahead=lookahead)

Only this package (and the playground's name server) imports dnspython. Read `check.py` first.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import TypeVar

from bot.core.lookup import Lookahead, Lookups, Query, nothing_ahead
from bot.edges.dns.cache import Cache
from bot.edges.dns.check import Budget, Check
from bot.edges.dns.probe import Probe, probe
from bot.edges.dns.servers import configured
from bot.edges.dns.upstream import Counters, Upstream

__all__ = ["Budget", "Counters", "Probe", "Resolver", "open_dns"]

T = TypeVar("T")

TIMEOUT = 1.0  # seconds for the first attempt
AT_ONCE = 100  # checks; each opens a port, and the system has so many files and no more
GROWTH = (1.0, 1.5, 2.5)  # each attempt may take so many times as long


class Resolver:
    """Satisfies `bot.desk.Dns`. Any number of checks may be started on one resolver at once."""

    def __init__(self, upstream: Upstream, budget: Budget) -> None:
        self._upstream = upstream
        self._budget = budget
        self._turns = asyncio.Semaphore(AT_ONCE)

    @property
    def counters(self) -> Counters:
        """What was asked and what failed since the start."""
        return self._upstream.counters

    async def run(
        self, lookups: Lookups[T], ahead: Lookahead = nothing_ahead, first: Iterable[Query] = ()
    ) -> T:
        """Drive a computation to its end within one budget and return its value.

        A query is sent a NoResponse where DNS did not tell, or OVER_BUDGET where the check has
        asked, received or waited enough; so the computation always comes to its end.
        """
        async with self._turns:
            check = Check(self._upstream, self._budget, ahead)
            try:
                check.look_ahead(first)
                return await check.drive(lookups)
            finally:
                check.close()

    async def probe(self) -> tuple[Probe, ...]:
        """How each name server does over UDP, with EDNS and over TCP."""
        return await probe(self._upstream)


@asynccontextmanager
async def open_dns(
    nameservers: Sequence[str] = (),
    timeout: float = TIMEOUT,  # noqa: ASYNC109 - of one attempt, not of this call
    *,
    budget: Budget | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> AsyncIterator[Resolver]:
    """A resolver that asks these servers ("host:port", …) or else the system's own.

    The system's configuration is read here, once. `timeout` is in seconds and for the first
    attempt; ValueError names a server that is no address. `clock` ages the cache.
    """
    upstream = Upstream(
        configured(nameservers), tuple(timeout * times for times in GROWTH), Cache(clock)
    )
    yield Resolver(upstream, budget or Budget())
