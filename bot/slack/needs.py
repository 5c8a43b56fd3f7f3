"""What the listeners need of desk and store, as Protocols; `bot.desk.Desk` and the store fulfil them."""

from collections.abc import Collection
from typing import Any, Protocol

from bot.core.article import Article, Audience, Section
from bot.core.provider import ServerText
from bot.core.reply import Reply
from bot.core.sender import SenderReport, Sending
from bot.core.spf.result import SpfReport, Verdict
from bot.core.typed import Domain
from bot.core.words import Language
from bot.core.work import Key, Payload, Work
from bot.desk.memory import Memory
from bot.desk.team import Team


class Desk(Protocol):
    """Everything Helpdesk can do that a person in Slack may ask for."""

    async def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        unasked: bool = False,
        audience: Audience = Audience.INTERNAL,
        subject: str | None = None,
    ) -> Reply:
        """The reply to a question; `unasked` decides as in a support channel.

        `subject` is the section that the thread is about.
        """
        ...

    async def check_spf(self, domain: Domain) -> SpfReport:
        """The survey of a domain's SPF."""
        ...

    async def check_host(self, *, ip: str, sender: str, helo: str) -> Verdict:
        """What a receiver decides for one client (RFC 7208)."""
        ...

    async def check_sending(self, sending: Sending) -> SenderReport:
        """Whether the sender rule lets this way of sending out."""
        ...

    async def attend(self, team: Team) -> None:
        """From now on answer from this team's writings as well as from the files."""
        ...

    async def refresh(self) -> None:
        """Put in force what has changed in files and writings."""
        ...

    def files(self) -> tuple[Article, ...]:
        """The articles as the files hold them, without what the team wrote in Slack."""
        ...

    def section(self, key: str, language: Language, audience: Audience) -> Section | None:
        """The section of that name, in that language if there is one."""
        ...

    def server_text(self, told: str) -> ServerText | None:
        """What a mail host's server says, if somebody told just that, and what it means."""
        ...

    def article(self, article_id: str, language: Language) -> Article | None:
        """The article of that id, in that language if there is one."""
        ...

    def articles(self, language: Language, audience: Audience) -> tuple[Article, ...]:
        """Every article that these people may read, each once."""
        ...


class Claims(Protocol):
    """Remembers what has been taken, under the message's own identity."""

    async def claim(self, key: Key, payload: Payload, *, at: float) -> bool:
        """Take this; False if it has been taken already. True only once that is kept."""
        ...

    async def finish(self, key: Key) -> None:
        """It is done; the claim stays and keeps redeliveries out."""
        ...

    async def under_way(self, keys: Collection[Key]) -> bool:
        """Whether somebody is, or will be, at work on one of these."""
        ...

    async def renew(self, keys: Collection[Key], *, at: float) -> int:
        """Lengthen the leases of what this process is at work on."""
        ...

    async def put_back(self, key: Key, *, at: float) -> None:
        """Something outside broke it off: from `at` on anybody may try again."""
        ...

    async def release(self) -> None:
        """Hand over what this process has not done."""
        ...

    async def take_over(self, *, at: float, alone: bool = False, most: int = 100) -> list[Work]:
        """Take up unfinished claims whose lease has run out, or with `alone` all of others."""
        ...


class Privacy(Protocol):
    """What a person and a workspace may ask for."""

    async def forget(self, team: str, user: str) -> int:
        """Delete what this person asked and rated, and take their name off the rest."""
        ...

    async def wipe(self, team: str) -> int:
        """Delete everything of a workspace; doing it twice is fine."""
        ...

    async def export(self, team: str) -> dict[str, list[dict[str, Any]]]:
        """Everything kept of a workspace, by table."""
        ...


class Store(Memory, Protocol):
    """Everything that is kept."""

    @property
    def claims(self) -> Claims: ...

    @property
    def privacy(self) -> Privacy: ...
