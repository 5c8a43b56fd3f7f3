"""Everything Helpdesk can do, one method each. Read this first."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from bot.core.lookup import Lookahead, Lookups, Query

T = TypeVar("T")


class Dns(Protocol):
    """Answers the core's queries."""

    async def run(
        self, lookups: Lookups[T], ahead: Lookahead = ..., first: Iterable[Query] = ()
    ) -> T:
        """Drive a computation to its end within one budget (about 8 s) and return its value.

        `first` names queries to start at once, `ahead` those to start when a response arrives;
        both only save time: unneeded answers never delay, change or count anything.
        """
        ...
