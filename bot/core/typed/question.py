"""A question in prose -> the checks that fit it: what a reply in a mention or DM carries along."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bot.core.errors import BadInput
from bot.core.typed.domain import Domain, is_ip
from bot.core.typed.roles import addresses_in
from bot.core.typed.sender_check import LONGEST_PASTE, SenderCheck
from bot.core.typed.spelling import plain
from bot.core.typed.spf_check import SpfCheck, parse_ip

Check: TypeAlias = SenderCheck | SpfCheck

_ABOUT_SPF = re.compile(
    r"\b(spf|v=spf1|txt[- ](record|eintrag)|dns|permerror|softfail)", re.IGNORECASE
)
_WORD = re.compile(r"[^\s<>\"'(),;|`*\[\]]+")
_CLIENT = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
# The endings that people write in questions. A full list would find domains in "geht.es" and "e.g.so".
_ENDINGS = frozenset(
    """
    com net org info biz eu de at ch li uk fr es it nl be pl dk se fi us ca io co app dev shop
    online store site berlin hamburg koeln bayern example test
    """.split()  # noqa: SIM905 - nobody could read it as a list
)
_HOSTS = ("smtp.", "imap.", "pop.", "pop3.", "mx.", "mx00.", "mx01.", "autodiscover.", "_")
_NAMING = frozenset("@.<")  # one of them stands in every address, domain and empty sender
MAX_DOMAINS = 1  # with two, nobody can tell which one is meant


def find_checks(text: str, links: Iterable[tuple[str, str]] = ()) -> tuple[Check, ...]:
    """The live checks that a question asks for, the most fitting first; usually one or none.

    Addresses (or a pasted bounce) lead to a `SenderCheck`, a bare domain or a question about SPF
    to an `SpfCheck`. Text that names neither gives nothing; so does text that leaves it open who
    sends.
    """
    typed = plain(text[:LONGEST_PASTE])
    if _NAMING.isdisjoint(typed):
        return ()
    sender = SenderCheck.in_prose(typed, links)
    spf = _spf_check(typed)
    checks = (spf, sender) if _ABOUT_SPF.search(typed) else (sender, spf)
    return tuple(check for check in checks if check is not None)


def _spf_check(typed: str) -> SpfCheck | None:
    domains = list(dict.fromkeys(_domains(typed)))
    if not domains and _ABOUT_SPF.search(typed):
        domains = list(dict.fromkeys(address.domain for _, address in addresses_in(typed)))
    if len(domains) != MAX_DOMAINS:
        return None
    client = _CLIENT.search(typed)
    try:
        return SpfCheck(domains[0], parse_ip(client[0]) if client else None)
    except BadInput:
        return SpfCheck(domains[0])


def _domains(typed: str) -> Iterator[Domain]:
    """The bare domains in the text. Hosts, links to a page and file names are none."""
    about_spf = bool(_ABOUT_SPF.search(typed))  # then a link to a page names the domain, too
    for word in _WORD.findall(typed):
        bare = re.sub(r"^https?://", "", word.rstrip(".:!?/"), flags=re.IGNORECASE)
        bare = bare.partition("/")[0] if about_spf else bare
        ending = bare.rpartition(".")[2]
        if ending.lower() not in _ENDINGS or ending not in (ending.lower(), ending.upper()):
            continue
        if not ("@" in bare or "/" in bare or is_ip(bare) or bare.lower().startswith(_HOSTS)):
            try:
                yield Domain.parse(bare)
            except BadInput:
                continue
