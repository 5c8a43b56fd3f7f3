"""The whole of `/checksender` without I/O: gather the facts, then decide, notice and advise."""

from collections.abc import Iterable

from bot.core.lookup import Lookups
from bot.core.provider import Provider
from bot.core.sender.advice import advise
from bot.core.sender.comparison import compare
from bot.core.sender.facts import Facts, gather
from bot.core.sender.findings import findings
from bot.core.sender.report import SenderReport
from bot.core.sender.rule import decide, server_text
from bot.core.sender.sending import Sending


def check_sender(sending: Sending, providers: Iterable[Provider]) -> Lookups[SenderReport]:
    """May this sender send through this account, and if not, what to change.

    Yields one query at a time; start `first(sending, providers)` at once and give
    `ahead(sending)` as look-ahead, and it costs max(depth of SPF, 2) + 1 rounds at most.
    """
    facts = yield from gather(sending, tuple(providers))
    return report(facts)


def report(facts: Facts) -> SenderReport:
    """The report on facts that are known; pure."""
    decision = decide(facts)
    rule = facts.provider.rule if facts.provider else None
    return SenderReport(
        address=facts.sending.sender,
        account=facts.sending.account,
        verdict=decision.ruling,
        reason=decision.reason,
        findings=findings(facts),
        advice=advise(decision, facts),
        server_text=server_text(decision, facts.provider),
        spf=facts.spf,
        code=decision.code,
        comparison=compare(facts),
        section=rule.section(decision.code, facts.sending.route, decision.ruling) if rule else None,
        provider=facts.provider.id if facts.provider else None,
    )
