"""An IP network as three numbers; `ipaddress` makes and hashes its own ten times slower."""

from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

V4, V6 = 4, 6  # versions of the Internet Protocol
BITS = {V4: 32, V6: 128}  # of an address


class Network(NamedTuple):
    """The addresses of one family whose leading `length` bits are those of `first`.

    `first` is the lowest of them, as a number. A tree of records names hundreds of networks.
    """

    version: int
    first: int
    length: int

    @classmethod
    def around(cls, address: IPv4Address | IPv6Address, length: int) -> "Network":
        """The network of that length in which an address lies."""
        return cls.of(address.version, int(address), length)

    @classmethod
    def of(cls, version: int, address: int, length: int) -> "Network":
        """The same, for an address as a number."""
        ignored = BITS[version] - length
        return cls(version, address >> ignored << ignored, length)

    def holds(self, address: IPv4Address | IPv6Address) -> bool:
        """Whether an address lies in the network."""
        ignored = BITS[self.version] - self.length
        same_family = address.version == self.version
        return same_family and int(address) >> ignored == self.first >> ignored

    def within(self, other: "Network") -> bool:
        """Whether every address of this network lies in the other."""
        ignored = BITS[other.version] - other.length
        narrower = self.version == other.version and self.length >= other.length
        return narrower and self.first >> ignored == other.first >> ignored

    @property
    def addresses(self) -> int:
        """How many there are."""
        return 1 << BITS[self.version] - self.length

    @property
    def address(self) -> str:
        """The lowest address, as people write it."""
        if self.version == V4:
            return ".".join(map(str, self.first.to_bytes(4)))
        return str(IPv6Address(self.first))

    def __str__(self) -> str:
        return f"{self.address}/{self.length}"


EVERYBODY = (Network(V4, 0, 0), Network(V6, 0, 0))
