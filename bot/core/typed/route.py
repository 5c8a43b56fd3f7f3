"""The words by which people say how the mail gets out -> Route."""

import re
from enum import StrEnum


class Route(StrEnum):
    """How the mail gets out."""

    MAILBOX = "mailbox"  # a program logs in to the mailbox that is named
    RELAY = "relay"  # a mail server hands everything to the provider: smarthost
    WEBSPACE = "webspace"  # a script on the provider's web space


ROUTES = {
    **dict.fromkeys(
        ["relay", "--relay", "relais", "mailrelay", "smarthost", "smart-host"], Route.RELAY
    ),
    **dict.fromkeys(
        ["webspace", "--webspace", "webhosting", "website", "script", "skript", "php"],
        Route.WEBSPACE,
    ),
}
_ROUTE_NAMED = re.compile(
    r"(?<![\w=.@-])(smarthost|smart-host|mailrelay|relay|webspace|webhosting)(?![\w=.@-])",
    re.IGNORECASE,
)


def route_in(typed: str) -> Route:
    """A route that the text names as a word: inside a bounce, `relay=` names a host."""
    found = _ROUTE_NAMED.search(typed)
    return ROUTES[found[0].lower()] if found else Route.MAILBOX
