"""What a person typed -> Address: the part before the @ and its Domain, or BadInput."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from email_validator import EmailNotValidError, validate_email

from bot.core.errors import BadInput
from bot.core.typed.domain import LONGEST_TYPED, Domain, is_ip
from bot.core.typed.spelling import is_hidden, plain, visible
from bot.core.words import typed as words

MAX_ADDRESS = 254  # octets of a path without its brackets (RFC 5321, 4.5.3.1.3, erratum 1690)
MAX_LOCAL = 64  # octets before the @ (RFC 5321, 4.5.3.1.1)
EXAMPLE = "info@example.com"
_BRACKETED = re.compile(r"<([^<>]*@[^<>]*)>")
_WRAPPING = " \t\n<>()[]{}`*,;:!?|."


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address: the part before the @ as typed, and its domain."""

    local: str
    domain: Domain

    @classmethod
    def parse(cls, text: str) -> "Address":
        """The address a person named: bare, as `mailto:`, in angle brackets, with a display name.

        The part before the @ may be quoted or international (RFC 6531); the domain is read as
        `Domain.parse` reads it. Anything else raises BadInput with an example.
        """
        typed = plain(text[:LONGEST_TYPED])
        local, at, host = _bare(typed).rpartition("@")
        _refuse_other_things(typed, local, at, host)
        address = cls(_local(local, typed), Domain.parse(host))
        if len(f"{address.local}@{address.domain.ascii}".encode()) > MAX_ADDRESS:
            raise BadInput(words.ADDRESS_TOO_LONG.fill(typed=visible(typed)))
        return address

    def __str__(self) -> str:
        return f"{self.local}@{self.domain.shown}"


def _bare(typed: str) -> str:
    """The address without display name, brackets, quotes around it, `mailto:` and its `?…`."""
    bracketed = _BRACKETED.search(typed)
    text = (bracketed[1] if bracketed else typed).strip(_WRAPPING)
    if text.startswith(("'", '"')) and text.endswith(text[0]):
        text = text[1:-1].strip(_WRAPPING)
    if text.lower().startswith("mailto:"):
        text = unquote(text[len("mailto:") :].partition("?")[0])
    return text


def _refuse_other_things(typed: str, local: str, at: str, host: str) -> None:
    looks_like_a_domain = re.fullmatch(r"[\w-]+(\.[\w-]+)+", host)
    example = f"info@{host}" if looks_like_a_domain and not is_ip(host) else EXAMPLE
    for sentence, applies in (
        (words.NO_ADDRESS, not typed.strip(_WRAPPING)),
        (words.HIDDEN_CHARACTERS, any(is_hidden(c) and c not in "\u200c\u200d" for c in local)),
        (words.ADDRESS_WITHOUT_AT, not at),
        (words.ADDRESS_WITHOUT_LOCAL, not local.strip()),
        (words.NOT_AN_ADDRESS, not host.strip(_WRAPPING)),
        (words.ADDRESS_LITERAL, bool(at) and is_ip(host)),
        (words.ADDRESS_TOO_LONG, len(local.encode("utf-8", "replace")) > MAX_LOCAL),
    ):
        if applies:
            raise BadInput(sentence.fill(typed=visible(typed), example=example))


def _local(local: str, typed: str) -> str:
    """The part before the @, checked against a domain that is surely fine: ours is read apart."""
    try:
        validate_email(
            f"{local.strip()}@example.com",
            check_deliverability=False,
            test_environment=True,  # the domain is not its business
            allow_quoted_local=True,  # rare and legal (RFC 5321, 4.1.2)
            allow_smtputf8=True,  # RFC 6531
        )
    except EmailNotValidError:
        raise BadInput(words.BAD_LOCAL.fill(typed=visible(typed))) from None
    return local.strip()
