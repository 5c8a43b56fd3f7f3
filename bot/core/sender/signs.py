"""Facts -> the signs that the rule decides by: whose the account is, and whether SPF names the host."""

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.core.finding import Severity
from bot.core.provider import Provider, ServerText, text_in
from bot.core.sender.facts import Facts, Signed, names_provider
from bot.core.spf.result import Node, SpfReport, Status
from bot.core.typed import Route

_PASSING = re.compile(r"\+?(?:include:|redirect=)(?P<name>\S+)", re.IGNORECASE)
# Errors of a survey that leave the record's other includes in force.
_STILL_WORKS = frozenset({"provider-missing", "wrong-include", "plus-all", "open-include"})


class Home(StrEnum):
    """What says that the account is at the provider whose rule is decided."""

    HERE = "here"  # its MX, the outgoing server that was named, or the server's own words
    LIKELY = "likely"  # SPF or DKIM names the provider, MX does not: a gateway in front of it?
    ELSEWHERE = "elsewhere"  # MX shows another mail host, which says nothing about sending
    OPEN = "open"  # nothing says anything
    SILENT = "silent"  # DNS did not tell the MX


class Entry(StrEnum):
    """What an SPF record says about the provider."""

    THERE = "there"
    VOID = "void"  # named, but the record is broken
    MISSING = "missing"
    UNKNOWN = "unknown"


def said(facts: Facts) -> ServerText | None:
    """The provider's server text that the person pasted, if one is in what they said."""
    texts = facts.provider.server_texts if facts.provider else ()
    return text_in(facts.sending.context, texts)


def refused_by_rule(facts: Facts) -> bool:
    """Whether the person pasted the server's own refusal by the rule."""
    text = said(facts)
    return text is not None and text.is_the_rule


def home(facts: Facts) -> Home:
    """Whose the account is, by everything but what a silent server may hide."""
    if facts.server or refused_by_rule(facts) or _received_here(facts):
        return Home.HERE
    named = _named_for_sending(facts)
    if named and facts.sending.route is Route.RELAY:
        return Home.HERE
    if facts.account and not facts.account.mx_told:
        return Home.SILENT
    if named:
        return Home.LIKELY
    return Home.ELSEWHERE if facts.account and facts.account.host else Home.OPEN


def _received_here(facts: Facts) -> bool:
    host = facts.account.host if facts.account else None
    return bool(host and facts.provider and host.provider.id == facts.provider.id)


def _named_for_sending(facts: Facts) -> bool:
    """Whether the account's SPF or DKIM names the provider; for a relay, SPF is half the rule."""
    if facts.account is None:
        return False
    own = facts.account is facts.subject
    in_tree = own and entry(facts) in {Entry.THERE, Entry.VOID}
    signed = own and any(name.state is Signed.SET for name in facts.dkim)
    return bool(facts.account_includes) or in_tree or signed


def entry(facts: Facts) -> Entry:
    """What the SPF record of the domain that will send says about the provider."""
    if facts.spf is None or facts.provider is None:
        return Entry.UNKNOWN
    if not names(facts.spf, facts.provider):
        return Entry.UNKNOWN if _incomplete(facts.spf) else Entry.MISSING
    return Entry.VOID if _broken(facts.spf) else Entry.THERE


def names(spf: SpfReport, provider: Provider) -> bool:
    """Whether an include or redirect that lets mail pass leads to the provider.

    Of several records none counts for receivers, and the tree shows none; the provider is named
    all the same.
    """
    in_tree = set(_targets(spf.tree)) if spf.tree else set()
    return bool(in_tree & set(provider.spf_includes)) or any(
        names_provider(record, provider) for record in spf.records
    )


def _targets(node: Node) -> Iterator[str]:
    for branch in node.branches:
        passing = _PASSING.fullmatch(branch.term)
        if passing:
            yield passing["name"].lower().rstrip(".")
            if branch.node:
                yield from _targets(branch.node)


def _incomplete(spf: SpfReport) -> bool:
    return bool(spf.missing) or spf.status is Status.UNKNOWN


def _broken(spf: SpfReport) -> bool:
    return any(
        finding.severity is Severity.ERROR and finding.code not in _STILL_WORKS
        for finding in spf.findings
    )


def sends_elsewhere(facts: Facts) -> bool:
    """Whether nothing but a guess has the mailbox at the provider; a relay was told to be there."""
    at_mailbox = facts.sending.route is Route.MAILBOX and facts.sending.account is not None
    return at_mailbox and home(facts) in {Home.ELSEWHERE, Home.OPEN}
