"""Decision and facts -> what to change, where, and the exact value to enter; the first thing first."""

from collections.abc import Callable, Iterable, Iterator

from bot.core.finding import Advice
from bot.core.provider import Provider, Site
from bot.core.sender.facts import Facts, Signed
from bot.core.sender.findings_spf import suggested_record
from bot.core.sender.kinship import Kinship, kinship
from bot.core.sender.rule import Decision
from bot.core.typed import Address, Route
from bot.core.words import Text
from bot.core.words import sender_advice as words

Part = Callable[[Facts], Iterator[Advice]]

TWO_MX = 2  # a mail host publishes two MX hosts with one preference
MX_PREFERENCE = 10


def advise(decision: Decision, facts: Facts) -> tuple[Advice, ...]:
    """What to do about a decision, in the order in which to try it; each piece once."""
    found: dict[str, Advice] = {}
    for part in _PARTS[_topic(decision.code)]:
        for piece in part(facts):
            found.setdefault(piece.code, piece)
    return tuple(found.values())


def _topic(code: str) -> str:
    """The row of the table below: decisions that differ only in whose the account is share one."""
    for topic in ("relay-no-entry", "-other", "-empty", "-same"):
        if code.endswith(topic) and code not in _PARTS:
            return f"open{topic}" if topic.startswith("-") else topic
    return code


def _piece(code: str, sentence: Text, value: str | None = None, **names: object) -> Advice:
    return Advice(code, sentence.fill(**names), value)


def _wanted(sender: Address | None, account: Address) -> str:
    """An address that the rule lets out: the sender's local part in the account's domain."""
    return str(account) if sender is None else f"{sender.local}@{account.domain}"


def _smtp(facts: Facts) -> str:
    """The outgoing server to enter for the account."""
    site = _site(facts)
    return (site.smtp if site else None) or ""


def _site(facts: Facts) -> Site | None:
    if facts.provider is None:
        return None
    place = facts.account or facts.subject
    region = place.host.region if place and place.host else None
    return facts.provider.site(region, place.hosts if place else ())


def _find_server(facts: Facts) -> Iterator[Advice]:
    if facts.provider:
        yield _piece("find-server", words.FIND_SERVER, facts.provider.smtp_shown or _smtp(facts))


def _spelling(facts: Facts) -> Iterator[Advice]:
    sender, account = facts.sending.sender, facts.sending.account
    if sender and account and kinship(sender.domain, account.domain) in _SLIPS:
        yield _piece("check-spelling", words.CHECK_SPELLING, _wanted(sender, account))


_SLIPS = frozenset({Kinship.TYPO, Kinship.LOOKALIKE})


def _own_domain(facts: Facts) -> Iterator[Advice]:
    """Send as the account's domain, and keep the replies coming to the old address."""
    sender, account = facts.sending.sender, facts.sending.account
    if account is None:
        return
    yield _piece("use-account-domain", words.USE_ACCOUNT_DOMAIN, _wanted(sender, account))
    if sender:
        yield _piece("reply-to", words.REPLY_TO, str(sender))


def _other_mailbox(facts: Facts) -> Iterator[Advice]:
    """Or send through whatever host has the sender's mailbox."""
    sender, place, provider = facts.sending.sender, facts.subject, facts.provider
    if sender is None or place is None or provider is None:
        return
    if _kin(facts) is Kinship.SUBDOMAIN:
        yield _piece("subdomain-mailbox", words.SUBDOMAIN_MAILBOX, sender.domain.shown)
    if place.host and place.host.provider.id == provider.id:
        site = provider.site(place.host.region, place.hosts)
        yield _piece(
            "use-sender-mailbox",
            words.USE_SENDER_MAILBOX,
            str(sender),
            smtp=(site.smtp if site else None) or provider.smtp_shown,
            ports=_ports(provider),
        )
    elif place.host and place.host.provider.smtp_names:
        host = place.host.provider
        server = host.smtp_names[0]
        yield _piece("use-sender-server", words.USE_SENDER_SERVER, server, host=host.name)


def _kin(facts: Facts) -> Kinship | None:
    sender, account = facts.sending.sender, facts.sending.account
    return kinship(sender.domain, account.domain) if sender and account else None


def _ports(provider: Provider) -> Text:
    tls = words.PORT_TLS.fill(port=provider.tls_port)
    starttls = words.PORT_STARTTLS.fill(port=provider.starttls_port)
    if provider.tls_port and provider.starttls_port:
        return words.OR.fill(one=tls, other=starttls)
    return tls if provider.tls_port else starttls


def _programs(facts: Facts) -> Iterator[Advice]:
    """The same change where mail does not come from a mail program: one line each, value and all."""
    sender, account = facts.sending.sender, facts.sending.account
    if account is None:
        return
    yield _piece("plugin", words.PLUGIN, address=_wanted(sender, account))
    yield _piece("scanner", words.SCANNER, address=account)
    yield from _exchange(facts)


