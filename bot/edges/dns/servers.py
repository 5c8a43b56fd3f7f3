"""Which name servers are asked: those given, or those of the system's configuration."""

import re
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import dns.resolver

PORT = 53
MAX_PORT = 65535
WRITTEN = re.compile(
    r"(?:\[(?P<v6>[^\[\]]+)\]|(?P<v4>[^\[\]:]+))(?::(?P<port>[0-9]{1,5}))?|(?P<bare>[^\[\]]+)"
)
LOCAL = ("127.0.0.1",)  # who is asked on a system that configures nobody (resolv.conf(5))


@dataclass(frozen=True, slots=True)
class Server:
    """One name server: "host:port" as it was written, and where that is."""

    text: str
    family: socket.AddressFamily
    address: Any  # what the socket module takes for this family

    @classmethod
    def parse(cls, text: str) -> "Server":
        """Read "192.0.2.53", "192.0.2.53:5353", "2001:db8::53" or "[2001:db8::53]:5353".

        Raises ValueError for anything else: a name would have to be looked up first.
        """
        host, port = _divided(text.strip())
        try:
            found = socket.getaddrinfo(
                host, port, type=socket.SOCK_DGRAM, flags=socket.AI_NUMERICHOST
            )
        except (OSError, UnicodeError) as error:
            raise ValueError(f"{text!r} is not an IP address with a port") from error
        return cls(text.strip(), found[0][0], found[0][4])


def configured(texts: Sequence[str]) -> tuple[Server, ...]:
    """The servers of these texts or, if there are none, of the system's own configuration."""
    return tuple(Server.parse(text) for text in texts or _of_the_system())


def _of_the_system() -> Sequence[str]:
    try:
        resolver = dns.resolver.Resolver()
    except dns.resolver.NoResolverConfiguration:
        return LOCAL
    return [str(server) for server in resolver.nameservers] or LOCAL


def _divided(text: str) -> tuple[str, int]:
    written = WRITTEN.fullmatch(text)
    port = int((written and written["port"]) or PORT)
    if written is None or not 0 < port <= MAX_PORT:
        raise ValueError(f"{text!r} is not an IP address with a port")
    return written["v6"] or written["v4"] or written["bare"], port
