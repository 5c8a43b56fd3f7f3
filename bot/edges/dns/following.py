"""One query with the aliases on its way: a question for each name, until one has an answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core.lookup import NoResponse, Query, Reason, Records, Response, queryable
from bot.edges.dns.asking import Asking
from bot.edges.dns.reading import Alias, Meaning
from bot.edges.dns.sockets import Ports
from bot.edges.dns.upstream import Upstream

MAX_ALIASES = 16  # CNAMEs whose target is not in the reply and is asked for; as resolvers have it


@dataclass(frozen=True, slots=True)
class Answered:
    """A response and how many octets came in for it."""

    response: Response
    octets: int = 0


class Following:
    """Asks for a query's name and for what its aliases lead to; `done` is called once."""

    def __init__(
        self, query: Query, upstream: Upstream, ports: Ports, done: Callable[[Answered], None]
    ) -> None:
        self._query = query
        self._upstream = upstream
        self._ports = ports
        self._done = done
        self._names = [query.name]
        self._ttls: list[int] = []
        self._octets = 0
        self._asking: Asking | None = None

    def start(self) -> None:
        """Ask for the name that is reached."""
        name = self._names[-1]
        if not (name.isascii() and queryable(name)):
            self._end(Records(name_exists=False))  # DNS can hold no such name
            return
        query = Query(name, self._query.kind)
        self._asking = Asking(query, self._upstream, self._ports, self._told)
        self._asking.attempt()

    def stop(self) -> None:
        """Wait for nothing any more."""
        if self._asking is not None:
            self._asking.stop()

    def _told(self, said: Meaning, octets: int) -> None:
        self._octets += octets
        match said:
            case Alias():
                self._follow(said)
            case Records() if self._ttls:
                alias = said.alias or self._names[-1]
                self._end(replace(said, ttl=min(said.ttl, *self._ttls), alias=alias))
            case Records() | NoResponse():
                self._end(said)

    def _follow(self, alias: Alias) -> None:
        if alias.name in self._names or len(self._names) > MAX_ALIASES:
            self._end(NoResponse(Reason.MALFORMED))  # in a circle, or without an end
            return
        self._names.append(alias.name)
        self._ttls.append(alias.ttl)
        self.start()

    def _end(self, response: Response) -> None:
        self._done(Answered(response, self._octets))
