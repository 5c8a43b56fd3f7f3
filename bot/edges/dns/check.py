"""One check: drives a computation, with a table of questions in flight and a budget to spend."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot.core.lookup import Lookahead, Lookups, NoResponse, Query, Reason, Records, Response
from bot.edges.dns.following import Answered, Following
from bot.edges.dns.sockets import Ports
from bot.edges.dns.upstream import Upstream

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
        self._loop = asyncio.get_running_loop()
        self._table: dict[Query, asyncio.Future[Answered]] = {}
        self._open: dict[Query, Following] = {}
        self._needed: set[Query] = set()
        self._queries = self._spare_queries = budget.queries
        self._octets = self._spare_octets = budget.octets
        self._time_is_up = budget.seconds <= 0
        self._timer = self._loop.call_later(budget.seconds, self._end_of_time)

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
                self._start(query)

    def close(self) -> None:
        """Stop what is still in flight and give the ports back."""
        self._timer.cancel()
        self._spare_queries = 0
        for following in self._open.values():
            following.stop()
        self._ports.close()

    async def _response(self, query: Query) -> Response:
        """What the computation is told: what DNS said, or that the budget is spent."""
        known = query in self._needed
        if not known and (self._queries <= 0 or self._octets <= 0):
            return self._counted(SPENT)
        if query not in self._table:
            self._start(query)
        self._needed.add(query)
        answered = await self._table[query]
        if known:
            return answered.response
        self._queries -= 1
        self._octets -= answered.octets
        return self._counted(answered.response)

    def _counted(self, response: Response) -> Response:
        if isinstance(response, NoResponse):
            self._upstream.counters.failures[response.reason] += 1
        return response

    def _start(self, query: Query) -> None:
        """Enter a query into the table, and ask for what the cache does not hold."""
        self._table[query] = self._loop.create_future()
        cached = self._upstream.cache.get(query)
        if cached is not None:
            self._upstream.counters.from_cache += 1
            self._loop.call_soon(self._arrived, query, Answered(cached))
        elif self._time_is_up:
            self._table[query].set_result(Answered(SPENT))
        else:
            done = partial(self._answered, query)
            self._open[query] = Following(query, self._upstream, self._ports, done)
            self._open[query].start()

    def _answered(self, query: Query, answered: Answered) -> None:
        """Take what DNS said: for the cache, and for who waits for it."""
        del self._open[query]
        if isinstance(answered.response, Records):
            self._upstream.cache.put(query, answered.response, answered.octets)
        self._arrived(query, answered)

    def _arrived(self, query: Query, answered: Answered) -> None:
        """Tell the computation if it waits for this, and start what it will ask next."""
        waiting = self._table[query]
        if waiting.done():
            return
        waiting.set_result(answered)
        if query not in self._needed:
            self._charge(answered.octets)
        self.look_ahead(self._ahead(query, answered.response))

    def _charge(self, octets: int) -> None:
        """Pay for what came unasked; where nothing is left for that, stop all that is unneeded."""
        self._spare_octets -= octets
        if self._spare_octets <= 0:
            for query in [each for each in self._open if each not in self._needed]:
                self._open.pop(query).stop()
                del self._table[query]

    def _end_of_time(self) -> None:
        """Whatever is still open stays unanswered; what the cache holds can still be had."""
        self._time_is_up = True
        for query, following in self._open.items():
            following.stop()
            self._table[query].set_result(Answered(SPENT))
        self._open.clear()
