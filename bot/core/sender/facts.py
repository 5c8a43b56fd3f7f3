"""Gathers everything `/checksender` rests on: yields queries, returns Facts; decides nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.core.lookup import (
    Kind,
    Lookahead,
    Lookups,
    NoResponse,
    Query,
    Records,
    Response,
    nothing_ahead,
)
from bot.core.provider import Cname, Provider, Recognised, ShownBy, named_in, recognise_include
from bot.core.sender import domain_facts
from bot.core.sender.dmarc import TreeWalk, queries, walk
from bot.core.sender.domain_facts import DomainFacts
from bot.core.sender.sending import Sending
from bot.core.spf import advice
from bot.core.spf.ahead import Ahead
from bot.core.spf.record import Record, is_spf, parse
from bot.core.spf.result import SpfReport
from bot.core.spf.term import Include
from bot.core.typed import Domain

SAME_DOMAIN = "same-domain"  # the rule that is decided; others are only told


class Signed(StrEnum):
    """What DNS says about one DKIM name of a provider."""

    SET = "set"
    ELSEWHERE = "elsewhere"  # a CNAME to another target, or a key of its own
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DkimName:
    """One of the provider's DKIM names at the sender's domain, and what DNS says about it."""

    cname: Cname
    state: Signed


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known about one way of sending.

    `provider` is the mail host whose rule is decided; `server` the outgoing server of it that the
    person named; `said` the answer of it that they pasted. `subject` is the sender's domain (the
    account's for an empty sender) and the same object as `account` where both are one domain.
    `account_includes` tells whether the account's own SPF record names the provider (None: DNS
    did not tell). `spf` is the survey of the domain that will send once all is cured: the sender's
    if its zone is worth changing, else the account's. `spf_ttl` is in seconds.
    """

    sending: Sending
    provider: Provider | None
    server: str | None = None
    subject: DomainFacts | None = None
    account: DomainFacts | None = None
    account_includes: bool | None = False
    spf: SpfReport | None = None
    spf_ttl: int = 0
    dkim: tuple[DkimName, ...] = ()
    dmarc: TreeWalk | None = None
    envelope: TreeWalk | None = None

    @property
    def zone_matters(self) -> bool:
        """Whether the zone of the sender's domain is worth changing."""
        return _zone_matters(self.sending, self.subject, self.provider)


def rule_of(providers: Iterable[Provider]) -> Provider | None:
    """The provider whose sender rule is decided."""
    return next((p for p in providers if p.rule and p.rule.id == SAME_DOMAIN), None)


def _zone_matters(sending: Sending, subject: DomainFacts | None, provider: Provider | None) -> bool:
    """Whether the subject's mail goes, or may go, through the provider.

    Not so for a sender in a domain that the rule keeps out and that is hosted elsewhere, nor for
    one of personal mailboxes, whose zone is nobody's to change.
    """
    if subject is None or provider is None or domain_facts.is_personal(subject):
        return False
    at_provider = subject.host is not None and subject.host.provider.id == provider.id
    account = sending.account
    return (
        at_provider or sending.sender is None or account is None or account.domain == subject.domain
    )


def gather(sending: Sending, providers: tuple[Provider, ...]) -> Lookups[Facts]:
    """Ask for everything; yields one query at a time, in whatever order: `first` starts them all."""
    provider = rule_of(providers)
    subject = yield from _domain(sending.subject, providers)
    account = yield from _account(sending, subject, providers)
    includes = yield from _includes(account, provider)
    dkim = yield from _dkim(subject, provider)
    signed = account is subject and any(name.state is Signed.SET for name in dkim)
    told = _told(sending, provider, account, named=bool(includes) or signed)
    sends = subject if _zone_matters(sending, subject, provider) else account if told else None
    spf, ttl = yield from _spf(sends, told, providers)
    visible = yield from _walk(sending.visible)
    envelope = (
        visible if sending.visible == sending.subject else (yield from _walk(sending.subject))
    )
    return Facts(
        sending=sending,
        provider=provider,
        server=named_in(sending.context, provider) if provider else None,
        subject=subject,
        account=account,
        account_includes=includes,
        spf=spf,
        spf_ttl=ttl,
        dkim=dkim,
        dmarc=visible,
        envelope=envelope,
    )


