"""Names what check_host() will ask next, once a response is there; it can only ever save time."""

from collections.abc import Generator, Iterable, Iterator

from bot.core.lookup import Kind, Mx, Query, Records, Response
from bot.core.spf.check import MAX_MX
from bot.core.spf.inquiry import MAX_PTR, MAX_TERMS
from bot.core.spf.record import (
    A,
    All,
    Exists,
    Explanation,
    Include,
    Ip4,
    Ip6,
    MacroString,
    Ptr,
    Qualifier,
    Record,
    Redirect,
    Term,
    Unknown,
    is_spf,
    parse,
)
from bot.core.spf.record import Mx as MxTerm
from bot.core.spf.session import Session, askable, name_of


class CheckAhead:
    """The look-ahead of one `check_host(session)`; call it with every response that arrives.

    It walks the records known so far in the order of evaluation, no further than a term that
    matches by itself and no further than the ten terms that may ask, and names each query once.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._values = session.values()
        self._records: dict[str, Record] = {}
        self._named: set[Query] = set()

    def __call__(self, query: Query, response: Response) -> Iterable[Query]:
        """The queries that will probably follow and were not named before."""
        self._named.add(query)
        values = response.values if isinstance(response, Records) else ()
        match query.kind:
            case Kind.TXT:
                return self._new(self._after_texts(query.name, values))
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
            yield from self._query(name.removesuffix("."), self._session.address_kind)

    def _query(self, name: str, kind: Kind) -> Iterator[Query]:
        if askable(name):
            yield Query(name.lower(), kind)

    def _after_texts(self, name: str, values: tuple[object, ...]) -> Iterable[Query]:
        texts = [value for value in values if isinstance(value, str) and is_spf(value)]
        record = parse(texts[0]) if len(texts) == 1 else None
        if not isinstance(record, Record):
            return ()
        self._records[name] = record
        return _Walk(self).queries(self._session.domain)

    def record(self, domain: str) -> Record | None:
        """The record of a domain, where its response has arrived."""
        return self._records.get(domain.lower())

    def matches(self, term: Term) -> bool:
        """Whether a term matches without asking DNS."""
        return isinstance(term, All) or (
            isinstance(term, Ip4 | Ip6) and self._session.client in term.network
        )

    def query_of(self, term: Term, domain: str) -> tuple[str, Kind] | None:
        """The first question of a term, or None where it has none or its name is not known yet."""
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
            case All() | Ip4() | Ip6() | Explanation() | Unknown():
                return None

    @property
    def _pointer(self) -> tuple[str, Kind]:
        return self._session.client.reverse_pointer, Kind.PTR

    def _named_by(self, spec: MacroString | None, domain: str, kind: Kind) -> tuple[str, Kind]:
        if spec and "p" in spec.letters:
            return self._pointer  # the client's names come first
        return name_of(spec, self._values | {"d": domain}), kind


class _Walk:
    """One walk over the known records in the order of evaluation."""

    def __init__(self, ahead: CheckAhead) -> None:
        self._ahead = ahead
        self._left = MAX_TERMS

    def queries(self, domain: str) -> Generator[Query, None, bool]:
        """What the domain's record will ask; returns whether it is certain to pass the client."""
        record = self._ahead.record(domain)
        if record is None:
            return False
        seen = {Qualifier.PASS}
        for term in record.mechanisms:
            seen.add(term.qualifier)
            if self._ahead.matches(term) or (yield from self._term(term, domain)):
                return seen == {Qualifier.PASS}
            if not self._left:
                return False
        redirected = record.redirect and (yield from self._term(record.redirect, domain))
        return bool(redirected) and seen == {Qualifier.PASS}

    def _term(self, term: Term, domain: str) -> Generator[Query, None, bool]:
        question = self._ahead.query_of(term, domain)
        if question is None or self._left == 0:
            return False
        self._left -= 1
        name, kind = question
        if not askable(name):
            return False
        yield Query(name.lower(), kind)
        return kind is Kind.TXT and (yield from self.queries(name))