def _envelope(facts: Facts) -> Iterator[Advice]:
    if facts.sending.account:
        yield _piece("set-envelope", words.SET_ENVELOPE, str(facts.sending.account))


def _log(facts: Facts) -> Iterator[Advice]:
    yield _piece("look-at-log", words.LOOK_AT_LOG, _command(facts, account="LOGIN"))


def _mx(facts: Facts) -> Iterator[Advice]:
    site = _site(facts)
    if site and facts.subject and facts.provider:
        lines = [f"{MX_PREFERENCE} {host}" for host in site.mx[:TWO_MX]]
        yield _piece(
            "add-mx",
            words.ADD_MX,
            "\n".join(lines),
            domain=facts.subject.domain,
            provider=facts.provider.name,
        )


def _spf(facts: Facts) -> Iterator[Advice]:
    record = suggested_record(facts)
    if record and facts.subject and facts.zone_matters:
        yield _piece("publish-spf", words.PUBLISH_SPF, record, domain=facts.subject.domain)


def _dkim(facts: Facts) -> Iterator[Advice]:
    missing = [name.cname for name in facts.dkim if name.state is Signed.MISSING]
    silent = facts.subject is None or facts.subject.silent
    if missing and not silent and facts.subject and facts.provider and facts.zone_matters:
        domain = facts.subject.domain.ascii
        lines = [f"{cname.name}.{domain} CNAME {cname.target}" for cname in missing]
        sentence = words.SET_DKIM.fill(domain=facts.subject.domain, provider=facts.provider.name)
        yield Advice("set-dkim", sentence, "\n".join(lines))


def _relay_account(facts: Facts) -> Iterator[Advice]:
    sender, account = facts.sending.sender, facts.sending.account
    if sender and account:
        value = f"{account.local}@{sender.domain}"
        yield _piece("relay-account", words.RELAY_ACCOUNT, value, account_domain=account.domain)


def _exchange(facts: Facts) -> Iterator[Advice]:
    if facts.sending.account:
        domain = facts.sending.account.domain
        yield _piece("exchange", words.EXCHANGE, domain=domain, smtp=_smtp(facts))


def _name_account(facts: Facts) -> Iterator[Advice]:
    yield _piece("name-account", words.NAME_ACCOUNT, _command(facts, account="MAILBOX"))


def _command(facts: Facts, account: str) -> str:
    sender = facts.sending.sender or "<>"
    route = "" if facts.sending.route is Route.MAILBOX else f" {facts.sending.route}"
    return f"/checksender {sender} {account}{route}"


def _contract(facts: Facts) -> Iterator[Advice]:
    if facts.subject and facts.sending.sender:
        yield _piece("look-in-contract", words.LOOK_IN_CONTRACT, facts.subject.domain.shown)


def _contract_domain(facts: Facts) -> Iterator[Advice]:
    if facts.sending.sender:
        yield _piece("use-contract-domain", words.USE_CONTRACT_DOMAIN, str(facts.sending.sender))


def _again(facts: Facts) -> Iterator[Advice]:
    account = facts.sending.account
    command = _command(facts, str(account or "")).replace("  ", " ").strip()
    yield _piece("try-again", words.TRY_AGAIN, command)


def _again_if_silent(facts: Facts) -> Iterator[Advice]:
    silent = any(place and place.silent for place in (facts.subject, facts.account))
    if silent:
        yield from _again(facts)


_REFUSED: tuple[Part, ...] = (_spelling, _own_domain, _other_mailbox, _programs)
_ZONE: tuple[Part, ...] = (_spf, _dkim)
_PARTS: dict[str, Iterable[Part]] = {
    "same-domain": _ZONE,
    "likely-same": _ZONE,
    "other-domain": _REFUSED,
    "empty": (_envelope, _programs),
    "empty-refused": (_name_account,),
    "no-mail-host": (_mx, *_ZONE),
    "mail-host-silent": (_again,),
    "server-said": (_name_account, *_REFUSED),
    "server-said-empty": (_name_account,),
    "server-contradicts": (_log, *_ZONE),
    "open-other": (_again_if_silent, _spelling, _find_server, *_REFUSED),
    "open-empty": (_again_if_silent, _find_server, _envelope, _programs),
    "open-same": (_again_if_silent, _find_server, _spf),
    "relay-no-entry": (_again_if_silent, _find_server, _spf),
    "relay-entry-there": (_dkim,),
    "relay-entry-missing": _ZONE,
    "relay-entry-void": _ZONE,
    "relay-entry-unknown": (_again,),
    "relay-other-domain": (_spelling, _relay_account, _exchange),
    "relay-no-account": (_name_account, _spf),
    "webspace-same": _ZONE,
    "webspace-personal": (_contract_domain,),
    "webspace-contract": (_contract, _contract_domain),
    "webspace-empty": (_contract_domain, _envelope),
    "no-account": (_name_account,),
    "no-account-personal": (_name_account, _other_mailbox),
    "no-account-empty": (_name_account,),
    "no-rule": (),
}
