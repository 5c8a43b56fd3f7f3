"""The whole of `/checkspf DOMAIN` without I/O: survey, mail host, findings, the record to publish."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from bot.core.finding import Finding, Severity
from bot.core.lookup import Kind, Lookups, Mx, NoResponse, Query, Records
from bot.core.provider import Provider, Recognised, recognise
from bot.core.spf.draft import nobody_sends
from bot.core.spf.hosts import Hosts
from bot.core.spf.known import Known, Pages
from bot.core.spf.network import V4, Network
from bot.core.spf.outline import outline
from bot.core.spf.record import Broken, Record, parse
from bot.core.spf.repair import Judged, NoRepair, Repaired, judge, repair
from bot.core.spf.result import SpfReport, Status
from bot.core.spf.saying import fill, limited
from bot.core.spf.survey import ask, survey
from bot.core.spf.tree import Page, Survey, read_page, wrong_places
from bot.core.words.spf_record import RECORD_AT_FULL_NAME, RECORD_AT_WWW
from bot.core.words.spf_repair import HOST_UNKNOWN
from bot.core.words.spf_tree import REASONS

LENGTH = attrgetter("length")


def first(domain: str) -> tuple[Query, ...]:
    """What every report asks, to be started side by side."""
    return tuple(Query(domain, kind) for kind in (Kind.TXT, Kind.MX, Kind.NS))


def report(
    domain: str,
    providers: Iterable[Provider],
    told: Recognised | None = None,
    *,
    pages: Pages | None = None,
) -> Lookups[SpfReport]:
    """Everything about a domain's SPF (`domain` in A-labels), ending in the record to publish.

    `told` is the mail host that the account or the person names, and outweighs what DNS shows.
    Yields one query at a time; `bot.core.spf.ahead.Ahead(domain, pages)` is its look-ahead and
    `first(domain)` what to start with.
    """
    known = Known(pages)
    providers = tuple(providers)
    found = yield from survey(domain, known=known)
    seen = yield from _mail_host(domain, providers, known)
    hosts = Hosts(providers, _one_each(told, seen.host))
    sources = yield from _sources(found.root.page, known)
    host_findings = () if found.root.page.silent else seen.findings  # one silence, one finding
    now = Judged(found, judge(found, hosts))
    findings = (*sources.findings, *now.findings, *host_findings)
    advised = yield from _advised(now, findings, sources.records, hosts, known)
    return _report(found, hosts, advised)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The mail host that DNS shows, and what to say where it does not."""

    host: Recognised | None = None
    findings: tuple[Finding, ...] = ()


def _mail_host(domain: str, providers: Iterable[Provider], known: Known) -> Lookups[_Seen]:
    mx = yield from ask(Query(domain, Kind.MX), known)
    ns = yield from ask(Query(domain, Kind.NS), known)
    if isinstance(mx, NoResponse):
        return _Seen(None, (fill(HOST_UNKNOWN, domain=domain, reason=REASONS[mx.reason]),))
    exchangers = sorted(
        (value for value in mx.values if isinstance(value, Mx)), key=lambda value: value.preference
    )
    if any(not exchanger.host for exchanger in exchangers):
        return _Seen()  # RFC 7505: the domain has nothing to do with mail
    servers = ns.values if isinstance(ns, Records) else ()
    return _Seen(
        recognise(
            providers,
            mx=[exchanger.host for exchanger in exchangers],
            ns=[server for server in servers if isinstance(server, str)],
        )
    )


def _one_each(*found: Recognised | None) -> tuple[Recognised, ...]:
    """Each provider once, the surest first; its region from wherever one is known."""
    uses: dict[str, Recognised] = {}
    for used in found:
        if used:
            before = uses.setdefault(used.provider.id, used)
            uses[used.provider.id] = replace(before, region=before.region or used.region)
    return tuple(uses.values())


@dataclass(frozen=True, slots=True)
class _Sources:
    """What the customer wants to say, wherever it stands, and what to say about the place."""

    records: tuple[Record | Broken, ...] = ()
    findings: tuple[Finding, ...] = ()


def _sources(page: Page, known: Known) -> Lookups[_Sources]:
    if page.records or page.silent:
        return _Sources(page.records)
    if page.nearly:
        return _Sources(tuple(parse(text) for text in page.nearly))
    for place in wrong_places(page.domain):
        response = yield from ask(Query(place, Kind.TXT), known)
        misplaced = read_page(place, response).records
        if misplaced and not nobody_sends(misplaced):  # "www sends no mail" is right where it is
            at_www = place == f"www.{page.domain}"
            template = RECORD_AT_WWW if at_www else RECORD_AT_FULL_NAME
            return _Sources(misplaced, (fill(template, domain=page.domain, place=place),))
    return _Sources()


@dataclass(frozen=True, slots=True)
class _Advised:
    """The findings, with the reason where no repair is safe, and the record to publish."""

    findings: tuple[Finding, ...]
    record: str | None = None


def _advised(
    now: Judged,
    findings: tuple[Finding, ...],
    sources: Sequence[Record | Broken],
    hosts: Hosts,
    known: Known,
) -> Lookups[_Advised]:
    before = _weight(findings)
    page = now.survey.root.page
    if page.silent or not page.name_exists or not any(before):
        return _Advised(findings)
    repaired = yield from repair(now, sources, hosts, known)
    match repaired:
        case Repaired(record=record, findings=left) if _weight(left) < before:
            return _Advised(findings, record)
        case NoRepair(finding=why_not) if why_not and before[0]:
            return _Advised((*findings, why_not))
        case _:
            return _Advised(findings)


def _weight(findings: Iterable[Finding]) -> tuple[int, int]:
    """How many errors and how many warnings there are: less is better, errors first."""
    severities = [finding.severity for finding in findings]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def _report(found: Survey, hosts: Hosts, advised: _Advised) -> SpfReport:
    records = [record.text for record in found.root.page.records]
    networks = found.root.allowed
    widest = _widest(networks)
    return SpfReport(
        domain=found.domain,
        record=records[0] if records else None,
        status=_status(found, advised.findings),
        lookups=found.lookups,
        void_lookups=found.void_lookups,
        findings=tuple(limited(advised.findings)),
        suggested_record=advised.record,
        tree=outline(found),
        provider=hosts.uses[0].provider.id if hosts.uses else None,
        host=hosts.uses[0].provider.name if hosts.uses else None,
        networks=len(networks),
        widest=str(widest) if widest else None,
        missing=tuple(name for name, _ in found.silent),
        records=tuple(records),
    )


def _status(found: Survey, findings: tuple[Finding, ...]) -> Status:
    """What is surely wrong is a problem even where DNS did not tell all; silence is never fine."""
    if any(finding.severity is Severity.ERROR for finding in findings):
        return Status.PROBLEM
    return Status.UNKNOWN if found.silent else Status.OK


def _widest(networks: Iterable[Network]) -> Network | None:
    families: dict[int, list[Network]] = {}
    for network in networks:
        families.setdefault(network.version, []).append(network)
    return min(
        (min(family, key=LENGTH) for family in families.values()), key=_breadth, default=None
    )


def _breadth(network: Network) -> float:
    """How narrow a network is; an IPv6 /64 stands for one site as an IPv4 /32 does."""
    return network.length if network.version == V4 else network.length / 2
