"""Trigger ids: who did something, and for how long the app may open a modal on it."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground.refusal import Refused


@dataclass(frozen=True, slots=True)
class Trigger:
    """One thing a person did: until when it opens a modal, and from which view it came."""

    user: str
    expires: float
    view: str | None = None


@dataclass(slots=True)
class Triggers:
    """The ids given out; each works once and for a few seconds."""

    seconds: float
    clock: Callable[[], float]
    _given: dict[str, Trigger] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def give(self, user: str, view: str | None = None) -> str:
        """A new id for something this user did (in that view)."""
        number = next(self._numbers)
        trigger_id = f"{number}.{number * 7919}.trigger"
        self._given[trigger_id] = Trigger(user, self.clock() + self.seconds, view)
        return trigger_id

    def use(self, trigger_id: str) -> Trigger:
        """What the id stands for; refused when it is unknown, used or too old."""
        trigger = self._given.get(trigger_id)
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if trigger_id in self._used:
            raise Refused("exchanged_trigger_id")
        if trigger.expires < self.clock():
            raise Refused("expired_trigger_id")
        self._used.add(trigger_id)
        return trigger
