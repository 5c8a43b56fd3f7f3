"""What DMARC makes of mail sent this way: the policy, and whether it would align."""

from collections.abc import Iterator

from bot.core.finding import Finding, Severity
from bot.core.sender.dmarc import DmarcRecord, TreeWalk, aligned
from bot.core.sender.facts import Facts
from bot.core.sender.signs import Entry, entry
from bot.core.words import sender_findings as words

ERROR, WARNING, NOTE = Severity


def findings(facts: Facts) -> Iterator[Finding]:
    """The policy of the From that people see, and whether sender and From align."""
    visible, walk = facts.sending.visible, facts.dmarc
    if visible is None or walk is None:
        return
    if walk.unknown:
        yield Finding("dmarc-silent", WARNING, words.DMARC_SILENT.fill(domain=visible))
        return
    record = walk.record
    if record is None:
        yield Finding("dmarc-none", NOTE, words.DMARC_NONE.fill(domain=visible))
        return
    policy = policy_of(walk, record, exists=_exists(facts))
    sentence = words.DMARC_POLICY.fill(domain=visible, policy=policy, found=record.domain)
    yield Finding("dmarc-policy", NOTE, sentence)
    if facts.sending.sender is not None:
        yield from _alignment(facts, record, policy)


def policy_of(walk: TreeWalk, record: DmarcRecord, *, exists: bool) -> str:
    """The policy that this record has for the domain of the walk (RFC 9989, 4.7)."""
    return record.policy(below=record.domain != walk.domain, exists=exists)


def _exists(facts: Facts) -> bool:
    return facts.subject is None or facts.subject.exists is not False


def _alignment(facts: Facts, record: DmarcRecord, policy: str) -> Iterator[Finding]:
    """SPF aligns by the sender's domain; a DKIM signature could align whatever the sender is."""
    if facts.dmarc is None or facts.envelope is None:
        return
    fits = aligned(facts.dmarc, facts.envelope, strict=record.strict("aspf"))
    if fits is None:
        yield Finding("dmarc-not-told", WARNING, words.DMARC_NOT_TOLD)
    elif not fits:
        yield _fails(facts, policy)
    elif not facts.zone_matters:
        return  # it is not sent this way at all: the rule keeps the sender out
    elif entry(facts) is Entry.THERE:
        yield Finding("dmarc-aligns", NOTE, words.DMARC_SPF_ALIGNS)
    elif entry(facts) in {Entry.MISSING, Entry.VOID}:
        severity = NOTE if policy == "none" else WARNING
        sentence = words.DMARC_DKIM_ONLY.fill(visible=facts.sending.visible)
        yield Finding("dmarc-dkim-only", severity, sentence)


def _fails(facts: Facts, policy: str) -> Finding:
    names = {"visible": facts.sending.visible, "domain": facts.sending.subject}
    sentence = words.DMARC_FAILS.fill(policy=policy, effect=words.EFFECTS.get(policy, ""), **names)
    severity = WARNING if policy == "none" else ERROR
    return Finding("dmarc-fails", severity, sentence, words.DMARC_CURE.fill(**names))
