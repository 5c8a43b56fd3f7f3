"""What the terms of a record lead to and match, as far as that needs no client."""

from ipaddress import IPv4Address, IPv6Address

from bot.core.lookup import Mx, Records, queryable
from bot.core.spf.macro import MacroString, target_name
from bot.core.spf.network import Network
from bot.core.spf.record import Fault
from bot.core.spf.term import A, All, Exists, Include, Ip4, Ip6, Modifier, Ptr, Redirect, Term
from bot.core.spf.term import Mx as MxTerm

KNOWN_LETTERS = frozenset("do")  # macro letters whose value needs no client (RFC 7208, 7.2)


def target_of(term: Term, domain: str, top: str) -> str | None:
    """The name that a counted term of `domain`'s record asks about, in a survey of `top`.

    None where it depends on the client: its macros, or `ptr`.
    """
    if isinstance(term, Ptr):
        return None
    spec = _spec(term)
    if spec is None:
        return domain
    if spec.letters - KNOWN_LETTERS:
        return None
    return target_name(spec, {"d": domain, "o": top}).lower()


def _spec(term: Term) -> MacroString | None:
    match term:
        case A(host=host) | MxTerm(host=host) | Ptr(host=host):
            return host
        case Include(domain=spec) | Exists(domain=spec) | Redirect(domain=spec):
            return spec
        case _:
            return None


def mail_hosts(response: Records) -> tuple[str, ...]:
    """The hosts of an MX response that DNS can be asked about, in their order, each once.

    A null MX (RFC 7505) gives none.
    """
    hosts = (value.host.lower() for value in response.values if isinstance(value, Mx))
    return tuple(dict.fromkeys(host for host in hosts if queryable(host)))


def networks_of(term: Term | Fault, response: Records) -> tuple[Network, ...]:
    """The networks that an `a` or `mx` term matches for these addresses (RFC 7208, 5.3, 5.4)."""
    if not isinstance(term, A | MxTerm):
        return ()
    return tuple(
        Network.around(value, term.v4 if isinstance(value, IPv4Address) else term.v6)
        for value in response.values
        if isinstance(value, IPv4Address | IPv6Address)
    )


def matches(part: Term | Fault) -> Network | str | None:
    """What a mechanism matches, without its qualifier and as it compares; None for other parts."""
    if isinstance(part, Ip4 | Ip6):
        return part.network
    return None if isinstance(part, Fault | Modifier | All) else unsigned(part)


def unsigned(part: Term | Fault) -> str:
    """A term without its qualifier, in lower case."""
    return str(part).lstrip("+-~?").lower()
