"""Facts -> SenderReport: may this address send through this account, and if not, what to change."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.finding import Advice, Finding
from bot.core.spf.result import SpfReport
from bot.core.typed import Address
from bot.core.words import Text


class Ruling(StrEnum):
    """What the sender rule says."""

    ALLOWED = "allowed"  # the rule lets it out; it promises no delivery
    REFUSED = "refused"
    UNKNOWN = "unknown"  # cannot tell


@dataclass(frozen=True, slots=True)
class SenderReport:
    """What `/checksender` found out.

    `address` None is the empty sender `<>`; `account` None means that none was named.
    `reason` is the one sentence that decides; `server_text` is what the mail server answers to a
    refused sender; `spf` is the survey of the sender's domain.
    """

    address: Address | None
    account: Address | None
    verdict: Ruling
    reason: Text
    findings: tuple[Finding, ...] = ()
    advice: tuple[Advice, ...] = ()
    server_text: str | None = None
    spf: SpfReport | None = None
