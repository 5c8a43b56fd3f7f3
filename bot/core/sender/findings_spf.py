"""What the sender's domain says about who may send: SPF, the provider's DKIM names, old answers."""

from collections.abc import Iterator

from bot.core.finding import Finding, Severity
from bot.core.sender.domain_facts import DomainFacts
from bot.core.sender.facts import Facts, Signed
from bot.core.sender.rule import fill
from bot.core.sender.signs import Entry, entry, sends_elsewhere
from bot.core.typed import Route
from bot.core.words import Text
from bot.core.words import sender_findings as words

ERROR, WARNING, NOTE = Severity
MINUTE = 60  # seconds
HOUR = 3600  # seconds


def findings(facts: Facts) -> Iterator[Finding]:
    """SPF of the domain that will send; where it is the sender's also DKIM and time to live."""
    yield from _spf(facts)
    if facts.zone_matters and facts.subject and facts.subject.exists is not False:
        yield from _dkim(facts)
        yield from _old_answers(facts)


def _spf(facts: Facts) -> Iterator[Finding]:
    place = _surveyed(facts)
    if facts.spf is None or place is None or place.exists is False:
        return
    found = entry(facts)
    if found is Entry.THERE:
        yield Finding("spf-names", NOTE, _about(words.SPF_NAMES, facts))
    elif found is Entry.VOID:
        yield Finding("spf-void", ERROR, _about(words.SPF_VOID, facts), spf_cure(facts))
    elif found is Entry.UNKNOWN:
        yield Finding("spf-silent", WARNING, _about(words.SPF_SILENT, facts), words.SILENT_CURE)
    elif facts.spf.record and sends_elsewhere(facts):
        yield Finding("spf-lacks", NOTE, _about(words.SPF_LACKS_ELSEWHERE, facts))
    elif facts.spf.record is None:
        yield Finding("spf-none", _lacking(facts), _about(words.SPF_NONE, facts), spf_cure(facts))
    else:
        yield Finding("spf-lacks", _lacking(facts), _about(words.SPF_LACKS, facts), spf_cure(facts))


def _surveyed(facts: Facts) -> DomainFacts | None:
    """The place whose SPF was surveyed: the sender's, or the account's where that will send."""
    return facts.subject if facts.zone_matters else facts.account


def _about(sentence: Text, facts: Facts) -> Text:
    """A sentence about the domain whose SPF was surveyed."""
    place = _surveyed(facts)
    return fill(sentence, facts, domain=place.domain.shown if place else None)


def _lacking(facts: Facts) -> Severity:
    """How bad it is that SPF lacks the provider: against the rule of a relay, or bad manners."""
    by_rule = facts.sending.route is Route.RELAY and facts.zone_matters
    return ERROR if by_rule else WARNING


def spf_cure(facts: Facts) -> Text | None:
    """The sentence with the record to publish, where there is a safe one."""
    record, place = suggested_record(facts), _surveyed(facts)
    if record is None or place is None:
        return None
    return words.SPF_CURE.fill(record=record, domain=place.domain)


def suggested_record(facts: Facts) -> str | None:
    """The record to publish so that the provider may send; None where none is surely right.

    The survey's own where it has one that names the provider; a fresh one where there is none.
    """
    if facts.spf is None or facts.provider is None or entry(facts) is Entry.THERE:
        return None
    suggested = facts.spf.suggested_record
    if suggested and any(name in suggested for name in facts.provider.spf_includes):
        return suggested
    if facts.spf.record is not None or entry(facts) is not Entry.MISSING:
        return None
    region = facts.account.host.region if facts.account and facts.account.host else None
    return f"v=spf1 include:{facts.provider.spf_include(region)} ~all"


def _dkim(facts: Facts) -> Iterator[Finding]:
    if not facts.dkim:
        return
    missing = [name.cname.name for name in facts.dkim if name.state is not Signed.SET]
    if any(name.state is Signed.UNKNOWN for name in facts.dkim):
        cure = words.SILENT_CURE
        yield Finding("dkim-silent", WARNING, fill(words.DKIM_SILENT, facts), cure)
    elif not missing:
        yield Finding("dkim-set", NOTE, fill(words.DKIM_SET, facts))
    elif len(missing) == len(facts.dkim):
        yield Finding("dkim-missing", NOTE, fill(words.DKIM_MISSING, facts))
    else:
        listed = ", ".join(f"`{name}`" for name in missing)
        sentence = words.DKIM_PARTLY.fill(
            domain=facts.subject.domain if facts.subject else "",
            provider=facts.provider.name if facts.provider else "",
            names=Text.same(listed),
        )
        yield Finding("dkim-partly", WARNING, sentence)


def _old_answers(facts: Facts) -> Iterator[Finding]:
    ttl = max(facts.spf_ttl, facts.subject.mx_ttl if facts.subject else 0)
    if ttl:
        yield Finding("old-answers", NOTE, words.OLD_ANSWERS.fill(time=_time(ttl)))


def _time(seconds: int) -> Text:
    """A length of time in words, rounded up to minutes or hours."""
    if seconds < 2 * MINUTE:
        return words.SECONDS.fill(count=seconds)
    if seconds < 2 * HOUR:
        return words.MINUTES.fill(count=-(-seconds // MINUTE))
    return words.HOURS.fill(count=-(-seconds // HOUR))
