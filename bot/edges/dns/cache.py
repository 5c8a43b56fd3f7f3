"""What DNS said a while ago and still holds: bounded in time, in number and in octets."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.core.lookup import Query, Records

MAX_SECONDS = 60  # who has just mended a record wants to see it; bigger caches are the resolver's
MAX_ENTRIES = 10_000
MAX_OCTETS = 16 * 2**20  # of the replies they came in


@dataclass(slots=True)
class Cache:
    """Records by query until their TTL has passed; never a NoResponse.

    `clock` gives seconds; only differences matter.
    """

    clock: Callable[[], float]
    max_entries: int = MAX_ENTRIES
    max_octets: int = MAX_OCTETS
    _entries: OrderedDict[Query, tuple[float, int, Records]] = field(
        default_factory=OrderedDict, init=False
    )
    _octets: int = field(default=0, init=False)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, query: Query) -> Records | None:
        """The records if they are known and still hold, with the seconds left as their TTL."""
        entry = self._entries.get(query)
        if entry is None:
            return None
        since, _, records = entry
        age = self.clock() - since
        if age >= min(records.ttl, MAX_SECONDS):
            self._drop(query)
            return None
        return replace(records, ttl=int(records.ttl - age))

    def put(self, query: Query, records: Records, octets: int) -> None:
        """Keep the records that came in so many octets; the oldest go where there is no room."""
        self._drop(query)
        if records.ttl <= 0 or octets > self.max_octets:
            return
        self._entries[query] = (self.clock(), octets, records)
        self._octets += octets
        while len(self._entries) > self.max_entries or self._octets > self.max_octets:
            self._drop(next(iter(self._entries)))

    def _drop(self, query: Query) -> None:
        _, octets, _ = self._entries.pop(query, (0.0, 0, None))
        self._octets -= octets
