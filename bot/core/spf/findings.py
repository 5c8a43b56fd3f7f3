"""Survey -> findings: what is wrong or remarkable, how bad it is, and the cure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bot.core.finding import Finding, Severity
from bot.core.lookup import missing_below
from bot.core.spf.limits import MAX_LOOKUPS, MAX_MX, MAX_VOID_LOOKUPS
from bot.core.spf.outline import ARROW
from bot.core.spf.record import Broken, Fault, Record, parse, slips
from bot.core.spf.saying import fill, marked
from bot.core.spf.slip import suspect
from bot.core.spf.survey import MAX_COUNTED
from bot.core.spf.target import matches, unsigned
from bot.core.spf.term import (
    All,
    Explanation,
    Include,
    Ip4,
    Ip6,
    Ptr,
    Qualifier,
    Redirect,
    Term,
)
from bot.core.spf.tree import Fate, Page, Step, Survey
from bot.core.words import Text
from bot.core.words import spf_record as said
from bot.core.words import spf_tree as shown

NEAR_LIMIT = 450  # octets of a record (RFC 7208, 3.4: "under 450")
SMALL_PACKET = 512  # octets of a DNS answer over plain UDP (RFC 1035, 4.2.1)
WIDEST_V4 = 16  # bits: a wider network than this is hardly one organisation's mail servers
OWN_FATES = {Fate.NEEDS_CLIENT: shown.NEEDS_CLIENT, Fate.BAD_NAME: shown.BAD_NAME}
WWW = "www."
MOST_COSTS = 3  # terms that a sentence names as the costliest


def findings(
    survey: Survey, kept: frozenset[str] = frozenset(), needed: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """What a survey shows about the record and its tree, the record's own text first.

    `kept` are names that must stay in a record, as its mail host wants them there; `needed` those
    of the mail hosts that this domain uses, which cannot be spared where look-ups are too many.
    Whether a mail host is missing or out of date is not told here: see `bot.core.spf.hosts`.
    """
    page = survey.root.page
    if page.silent or not page.records:
        return (*_without_record(page), *_silent(survey))
    return (
        *_several(page),
        *(found for record in page.records for found in faults(record)),
        *_text(survey),
        *_tree(survey, kept, needed),
        *_silent(survey),
    )


def faults(record: Record | Broken) -> Iterator[Finding]:
    """What is wrong with the text of a record: each fault, or each slip that is legal."""
    broken = record.faults if isinstance(record, Broken) else ()
    legal = Record(record.terms) if isinstance(record, Broken) else record
    for fault in (*broken, *slips(legal)):
        yield Finding(fault.code, Severity.ERROR, fault.sentence, fault.cure)


def _without_record(page: Page) -> Iterator[Finding]:
    if page.silent:
        return
    if not page.name_exists:
        template = said.NO_SUBDOMAIN if page.living else said.NO_DOMAIN
        missing = missing_below(page.domain, page.living)
        yield fill(template, domain=page.domain, parent=page.living, missing=missing)
    elif not page.nearly:
        yield fill(said.NO_RECORD, domain=page.domain)
    for text in page.nearly:
        yield from faults(parse(text))
    if page.domain.startswith(WWW):
        yield fill(said.NOT_WWW, domain=page.domain, parent=page.domain.removeprefix(WWW))


def _several(page: Page) -> Iterator[Finding]:
    count = len(page.records)
    if count > 1:
        same = len({record.text for record in page.records}) == 1
        template = said.SAME_RECORD_TWICE if same else said.TWO_RECORDS
        yield fill(template, domain=page.domain, count=count)


def _text(survey: Survey) -> Iterator[Finding]:
    """What the terms of the record say, where there is one record."""
    page, steps = survey.root.page, survey.root.steps
    if len(page.records) == 1:
        yield from _end(survey.domain, steps)
        yield from _behind_all(steps)
        yield from _twice(steps)
        for step in steps:
            yield from _term(step)
    yield from _length(page)


def _end(domain: str, steps: tuple[Step, ...]) -> Iterator[Finding]:
    read = [step for step in steps if step.fate is not Fate.AFTER_ALL]
    last = next((step.part for step in read if isinstance(step.part, All)), None)
    if last is None:
        if not any(isinstance(term, Redirect | All) for step in read for term in _meant(step)):
            yield said.NO_ALL
    elif last.qualifier is Qualifier.PASS:
        yield fill(said.PLUS_ALL, all="+all", domain=domain)
    elif last.qualifier is Qualifier.NEUTRAL:
        yield said.NEUTRAL_ALL
    elif all(isinstance(step.part, All | Redirect | Explanation) for step in steps):
        yield fill(said.NOBODY_SENDS, domain=domain)


def _meant(step: Step) -> tuple[Term, ...]:
    """The terms that a word of the record is or was surely meant to be."""
    return step.part.meant if isinstance(step.part, Fault) else (step.part,)


def _behind_all(steps: tuple[Step, ...]) -> Iterator[Finding]:
    never = [step for step in steps if step.fate is Fate.AFTER_ALL]
    if never:
        harmless = all(isinstance(step.part, All) for step in never)
        finding = fill(said.AFTER_ALL, all=never[0].by, terms=_words(never))
        yield replace(finding, severity=Severity.WARNING) if harmless else finding
    for step in steps:
        if step.fate is Fate.IGNORED:
            yield fill(said.REDIRECT_WITH_ALL, term=step.part)


def _twice(steps: tuple[Step, ...]) -> Iterator[Finding]:
    read = [step.part for step in steps if step.fate is not Fate.AFTER_ALL]
    counts = Counter(key for part in read if (key := matches(part)))
    for key, count in counts.items():
        if count > 1:
            first = next(part for part in read if matches(part) == key)
            yield fill(said.DUPLICATE, term=unsigned(first))


def _term(step: Step) -> Iterator[Finding]:
    match step.part:
        case Ptr() as term:
            yield fill(said.PTR, term=term)
        case Ip4(network=network) as term if network.length < WIDEST_V4:
            yield _wide(term, network.addresses, everybody=not network.length)
        case Ip6(network=network) as term if not network.length:
            yield _wide(term, network.addresses, everybody=True)
        case _ if step.fate in OWN_FATES and not unusable(step):
            yield fill(OWN_FATES[step.fate], term=step.part)
        case _:
            return


def _wide(term: Term, addresses: int, *, everybody: bool) -> Finding:
    finding = fill(said.WIDE_NETWORK, term=term, addresses=addresses)
    return replace(finding, severity=Severity.ERROR) if everybody else finding


def _length(page: Page) -> Iterator[Finding]:
    longest = max(len(record.text.encode()) for record in page.records)
    if longest > NEAR_LIMIT:
        finding = fill(said.LONG_RECORD, octets=longest)
        yield replace(finding, severity=Severity.WARNING) if longest > SMALL_PACKET else finding
    elif page.octets > SMALL_PACKET:
        yield fill(said.LARGE_ANSWER, domain=page.domain, octets=page.octets)


def _tree(survey: Survey, kept: frozenset[str], needed: frozenset[str]) -> Iterator[Finding]:
    """What the whole tree comes to."""
    for step in survey.root.walk_remarkable():
        yield from _broken(step, kept)
    yield from _open(survey)
    if len(survey.root.page.records) == 1:
        yield from _counts(survey, needed)
    if survey.cut:
        yield fill(shown.CUT, limit=MAX_COUNTED)


def _broken(step: Step, kept: frozenset[str]) -> Iterator[Finding]:
    if step.fate is Fate.LOOP:
        path = ARROW.join(step.path)
        yield fill(shown.LOOP, path=path, term=step.part, owner=step.path[-2])
    elif step.fate is Fate.MANY_MX:
        yield fill(shown.MANY_MX, term=step.part, count=step.hosts, limit=MAX_MX)
    elif unusable(step) and not _slipped(step):
        none = step.visit is None or not step.visit.page.records
        template = shown.INCLUDE_NONE if none else shown.INCLUDE_BROKEN
        template = shown.PROVIDER_NONE if step.target in kept else template
        yield fill(template, term=step.part, target=step.target, owner=step.path[-1])


def _slipped(step: Step) -> bool:
    """Whether it is told already that a term of the record was meant otherwise (see `faults`)."""
    part = step.part
    own = len(step.path) == 1
    return own and not isinstance(part, Fault) and suspect(0, part) is not None


def unusable(step: Step) -> bool:
    """Whether an include or redirect leads to a name that surely has no record that can be used."""
    if step.fate is Fate.BAD_NAME:
        return isinstance(
            step.part, Include | Redirect
        )  # RFC 7208, 4.3 and 5.2: none, so permerror
    return step.fate is Fate.DONE and step.visit is not None and not step.visit.usable


def _open(survey: Survey) -> Iterator[Finding]:
    steps = survey.root.steps
    for step in steps:
        if step.stops and step.passes and isinstance(step.part, Include):
            yield fill(shown.OPEN_INCLUDE, term=step.part, domain=survey.domain)
    never = [step for step in steps if step.fate is Fate.UNREACHABLE]
    if never and not all(isinstance(step.part, All) for step in never):
        yield fill(shown.UNREACHABLE, matches=never[0].by, terms=_words(never))


def _counts(survey: Survey, needed: frozenset[str]) -> Iterator[Finding]:
    if survey.lookups > MAX_LOOKUPS:
        yield fill(
            shown.TOO_MANY_LOOKUPS,
            count=survey.lookups,
            limit=MAX_LOOKUPS,
            costs=costs(survey, needed),
        )
    void = [step for step in survey.root.walk_remarkable() if step.voids]
    if survey.void_lookups > MAX_VOID_LOOKUPS:
        yield fill(
            shown.VOID_LOOKUPS,
            count=survey.void_lookups,
            limit=MAX_VOID_LOOKUPS,
            terms=marked([str(step.part) for step in void]),
        )
        return
    for step in survey.root.steps:
        if step.voids and not step.visit and not _slipped(step):
            yield fill(shown.VOID_TERM, term=step.part)


def costs(survey: Survey, needed: frozenset[str] = frozenset()) -> Text:
    """The costliest terms with their look-ups, without the needed ones, as part of a sentence."""
    costly = [step for step in survey.root.steps if step.cost]
    steps = [step for step in costly if step.target not in needed] or costly
    dear = [step for step in steps if step.cost > 1] or steps
    ranked = sorted(dear, key=lambda step: -step.cost)[:MOST_COSTS]
    parts = [f"{marked([str(step.part)]).en} ({step.cost})" for step in ranked]
    return Text(en=", ".join(parts), de=", ".join(parts))


def _words(steps: list[Step]) -> str:
    return " ".join(str(step.part) for step in steps)


def _silent(survey: Survey) -> Iterator[Finding]:
    for name, reason in survey.silent:
        yield fill(shown.SILENT, name=name, reason=shown.REASONS[reason])
