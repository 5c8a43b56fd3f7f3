"""What the desk needs from outside; the edges fulfil it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from bot.core.lookup import Lookahead, Lookups, Query, nothing_ahead
from bot.core.shelf import Shelf

T = TypeVar("T")


class Dns(Protocol):
    """Answers the core's queries."""

    async def run(
        self, lookups: Lookups[T], ahead: Lookahead = nothing_ahead, first: Iterable[Query] = ()
    ) -> T:
        """Drive a computation to its end within one budget (about 8 s) and return its value.

        `first` names queries to start at once, `ahead` those to start when a response arrives;
        both only save time: unneeded answers never delay, change or count anything.
        """
        ...


class Library(Protocol):
    """Holds the articles, providers and glossary that are in force."""

    def shelf(self) -> Shelf:
        """What was read last; the same object until something changes."""
        ...

    async def changed(self) -> bool:
        """Whether something was written since."""
        ...

    async def reload(self) -> Shelf:
        """Read what has changed, off the event loop; what is broken stays as it was."""
        ...


class Meter:
    """Counts what happens, for whoever watches over Helpdesk; never a word of what was said.

    This one counts nothing: nobody watches. `bot.edges.metrics.Metrics` does.
    """

    def question(self, outcome: str) -> None:
        """A question was answered: Found, Unsure or NotFound."""

    def check(self, kind: str, verdict: str) -> None:
        """A live check came to its verdict."""

    def acknowledged(self, seconds: float) -> None:
        """A delivery was claimed after so many seconds."""

    def duplicate(self) -> None:
        """A delivery was dropped because it was there already."""

    def watch(self, name: str, what: str, counts: Callable[[], Mapping[Any, int]]) -> None:
        """Show these counts, by reason, whenever somebody looks."""

    def gauge(self, name: str, what: str, number: Callable[[], int]) -> None:
        """Show this number as it is whenever somebody looks."""


UNWATCHED = Meter()
