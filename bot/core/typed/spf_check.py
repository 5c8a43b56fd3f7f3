"""The text after /checkspf -> SpfCheck: a domain, or a client's IP address and a sender with it."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from bot.core.errors import BadInput
from bot.core.typed.address import Address
from bot.core.typed.domain import LONGEST_TYPED, Domain, is_ip
from bot.core.typed.spelling import plain, visible
from bot.core.words import typed as words

# A pasted `ip4:` term with all its bits is an address; a zone ("%eth0") is no part of one (RFC 4007)
_BEHIND_ADDRESS = re.compile(r"(%[^%/]+)?(/(32|128))?$")
_LOOKS_LIKE_IP = re.compile(r"[0-9]+(\.[0-9]+){3}(/.*)?|[0-9a-f]*:[0-9a-f:.]*(/.*)?", re.IGNORECASE)

_RECORD = re.compile(r"[\"'`]*v=spf1\b", re.IGNORECASE)
_PAGE = re.compile(r"(?<!\S)[<(]?https?://www\.(?=[^\s/]+\.)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpfCheck:
    """What to check: a domain's whole record, or with `ip` what a receiver decides for it.

    `sender` is the envelope sender to check for; None stands for `postmaster@domain`
    (RFC 7208, 2.4).
    """

    domain: Domain
    ip: IPv4Address | IPv6Address | None = None
    sender: Address | None = None

    @classmethod
    def parse(cls, text: str) -> "SpfCheck":
        """Read `DOMAIN [IP [SENDER]]`, in any order; an address alone names its domain.

        The address of a web page names the domain of the site's mail. Raises BadInput with an
        example for anything else.
        """
        typed = plain(text[:LONGEST_TYPED]).strip(" ,;")
        if _RECORD.match(typed):
            raise BadInput(words.DOMAIN_IS_RECORD.fill(typed=visible(typed)))
        found: dict[str, str] = {}
        for word in re.split(r"[\s,;]+", _PAGE.sub("", typed)):
            kind = _kind(word)
            if kind in found:
                raise BadInput(words.SPF_CHECK_TOO_MANY.fill(typed=visible(word)))
            found[kind] = word
        return cls._of(found)

    @classmethod
    def _of(cls, found: dict[str, str]) -> "SpfCheck":
        sender = Address.parse(found["sender"]) if "sender" in found else None
        ip = parse_ip(found["ip"]) if "ip" in found else None
        if found.get("domain"):
            return cls(Domain.parse(found["domain"]), ip, sender)
        if sender is None:
            raise BadInput(words.NO_SPF_CHECK)
        return cls(sender.domain, ip, sender if ip else None)


def _kind(word: str) -> str:
    bare = word.strip("<>[]()\"'`")
    if "@" in bare and "://" not in bare:
        return "sender"
    bare = bare.lower().removeprefix("ip4:").removeprefix("ip6:")
    return "ip" if is_ip(bare) or _LOOKS_LIKE_IP.fullmatch(bare) else "domain"


def parse_ip(text: str) -> IPv4Address | IPv6Address:
    """The IP address in a word; BadInput if it is none.

    Brackets, zone and `ip4:` go; an IPv4-mapped address becomes IPv4 (RFC 7208, 5).
    """
    word = plain(text).strip(" []<>,;()\"'`").lower()
    for prefix in ("ip4:", "ip6:", "ipv6:"):
        word = word.removeprefix(prefix)
    try:
        address = ip_address(_BEHIND_ADDRESS.sub("", word))
    except ValueError:
        raise BadInput(words.NOT_AN_IP.fill(typed=visible(text))) from None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
