"""Finds a sender that a record names twice over, so that it can go without anybody losing a pass."""

from collections.abc import Iterable, Iterator

from bot.core.lookup import Kind, Lookups, NoResponse, Query, Records
from bot.core.provider import recognise
from bot.core.spf.draft import Draft
from bot.core.spf.hosts import Hosts
from bot.core.spf.known import Known
from bot.core.spf.network import Network
from bot.core.spf.record import Fault
from bot.core.spf.survey import ask
from bot.core.spf.target import mail_hosts, networks_of
from bot.core.spf.term import A, All, Include, Ip4, Ip6, Mechanism, Modifier, Mx, Qualifier
from bot.core.spf.tree import Step, Survey, Visit, allowed_by

FIXED = (Ip4, Ip6, Include, All)  # terms whose networks a survey knows whole


def redundant(
    candidate: Draft, found: Survey, hosts: Hosts, known: Known
) -> Lookups[Mechanism | None]:
    """A mechanism of the candidate whose clients all pass without it too; None where none is.

    `found` is the candidate's survey. Includes nested in other includes go first, then hosts and
    then includes whose networks others cover, last an `mx` whose hosts belong to a provider that
    the record names anyway; of equals the one that costs most look-ups.
    """
    if any(m.qualifier is not Qualifier.PASS for m in candidate.mechanisms):
        return None  # the order of refusals and passes matters: nothing can be taken out blindly
    steps = sorted(
        (step for step in found.root.steps if not isinstance(step.part, All | Modifier)),
        key=lambda step: -step.cost,
    )
    for step in steps:
        if _is_nested(step, steps):
            return _mechanism(step)
    passing = [(step, tuple(allowed_by(step))) for step in steps]
    for step in steps:
        around = [network for other, own in passing if other is not step for network in own]
        covered = yield from _is_covered(step, around, known)
        if covered:
            return _mechanism(step)
    for step in steps:
        if _only_receives(step, hosts, known):
            return _mechanism(step)
    return None


def _only_receives(step: Step, hosts: Hosts, known: Known) -> bool:
    """Whether an `mx` leads to nothing but a mail host in use, which sends from other servers."""
    if not isinstance(step.part, Mx) or not step.passes or step.target is None:
        return False
    response = known.get(Query(step.target, Kind.MX))
    exchangers = mail_hosts(response) if isinstance(response, Records) else ()
    using = [used.provider for used in hosts.uses if hosts.advised(used.provider)]
    return bool(exchangers) and all(recognise(using, mx=[host]) for host in exchangers)


def _mechanism(step: Step) -> Mechanism | None:
    return None if isinstance(step.part, Modifier | Fault) else step.part


def _is_nested(step: Step, steps: Iterable[Step]) -> bool:
    """Whether an include's record is reached, with a pass, through another term as well."""
    return isinstance(step.part, Include) and any(
        step.target in set(_names(other.visit))
        for other in steps
        if other is not step and other.visit
    )


def _names(visit: Visit) -> Iterator[str]:
    yield visit.page.domain
    for step in visit.steps:
        if step.visit and step.passes:
            yield from _names(step.visit)


def _is_covered(step: Step, around: list[Network], known: Known) -> Lookups[bool]:
    """Whether every client that a term lets pass lies in one of the networks around."""
    if not step.number or not step.passes:
        return False
    if isinstance(step.part, Include):
        own: tuple[Network, ...] | None = _all_networks(step)
    else:
        own = yield from _all_addresses(step, known)
    return bool(own) and all(_inside(network, around) for network in own or ())


def _all_networks(step: Step) -> tuple[Network, ...] | None:
    """The networks of an include; None where a survey cannot know them whole."""
    below = step.visit.walk() if step.visit else ()
    fixed = all(isinstance(inner.part, FIXED) for inner in below)
    return tuple(allowed_by(step)) if fixed else None


def _all_addresses(step: Step, known: Known) -> Lookups[tuple[Network, ...] | None]:
    """The networks of a host or of mail hosts in both families; None where DNS does not tell."""
    if not isinstance(step.part, A | Mx) or step.target is None:
        return None
    hosts: tuple[str, ...] = (step.target,)
    if isinstance(step.part, Mx):
        exchangers = yield from ask(Query(step.target, Kind.MX), known)
        hosts = mail_hosts(exchangers) if isinstance(exchangers, Records) else ()
    networks = list(step.networks)
    for host in hosts:
        response = yield from ask(Query(host, Kind.AAAA), known)
        if isinstance(response, NoResponse):
            return None
        networks += networks_of(step.part, response)
    return tuple(networks)


def _inside(network: Network, around: Iterable[Network]) -> bool:
    return any(network.within(other) for other in around)
