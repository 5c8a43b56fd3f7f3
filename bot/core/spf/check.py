"""check_host() of RFC 7208: a generator that asks one DNS question at a time, in the RFC's order."""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

from bot.core.lookup import Kind, Lookups, Mx, NoResponse, Query, Records, Response
from bot.core.spf.inquiry import Inquiry, Stop, silence, within
from bot.core.spf.limits import MAX_MX
from bot.core.spf.macro import EXPLANATION_LETTERS, expand, read_macros
from bot.core.spf.network import Network
from bot.core.spf.policy import Policies
from bot.core.spf.record import (
    A,
    All,
    Exists,
    Include,
    Ip4,
    Ip6,
    Mechanism,
    Ptr,
    Qualifier,
    Record,
    Redirect,
)
from bot.core.spf.record import Mx as MxTerm
from bot.core.spf.result import Result, Verdict
from bot.core.spf.saying import told
from bot.core.spf.session import Session, askable
from bot.core.words import Text
from bot.core.words import spf_reason as words

RESULTS = {
    Qualifier.PASS: Result.PASS,
    Qualifier.FAIL: Result.FAIL,
    Qualifier.SOFTFAIL: Result.SOFTFAIL,
    Qualifier.NEUTRAL: Result.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What one record comes to; `record` of `domain` is the one whose exp= counts (6.2)."""

    result: Result
    reason: Text
    domain: str
    record: Record | None = None


def check_host(session: Session, policies: Policies | None = None) -> Lookups[Verdict]:
    """Decide for one client as a receiver does; the result, its explanation and its reason.

    Never raises for anything that a person typed or a zone says. `policies` are those that a
    look-ahead has read already; `bot.core.spf.check_ahead.evaluation` gives both.
    """
    evaluation = _Evaluation(session, policies or Policies())
    if not session.well_formed:
        reason = told(words.MALFORMED_DOMAIN, domain=session.domain)
        return evaluation.verdict(Result.NONE, reason)
    try:
        outcome = yield from evaluation.check(session.domain)
    except Stop as stop:
        return evaluation.verdict(stop.result, stop.reason)
    explanation = yield from evaluation.explain(outcome)
    return evaluation.verdict(outcome.result, outcome.reason, explanation)


class _Evaluation:
    """One run of check_host(), over all records that it leads through."""

    def __init__(self, session: Session, policies: Policies) -> None:
        self._inquiry = Inquiry(session)
        self._policies = policies

    def verdict(self, result: Result, reason: Text, explanation: str | None = None) -> Verdict:
        """The verdict with what was counted."""
        return Verdict(result, explanation, reason, self._inquiry.terms, self._inquiry.voids)

    def check(self, domain: str) -> Lookups[_Outcome]:
        """The record of one domain, found and evaluated (RFC 7208, 4.4-4.7)."""
        record = yield from self._record(domain)
        if isinstance(record, Text):
            return _Outcome(Result.NONE, record, domain)
        for mechanism in record.mechanisms:
            reason = yield from self._match(mechanism, domain)
            if reason:
                return _Outcome(RESULTS[mechanism.qualifier], reason, domain, record)
        if record.redirect:
            return (yield from self._redirect(record.redirect, domain))
        return _Outcome(Result.NEUTRAL, told(words.NO_MATCH, domain=domain), domain)  # 4.7

    def explain(self, outcome: _Outcome) -> Lookups[str | None]:
        """The text of exp= where the result is fail, or None (RFC 7208, 6.2)."""
        self._inquiry.decided = True
        spec = outcome.record.explanation if outcome.record else None
        if spec is None or outcome.result is not Result.FAIL:
            return None
        name = yield from self._inquiry.target(spec.domain, outcome.domain)
        if not askable(name):
            return None
        response = yield Query(name.lower(), Kind.TXT)
        text = _only_text(response)
        macros = 0 if text is None else read_macros(text, EXPLANATION_LETTERS, spaces=True)
        if isinstance(macros, int):
            return None
        values = yield from self._inquiry.values_for(macros, outcome.domain)
        shown = expand(macros, values)
        return shown if shown and shown.isascii() and shown.isprintable() else None

    def _record(self, domain: str) -> Lookups[Record | Text]:
        """The domain's record, or why it has none (RFC 7208, 4.4, 4.5)."""
        if not askable(domain) or "." not in domain:
            return told(words.MALFORMED_DOMAIN, domain=domain)  # 4.3
        query = Query(domain.lower(), Kind.TXT)
        response = yield query
        if isinstance(response, NoResponse):
            raise silence(query, response)
        policy = self._policies.read(query.name, response)
        if isinstance(policy.record, Record):
            return policy.record
        if not policy.count:
            missing = words.NO_RECORD if response.name_exists else words.NO_SUCH_DOMAIN
            return told(missing, domain=domain)
        if policy.record is None:
            raise Stop(Result.PERMERROR, told(words.TWO_RECORDS, domain=domain, count=policy.count))
        fault = policy.record.faults[0].sentence
        raise Stop(Result.PERMERROR, told(words.BROKEN_RECORD, domain=domain, fault=fault))

    def _match(self, mechanism: Mechanism, domain: str) -> Lookups[Text | None]:
        """Why the mechanism matches the client, or None where it does not (RFC 7208, 5)."""
        match mechanism:
            case All():
                matches = True
            case Ip4(network) | Ip6(network):
                matches = network.holds(self._inquiry.client)
            case Include():
                return (yield from self._include(mechanism, domain))
            case _:
                self._inquiry.count(mechanism, domain)
                matches = yield from self._asked(mechanism, domain)
        if not matches:
            return None
        return told(words.MATCHED, term=mechanism, domain=domain, ip=self._inquiry.client)

    def _asked(self, mechanism: A | MxTerm | Ptr | Exists, domain: str) -> Lookups[bool]:
        spec = mechanism.domain if isinstance(mechanism, Exists) else mechanism.host
        name = yield from self._inquiry.target(spec, domain)
        match mechanism:
            case A(_, v4, v6):
                return (yield from self._has_address(name, self._shared_with(v4, v6)))
            case MxTerm(_, v4, v6):
                return (yield from self._has_exchanger(name, self._shared_with(v4, v6)))
            case Exists():
                response = yield from self._inquiry.ask(name, Kind.A)
                return bool(response.values)
            case Ptr():
                names = yield from self._inquiry.client_names()
                return any(within(found, name) for found in names)

    def _include(self, term: Include, domain: str) -> Lookups[Text | None]:
        self._inquiry.count(term, domain)
        target = yield from self._inquiry.target(term.domain, domain)
        outcome = yield from self.check(target)
        if outcome.result is Result.NONE:  # RFC 7208, 5.2; errors have ended everything already
            raise Stop(
                Result.PERMERROR,
                told(words.INCLUDE_WITHOUT_RECORD, term=term, domain=domain, why=outcome.reason),
            )
        if outcome.result is not Result.PASS:
            return None
        return told(words.INCLUDE_MATCHED, term=term, domain=domain, why=outcome.reason)

    def _redirect(self, term: Redirect, domain: str) -> Lookups[_Outcome]:
        self._inquiry.count(term, domain)
        target = yield from self._inquiry.target(term.domain, domain)
        outcome = yield from self.check(target)
        if outcome.result is Result.NONE:  # RFC 7208, 6.1
            raise Stop(
                Result.PERMERROR,
                told(words.INCLUDE_WITHOUT_RECORD, term=term, domain=domain, why=outcome.reason),
            )
        return outcome

    def _shared_with(self, v4: int, v6: int) -> Callable[[object], bool]:
        """Whether an address lies in the client's network of that length (RFC 7208, 5.3)."""
        client = self._inquiry.client
        around = Network.around(client, v4 if isinstance(client, IPv4Address) else v6)
        return lambda value: isinstance(value, IPv4Address | IPv6Address) and around.holds(value)

    def _has_address(self, name: str, shared: Callable[[object], bool]) -> Lookups[bool]:
        response = yield from self._inquiry.ask(name, self._inquiry.address_kind)
        return any(map(shared, response.values))

    def _has_exchanger(self, name: str, shared: Callable[[object], bool]) -> Lookups[bool]:
        response = yield from self._inquiry.ask(name, Kind.MX)
        exchangers = [value for value in response.values if isinstance(value, Mx)]
        if len(exchangers) > MAX_MX:
            reason = told(words.TOO_MANY_MX, name=name, count=len(exchangers), limit=MAX_MX)
            raise Stop(Result.PERMERROR, reason)
        for exchanger in sorted(exchangers, key=lambda value: value.preference):
            found = yield from self._has_address(exchanger.host.removesuffix("."), shared)
            if found:
                return True
        return False


def _only_text(response: Response) -> str | None:
    """The one text of an explanation; none and several are no explanation (RFC 7208, 6.2)."""
    values = response.values if isinstance(response, Records) else ()
    return values[0] if len(values) == 1 and isinstance(values[0], str) else None
