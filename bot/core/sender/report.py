"""What `/checksender` found out, as values."""

from dataclasses import dataclass

from bot.core.finding import Advice, Finding, Ruling
from bot.core.spf.result import SpfReport
from bot.core.typed import Address
from bot.core.words import Text


@dataclass(frozen=True, slots=True)
class Comparison:
    """One line of what is beside what should be; both may mark values as code."""

    label: Text
    found: Text
    wanted: Text
    agrees: bool


@dataclass(frozen=True, slots=True)
class SenderReport:
    """What `/checksender` found out.

    `address` None is the empty sender `<>`; `account` None means that none was named.
    `reason` is the one sentence that decides; `server_text` is what the mail server answers to a
    refused sender; `spf` is the survey of the domain that will send once all is cured, the
    sender's or the account's. `code` names the decision for
    programs, `section` the article section ("article-id/section-id") that explains it.
    """

    address: Address | None
    account: Address | None
    verdict: Ruling
    reason: Text
    findings: tuple[Finding, ...] = ()
    advice: tuple[Advice, ...] = ()
    server_text: str | None = None
    spf: SpfReport | None = None
    code: str = ""
    comparison: tuple[Comparison, ...] = ()
    section: str | None = None
    provider: str | None = None  # the id of the mail host whose rule was applied
