"""What all checks share: the name servers, how patiently they are asked, the cache, the counters."""

from collections import Counter
from dataclasses import dataclass, field

from bot.core.lookup import Reason
from bot.edges.dns.cache import Cache
from bot.edges.dns.servers import Server


@dataclass(slots=True)
class Counters:
    """What happened since the start, for the metrics."""

    queries: int = 0  # messages sent, each attempt counted
    over_tcp: int = 0  # of these
    from_cache: int = 0  # responses that took none
    failures: Counter[Reason] = field(default_factory=Counter)  # responses that told nothing


@dataclass(slots=True)
class Upstream:
    """Where responses come from."""

    servers: tuple[Server, ...]  # the one that answered last in front
    timeouts: tuple[float, ...]  # seconds for each attempt
    cache: Cache
    counters: Counters = field(default_factory=Counters)

    def prefer(self, server: Server) -> None:
        """Ask this one first from now on: it answered where another did not."""
        if server != self.servers[0]:
            self.servers = (server, *(each for each in self.servers if each != server))
