"""Addresses in a sentence -> who sends and who logs in, by the words around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from bot.core.errors import BadInput
from bot.core.typed.address import Address

MOST_ADDRESSES = 50  # of a text: a list of more is no question about a sender
_ADDRESS = re.compile(
    r"[^\s<>\"'(),;:=\[\]|`*@]{1,128}@[^\s<>\"'(),;:\[\]|`*?!@]{1,254}\w"  # bounded: from strangers
)
_RECIPIENT = re.compile(
    r"(\b(rcpt to|to|cc|bcc|an|recipients?( or groups)?|empf[äa]nger\w*|für|for)"
    r"|final-recipient:\s*rfc822)[\s:;=]*(\"[^\"\n]*\")?[\s:;=<\"'(\[]*$",
    re.IGNORECASE,
)
_RECIPIENT_AFTER = re.compile(r">:\s")  # postfix's report: "<customer@example.com>: host … said: …"
_ACCOUNT = re.compile(
    r"\b(log\w*[ -]?in|logon|account|konto|e?-?mail-?konto|postfach|mailbox(?! unavailable)|angemeldet|anmeld\w*"
    r"|melde\w* (sich|mich|uns)|einlogg\w*|eingeloggt|authenti\w*|via|through|über|ueber|durch|using"
    r"|user(name)?|benutzer\w*|zugang\w*)\b",
    re.IGNORECASE,
)
_ACCOUNT_AFTER = re.compile(
    r"[\s\"')\]>`*]*(\w+ )?(angemeldet|anmeld|einlogg|eingeloggt|log\w* in\b|is the (account|login))",
    re.IGNORECASE,
)
_SENDER = re.compile(
    r"\b(as|from|sender|sends?|sending|sent|von|als|absender\w*|sende\w*|verschick\w*|schick\w*)\b",
    re.IGNORECASE,
)


class Role(Enum):
    """What an address is in a sentence."""

    SENDER = auto()
    ACCOUNT = auto()
    RECIPIENT = auto()
    UNSAID = auto()


@dataclass(frozen=True, slots=True)
class Roles:
    """Who sends, and who logs in, as far as a sentence says it."""

    senders: tuple[Address, ...] = ()
    account: Address | None = None


def read_roles(text: str) -> Roles:
    """The roles of the addresses in a sentence; no senders where it does not become clear.

    Words right before an address decide ("through", "als"); of two addresses without such
    words the first sends and the second logs in, as in `/checksender`.
    """
    found = list(addresses_in(text))
    seen = {address for role, address in found if role is Role.RECIPIENT}
    by_role: dict[Role, list[Address]] = {role: [] for role in Role}
    for role, address in found:
        if address not in seen:
            by_role[role].append(address)
            seen.add(address)
    return _settle(by_role[Role.SENDER], by_role[Role.ACCOUNT], by_role[Role.UNSAID])


def addresses_in(text: str) -> Iterator[tuple[Role, Address]]:
    """Every address in the text, in its order, with the role the words around it give."""
    end = 0
    for match in islice(_ADDRESS.finditer(text), MOST_ADDRESSES):
        before, after = text[end : match.start()], text[match.end() :]
        end = match.end()
        try:
            yield _role(before, after), Address.parse(match[0])
        except BadInput:
            continue


def _role(before: str, after: str) -> Role:
    clause = re.split(r"[.!?]\s|\n\n", before)[-1]
    if _RECIPIENT.search(clause) or _RECIPIENT_AFTER.match(after):
        return Role.RECIPIENT
    if _ACCOUNT.search(clause) or _ACCOUNT_AFTER.match(after):
        return Role.ACCOUNT
    return Role.SENDER if _SENDER.search(clause) else Role.UNSAID


def _settle(senders: list[Address], accounts: list[Address], unsaid: list[Address]) -> Roles:
    if len(accounts) > 1 and not senders and not unsaid:
        senders, accounts = accounts[:-1], accounts[-1:]
    if not accounts and len(senders) <= 1 and len(senders) + len(unsaid) == 2:  # noqa: PLR2004 - a pair
        senders, accounts = [*senders, *unsaid][:1], [*senders, *unsaid][1:]
    elif len(accounts) > 1 or (unsaid and len(senders) + len(unsaid) > 1):
        return Roles()
    else:
        senders = senders + unsaid
    return Roles(tuple(senders), accounts[0] if accounts else None)
