"""What a receiver knows of a client, and the macro values that follow (RFC 7208, 2.4, 4.3, 7.3)."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

import idna

from bot.core.lookup import MAX_NAME, Kind, queryable
from bot.core.spf.macro import MacroString, target_name

POSTMASTER = "postmaster"  # RFC 7208, 2.4 and 4.3: stands in for a missing local-part
EMPTY = frozenset({"", "<>"})  # the empty reverse-path, as a value and as SMTP writes it
# RFC 7208, 4.3: a multi-label domain name; with the underscores that real senders have
_SENDER_DOMAIN = re.compile(r"(?:[a-z0-9_-]{1,63}\.)+[a-z0-9_-]{1,63}", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Session:
    """One SMTP session as its receiver sees it.

    `sender` is the MAIL FROM without angle brackets; empty (or "<>") means that the HELO identity
    is checked (RFC 7208, 2.4). `receiver` and `now` (seconds since 1970, UTC) only ever show up in
    explanations, as `%{r}` and `%{t}`.
    """

    ip: IPv4Address | IPv6Address
    sender: str
    helo: str
    receiver: str = "unknown"  # RFC 7208, 7.3
    now: int = 0

    @property
    def client(self) -> IPv4Address | IPv6Address:
        """The client's address; IPv4 that came mapped into IPv6 is IPv4 (RFC 7208, 5)."""
        mapped = self.ip.ipv4_mapped if isinstance(self.ip, IPv6Address) else None
        return mapped or self.ip

    @property
    def address_kind(self) -> Kind:
        """The kind of record to compare the client with (RFC 7208, 5)."""
        return Kind.A if isinstance(self.client, IPv4Address) else Kind.AAAA

    @property
    def local_part(self) -> str:
        """What stands before the @ (RFC 7208, 4.3)."""
        return self._identity.rpartition("@")[0] or POSTMASTER

    @property
    def domain(self) -> str:
        """The domain to check, in A-labels where it can be, without a final dot."""
        return a_labels(self._identity.rpartition("@")[2].removesuffix("."))

    @property
    def well_formed(self) -> bool:
        """Whether the domain can have a record at all (RFC 7208, 4.3)."""
        domain = self.domain
        return len(domain) <= MAX_NAME and _SENDER_DOMAIN.fullmatch(domain) is not None

    @property
    def _identity(self) -> str:
        return f"{POSTMASTER}@{self.helo}" if self.sender in EMPTY else self.sender

    def values(self) -> dict[str, str]:
        """The values of all macro letters but `d` and `p`, which change or must be asked for.

        The nibbles of `i` are in upper case: RFC 7208, 7.3 leaves it open and DNS does not care,
        but in an explanation the reference evaluator, pyspf, and those held to it write it so.
        """
        client, local, domain = self.client, self.local_part, self.domain
        v4 = isinstance(client, IPv4Address)
        return {
            "s": f"{local}@{domain}",
            "l": local,
            "o": domain,
            "i": str(client) if v4 else ".".join(client.exploded.replace(":", "").upper()),
            "v": "in-addr" if v4 else "ip6",
            "h": a_labels(self.helo),
            "c": str(client),
            "r": self.receiver,
            "t": str(self.now),
        }


def a_labels(domain: str) -> str:
    """The domain with its U-labels as A-labels (RFC 8616, 4); a label that has none stays."""
    return domain if domain.isascii() else ".".join(map(_a_label, domain.split(".")))


def _a_label(label: str) -> str:
    if label.isascii():
        return label
    try:
        return idna.encode(label, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return label


def askable(name: str) -> bool:
    """Whether DNS can be asked for a name that macros made up.

    Where it cannot (an empty or overlong label, characters that are not ASCII, as RFC 8616, 4 has
    it for a local-part), the term matches nothing, and no look-up was void: none was made.
    """
    return queryable(name) and name.isascii() and name.isprintable()


def name_of(spec: MacroString | None, values: dict[str, str]) -> str:
    """The target-name of a term: its domain-spec expanded, or the domain itself (RFC 7208, 4.8)."""
    return values["d"] if spec is None else target_name(spec, values)
