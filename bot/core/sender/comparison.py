"""Facts -> what is beside what should be, line by line."""

from collections.abc import Iterator

from bot.core.sender.facts import Facts, Signed
from bot.core.sender.report import Comparison
from bot.core.sender.rule import SAME, relation
from bot.core.sender.signs import Entry, entry, sends_elsewhere
from bot.core.words import Text
from bot.core.words import sender_comparison as words


def compare(facts: Facts) -> tuple[Comparison, ...]:
    """The lines of the two columns: the sender's domain, and its zone where that matters.

    Two domains that agree need no line where nothing else is compared.
    """
    if sends_elsewhere(facts):
        return tuple(line for line in _domain(facts) if not line.agrees)
    zone = (*_spf(facts), *_dkim(facts)) if facts.zone_matters else ()
    return (*_domain(facts), *zone)


def _code(value: object) -> Text:
    return words.CODE.fill(value=value)


def _domain(facts: Facts) -> Iterator[Comparison]:
    sender, account = facts.sending.sender, facts.sending.account
    if account is None:
        return
    found = _code(sender.domain) if sender else words.EMPTY
    yield Comparison(words.ROW_DOMAIN, found, _code(account.domain), relation(facts) == SAME)


def _spf(facts: Facts) -> Iterator[Comparison]:
    include = facts.provider.spf_include(_region(facts)) if facts.provider else None
    if include is None or facts.spf is None:
        return
    record = facts.spf.record
    found = _code(record) if record else words.NONE
    if entry(facts) is Entry.UNKNOWN:
        found = words.NOT_TOLD
    agrees = entry(facts) is Entry.THERE
    yield Comparison(words.ROW_SPF, found, _code(f"include:{include}"), agrees)


def _region(facts: Facts) -> str | None:
    for place in (facts.account, facts.subject):
        if place and place.host and place.host.region:
            return place.host.region
    return None


_STATES = {Signed.MISSING: words.NONE, Signed.UNKNOWN: words.NOT_TOLD}


def _dkim(facts: Facts) -> Iterator[Comparison]:
    for name in facts.dkim:
        wanted = _code(f"{name.cname.name} → {name.cname.target}")
        found = wanted if name.state is Signed.SET else _STATES.get(name.state, words.OTHER_TARGET)
        yield Comparison(words.ROW_DKIM, found, wanted, name.state is Signed.SET)
