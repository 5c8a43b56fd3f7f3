"""How many checks somebody may run: each asks other people's name servers many questions."""

import time
from collections.abc import Callable

from bot.core.errors import BadInput
from bot.core.words.slack import checks as say

PERSON = 30  # checks a minute for one person; nobody reads more
WORKSPACE = 120  # checks a minute for everybody together
MINUTE = 60.0  # seconds
MOST = 10_000  # people remembered


class Rates:
    """Counts the checks of the last minute, by person and in all; `clock` in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._spent: dict[str, list[float]] = {}

    def spend(self, user: str) -> None:
        """Take one check for this person; BadInput where they or all together have had enough."""
        now = self._clock()
        for who, most in ((user, PERSON), ("", WORKSPACE)):
            if len(self._lately(who, now)) >= most:
                raise BadInput(say.TOO_MANY)
        for who in (user, ""):
            self._spent.setdefault(who, []).append(now)
        if len(self._spent) > MOST:
            self._spent = {who: times for who in self._spent if (times := self._lately(who, now))}

    def forget(self) -> None:
        """As if nobody had run a check."""
        self._spent.clear()

    def _lately(self, who: str, now: float) -> list[float]:
        times = [at for at in self._spent.get(who, ()) if at > now - MINUTE]
        self._spent[who] = times
        return times
