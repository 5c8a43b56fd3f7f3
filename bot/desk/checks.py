"""The live checks: parse what was typed once, let the core ask, let DNS answer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.desk.needs import Dns, Library, Meter

if TYPE_CHECKING:  # each check imports its part of the core when it is first wanted
    from bot.core.sender import SenderReport, Sending
    from bot.core.spf.result import SpfReport, Verdict
    from bot.core.typed import Address, Domain

EMPTY = frozenset({"", "<>"})  # how the empty sender is written


class Checks:
    """Looks at domains as they are in DNS right now; the providers come from the library."""

    def __init__(self, dns: Dns, library: Library, meter: Meter) -> None:
        self._dns = dns
        self._library = library
        self._meter = meter

    async def check_spf(self, domain: Domain | str) -> SpfReport:
        """The survey of a domain's SPF: its tree, what is wrong, and the record to publish.

        BadInput for a text that names no domain. Where DNS does not tell, `status` is unknown and
        `missing` says about what.
        """
        from bot.core.spf import advice
        from bot.core.spf.ahead import Ahead
        from bot.core.spf.known import Pages
        from bot.core.typed import Domain

        name = (Domain.parse(domain) if isinstance(domain, str) else domain).ascii
        pages = Pages()
        lookups = advice.report(name, self._library.shelf().providers, pages=pages)
        report = await self._dns.run(lookups, Ahead(name, pages), advice.first(name))
        self._meter.check("spf", report.status)
        return report

    async def check_host(self, *, ip: str, sender: str, helo: str) -> Verdict:
        """What a receiver decides for one client (RFC 7208, 4): result, explanation, reason.

        `ip` is the client's address, `sender` its MAIL FROM (empty: the HELO identity is checked),
        `helo` the name it gave. BadInput for an `ip` that is none; everything else is judged as a
        receiver would, and DNS silence is a temperror.
        """
        from bot.core.spf.check_ahead import evaluation
        from bot.core.spf.session import Session
        from bot.core.typed import parse_ip

        session = Session(ip=parse_ip(ip), sender=sender, helo=helo, now=int(time.time()))
        verdict = await self._dns.run(*evaluation(session))
        self._meter.check("host", verdict.result)
        return verdict

    async def check_sender(
        self,
        address: Address | str | None,
        account: Address | str | None = None,
        *,
        relay: bool = False,
        webspace: bool = False,
    ) -> SenderReport:
        """Whether the sender rule lets this address out, why, and what to change.

        `address` is the envelope sender (None or "<>": the empty one), `account` the mailbox that
        logs in; `relay` that a mail server hands everything over, `webspace` that a script on the
        provider's web space sends. BadInput for a text that is no address.
        """
        from bot.core.sender import Sending
        from bot.core.typed import Route

        route = Route.RELAY if relay else Route.WEBSPACE if webspace else Route.MAILBOX
        return await self.check_sending(Sending(_address(address), _address(account), route))

    async def check_sending(self, sending: Sending) -> SenderReport:
        """The same for a way of sending that was read from a command, a bounce or headers."""
        from bot.core import sender as senders

        providers = self._library.shelf().providers
        report = await self._dns.run(
            senders.check_sender(sending, providers),
            senders.ahead(sending),
            senders.first(sending, providers),
        )
        self._meter.check("sender", report.verdict)
        return report


def _address(typed: Address | str | None) -> Address | None:
    from bot.core.typed import Address

    if typed is None or isinstance(typed, Address):
        return typed
    return None if typed.strip() in EMPTY else Address.parse(typed)
