"""Finds the record to publish: mends, asks what is new, and keeps it only if it surveys cleanly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.finding import Finding, Severity
from bot.core.lookup import Lookups
from bot.core.spf.draft import SOFT_END, Draft, draft, nobody_sends
from bot.core.spf.findings import costs, findings, unusable
from bot.core.spf.hosts import Hosts, plain
from bot.core.spf.known import Known
from bot.core.spf.limits import MAX_LOOKUPS
from bot.core.spf.record import Broken, Record, parse
from bot.core.spf.redundant import redundant
from bot.core.spf.saying import fill
from bot.core.spf.survey import survey
from bot.core.spf.term import A, All, Exists, Mx
from bot.core.spf.tree import Fate, Step, Survey
from bot.core.words import Text
from bot.core.words import spf_repair as said

MOST_TEXT = 8_000  # characters of all records together; the longest in use have some 2,000
OWN_LOOP = 2  # names on the path of a term that leads straight back to its own record


@dataclass(frozen=True, slots=True)
class Repaired:
    """A record that works, checked: its text, and what is still to be said about it."""

    record: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class NoRepair:
    """No record can be advised in good conscience; the finding says why, if there is more to say."""

    finding: Finding | None


def judge(found: Survey, hosts: Hosts) -> tuple[Finding, ...]:
    """Every finding about a survey: the record, its tree, and the mail hosts."""
    records = found.root.page.records
    named = hosts.findings(found, draft(records)) if records and mendable(records) else ()
    return (*findings(found, hosts.own_includes, hosts.needed), *named)


def mendable(records: Iterable[Record | Broken]) -> bool:
    """Whether records are of a size that somebody wrote, not a flood to keep us busy."""
    return sum(len(record.text) for record in records) <= MOST_TEXT


@dataclass(frozen=True, slots=True)
class Judged:
    """A survey and every finding about it."""

    survey: Survey
    findings: tuple[Finding, ...]


def repair(
    now: Judged, sources: Sequence[Record | Broken], hosts: Hosts, known: Known
) -> Lookups[Repaired | NoRepair]:
    """The record that the domain should publish in place of `sources`, or why there is none.

    `now` is what it publishes today, which need not be surveyed and judged again. What the sources
    say rightly is kept in its order; what could never let mail pass goes; what is redundant goes
    only where the record needs more than ten look-ups without.
    """
    page = now.survey.root.page
    if not mendable(sources):
        return _none(said.WHY_TOO_BIG.fill(domain=page.domain))
    candidate = hosts.current(draft(sources))
    first = yield from _surveyed(now.survey, candidate, known)
    if first.cut:
        return _none(said.WHY_TOO_BIG.fill(domain=page.domain))
    mended = candidate
    candidate = hosts.in_front(first, _working(candidate, first, hosts)).without_ptr()
    if _says_nothing(candidate) and not nobody_sends(sources):
        why = said.WHY_UNKNOWN if sources else said.WHY_NO_SENDER_SHOWN
        return _none(why.fill(domain=page.domain))
    found = first
    if candidate != mended:
        found = yield from _surveyed(now.survey, candidate, known)
    while found.lookups > MAX_LOOKUPS:
        dropped = yield from redundant(candidate, found, hosts, known)
        if dropped is None:
            break
        candidate = candidate.without([dropped])
        found = yield from _surveyed(now.survey, candidate, known)
    return _ending(now, found, hosts)


def _ending(now: Judged, found: Survey, hosts: Hosts) -> Repaired | NoRepair:
    """What the survey of the last candidate comes to."""
    record = found.root.page.records[0].text
    judged = now.findings if found is now.survey else judge(found, hosts)
    why_not = _objection(found, judged, hosts.needed)
    if why_not is None:
        return Repaired(record, judged)
    include = _unreadable(found, judged)
    provider = hosts.owner(include)
    if provider is None:
        return _none(why_not)
    if found is now.survey:
        return NoRepair(None)  # what is published is right
    name = plain(provider.name)
    return NoRepair(fill(said.PROVIDER_UNREADABLE, provider=name, include=include, record=record))


def _none(why: Text) -> NoRepair:
    return NoRepair(fill(said.NO_SAFE_REPAIR, why=why))


def _unreadable(found: Survey, judged: Iterable[Finding]) -> str | None:
    """The name whose record cannot be read, where nothing but that speaks against a candidate."""
    names = [step.target for step in found.root.steps if step.visit and not step.visit.usable]
    errors = [finding for finding in judged if finding.severity is Severity.ERROR]
    alone = len(names) == 1 == len(errors) + len(found.silent)
    return names[0] if alone and found.lookups <= MAX_LOOKUPS else None


def _surveyed(now: Survey, candidate: Draft, known: Known) -> Lookups[Survey]:
    """The survey of a domain as if it published the candidate in place of its SPF records."""
    page, text = now.root.page, str(candidate)
    if [record.text for record in page.records] == [text]:
        return now
    others = page.octets - sum(_octets(record.text) for record in page.records)
    published = replace(
        page, records=(parse(text),), nearly=(), octets=others + _octets(text), name_exists=True
    )
    return (yield from survey(page.domain, page=published, known=known))


def _octets(text: str) -> int:
    return len(text.encode()) + 1  # 1: a string's length octet, as `read_page` counts


def _working(candidate: Draft, found: Survey, hosts: Hosts) -> Draft:
    """The candidate without the terms that can never let a mail pass.

    A provider's own include stays, also where its record cannot be read at the moment.
    """
    steps = {step.part: step for step in found.root.steps}
    dead = [m for m in candidate.mechanisms if _dead(steps[m])]
    kept = candidate.without(m for m in dead if not hosts.owner(steps[m].target))
    if not isinstance(kept.end, All) and _dead(steps[kept.end]):
        return replace(kept, end=SOFT_END)
    return kept


def _dead(step: Step) -> bool:
    """Whether a term cannot match: it leads to nothing, to what is broken, or back to its record.

    Receivers give up at such a term or find nothing, so leaving it out takes nobody's pass away.
    """
    if step.fate in {Fate.LOOP, Fate.BAD_NAME, Fate.MANY_MX}:
        return step.fate is not Fate.LOOP or len(step.path) == OWN_LOOP
    finds_hosts = isinstance(step.part, A | Mx | Exists)
    return unusable(step) or (finds_hosts and step.voids > 0 and not step.networks)


def _says_nothing(candidate: Draft) -> bool:
    return not candidate.mechanisms and isinstance(candidate.end, All)


def _objection(found: Survey, judged: Iterable[Finding], needed: frozenset[str]) -> Text | None:
    """Why a candidate must not be advised, or None."""
    if found.silent:
        return said.WHY_SILENT.fill(name=found.silent[0][0])
    if found.lookups > MAX_LOOKUPS:
        return said.WHY_TOO_MANY.fill(count=found.lookups, costs=costs(found, needed))
    errors = [finding for finding in judged if finding.severity is Severity.ERROR]
    if errors:
        return said.WHY_ELSEWHERE.fill(domain=found.domain, cure=errors[0].cure or "")
    return None
