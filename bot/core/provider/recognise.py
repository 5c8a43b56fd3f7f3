"""MX hosts, name servers or a pasted text -> the provider they show."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.core.provider.facts import Provider, ProviderKind, matches


class ShownBy(StrEnum):
    """What shows that a domain uses a provider."""

    MX = "MX"  # receives its mail there
    NS = "NS"  # keeps its zone there, which says little about mail
    SPF = "SPF"  # names it for sending
    DOMAIN = "domain"  # is the provider's own, of personal mailboxes
    ACCOUNT = "account"  # the person, or what is known of the account, says so


@dataclass(frozen=True, slots=True)
class Recognised:
    """A provider that a domain uses, its region where that shows too (else None), and by what."""

    provider: Provider
    region: str | None
    by: ShownBy


_HOSTS_OF_MAIL = (ProviderKind.MAILBOXES, ProviderKind.PERSONAL)


def recognise(
    providers: Iterable[Provider], *, mx: Iterable[str] = (), ns: Iterable[str] = ()
) -> Recognised | None:
    """The mail host of a domain with these MX hosts and name servers; None where neither shows one.

    MX decides before NS; of several MX hosts the first that is known decides, so give them in
    the order of preference. Mail gateways and newsletter services are no mail hosts.
    """
    known = tuple(provider for provider in providers if provider.kind in _HOSTS_OF_MAIL)
    for host in mx:
        for provider in known:
            found = _by_mx(provider, host.lower().rstrip("."))
            if found:
                return found
    for host in ns:
        for provider in known:
            if matches(host.lower().rstrip("."), provider.name_servers):
                return Recognised(provider, None, ShownBy.NS)
    return None


def _by_mx(provider: Provider, host: str) -> Recognised | None:
    site = next((site for site in provider.sites if matches(host, site.mx)), None)
    if site:
        return Recognised(provider, site.region, ShownBy.MX)
    return Recognised(provider, None, ShownBy.MX) if matches(host, provider.mx_suffixes) else None


def recognise_gateway(providers: Iterable[Provider], mx: Iterable[str]) -> str | None:
    """The MX host that belongs to a known mail gateway, if one does."""
    suffixes = [
        suffix
        for provider in providers
        if provider.kind is ProviderKind.GATEWAY
        for suffix in provider.mx_suffixes
    ]
    return next((host for host in mx if matches(host.lower().rstrip("."), suffixes)), None)


def named_in(text: str, provider: Provider) -> str | None:
    """The outgoing server of this provider that a text names, if it names one."""
    for name in provider.smtp_names:
        if re.search(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)", text, re.IGNORECASE):
            return name
    return None


def recognise_include(providers: Iterable[Provider], include: str) -> Recognised | None:
    """The provider whose SPF record this name is, legacy names included; None for any other name."""
    name = include.lower().rstrip(".")
    for provider in providers:
        for region, advised in provider.spf.items():
            if name == advised:
                return Recognised(provider, region, ShownBy.SPF)
        if name in provider.legacy_includes:
            return Recognised(provider, None, ShownBy.SPF)
    return None
