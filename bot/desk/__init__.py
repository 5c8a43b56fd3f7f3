"""Everything Helpdesk can do, one method each. Read this first."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.core.article import Article
from bot.core.words import Language
from bot.desk.answers import Answers
from bot.desk.checks import Checks
from bot.desk.needs import UNWATCHED, Dns, Library, Meter
from bot.desk.writing import Overlaid
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.desk.team import Team

__all__ = ["Answers", "Desk", "Dns", "Library", "Meter", "open_answers", "open_desk"]


class Desk(Answers, Checks):
    """Answers and live checks over whatever DNS and library it is given."""

    def __init__(
        self, dns: Dns, library: Library, language: Language, meter: Meter = UNWATCHED
    ) -> None:
        self._writing = Overlaid(library)
        Answers.__init__(self, self._writing, language, meter)
        Checks.__init__(self, dns, self._writing, meter)

    def files(self) -> tuple[Article, ...]:
        """The articles as the files hold them, without what the team wrote in Slack."""
        return self._writing.files()

    async def attend(self, team: Team) -> None:
        """From now on answer from this team's writings as well as from the files."""
        self._writing.attend(team)
        await self.refresh()


@asynccontextmanager
async def open_desk(settings: Settings, meter: Meter = UNWATCHED) -> AsyncIterator[Desk]:
    """A desk on live DNS and the articles of these settings, ready to be asked.

    `meter` counts what happens, where somebody watches.

    This is the one place that puts the edges under the desk. A broken article, or a folder that is
    not there, is no error: `Shelf.problems` names it.
    """
    from bot.edges.dns import open_dns
    from bot.edges.library import Library as Folder

    library = await Folder.open(settings.knowledge)
    async with open_dns(settings.nameservers, settings.dns_timeout) as dns:
        failures = dns.counters.failures
        meter.watch("dns_failures", "Questions to DNS that it did not answer", lambda: failures)
        desk = Desk(dns, library, settings.language, meter)
        await desk.refresh()
        yield desk


async def open_answers(settings: Settings) -> Answers:
    """Only what answers from the articles, ready to be asked: it starts without DNS's libraries."""
    from bot.edges.library import Library as Folder

    answers = Answers(await Folder.open(settings.knowledge), settings.language, UNWATCHED)
    await answers.refresh()
    return answers
