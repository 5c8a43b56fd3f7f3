"""Names what a survey will ask next, the moment a response is there; changes no result."""

from collections.abc import Iterator

from bot.core.lookup import Kind, NoResponse, Query, Records, Response, above, queryable
from bot.core.spf.known import Pages
from bot.core.spf.limits import MAX_MX
from bot.core.spf.record import asking_terms
from bot.core.spf.survey import MAX_COUNTED
from bot.core.spf.target import mail_hosts, target_of
from bot.core.spf.term import A, Counted, Include, Mx, Redirect
from bot.core.spf.tree import spf_texts, wrong_places

MAX_NAMED = 2 * MAX_COUNTED  # questions named ahead, whatever a hostile zone lists


class Ahead:
    """The look-ahead of one survey of `domain`; a `bot.core.lookup.Lookahead`.

    It remembers what was named, so that a mail host is asked for only where an `mx` wants it,
    whichever arrives first: the record or the domain's MX records.
    """

    def __init__(self, domain: str, pages: Pages | None = None) -> None:
        self._domain = domain
        self._wrong_places = wrong_places(domain)
        self._pages = pages or Pages()
        self._named: set[Query] = set()
        self._mx: dict[str, Records] = {}
        self._mx_wanted: set[str] = set()
        self._hosts: set[str] = set()

    def __call__(self, query: Query, response: Response) -> Iterator[Query]:
        """What will be asked once this response is there, each question once.

        Behind the last question the page is read whole: by then they are on their way.
        """
        if isinstance(response, NoResponse):
            return
        for found in self._wanted(query, response):
            if found not in self._named and len(self._named) < MAX_NAMED:
                self._named.add(found)
                yield found
        if query.kind is Kind.TXT:
            self._pages.read(query.name, response)

    def _wanted(self, query: Query, response: Records) -> Iterator[Query]:
        match query.kind:
            case Kind.TXT if query.name in self._wrong_places:
                return
            case Kind.TXT:
                yield from self._behind_page(query.name, response)
            case Kind.MX:
                self._mx[query.name] = response
                yield from self._mail_hosts(query.name)
            case Kind.A if not response.values and response.name_exists:
                if query.name in self._hosts:
                    yield Query(query.name, Kind.AAAA)
            case _:
                return

    def _behind_page(self, domain: str, response: Records) -> Iterator[Query]:
        texts = spf_texts(response)
        if domain == self._domain and not texts:
            yield from (Query(place, Kind.TXT) for place in self._wrong_places)
            if not response.name_exists:
                yield from (Query(parent, Kind.NS) for parent in above(domain))
        for text in texts:
            for term in asking_terms(text):
                yield from self._behind_term(term, domain)

    def _behind_term(self, term: Counted, domain: str) -> Iterator[Query]:
        target = target_of(term, domain, self._domain)
        if target is None or not queryable(target):
            return
        if isinstance(term, Include | Redirect):
            yield Query(target, Kind.TXT)
        elif isinstance(term, Mx):
            self._mx_wanted.add(target)
            yield Query(target, Kind.MX)
            yield from self._mail_hosts(target)
        else:
            if isinstance(term, A):
                self._hosts.add(target)
            yield Query(target, Kind.A)

    def _mail_hosts(self, domain: str) -> Iterator[Query]:
        if domain not in self._mx_wanted or domain not in self._mx:
            return
        hosts = mail_hosts(self._mx[domain])
        if len(hosts) <= MAX_MX:
            self._hosts.update(hosts)
            yield from (Query(host, Kind.A) for host in hosts)
