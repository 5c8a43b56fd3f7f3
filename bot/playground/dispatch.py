"""Envelopes on their way to the app: offered, acknowledged, redelivered, and the log of all that."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.playground.timing import Timing
from bot.playground.workspace import Json


class NotAcked(Exception):
    """An attempt that the app did not acknowledge. Read by the dispatcher: the reason of the next."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Envelope:
    """One thing to tell the app. Only events are redelivered; `accepts_response` allows an answer."""

    id: str
    type: str  # events_api, slash_commands or interactive
    payload: Json
    accepts_response: bool = False

    @property
    def title(self) -> str:
        """What it is, in a word or two, for people."""
        payload = self.payload
        if self.type == "events_api":
            event = payload["event"]
            return str(event.get("subtype") or event["type"])
        if self.type == "slash_commands":
            return str(payload["command"])
        return str(payload["type"])


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to deliver: when, and the reason it was made again ("" for the first)."""

    at: float
    reason: str


@dataclass(slots=True)
class Delivery:
    """An envelope, every attempt to deliver it, and what became of it."""

    envelope: Envelope
    attempts: list[Attempt] = field(default_factory=list)
    acked_at: float | None = None
    answer: Json | None = None
    given_up: bool = False
    lost: str = ""  # why the latest attempt was not acknowledged
    finished: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def acked(self) -> bool:
        """Whether the app has acknowledged it."""
        return self.acked_at is not None

    async def wait(self) -> "Delivery":
        """Wait until it is acknowledged or given up."""
        await self.finished.wait()
        return self


class Transport(Protocol):
    """A way to the app: Socket Mode or HTTP."""

    async def offer(self, envelope: Envelope, attempt: int, reason: str) -> Json | None:
        """Deliver once and return the acknowledgement's payload; raise `NotAcked`."""
        ...


class Dispatcher:
    """Delivers envelopes as Slack does: at once, and events up to three times again."""

    def __init__(self, transport: Transport, timing: Timing, clock: Callable[[], float]) -> None:
        self.transport = transport
        self.timing = timing
        self.log: list[Delivery] = []
        self._clock = clock
        self.changed: Callable[[], None] = lambda: None  # told whenever the log changes
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, envelope: Envelope) -> Delivery:
        """Start delivering; the returned record fills as it goes."""
        delivery = Delivery(envelope)
        self.log.append(delivery)
        task = asyncio.create_task(self._deliver(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return delivery

    @property
    def pending(self) -> list[Delivery]:
        """What is neither acknowledged nor given up."""
        return [delivery for delivery in self.log if not delivery.finished.is_set()]

    async def close(self) -> None:
        """Stop delivering; what is pending stays so."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _deliver(self, delivery: Delivery) -> None:
        again = self.timing.retries if delivery.envelope.type == "events_api" else ()
        reason = ""
        for attempt, pause in enumerate((None, *again)):
            if pause:
                await asyncio.sleep(pause)
            delivery.attempts.append(Attempt(self._clock(), reason))
            try:
                delivery.answer = await self.transport.offer(delivery.envelope, attempt, reason)
            except NotAcked as lost:
                reason = delivery.lost = lost.reason
                self.changed()
                continue
            delivery.acked_at = self._clock()
            break
        delivery.given_up = not delivery.acked
        delivery.finished.set()
        self.changed()
