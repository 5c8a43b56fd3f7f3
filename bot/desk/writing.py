"""The library with what the team wrote in Slack laid over the files' articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.core import overlay
from bot.core.article import Article
from bot.core.shelf import Shelf
from bot.desk.needs import Library

if TYPE_CHECKING:
    from bot.desk.team import Team


class Overlaid:
    """A Library whose shelf also holds the team's sections and sample questions."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._team: Team | None = None
        self._base: Shelf | None = None
        self._shelf = library.shelf()
        self._revision = 0

    def attend(self, team: Team) -> None:
        """From now on lay this team's writings over the files."""
        self._team, self._revision = team, -1

    def shelf(self) -> Shelf:
        """What is in force now; the same object until something changes."""
        base = self._library.shelf()
        if self._team is None and base is not self._base:
            self._base = self._shelf = base
        return self._shelf

    def files(self) -> tuple[Article, ...]:
        """The articles as the files hold them."""
        return self._library.shelf().articles

    async def changed(self) -> bool:
        """Whether a file was written since, or something in Slack by whatever replica."""
        revision = await self._team.revision() if self._team else self._revision
        return revision != self._revision or await self._library.changed()

    async def reload(self) -> Shelf:
        """Read what has changed and lay the writings over it anew."""
        base = self._library.shelf()
        if await self._library.changed():
            base = await self._library.reload()
        if self._team is None:
            return self.shelf()
        self._revision = await self._team.revision()  # before what it stands for is read
        written, samples = await self._team.written(), await self._team.samples()
        articles = overlay.lay(base.articles, written, samples)
        if base is not self._base or articles != self._shelf.articles:
            self._shelf = replace(base, articles=articles)
        self._base = base
        return self._shelf
