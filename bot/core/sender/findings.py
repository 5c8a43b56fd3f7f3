"""Facts -> what is worth knowing about them, the worst first."""

from collections.abc import Iterator

from bot.core.finding import Finding, Severity
from bot.core.lookup import Query, Reason, missing_below
from bot.core.provider import Recognised
from bot.core.sender import findings_dmarc, findings_spf
from bot.core.sender.domain_facts import DomainFacts
from bot.core.sender.facts import Facts
from bot.core.sender.kinship import Kinship, kinship, mixes_scripts
from bot.core.sender.rule import fill, name_of
from bot.core.sender.signs import Home, home, said
from bot.core.typed import Address
from bot.core.words import Text
from bot.core.words import sender_findings as words
from bot.core.words.spf_tree import REASONS

ERROR, WARNING, NOTE = Severity
_ORDER = {ERROR: 0, WARNING: 1, NOTE: 2}


def findings(facts: Facts) -> tuple[Finding, ...]:
    """Everything noticed, by severity and then in the order of the check."""
    parts = (_likeness, _receiving, _hosting, _server, _silence)
    found = [finding for part in parts for finding in part(facts)]
    told = [*findings_spf.findings(facts), *findings_dmarc.findings(facts)]
    if facts.subject and facts.subject.told_nothing:  # said once, for all that rests on it
        told = [finding for finding in told if finding.code not in _SILENCES]
    found += told
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: _ORDER[finding.severity]))


_SILENCES = frozenset({"spf-silent", "dkim-silent", "dmarc-silent"})
_KIN = {
    Kinship.SUBDOMAIN: words.SUBDOMAIN,
    Kinship.PARENT: words.PARENT,
    Kinship.OTHER_ENDING: words.OTHER_ENDING,
    Kinship.LOOKALIKE: words.LOOKALIKE,
    Kinship.TYPO: words.TYPO,
}


def _likeness(facts: Facts) -> Iterator[Finding]:
    sender, account = facts.sending.sender, facts.sending.account
    if sender and account:
        kin = kinship(sender.domain, account.domain)
        if kin in _KIN:
            yield Finding(
                kin.value, WARNING, fill(_KIN[kin], facts), _kin_cure(kin, sender, account)
            )
    for address in (sender, account):
        if address and mixes_scripts(address.domain):
            sentence = words.MIXED_SCRIPT.fill(domain=address.domain, ascii=address.domain.ascii)
            yield Finding("mixed-script", WARNING, sentence)


def _kin_cure(kin: Kinship, sender: Address, account: Address) -> Text | None:
    if kin is Kinship.TYPO:
        return words.TYPO_CURE.fill(corrected=f"{sender.local}@{account.domain}")
    if kin is Kinship.LOOKALIKE:
        return words.LOOKALIKE_CURE.fill(ascii=sender.domain.ascii)
    return None


def _receiving(facts: Facts) -> Iterator[Finding]:
    for place in _places(facts):
        name = place.domain.shown
        if place.exists is False:
            sentence = words.NO_SUCH_DOMAIN.fill(domain=name)
            yield Finding("no-such-domain", ERROR, sentence, _naming(place))
        elif place.null_mx:
            yield Finding("null-mx", ERROR, words.NULL_MX.fill(domain=name), words.NULL_MX_CURE)
        elif place.reachable is False:
            cure = words.NOTHING_RECEIVES_CURE.fill(domain=name)
            yield Finding("no-mail-host", ERROR, words.NOTHING_RECEIVES.fill(domain=name), cure)
        elif not place.mx and place.reachable:
            yield Finding("address-only", NOTE, words.ADDRESS_FALLBACK.fill(domain=name))


def _naming(place: DomainFacts) -> Text:
    """How a name that does not exist comes into being."""
    name = place.domain.shown
    missing = missing_below(name, place.living)
    if place.living is None:
        return words.NO_SUCH_DOMAIN_CURE.fill(missing=missing)
    parent = missing.partition(".")[2]
    return words.NO_SUCH_SUBDOMAIN_CURE.fill(domain=name, parent=parent, missing=missing)


def _places(facts: Facts) -> Iterator[DomainFacts]:
    """The sender's domain, and the account's if it is another."""
    if facts.subject:
        yield facts.subject
    if facts.account and facts.account is not facts.subject:
        yield facts.account


def _hosting(facts: Facts) -> Iterator[Finding]:
    for place in _places(facts):
        if place.gateway and facts.provider:
            sentence = words.GATEWAY.fill(
                domain=place.domain, mx=place.gateway, provider=facts.provider.name
            )
            yield Finding("gateway", NOTE, sentence)
        elif place.hosts:
            yield Finding("received-at", NOTE, _received(place))
        if place.zone:
            sentence = words.ZONE_AT.fill(domain=place.domain, host=_name(place.zone))
            yield Finding("zone-at", NOTE, sentence)
    yield from _other_rule(facts)


def _received(place: DomainFacts) -> Text:
    first = place.hosts[0]
    if place.host:
        return words.RECEIVED_AT.fill(domain=place.domain, host=_name(place.host), mx=first)
    return words.RECEIVED_BY.fill(domain=place.domain, mx=first)


def _other_rule(facts: Facts) -> Iterator[Finding]:
    """The rule of the account's own mail host, where it is another one: told, not decided."""
    host = facts.account.host if facts.account else None
    if host and host.provider.rule and home(facts) is Home.ELSEWHERE:
        rule = words.OWN_RULE.fill(host=_name(host), about=host.provider.rule.about)
        yield Finding("own-rule", NOTE, rule)


def _name(found: Recognised) -> Text:
    return name_of(found.provider)


def _server(facts: Facts) -> Iterator[Finding]:
    text = said(facts)
    if text:
        sentence = words.SERVER_MEANS.fill(says=text.says, meaning=text.meaning)
        yield Finding("server-said", NOTE, sentence)
    if facts.server and facts.provider:
        sentence = words.SERVER_NAMED.fill(server=facts.server, provider=facts.provider.name)
        yield Finding("server-named", NOTE, sentence)
    header, sender = facts.sending.header_from, facts.sending.sender
    if header and sender and header.domain != sender.domain:
        sentence = words.HEADER_FROM.fill(sender=sender, header=header)
        yield Finding("header-from", NOTE, sentence)


def _silence(facts: Facts) -> Iterator[Finding]:
    for place in _places(facts):
        if place.told_nothing:
            _, reason = place.silent[0]
            sentence = words.ALL_SILENT.fill(domain=place.domain, reason=REASONS[reason])
            yield Finding("silent", WARNING, sentence, words.SILENT_CURE)
            continue
        for query, reason in place.silent:
            yield Finding("silent", WARNING, _not_told(query, reason), words.SILENT_CURE)


def _not_told(query: Query, reason: Reason) -> Text:
    return words.SILENT.fill(kind=query.kind, name=query.name, reason=REASONS[reason])
