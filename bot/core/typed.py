"""What a person typed -> Domain, Address, ... or BadInput."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain name: `ascii` in A-labels, lower case, no final dot; `shown` in U-labels."""

    ascii: str
    shown: str


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail address: the part before the @ as typed, and its domain."""

    local: str
    domain: Domain
