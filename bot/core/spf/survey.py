"""Walks the whole tree of a domain's SPF, also beyond the limit; asks each question once."""

from collections.abc import Iterable
from dataclasses import replace

from bot.core.lookup import (
    Kind,
    Lookups,
    NoResponse,
    Query,
    Reason,
    Records,
    Response,
    nearest_living,
    queryable,
)
from bot.core.spf.known import Known, Pages
from bot.core.spf.limits import MAX_MX
from bot.core.spf.plain import behind, in_order, quiet
from bot.core.spf.target import mail_hosts, networks_of, target_of
from bot.core.spf.term import (
    COUNTED,
    A,
    Counted,
    Include,
    Redirect,
)
from bot.core.spf.term import Mx as MxTerm
from bot.core.spf.tree import Fate, Page, Part, Step, Survey, Visit, parts_of

MAX_DEPTH = (
    40  # records in each other that a survey follows; real trees have 10, Python's stack 1,000
)
MAX_COUNTED = 100  # counted terms that a survey follows: ten times what a receiver does
MAX_STEPS = (
    2_000  # terms that a survey looks at, whatever a hostile zone repeats; big trees have 600
)


def survey(
    domain: str,
    *,
    page: Page | None = None,
    known: Known | None = None,
    pages: Pages | None = None,
) -> Lookups[Survey]:
    """The survey of a domain (A-labels, lower case): yields its queries one at a time.

    `page` is surveyed as if the domain published it; `known` holds responses that need not be
    asked for again, and receives the new ones; without it `pages` are shared with the look-ahead.
    """
    walk = _Walk(domain, Known(pages) if known is None else known)
    if page is None:
        page = yield from walk.page(domain)
        if not page.name_exists:
            page = replace(page, living=(yield from nearest_living(domain)))
    root = yield from walk.visit(page, (domain,))
    return Survey(root, walk.lookups, walk.void_lookups, tuple(walk.silent.items()), cut=walk.cut)


def ask(query: Query, known: Known) -> Lookups[Response]:
    """The response to a query: from `known`, or asked for and kept there."""
    if query not in known:
        known[query] = yield query
    return known[query]


class _Walk:
    """One survey under way: the running numbers, and what DNS has told so far."""

    def __init__(self, domain: str, known: Known) -> None:
        self.lookups = 0
        self.void_lookups = 0
        self.silent: dict[str, Reason] = {}
        self.cut = False
        self._domain = domain
        self._known = known
        self._pages = known.pages
        self._looked_at = 0

    def page(self, domain: str) -> Lookups[Page]:
        """What a domain publishes; asked and parsed once."""
        response = yield from self._ask(domain, Kind.TXT)
        return self._pages.read(domain, response)

    def visit(self, page: Page, path: tuple[str, ...]) -> Lookups[Visit]:
        """The steps of a page's records; `path` leads here and ends with the page's domain."""
        plain = self._pages.visit(page)
        if plain and self._looked_at + len(plain.steps) <= MAX_STEPS:
            self._looked_at += len(plain.steps)
            return plain
        trunks = []
        for record in page.records:
            trunk = yield from self._trunk(parts_of(record), path)
            trunks.append(trunk)
        return Visit.of(page, tuple(trunks))

    def _trunk(self, parts: Iterable[Part], path: tuple[str, ...]) -> Lookups[tuple[Step, ...]]:
        steps: list[Step] = []
        wall: Step | None = None
        for part in in_order(parts):
            if self._looked_at >= MAX_STEPS:
                self.cut = True
                break
            self._looked_at += 1
            step = behind(part, wall)
            if step is None and isinstance(part, COUNTED):
                step = yield from self._step(part, path)
            step = step or quiet(part)
            steps.append(step)
            wall = wall or (step if step.stops else None)
        return tuple(steps)

    def _step(self, part: Counted, path: tuple[str, ...]) -> Lookups[Step]:
        if self.lookups >= MAX_COUNTED or len(path) > MAX_DEPTH:
            self.cut = True
            return Step(part, Fate.CUT)
        self.lookups += 1
        target = target_of(part, path[-1], self._domain)
        step = Step(part, number=self.lookups, target=target, path=path)
        if target is None:
            return step._replace(fate=Fate.NEEDS_CLIENT)
        if not queryable(target):
            return step._replace(fate=Fate.BAD_NAME)
        step = yield from self._led(step, target)
        self.void_lookups += step.voids
        return step

    def _led(self, step: Step, target: str) -> Lookups[Step]:
        match step.part:
            case Include() | Redirect():
                return (yield from self._record(step, target))
            case MxTerm():
                return (yield from self._mail_hosts(step, target))
            case A():
                return (yield from self._host(step, target))
            case _:
                return (yield from self._exists(step, target))

    def _record(self, step: Step, target: str) -> Lookups[Step]:
        if target in step.path:
            return step._replace(fate=Fate.LOOP, path=(*step.path, target))
        page = yield from self.page(target)
        if page.silent:
            return step._replace(fate=Fate.SILENT, reason=page.silent, visit=Visit(page))
        visit = yield from self.visit(page, (*step.path, target))
        return step._replace(visit=visit, voids=int(page.void))

    def _exists(self, step: Step, target: str) -> Lookups[Step]:
        response = yield from self._ask(target, Kind.A)  # RFC 7208, 5.7: A for either family
        if isinstance(response, NoResponse):
            return step._replace(fate=Fate.SILENT, reason=response.reason)
        return step._replace(voids=int(not response.values))

    def _host(self, step: Step, target: str) -> Lookups[Step]:
        response = yield from self._addresses(target)
        if isinstance(response, NoResponse):
            return step._replace(fate=Fate.SILENT, reason=response.reason)
        networks = networks_of(step.part, response)
        return step._replace(networks=networks, voids=int(not response.values))

    def _mail_hosts(self, step: Step, target: str) -> Lookups[Step]:
        response = yield from self._ask(target, Kind.MX)
        if isinstance(response, NoResponse):
            return step._replace(fate=Fate.SILENT, reason=response.reason)
        step = step._replace(voids=int(not response.values), hosts=len(response.values))
        if step.hosts > MAX_MX:  # receivers count records, also of the same host
            return step._replace(fate=Fate.MANY_MX)
        for host in mail_hosts(response):
            found = yield from self._host(step._replace(networks=(), voids=0), host)
            step = found._replace(
                networks=step.networks + found.networks,
                voids=step.voids + found.voids,
            )
        return step

    def _addresses(self, name: str) -> Lookups[Response]:
        """The A records; where a name has none but exists, its AAAA records.

        One family is what a receiver asks for (RFC 7208, 5); the other matters where the first
        has nothing, or the term would be called void.
        """
        response = yield from self._ask(name, Kind.A)
        if isinstance(response, Records) and response.name_exists and not response.values:
            return (yield from self._ask(name, Kind.AAAA))
        return response

    def _ask(self, name: str, kind: Kind) -> Lookups[Response]:
        response = yield from ask(Query(name, kind), self._known)
        if isinstance(response, NoResponse):
            self.silent[name] = response.reason
        return response
