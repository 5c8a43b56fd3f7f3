"""Names what check_host() will ask next, once a response is there; it can only ever save time."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from bot.core.lookup import Kind, Lookups, Mx, Query, Records, Response
from bot.core.spf.check import check_host
from bot.core.spf.limits import MAX_LOOKUPS, MAX_MX, MAX_PTR
from bot.core.spf.policy import Policies
from bot.core.spf.record import (
    COUNTED,
    A,
    All,
    Exists,
    Include,
    Ip4,
    Ip6,
    MacroString,
    Ptr,
    Qualifier,
    Record,
    Redirect,
    Term,
)
from bot.core.spf.record import Mx as MxTerm
from bot.core.spf.result import Verdict
from bot.core.spf.session import Session, askable, name_of
from bot.core.spf.term import Counted


@dataclass(frozen=True, slots=True)
class _Step:
    """A term that asks: its query (None: DNS cannot be asked), and what is known up to here."""

    query: Query | None
    passing: bool  # it and every term before it say pass where they match


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a record will ask for this client, up to a term that matches without asking."""

    steps: tuple[_Step, ...]
    passes: bool  # it ends with such a term, and can say nothing but pass


def evaluation(session: Session) -> tuple[Lookups[Verdict], "CheckAhead"]:
    """The evaluation for one client and its look-ahead, for `Resolver.run`."""
    ahead = CheckAhead(session)
    return check_host(session, ahead.policies), ahead


class CheckAhead:
    """The look-ahead of one `check_host(session)`; call it with every response that arrives.

    It walks the records known so far in the order of evaluation, no further than a term that
    matches by itself and no further than the ten terms that may ask, and names each query once.
    """

    def __init__(self, session: Session) -> None:
        self.policies = Policies()
        self._session = session
        self._values = session.values()
        self._pointer = Query(session.client.reverse_pointer, Kind.PTR)
        self._plans: dict[str, _Plan] = {}
        self._named: set[Query] = set()

    def __call__(self, query: Query, response: Response) -> Iterable[Query]:
        """The queries that will probably follow and were not named before."""
        self._named.add(query)
        values = response.values if isinstance(response, Records) else ()
        match query.kind:
            case Kind.TXT:
                return self._new(self._after_texts(query.name, response))
            case Kind.MX:
                hosts = [value.host for value in values if isinstance(value, Mx)]
                return self._new(self._addresses(hosts if len(hosts) <= MAX_MX else []))
            case Kind.PTR:
                names = [value for value in values if isinstance(value, str)]
                return self._new(self._addresses(names[:MAX_PTR]))
            case _:
                return ()

    def _new(self, queries: Iterable[Query]) -> list[Query]:
        new = [query for query in dict.fromkeys(queries) if query not in self._named]
        self._named.update(new)
        return new

    def _addresses(self, names: Iterable[str]) -> Iterator[Query]:
        for name in names:
            if askable(name.removesuffix(".")):
                yield Query(name.removesuffix(".").lower(), self._session.address_kind)

    def _after_texts(self, name: str, response: Response) -> Iterable[Query]:
        record = self.policies.read(name, response).record
        if not isinstance(record, Record):
            return ()
        self._plans[name] = self._plan(record, name)
        return self._walk(self._session.domain.lower(), [MAX_LOOKUPS])

    def _plan(self, record: Record, domain: str) -> _Plan:
        steps: list[_Step] = []
        passing = True
        for term in record.mechanisms:
            passing = passing and term.qualifier is Qualifier.PASS
            if self._matches(term):
                return _Plan(tuple(steps), passing)
            if isinstance(term, COUNTED):
                steps.append(_Step(self._query_of(term, domain), passing))
        if record.redirect:
            steps.append(_Step(self._query_of(record.redirect, domain), passing))
        return _Plan(tuple(steps), passes=False)

    def _walk(self, domain: str, left: list[int]) -> Generator[Query, None, bool]:
        """The queries of the known records in their order; returns whether this one must pass."""
        plan = self._plans.get(domain)
        if plan is None:
            return False
        for step in plan.steps:
            if not left[0]:
                return False
            left[0] -= 1
            if step.query is None:
                continue
            yield step.query
            if step.query.kind is Kind.TXT and (yield from self._walk(step.query.name, left)):
                return step.passing
        return plan.passes

    def _matches(self, term: Term) -> bool:
        """Whether a term matches without asking DNS."""
        return isinstance(term, All) or (
            isinstance(term, Ip4 | Ip6) and term.network.holds(self._session.client)
        )

    def _query_of(self, term: Counted, domain: str) -> Query | None:
        """The first question of a term."""
        match term:
            case Include(spec) | Redirect(spec):
                return self._named_by(spec, domain, Kind.TXT)
            case A(host):
                return self._named_by(host, domain, self._session.address_kind)
            case MxTerm(host):
                return self._named_by(host, domain, Kind.MX)
            case Exists(spec):
                return self._named_by(spec, domain, Kind.A)
            case Ptr():
                return self._pointer

    def _named_by(self, spec: MacroString | None, domain: str, kind: Kind) -> Query | None:
        if spec and "p" in spec.letters:
            return self._pointer  # the client's names come first
        name = name_of(spec, self._values | {"d": domain})
        return Query(name.lower(), kind) if askable(name) else None
