"""What DNS says about one domain as a place of mail: exists, receives, who hosts it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.core.lookup import (
    Kind,
    Lookups,
    Mx,
    NoResponse,
    Query,
    Reason,
    Records,
    Response,
    nearest_living,
)
from bot.core.provider import (
    Provider,
    ProviderKind,
    Recognised,
    ShownBy,
    recognise,
    recognise_gateway,
)
from bot.core.typed import Domain

Silent = tuple[tuple[Query, Reason], ...]


@dataclass(frozen=True, slots=True)
class DomainFacts:
    """One domain: its MX hosts by preference, its mail host, and what DNS did not tell.

    `exists` and `has_address` are None where DNS did not tell or was not asked. `host` is the
    mail host that MX shows (or the owner of a domain of personal mailboxes), `zone` the one whose
    name servers keep the zone. `mx_ttl` is how long an old MX answer may live, in seconds.
    `living` is the nearest name above that exists, of a domain that does not.
    """

    domain: Domain
    mx: tuple[Mx, ...] = ()
    exists: bool | None = None
    has_address: bool | None = None
    host: Recognised | None = None
    zone: Recognised | None = None
    gateway: str | None = None
    mx_ttl: int = 0
    silent: Silent = ()
    living: str | None = None

    @property
    def null_mx(self) -> bool:
        """Whether the domain says that it takes no mail (RFC 7505, 3)."""
        return bool(self.mx) and all(not mx.host for mx in self.mx)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The MX hosts, the preferred ones first."""
        return tuple(mx.host for mx in self.mx if mx.host)

    @property
    def mx_told(self) -> bool:
        """Whether DNS answered the question for MX records."""
        return not any(query.kind is Kind.MX for query, _ in self.silent)

    @property
    def told_nothing(self) -> bool:
        """Whether DNS answered none of the questions about the domain."""
        return not self.mx_told and len(self.silent) == len(first_queries(self.domain))

    @property
    def reachable(self) -> bool | None:
        """Whether the domain has MX, A or AAAA records (RFC 5321, 5.1); None: DNS did not tell."""
        if self.mx:
            return True
        return False if self.exists is False else self.has_address


def first_queries(domain: Domain) -> tuple[Query, ...]:
    """What is asked about a domain in any case, to be started side by side."""
    return (Query(domain.ascii, Kind.MX), Query(domain.ascii, Kind.NS))


def after_mx(query: Query, response: Response) -> tuple[Query, ...]:
    """The address questions that follow where a domain turns out to have no MX."""
    if query.kind is not Kind.MX or not _fallback(response):
        return ()
    return (Query(query.name, Kind.A), Query(query.name, Kind.AAAA))


def _fallback(response: Response) -> bool:
    """Whether mail goes to the domain's own address (RFC 5321, 5.1): it exists and has no MX."""
    return isinstance(response, Records) and not response.values and response.name_exists


def gather(domain: Domain, providers: Iterable[Provider]) -> Lookups[DomainFacts]:
    """Ask everything about one domain; yields one query at a time."""
    known = tuple(providers)
    asked: list[tuple[Query, Response]] = []
    for query in first_queries(domain):
        response = yield query
        asked.append((query, response))
    for query in after_mx(*asked[0]):
        response = yield query
        asked.append((query, response))
    facts = _facts(domain, dict(asked), known)
    if facts.exists is False:
        return replace(facts, living=(yield from nearest_living(domain.ascii)))
    return facts


def _facts(
    domain: Domain, asked: dict[Query, Response], providers: tuple[Provider, ...]
) -> DomainFacts:
    mx_response = asked[Query(domain.ascii, Kind.MX)]
    mx = _exchangers(mx_response)
    hosts = [exchanger.host for exchanger in mx if exchanger.host]
    servers = [v for v in _values(asked[Query(domain.ascii, Kind.NS)]) if isinstance(v, str)]
    return DomainFacts(
        domain,
        mx=mx,
        exists=mx_response.name_exists if isinstance(mx_response, Records) else None,
        has_address=_has_address(domain, asked),
        host=_personal(domain, providers) or recognise(providers, mx=hosts),
        zone=recognise(providers, ns=servers),
        gateway=recognise_gateway(providers, hosts),
        mx_ttl=mx_response.ttl if isinstance(mx_response, Records) else 0,
        silent=tuple((q, r.reason) for q, r in asked.items() if isinstance(r, NoResponse)),
    )


def _values(response: Response) -> tuple[object, ...]:
    return response.values if isinstance(response, Records) else ()


def _exchangers(response: Response) -> tuple[Mx, ...]:
    found = (value for value in _values(response) if isinstance(value, Mx))
    return tuple(sorted(found, key=lambda mx: mx.preference))


def _has_address(domain: Domain, asked: dict[Query, Response]) -> bool | None:
    responses = [
        asked[query]
        for query in (Query(domain.ascii, Kind.A), Query(domain.ascii, Kind.AAAA))
        if query in asked
    ]
    if any(_values(response) for response in responses):
        return True
    told = responses and all(isinstance(response, Records) for response in responses)
    return False if told else None


def _personal(domain: Domain, providers: tuple[Provider, ...]) -> Recognised | None:
    """The owner of a domain in which anybody may have a mailbox."""
    owner = next((p for p in providers if domain.ascii in p.domains), None)
    return Recognised(owner, None, ShownBy.DOMAIN) if owner else None


def is_personal(facts: DomainFacts | None) -> bool:
    """Whether this is a domain of personal mailboxes, which nobody can have in a contract."""
    return (
        facts is not None
        and facts.host is not None
        and (facts.host.by is ShownBy.DOMAIN or facts.host.provider.kind is ProviderKind.PERSONAL)
    )
