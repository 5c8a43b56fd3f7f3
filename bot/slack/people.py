"""Who somebody is: language, guest or stranger, admin. Asks Slack once and remembers for a while."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

from bot.core.article import Audience
from bot.core.errors import Unavailable
from bot.core.words import Language
from bot.slack.outbox import Outbox

REMEMBERED = 600.0  # seconds; a changed locale or role shows after that
UNTOLD = 1.0  # seconds until Slack is asked again where it did not tell
MOST = 5000  # people


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Slack. `language` is None where their locale is neither German nor English.

    `offset` says how many seconds their clock is ahead of UTC.
    """

    id: str
    language: Language | None = None
    guest: bool = False
    stranger: bool = False  # of another workspace, over Slack Connect
    admin: bool = False
    bot: bool = False
    offset: int = 0

    @property
    def audience(self) -> Audience:
        """Which articles they may read."""
        return Audience.PUBLIC if self.guest or self.stranger else Audience.INTERNAL


class People:
    """Everybody who has written to us lately."""

    def __init__(
        self, outbox: Outbox, team: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._outbox = outbox
        self._team = team
        self._clock = clock
        self._known: dict[str, tuple[float, Person]] = {}
        # By user; a lock stays as long as somebody waits for it.
        self._lines: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def person(self, user: str) -> Person:
        """Who this is. Where Slack does not tell, a guest: they see what everybody may see.

        Asked once for all who want to know, who go on in the order in which they came.
        """
        async with self._lines.setdefault(user, asyncio.Lock()):
            until, person = self._known.get(user, (0.0, Person(user)))
            return person if until > self._clock() else await self._ask(user)

    async def _ask(self, user: str) -> Person:
        try:
            person, remembered = self._read(user, await self._outbox.user(user)), REMEMBERED
        except Unavailable:
            person, remembered = Person(user, guest=True), UNTOLD
        self._known.pop(user, None)
        self._known[user] = (self._clock() + remembered, person)
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        return person

    def forget(self) -> None:
        """Ask Slack anew about everybody."""
        self._known.clear()

    def _read(self, user: str, told: Mapping[str, Any]) -> Person:
        locale = str(told.get("locale") or "")[:2].lower()
        return Person(
            id=user,
            language=Language(locale) if locale in list(Language) else None,
            guest=bool(told.get("is_restricted") or told.get("is_ultra_restricted")),
            stranger=bool(told.get("is_stranger"))
            or (told.get("team_id") or self._team) != self._team,
            admin=bool(told.get("is_admin") or told.get("is_owner")),
            bot=bool(told.get("is_bot")),
            offset=int(told.get("tz_offset") or 0),
        )
