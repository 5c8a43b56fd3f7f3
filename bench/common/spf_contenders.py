"""Who checks SPF on the same trees: ours twice, and what one would pick instead."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import TypeAlias

import checkdmarc.spf
import checkdmarc.utils
import dns.resolver
import spf as pyspf
import spftrace

from bench.common.nameserver import Far
from bot.core.spf import advice
from bot.core.spf.ahead import Ahead as SurveyAhead
from bot.core.spf.check_ahead import evaluation
from bot.core.spf.known import Pages
from bot.core.spf.session import Session
from bot.edges.dns import Resolver, open_dns

Run: TypeAlias = Callable[[Far, str], tuple[float, str]]

STRANGER = "203.0.113.9"  # no record allows it, so that every term has to be looked at
HELO = "mail.example.org"


@dataclass(frozen=True)
class Contender:
    """One checker: `run` checks a domain from scratch, and gives seconds and what it came to."""

    title: str
    run: Run
    rounds: int


async def survey(resolver: Resolver, domain: str) -> str:
    """The whole tree, findings and the record to publish."""
    pages = Pages()
    report = await resolver.run(
        advice.report(domain, (), pages=pages), SurveyAhead(domain, pages), advice.first(domain)
    )
    return f"{report.status}, {report.lookups} look-ups"


async def decide(resolver: Resolver, domain: str) -> str:
    """What a receiver decides for one client."""
    session = Session(IPv4Address(STRANGER), f"someone@{domain}", HELO)
    verdict = await resolver.run(*evaluation(session))
    return f"{verdict.result}, {verdict.lookups} look-ups"


def _ours(work: Callable[[Resolver, str], Coroutine[None, None, str]]) -> Run:
    async def check(far: Far, domain: str) -> tuple[float, str]:
        async with open_dns([far.address]) as resolver:
            return await _timed(work(resolver, domain))

    return lambda far, domain: asyncio.run(check(far, domain))


def _spftrace(far: Far, domain: str) -> tuple[float, str]:
    async def check() -> str:
        resolver = spftrace.LiveResolver([far.host])
        resolver.resolver.port = far.port
        result = await spftrace.acheck(
            STRANGER, f"someone@{domain}", HELO, resolver=resolver, audit=True, prefetch=True
        )
        return str(result.verdict)

    return asyncio.run(_timed(check()))


def _pyspf(far: Far, domain: str) -> tuple[float, str]:
    dns.resolver.default_resolver = _resolver(far)  # the one pyspf asks
    started = time.perf_counter()
    result, _ = pyspf.check2(STRANGER, f"someone@{domain}", HELO)
    return time.perf_counter() - started, result


def _checkdmarc(far: Far, domain: str) -> tuple[float, str]:
    checkdmarc.utils.DNS_CACHE.clear()
    resolver = _resolver(far)
    started = time.perf_counter()
    found = checkdmarc.spf.check_spf(domain, resolver=resolver)
    took = time.perf_counter() - started
    return took, f"{found.get('dns_lookups', 'too many')} look-ups"


def _resolver(far: Far) -> dns.resolver.Resolver:
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = [far.host], far.port
    return resolver


async def _timed(work: Coroutine[None, None, str]) -> tuple[float, str]:
    started = time.perf_counter()
    result = await work
    return time.perf_counter() - started, result


OURS = Contender("Helpdesk, one client", _ours(decide), rounds=15)
SURVEY = Contender("Helpdesk, whole tree", _ours(survey), rounds=15)
PYSPF = Contender("pyspf", _pyspf, rounds=3)
CONTENDERS = [
    OURS,
    SURVEY,
    Contender("spftrace", _spftrace, rounds=5),
    PYSPF,
    Contender("checkdmarc", _checkdmarc, rounds=2),
]
