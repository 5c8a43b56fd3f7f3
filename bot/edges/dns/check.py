"""One check: drives a computation, with a table of questions in flight and a budget to spend."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from bot.core.lookup import Lookahead, Lookups, NoResponse, Query, Reason, Records, Response
from bot.edges.dns.asking import Answered, Upstream, ask
from bot.edges.dns.sockets import Ports

T = TypeVar("T")

SPENT = NoResponse(Reason.OVER_BUDGET)


@dataclass(frozen=True, slots=True)
class Budget:
    """What one check may cost, whatever a hostile zone says.

    Queries and octets count twice: once for what the computation asks for, once more for the
    look-ahead, which thus can neither use up what is needed nor change any response.
    """

    seconds: float = 8.0
    queries: int = 200
    octets: int = 2**20


class Check:
    """The questions of one check: each is asked once, and nothing unneeded is waited for."""

    def __init__(self, upstream: Upstream, budget: Budget, ahead: Lookahead) -> None:
        self._upstream = upstream
        self._ahead = ahead
        self._ports = Ports()
        self._table: dict[Query, asyncio.Task[Answered]] = {}
        self._needed: set[Query] = set()
        self._loop = asyncio.get_running_loop()
        self._until = self._loop.time() + budget.seconds
        self._queries = self._spare_queries = budget.queries
        self._octets = self._spare_octets = budget.octets

    async def drive(self, lookups: Lookups[T]) -> T:
        """Send the computation a response for every query it yields, and return its value."""
        try:
            query = next(lookups)
            while True:
                query = lookups.send(await self._response(query))
        except StopIteration as end:
            value: T = end.value
            return value

    def look_ahead(self, queries: Iterable[Query]) -> None:
        """Start questions that will probably be asked, as far as the spare budget goes."""
        for query in queries:
            if query not in self._table and self._spare_queries > 0 and self._spare_octets > 0:
                self._spare_queries -= 1
                self._table[query] = self._loop.create_task(self._fetch(query))

    async def close(self) -> None:
        """Stop what is still in flight and give the ports back."""
        open_tasks = [task for task in self._table.values() if not task.done()]
        for task in open_tasks:
            task.cancel()
        await asyncio.gather(*open_tasks, return_exceptions=True)
        self._ports.close()

    async def _response(self, query: Query) -> Response:
        """What the computation is told: what DNS said, or that the budget is spent."""
        first = query not in self._needed
        if first and (self._queries <= 0 or self._octets <= 0):
            return self._counted(SPENT)
        self._needed.add(query)
        self._queries -= first
        answered = await self._in_time(query)
        if answered is None:
            return self._counted(SPENT)
        self._octets -= answered.octets if first else 0
        return self._counted(answered.response) if first else answered.response

    async def _in_time(self, query: Query) -> Answered | None:
        """Wait for this question alone, as long as the check has time."""
        left = self._until - self._loop.time()
        task = self._table.get(query)
        if task is None:
            if left <= 0:
                return None
            task = self._table[query] = self._loop.create_task(self._fetch(query))
        if not task.done():
            await asyncio.wait([task], timeout=max(left, 0))
        return task.result() if task.done() else None

    def _counted(self, response: Response) -> Response:
        if isinstance(response, NoResponse):
            self._upstream.counters.failures[response.reason] += 1
        return response

    async def _fetch(self, query: Query) -> Answered:
        """Get one response, from the cache if it is there, and start what it lets expect."""
        cache = self._upstream.cache
        cached = cache.get(query)
        if cached is not None:
            answered = Answered(cached)
            self._upstream.counters.from_cache += 1
        else:
            answered = await ask(query, self._upstream, self._ports)
            if isinstance(answered.response, Records):
                cache.put(query, answered.response, answered.octets)
        self._charge(query, answered.octets)
        self.look_ahead(self._ahead(query, answered.response))
        return answered

    def _charge(self, query: Query, octets: int) -> None:
        """Pay for what came unasked; when nothing is left for that, stop all that is unneeded."""
        if query in self._needed:
            return
        self._spare_octets -= octets
        if self._spare_octets > 0:
            return
        for other in [*self._table]:
            if other not in self._needed and other != query and not self._table[other].done():
                self._table.pop(other).cancel()
