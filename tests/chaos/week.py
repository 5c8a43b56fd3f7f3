"""`make week`: 100,000 questions of seven days in minutes, and what retention leaves of them.

Each is claimed, answered from the shipped articles, shown, kept and done as a mention is, without
Slack between: `make chaos` and `make bench` have that. The clock is an argument and moves along.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from bot.cli.wiring import CLAIMS_KEPT, DAY, keep_house
from bot.core.feedback import Asked, Rating
from bot.core.reply import Found, Reply
from bot.core.words import Language
from bot.core.work import Key
from bot.desk import Desk, open_desk
from bot.desk.team import Team
from bot.edges.store import Store, open_store
from bot.edges.store.schema import claims, questions
from bot.settings import Settings
from bot.slack.blocks import replies
from bot.slack.blocks.replies import Answer
from bot.slack.listeners.questions import OUTCOMES

QUESTIONS = int(os.environ.get("QUESTIONS", "100000"))  # noqa: TID251 - a knob of this script
WEEK = 7 * DAY
HOUR = 3600.0  # seconds between two looks of the housekeeping, as `serve` takes them
RETENTION = 90  # days
AT_ONCE = 50  # questions under way
COMPARED = 1000  # questions at the beginning and at the end, one after the other
SLOWER = 1.5  # times; a question may take longer by that than on an empty database
PEOPLE, CHANNELS = 500, 50
MONDAY = 1_700_438_400.0  # any
TEXTS = (
    "What is new at IONOS since 29 January 2024?",
    "Was ändert sich bei IONOS zum 29. Januar 2024?",
    "Why does IONOS say Sender address is not allowed?",
    "May the part before the @ differ from my mailbox?",
    "How do I bake bread number {n} without yeast?",
    "Wo finde ich den Hausschlüssel Nummer {n}?",
)


@dataclass
class Clock:
    """The time, which we move."""

    now: float = MONDAY

    def __call__(self) -> float:
        return self.now


@dataclass
class Week:
    """Seven days of a busy team; `took` holds the seconds of each question."""

    desk: Desk
    store: Store
    clock: Clock = field(default_factory=Clock)
    took: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.team = Team(self.store, "T1", self.clock)
        self._cleaned = self.clock.now

    async def ask(self, first: int, last: int, at_once: int = AT_ONCE) -> None:
        """The questions of these numbers, each at its time of the week."""
        for start in range(first, last, at_once):
            self.clock.now = MONDAY + WEEK * start / QUESTIONS
            await asyncio.gather(
                *(self._ask(number) for number in range(start, min(start + at_once, last)))
            )
            if self.clock.now - self._cleaned >= HOUR:
                self._cleaned = self.clock.now
                await keep_house(self.store, RETENTION, self.clock)

    async def _ask(self, number: int) -> None:
        since = time.perf_counter()
        ts, user = f"{self.clock.now:.0f}.{number:06}", f"U{number % PEOPLE:05}"
        key = Key("T1", f"C{number % CHANNELS:03}", ts)
        text = TEXTS[number % len(TEXTS)].format(n=number)
        assert await self.store.claims.claim(key, {"text": text, "user": user}, at=self.clock.now)
        reply = await self.desk.ask(text, language=Language.EN)
        if isinstance(reply.outcome, Found):
            section = reply.outcome.section
            article = self.desk.article(section.article, section.language)
            replies.found(section, article, Answer(ts))
            if number % 5 == 0:
                await self.team.rate(Rating(section.key, user, self.clock.now, stars=4))
        await self.team.keep(self._asked(key, user, reply))
        await self.store.claims.finish(key)
        self.took.append(time.perf_counter() - since)

    def _asked(self, key: Key, user: str, reply: Reply) -> Asked:
        found = reply.outcome.section.key if isinstance(reply.outcome, Found) else None
        return Asked(
            id=0,
            question=reply.question,
            language=reply.language,
            outcome=OUTCOMES[type(reply.outcome)],
            at=self.clock.now,
            user=user,
            channel=key.channel,
            ts=key.ts,
            section=found,
            score=reply.score,
        )

    async def later(self, days: float) -> float:
        """So many days after the week began the housekeeping comes; the seconds it takes."""
        self.clock.now = MONDAY + days * DAY
        return await timed(lambda: keep_house(self.store, RETENTION, self.clock))

    async def kept(self) -> str:
        """What is there now."""
        async with self.store.database.read() as connection:
            claimed = (await connection.execute(select(func.count()).select_from(claims))).scalar()
            texts = select(func.count()).where(questions.c.question != "")
            readable = (await connection.execute(texts)).scalar()
        counted = sum((await self.team.counts()).values())
        return f"{counted} questions counted, {readable} texts, {claimed} claims"


async def compared(week: Week) -> float:
    """The week's last questions, each asked at an empty database too: how many times it takes."""
    with tempfile.TemporaryDirectory(prefix="week-") as name:
        async with open_store(f"sqlite:///{name}/empty.db", owner="week") as store:
            empty = Week(week.desk, store, week.clock)
            for number in range(QUESTIONS - COMPARED, QUESTIONS):
                for one in (week, empty):
                    await one.ask(number, number + 1)
    return middle(week.took[-COMPARED:]) / middle(empty.took)


async def timed(work: Callable[[], Awaitable[object]]) -> float:
    """The seconds that this takes."""
    since = time.perf_counter()
    await work()
    return time.perf_counter() - since


def megabytes(folder: Path) -> str:
    """The size of everything in the folder."""
    return f"{sum(file.stat().st_size for file in folder.iterdir()) / 1e6:.1f} MB"


def middle(seconds: Sequence[float]) -> float:
    """The median, in milliseconds."""
    return statistics.median(seconds) * 1000


def tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the figures are the output


async def lived(week: Week, folder: Path) -> bool:
    """The week, and the time after it; whether all is as promised."""
    since = time.perf_counter()
    await week.ask(0, COMPARED, at_once=1)
    first, home_first = middle(week.took[-COMPARED:]), await timed(week.team.gaps)
    await week.ask(COMPARED, QUESTIONS - COMPARED)
    slower = await compared(week)
    last, home_last = middle(week.took[-COMPARED:]), await timed(week.team.gaps)
    tell(f"{QUESTIONS} questions of a week in {time.perf_counter() - since:.0f} s")
    tell(f"a question: the first {COMPARED} {first:.1f} ms, the last {COMPARED} {last:.1f} ms")
    tell(f"asked in turn, {slower:.2f} times of what one takes on an empty database")
    tell(f"the gaps of the Home tab: {home_first * 1000:.0f} ms, {home_last * 1000:.0f} ms")
    tell(f"after the week: {await week.kept()}; {megabytes(folder)}")
    took = await week.later((WEEK + CLAIMS_KEPT) / DAY + 1)
    tell(f"a week later: {await week.kept()}; {megabytes(folder)}; took {took * 1000:.0f} ms")
    took = await week.later(RETENTION + 8)
    left = await week.kept()
    tell(f"after {RETENTION} days of retention: {left}; {megabytes(folder)}; {took * 1000:.0f} ms")
    return left == f"{QUESTIONS} questions counted, 0 texts, 0 claims" and slower < SLOWER


async def main() -> int:
    """Live it in a database of its own; 1 where retention or the times are not as promised."""
    settings = Settings(nameservers=("127.0.0.1:9",))
    with tempfile.TemporaryDirectory(prefix="week-") as name:
        url = f"sqlite:///{name}/helpdesk.db"
        async with open_desk(settings) as desk, open_store(url, owner="week") as store:
            return 0 if await lived(Week(desk, store), Path(name)) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
