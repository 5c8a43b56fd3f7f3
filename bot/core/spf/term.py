"""The terms of an SPF record as frozen values; each prints itself in one plain form."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.core.spf.macro import MacroString
from bot.core.spf.network import BITS, V4, V6, Network

V4_BITS = BITS[V4]
V6_BITS = BITS[V6]


class Qualifier(StrEnum):
    """What a mechanism that matches comes to (RFC 7208, 4.6.2)."""

    PASS = "+"
    FAIL = "-"
    SOFTFAIL = "~"
    NEUTRAL = "?"

    @property
    def shown(self) -> str:
        """The sign as it is printed: `+` goes without saying."""
        return "" if self is Qualifier.PASS else self.value


@dataclass(frozen=True, slots=True)
class All:
    """`all`: matches every client (RFC 7208, 5.1)."""

    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier}all"  # whether it lets everybody pass must not go without saying


@dataclass(frozen=True, slots=True)
class Include:
    """`include`: matches where the other domain's record says pass (RFC 7208, 5.2)."""

    domain: MacroString
    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier.shown}include:{self.domain}"


@dataclass(frozen=True, slots=True)
class A:
    """`a`: matches an address of the host, None being the domain itself (RFC 7208, 5.3)."""

    host: MacroString | None = None
    v4: int = V4_BITS
    v6: int = V6_BITS
    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier.shown}a{_host(self.host)}{_lengths(self.v4, self.v6)}"


@dataclass(frozen=True, slots=True)
class Mx:
    """`mx`: matches an address of one of the domain's mail exchangers (RFC 7208, 5.4)."""

    host: MacroString | None = None
    v4: int = V4_BITS
    v6: int = V6_BITS
    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier.shown}mx{_host(self.host)}{_lengths(self.v4, self.v6)}"


@dataclass(frozen=True, slots=True)
class Ptr:
    """`ptr`: matches a client whose validated name is in the domain (RFC 7208, 5.5)."""

    host: MacroString | None = None
    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier.shown}ptr{_host(self.host)}"


@dataclass(frozen=True, slots=True)
class Ip4:
    """`ip4`: matches a client inside the network (RFC 7208, 5.6)."""

    network: Network
    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier.shown}ip4:{_network(self.network)}"


@dataclass(frozen=True, slots=True)
class Ip6:
    """`ip6`: matches a client inside the network (RFC 7208, 5.6)."""

    network: Network
    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier.shown}ip6:{_network(self.network)}"


@dataclass(frozen=True, slots=True)
class Exists:
    """`exists`: matches where the name has any A record (RFC 7208, 5.7)."""

    domain: MacroString
    qualifier: Qualifier = Qualifier.PASS

    def __str__(self) -> str:
        return f"{self.qualifier.shown}exists:{self.domain}"


@dataclass(frozen=True, slots=True)
class Redirect:
    """`redirect=`: the other domain's record decides where nothing matched (RFC 7208, 6.1)."""

    domain: MacroString

    def __str__(self) -> str:
        return f"redirect={self.domain}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """`exp=`: where the text for refused mail is published (RFC 7208, 6.2)."""

    domain: MacroString

    def __str__(self) -> str:
        return f"exp={self.domain}"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A modifier that RFC 7208 does not know: legal, and ignored (RFC 7208, 6)."""

    name: str
    value: MacroString

    def __str__(self) -> str:
        return f"{self.name}={self.value}"


Mechanism: TypeAlias = All | Include | A | Mx | Ptr | Ip4 | Ip6 | Exists
Modifier: TypeAlias = Redirect | Explanation | Unknown
Term: TypeAlias = Mechanism | Modifier

Counted: TypeAlias = Include | A | Mx | Ptr | Exists | Redirect
COUNTED = (Include, A, Mx, Ptr, Exists, Redirect)
"""The terms that ask DNS and count towards the ten of RFC 7208, 4.6.4."""


def _host(host: MacroString | None) -> str:
    return "" if host is None else f":{host}"


def _lengths(v4: int, v6: int) -> str:
    return ("" if v4 == V4_BITS else f"/{v4}") + ("" if v6 == V6_BITS else f"//{v6}")


def _network(network: Network) -> str:
    return network.address if network.length == BITS[network.version] else str(network)