def _domain(domain: Domain | None, providers: tuple[Provider, ...]) -> Lookups[DomainFacts | None]:
    if domain is None:
        return None
    return (yield from domain_facts.gather(domain, providers))


def _account(
    sending: Sending, subject: DomainFacts | None, providers: tuple[Provider, ...]
) -> Lookups[DomainFacts | None]:
    if sending.account is None:
        return None
    if subject and subject.domain == sending.account.domain:
        return subject
    return (yield from domain_facts.gather(sending.account.domain, providers))


def _includes(account: DomainFacts | None, provider: Provider | None) -> Lookups[bool | None]:
    """Whether the account's own SPF record names the provider: a sign where MX shows a gateway."""
    if account is None or provider is None:
        return False
    response = yield Query(account.domain.ascii, Kind.TXT)
    if isinstance(response, NoResponse):
        return None
    return any(names_provider(text, provider) for text in response.values if isinstance(text, str))


def names_provider(text: str, provider: Provider) -> bool:
    """Whether a TXT record is an SPF record that itself includes the provider's."""
    record = parse(text) if is_spf(text) else None
    if not isinstance(record, Record):
        return False
    names = [str(m.domain) for m in record.mechanisms if isinstance(m, Include)]
    return any(recognise_include((provider,), name) for name in names)


def _told(
    sending: Sending,
    provider: Provider | None,
    account: DomainFacts | None,
    *,
    named: bool,
) -> Recognised | None:
    """The mail host through which the person means to send, where something says so."""
    if provider is None:
        return None
    by_mx = account.host if account else None
    if by_mx and by_mx.provider.id == provider.id:
        return by_mx
    if named or named_in(sending.context, provider):
        return Recognised(provider, None, ShownBy.ACCOUNT)
    return None


def _spf(
    sends: DomainFacts | None, told: Recognised | None, providers: tuple[Provider, ...]
) -> Lookups[tuple[SpfReport | None, int]]:
    if sends is None:
        return None, 0
    response = yield Query(sends.domain.ascii, Kind.TXT)
    report = yield from advice.report(sends.domain.ascii, providers, told)
    return report, response.ttl if isinstance(response, Records) else 0


def _dkim(subject: DomainFacts | None, provider: Provider | None) -> Lookups[tuple[DkimName, ...]]:
    if subject is None or provider is None:
        return ()
    names = []
    for cname in provider.dkim:
        response = yield Query(f"{cname.name}.{subject.domain.ascii}", Kind.CNAME)
        names.append(DkimName(cname, _state(cname, response)))
    return tuple(names)


def _state(cname: Cname, response: Response) -> Signed:
    if isinstance(response, NoResponse):
        return Signed.UNKNOWN
    if not response.values:
        return Signed.MISSING
    return Signed.SET if response.values[0] == cname.target else Signed.ELSEWHERE


def _walk(domain: Domain | None) -> Lookups[TreeWalk | None]:
    return None if domain is None else (yield from walk(domain.ascii))


def first(sending: Sending, providers: Iterable[Provider]) -> tuple[Query, ...]:
    """What to start at once: every question but the includes of SPF and the address fallback."""
    return tuple(dict.fromkeys(_first(sending, rule_of(providers))))


def _first(sending: Sending, provider: Provider | None) -> Iterator[Query]:
    subject, visible = sending.subject, sending.visible
    for domain in _domains(sending):
        yield from domain_facts.first_queries(domain)
        yield Query(domain.ascii, Kind.TXT)
    if subject and provider:
        for cname in provider.dkim:
            yield Query(f"{cname.name}.{subject.ascii}", Kind.CNAME)
    yield from queries(domain.ascii for domain in (subject, visible) if domain)


def ahead(sending: Sending) -> Lookahead:
    """What to start when a response arrives: the survey's own, and the address fallback."""
    domains = {domain.ascii for domain in _domains(sending)}
    of_survey = Ahead(sending.subject.ascii) if sending.subject else nothing_ahead

    def both(query: Query, response: Response) -> Iterable[Query]:
        yield from of_survey(query, response)
        if query.name in domains:
            yield from domain_facts.after_mx(query, response)

    return both


def _domains(sending: Sending) -> Iterator[Domain]:
    """The sender's domain and the account's, as far as they are named."""
    for domain in (sending.subject, sending.account.domain if sending.account else None):
        if domain:
            yield domain
