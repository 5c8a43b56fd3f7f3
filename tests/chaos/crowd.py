"""People who ask and rate without a pause, and the count of what became of it."""

import asyncio
from dataclasses import dataclass, replace

from bot.edges.store import open_store
from bot.playground import Playground
from bot.playground.workspace import BOT_USER, Channel, Kind, User

QUESTION = "@helpdesk What is new at IONOS since 29 January 2024?"
CHANNELS = 20
PAUSE = 0.05  # seconds between two questions: 20 a second
PATIENCE = 60.0  # seconds for the last answers; longer than a lease


@dataclass(frozen=True, slots=True)
class Tally:
    """What was asked and what became of it. Lost and doubled have to be none."""

    asked: int
    acknowledged: int
    answered: int
    lost: int
    doubled: int
    rated: int
    ratings_lost: int

    def __str__(self) -> str:
        return (
            f"asked {self.asked}, acknowledged {self.acknowledged}, answered {self.answered}, "
            f"lost {self.lost}, doubled {self.doubled}; "
            f"ratings {self.rated}, lost {self.ratings_lost}"
        )


class Crowd:
    """Everybody asks once in one of many channels, and rates the answer."""

    def __init__(self, slack: Playground) -> None:
        self._slack = slack
        self._askers: dict[str, str] = {}  # by the question's ts
        self._rated: set[str] = set()
        self._rating: set[asyncio.Task[None]] = set()
        self._seen: set[str] = set()
        workspace = slack.service.workspace
        for number in range(CHANNELS):
            channel = Channel(f"C0LOAD{number:03}", f"load{number}", Kind.CHANNEL, frozenset())
            workspace.channels[channel.id] = channel

    async def ask_on(self) -> None:
        """Ask until cancelled, and rate what is answered."""
        number = 0
        while True:
            await self._ask(number)
            self._rate_answers()
            number += 1
            await asyncio.sleep(PAUSE)

    async def _ask(self, number: int) -> None:
        workspace = self._slack.service.workspace
        user = User(f"U0LOAD{number:05}", f"load{number}", f"Load {number}")
        workspace.users[user.id] = user
        channel = workspace.channels[f"C0LOAD{number % CHANNELS:03}"]
        members = channel.members | {user.id, BOT_USER}
        workspace.channels[channel.id] = replace(channel, members=members)
        ts = await self._slack.say(user.id, channel.id, QUESTION)
        self._askers[ts] = user.id

    def _rate_answers(self) -> None:
        for ts in self._askers.keys() - self._seen:
            if replies := self._replies(ts):
                self._seen.add(ts)
                task = asyncio.create_task(self._rate(self._askers[ts], replies[0]))
                self._rating.add(task)
                task.add_done_callback(self._rating.discard)

    async def _rate(self, user: str, reply: str) -> None:
        pressed = await self._slack.click(user, reply, "feedback.say", value="positive")
        if pressed.acked:
            self._rated.add(user)

    async def settled(self) -> None:
        """Wait until everything that was acknowledged is answered, or for too long."""
        try:
            async with asyncio.timeout(PATIENCE):
                while self._slack.service.dispatcher.pending or self._unanswered():
                    await asyncio.sleep(0.1)
                    self._rate_answers()
        except TimeoutError:
            return
        await asyncio.gather(*self._rating)
        await asyncio.sleep(0.5)  # a second answer would come now

    async def tally(self, database_url: str) -> Tally:
        """The count, once all is quiet."""
        async with open_store(database_url, owner="count") as store:
            kept = {rating.user for rating in await store.ratings.all(None)}
        replies = {ts: len(self._replies(ts)) for ts in self._askers}
        return Tally(
            asked=len(replies),
            acknowledged=len(self._acknowledged()),
            answered=sum(1 for count in replies.values() if count),
            lost=len(self._unanswered()),
            doubled=sum(1 for count in replies.values() if count > 1),
            rated=len(self._rated),
            ratings_lost=len(self._rated - kept),
        )

    def _acknowledged(self) -> set[str]:
        events = (d.envelope.payload.get("event", {}) for d in self._slack.log if d.acked)
        return {event["ts"] for event in events if event.get("ts") in self._askers}

    def _unanswered(self) -> set[str]:
        return {ts for ts in self._acknowledged() if not self._replies(ts)}

    def _replies(self, ts: str) -> list[str]:
        """Our answers; an apology is none."""
        thread = (m for m in self._slack.thread(ts) if m.user == BOT_USER and not m.only_for)
        return [m.ts for m in thread if "feedback.say" in str(m.blocks)]
