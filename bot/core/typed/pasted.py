"""A pasted bounce, log line or block of headers -> the sender, the account and the From in it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.errors import BadInput
from bot.core.typed.address import Address

# What an address looks like in a log. It may stand in brackets, quotes or behind `rfc822;`.
# Every repetition is bounded: the text comes from strangers, and a pattern must not take long.
_ADDRESS = (
    r"(?:rfc822;)?\s{0,8}[<\"'(\[]{0,3}(?:mailto:)?"
    r"([^\s<>\"'(),;:=\[\]@]{1,128}@[^\s<>\"'(),;:\[\]@]{1,255})"
)
_NAMED = rf"[^\n<>]{{0,200}}?<{_ADDRESS}>|{_ADDRESS}"

# The envelope sender, the surest source first. `{}` is where the address stands.
_ENVELOPE = (
    r"\bmail from:{}",  # exim, Exchange, PHPMailer: the SMTP command itself
    r"from address failed:{}",  # PHPMailer
    r"(?<![-\w.])from={}",  # postfix and dovecot logs
    r"^x-postfix-sender:{}",
    r"\bsender address{}",  # servers that name it in their answer
    r"^(?:x-)?envelope-(?:from|sender):{}",
    r"\benvelope-from[ =]{}",  # Received-SPF, exim's Received
    r"\bsmtp\.mailfrom={}",  # Authentication-Results (RFC 8601, 2.7.2)
    r"^return-path:{}",
)
_SENDER_HEADER = (r"^(?:x-)?(?:sender|absender):{}",)
_FROM_HEADER = (r"^(?:from|von):{named}", r"\bsetfrom\({}", r"->from\s*={}")
_ACCOUNT = (
    r"\bauthenticated (?:sender|user|as):?{}",  # postfix's and exim's Received
    r"^x-auth(?:enticated)?-?(?:user|sender|as|id):(?:[^\n@]{{0,100}}:\s)?{}",
    r"\bsasl_username={}",
    r"\bsmtp\.auth={}",  # RFC 8601, 2.7.4
    r"(?<![-\w.])auth={}",  # RFC 4954, 5
    r"\bA=\w+:{}",  # exim's log
    r"(?:->|smtp )?user(?:name)?\s*[:=]{}",
    r"\b(?:login|account|konto|postfach|mailbox|benutzer(?:name)?)\s*[:=]{}",
)
_EMPTY_SENDER = re.compile(r"\bmail from:\s*<>|(?<![-\w.])from=<>", re.IGNORECASE)
_SERVER_SPOKE = re.compile(
    r"\b[245]\d\d[ -](?:\d\.\d{1,3}\.\d{1,3} )?[A-Za-z]"  # a reply line (RFC 5321, 4.2)
    r"|sender address (?:is )?not allowed|authentication fail|mailbox unavailable",
    re.IGNORECASE,
)
_BOUNCERS = frozenset({"mailer-daemon", "postmaster", "mail-daemon"})
_HEADER = re.compile(r"^[A-Za-z][A-Za-z-]+:\s*\S", re.MULTILINE)
HEADERS_THAT_SAY_PASTED = 2  # "From: …" alone in a line is a person's own label


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted text tells: envelope senders (None: the empty one), the account, the From."""

    senders: tuple[Address | None, ...]
    account: Address | None
    header_from: Address | None


def read_pasted(text: str) -> Pasted | None:
    """Who sends and who logs in, as a bounce, a log or headers say; None if the text is no such.

    Recipients are never taken for senders. The empty sender counts only where no other is named,
    because a bounce itself has it. Where there is no envelope sender, the header stands for it.
    """
    unfolded = re.sub(r"\n[ \t]+", " ", text)  # RFC 5322, 2.2.3
    envelope = _first_source(_ENVELOPE, unfolded)
    header_from = next(iter(_first_source(_FROM_HEADER, unfolded)), None)
    account = next(iter(_first_source(_ACCOUNT, unfolded)), None)
    if not (envelope or _is_pasted(unfolded)):
        return None
    senders = envelope or _first_source(_SENDER_HEADER, unfolded) or _only(header_from)
    is_empty = not senders and _EMPTY_SENDER.search(unfolded)
    return Pasted((None,) if is_empty else senders, account, header_from)


def _is_pasted(text: str) -> bool:
    headers = len(_HEADER.findall(text))
    return headers >= HEADERS_THAT_SAY_PASTED or bool(
        _SERVER_SPOKE.search(text) or _EMPTY_SENDER.search(text)
    )


def _only(address: Address | None) -> tuple[Address, ...]:
    return () if address is None else (address,)


def _first_source(patterns: Iterable[str], text: str) -> tuple[Address, ...]:
    """The distinct addresses of the first pattern that names any."""
    if "@" not in text:  # most questions: no need to try two dozen patterns
        return ()
    for pattern in patterns:
        found = tuple(dict.fromkeys(_addresses(pattern, text)))
        if found:
            return found
    return ()


def _addresses(pattern: str, text: str) -> Iterator[Address]:
    whole = pattern.format(rf"\s{{0,8}}{_ADDRESS}", named=rf"(?:{_NAMED})")
    for match in re.finditer(whole, text, re.IGNORECASE | re.MULTILINE):
        try:
            address = Address.parse(next(group for group in match.groups() if group))
        except BadInput:
            continue
        if address.local.lower() not in _BOUNCERS:
            yield address
