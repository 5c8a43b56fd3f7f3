"""What a person typed -> Domain: any way of naming one, or BadInput that says what was wrong."""

import re
from dataclasses import dataclass
from ipaddress import ip_network

import idna

from bot.core.errors import BadInput
from bot.core.lookup import MAX_LABEL, MAX_NAME, queryable
from bot.core.typed.spelling import is_hidden, plain, visible
from bot.core.words import Text
from bot.core.words import typed as words

EXAMPLE = "example.com"
LONGEST_TYPED = 2000  # characters: longer is no domain, and not worth a regular expression
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_WRAPPING = " \t\n<>()[]{}\"'`*,;:!?|"
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")  # RFC 1123, 2.1, and _ as in _spf
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # a last label that makes the name an IPv4 address


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain name: `ascii` in A-labels, lower case, no final dot; `shown` in U-labels."""

    ascii: str
    shown: str

    @classmethod
    def parse(cls, text: str) -> "Domain":
        """The domain a person named: bare, in a URL, behind an @, quoted or with a final dot.

        Upper case and IDN are folded as UTS 46 and IDNA 2008 want; `www.` stays, because a
        record at `www` is another record. Anything else raises BadInput with an example.
        """
        cleaned = plain(text[:LONGEST_TYPED])
        host = _host(cleaned)
        _refuse_other_things(cleaned, host)
        ascii_name = _a_labels(host, cleaned)
        return cls(ascii_name, u_labels(ascii_name))

    def __str__(self) -> str:
        return self.shown

    def is_below(self, other: "Domain") -> bool:
        """Whether this is a subdomain of the other (not the same)."""
        return self.ascii.endswith("." + other.ascii)


def _host(text: str) -> str:
    """The name inside a URL, an address or quotes; empty if nothing is left."""
    text = text.rstrip(_WRAPPING + ".").lstrip(_WRAPPING)
    if text.lower().startswith("mailto:"):
        text = text[len("mailto:") :]
    if text.lower().startswith("v=spf1") or is_ip(text):
        return text
    text = re.split(r"[/?#\\]", _SCHEME.sub("", text), maxsplit=1)[0]
    text = text.rpartition("@")[2].strip(_WRAPPING)
    return re.sub(r":\d{1,5}$", "", text).strip()


def is_ip(text: str) -> bool:
    """Whether this is an IP address, with or without brackets and a prefix length."""
    try:
        ip_network(text.strip(" []").lower().removeprefix("ipv6:"), strict=False)
    except ValueError:
        return False
    return True


def _refuse_other_things(typed: str, host: str) -> None:
    for sentence, applies in (
        (words.NO_DOMAIN, not typed.strip(_WRAPPING)),
        (words.DOMAIN_IS_RECORD, host.lower().startswith("v=spf1")),
        (words.DOMAIN_IS_IP, is_ip(host)),
        (words.HIDDEN_CHARACTERS, any(is_hidden(c) and c not in "\u200c\u200d" for c in host)),
        (words.NOT_A_DOMAIN, not host or " " in host),
    ):
        if applies:
            raise BadInput(sentence.fill(typed=visible(typed), example=EXAMPLE))


def _a_labels(host: str, typed: str) -> str:
    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        labels = [_a_label(label) for label in mapped.removesuffix(".").split(".")]
    except idna.IDNAError:
        raise BadInput(_fault([host]).fill(typed=visible(typed))) from None
    name = ".".join(labels)
    if not _legal(labels):
        raise BadInput(_fault(labels).fill(typed=visible(typed)))
    return name


def _a_label(label: str) -> str:
    """One label in ASCII. One that is ASCII already stays: DNS holds names that IDNA refuses."""
    return label if label.isascii() else idna.encode(label).decode()


def _legal(labels: list[str]) -> bool:
    return (
        len(labels) > 1
        and queryable(".".join(labels))
        and all(_LABEL.fullmatch(label) for label in labels)
        and not _NUMBER.fullmatch(labels[-1])
    )


def _fault(labels: list[str]) -> Text:
    """The sentence for labels that are no domain, the most telling first."""
    if "" in labels:
        return words.DOMAIN_TWO_DOTS
    if len(".".join(labels)) > MAX_NAME or any(
        len(label) > MAX_LABEL for part in labels for label in part.split(".")
    ):
        return words.DOMAIN_TOO_LONG
    if len(labels) == 1 and _LABEL.fullmatch(labels[0]):
        return words.DOMAIN_ONE_LABEL
    return words.NOT_A_DOMAIN


def u_labels(name: str) -> str:
    """A name as people write it; labels that are no IDN stay as they are."""
    return ".".join(_u_label(label) for label in name.split("."))


def _u_label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return idna.decode(label)
    except idna.IDNAError:
        return label
