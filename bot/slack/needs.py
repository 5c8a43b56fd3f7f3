"""What the listeners need of the desk, as a Protocol; `bot.desk.Desk` fulfils it."""

from typing import Protocol

from bot.core.article import Article, Audience, Section
from bot.core.reply import Reply
from bot.core.sender import SenderReport
from bot.core.spf.result import SpfReport, Verdict
from bot.core.typed import Address, Domain
from bot.core.words import Language


class Desk(Protocol):
    """Everything Helpdesk can do that a person in Slack may ask for."""

    async def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        unasked: bool = False,
        audience: Audience = Audience.INTERNAL,
    ) -> Reply:
        """The reply to a question; `unasked` decides as in a support channel."""
        ...

    async def check_spf(self, domain: Domain) -> SpfReport:
        """The survey of a domain's SPF."""
        ...

    async def check_host(self, *, ip: str, sender: str, helo: str) -> Verdict:
        """What a receiver decides for one client (RFC 7208)."""
        ...

    async def check_sender(
        self,
        address: Address | None,
        account: Address | None = None,
        *,
        relay: bool = False,
        webspace: bool = False,
    ) -> SenderReport:
        """Whether this address may send through this account."""
        ...

    def section(self, key: str, language: Language, audience: Audience) -> Section | None:
        """The section of that name, in that language if there is one."""
        ...

    def article(self, article_id: str, language: Language) -> Article | None:
        """The article of that id, in that language if there is one."""
        ...

    def articles(self, language: Language, audience: Audience) -> tuple[Article, ...]:
        """Every article that these people may read, each once."""
        ...
