"""A check somebody asked for: what they typed -> what the desk is asked -> the message."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.core.errors import BadInput
from bot.core.sender import sendings
from bot.core.typed import find_checks
from bot.core.typed.address import Address
from bot.core.typed.pasted import read_pasted
from bot.core.typed.route import Route
from bot.core.typed.sender_check import SenderCheck, lying_links
from bot.core.typed.spf_check import SpfCheck
from bot.core.words import Language
from bot.core.words.slack import checks as say
from bot.slack.blocks import sender, spf
from bot.slack.blocks.parts import Message, shorten
from bot.slack.blocks.shown import Shown
from bot.slack.markup import Link
from bot.slack.needs import Desk
from bot.slack.wish import Check, CheckWish

WORDS_OF_A_SENTENCE = 4  # domain, address and sender are three
NAME_ON_BUTTON = 50  # characters of a domain or an address that a button shows


class Inquiry(Protocol):
    """One check, ready to run."""

    @property
    def typed(self) -> str:
        """The shortest text that asks for the same again."""
        ...

    @property
    def check_wish(self) -> CheckWish:
        """The same as a wish, for a button that offers it."""
        ...

    @property
    def headlines(self) -> int:
        """How many blocks its result begins with that say verdict and reason."""
        ...

    def offer(self, language: Language) -> str:
        """What such a button says."""
        ...

    async def run(self, desk: Desk, shown: Shown) -> Message:
        """Ask the desk and show what it found."""
        ...


def inquire(wish: CheckWish, links: Iterable[Link] = ()) -> Inquiry:
    """The check that was asked for; BadInput where the text behind it cannot be understood.

    `links` are those whose words differ from where they lead; the result says which was taken.
    """
    pairs = [(link.label, link.target) for link in links]
    if wish.check is Check.SPF:
        return SpfInquiry(_spf_check(wish.typed), pairs)
    return SenderInquiry(SenderCheck.parse(wish.typed, pairs))


def _spf_check(typed: str) -> SpfCheck:
    """What was typed behind the command; of a whole sentence, the one domain that it names."""
    try:
        return SpfCheck.parse(typed)
    except BadInput:
        named = [check for check in find_checks(typed) if isinstance(check, SpfCheck)]
        if len(typed.split()) < WORDS_OF_A_SENTENCE or not named:
            raise
        return named[0]


def suggested(question: str, links: Iterable[Link] = ()) -> Inquiry | None:
    """The check that a question in prose asks for by naming a domain or addresses, if any."""
    pairs = [(link.label, link.target) for link in links]
    match next(iter(find_checks(question, pairs)), None):
        case SpfCheck() as check:
            return SpfInquiry(check, pairs)
        case SenderCheck() as check:
            return SenderInquiry(check)
        case None:
            return None


def is_pasted(text: str) -> bool:
    """Whether this is a bounce or a piece of a log rather than a question in prose."""
    return read_pasted(text) is not None


@dataclass(frozen=True, slots=True)
class SpfInquiry:
    """A domain's whole record, or what a receiver decides for one client."""

    check: SpfCheck
    links: Sequence[tuple[str, str]] = ()

    @property
    def typed(self) -> str:
        """DOMAIN [IP [SENDER]]."""
        parts = (self.check.domain, self.check.ip, self.check.sender)
        return " ".join(str(part) for part in parts if part)

    @property
    def check_wish(self) -> CheckWish:
        """As `/checkspf` would take it."""
        return CheckWish(Check.SPF, self.typed)

    @property
    def headlines(self) -> int:
        """Verdict and record, or verdict and reason."""
        return 2

    def offer(self, language: Language) -> str:
        """What a button that offers it says."""
        domain = shorten(str(self.check.domain), NAME_ON_BUTTON)
        return say.CHECK_SPF.fill(domain=domain).to(language)

    async def run(self, desk: Desk, shown: Shown) -> Message:
        """The survey's or the verdict's message."""
        if self.check.ip is None:
            report = await desk.check_spf(self.check.domain)
            findings = (*lying_links(self.links), *report.findings)
            return spf.report(replace(report, findings=findings), shown)
        asked = self.check.sender or f"postmaster@{self.check.domain.ascii}"  # RFC 7208, 2.4
        verdict = await desk.check_host(
            ip=str(self.check.ip), sender=_wire(asked), helo=self.check.domain.ascii
        )
        return spf.verdict_for(verdict, self.check, shown)


@dataclass(frozen=True, slots=True)
class SenderInquiry:
    """One or several senders through one account."""

    check: SenderCheck

    @property
    def typed(self) -> str:
        """SENDER[; SENDER…] [ACCOUNT] [relay | webspace]."""
        senders = "; ".join(str(address or "<>") for address in self.check.senders)
        route = "" if self.check.route is Route.MAILBOX else self.check.route.value
        return " ".join(str(part) for part in (senders, self.check.account, route) if part)

    @property
    def check_wish(self) -> CheckWish:
        """As `/checksender` would take it."""
        return CheckWish(Check.SENDER, self.typed)

    @property
    def headlines(self) -> int:
        """Verdict and reason of each sender."""
        return 2 * len(self.check.senders)

    def offer(self, language: Language) -> str:
        """What a button that offers it says."""
        address = shorten(str(self.check.senders[0] or "<>"), NAME_ON_BUTTON)
        return say.CHECK_SENDER.fill(address=address).to(language)

    async def run(self, desk: Desk, shown: Shown) -> Message:
        """The report's message, or one line for each of several senders."""
        reports = [await desk.check_sending(sending) for sending in sendings(self.check)]
        first = replace(reports[0], findings=(*self.check.findings, *reports[0].findings))
        return sender.several(reports, shown) if len(reports) > 1 else sender.report(first, shown)


def _wire(address: Address | str) -> str:
    """An address as SMTP carries it: its domain in A-labels."""
    if isinstance(address, str):
        return address
    return f"{address.local}@{address.domain.ascii}"
