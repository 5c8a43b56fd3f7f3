"""Who belongs to the team and who may change settings; asked anew at every press."""

import time
from collections.abc import Callable

from bot.core.errors import Unavailable
from bot.settings import Settings
from bot.slack.outbox import Outbox
from bot.slack.people import People

REMEMBERED = 300  # seconds that a user group's members are


class Roles:
    """The team and the admins, by the settings and by Slack."""

    def __init__(
        self,
        settings: Settings,
        outbox: Outbox,
        people: People,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._outbox = outbox
        self._people = people
        self._clock = clock
        self._members: tuple[float, frozenset[str]] = (0.0, frozenset())

    async def helps(self, user: str) -> bool:
        """Whether this is one of the people who help, by name or in the hand-off group."""
        if user in self._settings.team or user == self._settings.handoff:
            return True
        return not self._settings.team and user in await self.helpers()

    async def helpers(self) -> frozenset[str]:
        """The members of the hand-off group, or the one person named there."""
        group = self._settings.handoff
        if group is None or not group.startswith("S"):
            return frozenset({group} if group else ())
        until, members = self._members
        if until > self._clock():
            return members
        try:
            members = frozenset(await self._outbox.group(group))
        except Unavailable:
            return members  # the last ones known
        self._members = (self._clock() + REMEMBERED, members)
        return members

    async def curates(self, user: str) -> bool:
        """Whether they may write answers and see gaps: the team and the admins."""
        return await self.helps(user) or await self.sets(user)

    async def sets(self, user: str) -> bool:
        """Whether they may change settings: the named admins and those of the workspace."""
        if user in self._settings.admins:
            return True
        person = await self._people.person(user)
        return person.admin and not person.stranger
