"""What the desk remembers, as Protocols; `bot.edges.store.Store` fulfils them. Times: seconds, UTC."""

from collections.abc import Iterable
from typing import Protocol

from bot.core.feedback import Answered, Asked, Rating
from bot.core.manners import Setting
from bot.core.written import Handoff, Sample, Written


class Questions(Protocol):
    """What was asked and how it ended."""

    async def keep(self, team: str, asked: Asked, *, gap: bool) -> int:
        """Keep a question once under its place; its id."""
        ...

    async def reopen(self, team: str, channel: str, ts: str) -> None:
        """Make a question that was answered badly a gap."""
        ...

    async def close(self, team: str, ids: Iterable[int], *, answered: bool) -> int:
        """These are gaps no longer; how many were."""
        ...

    async def open(self, team: str, *, user: str | None = None) -> tuple[Asked, ...]:
        """What is a gap now, newest first."""
        ...

    async def find(self, team: str, channel: str, ts: str) -> Asked | None:
        """The question at this place."""
        ...

    async def counts(self, team: str | None) -> dict[Answered, int]:
        """How many questions ended how."""
        ...


class Ratings(Protocol):
    """One rating a person and section."""

    async def rate(self, team: str, rating: Rating) -> None:
        """Keep it; what it leaves open stays as it was."""
        ...

    async def all(self, team: str | None) -> tuple[Rating, ...]:
        """Every rating."""
        ...


class Writings(Protocol):
    """Sections, sample questions and settings, written in Slack."""

    async def revision(self) -> int:
        """A number that grows with everything written."""
        ...

    async def write(self, team: str, written: Written) -> None:
        """Keep a section in place of an older one."""
        ...

    async def sections(self, team: str) -> tuple[Written, ...]:
        """Every section."""
        ...

    async def add_sample(self, team: str, sample: Sample) -> None:
        """File a question under a section."""
        ...

    async def samples(self, team: str) -> tuple[Sample, ...]:
        """Every filed question."""
        ...

    async def set(self, team: str, key: str, value: Setting, *, author: str, at: float) -> None:
        """Keep a setting."""
        ...

    async def settings(self, team: str) -> dict[str, Setting]:
        """Every setting."""
        ...


class Handoffs(Protocol):
    """Threads in which a person is wanted."""

    async def open(self, team: str, handoff: Handoff) -> bool:
        """Keep it; False where the thread has one already."""
        ...

    async def take(self, team: str, channel: str, thread: str, *, helper: str) -> Handoff | None:
        """This helper sees to it, if nobody did before; the hand-off as it is now."""
        ...

    async def solve(
        self, team: str, channel: str, thread: str, *, solution: str | None
    ) -> Handoff | None:
        """It is solved, and how; the hand-off as it is now."""
        ...

    async def find(self, team: str, channel: str, thread: str) -> Handoff | None:
        """The hand-off of a thread."""
        ...

    async def waiting(self, team: str) -> tuple[Handoff, ...]:
        """What is not solved yet, the oldest first."""
        ...


class Memory(Protocol):
    """All of it."""

    @property
    def questions(self) -> Questions: ...

    @property
    def ratings(self) -> Ratings: ...

    @property
    def writings(self) -> Writings: ...

    @property
    def handoffs(self) -> Handoffs: ...
