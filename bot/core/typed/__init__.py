"""What a person typed -> Domain, Address, ... or BadInput."""

from bot.core.typed.address import Address
from bot.core.typed.domain import Domain
from bot.core.typed.question import Check, find_checks
from bot.core.typed.route import Route
from bot.core.typed.sender_check import SenderCheck, lying_links
from bot.core.typed.spelling import plain, visible
from bot.core.typed.spf_check import SpfCheck, parse_ip

__all__ = [
    "Address",
    "Check",
    "Domain",
    "Route",
    "SenderCheck",
    "SpfCheck",
    "find_checks",
    "lying_links",
    "parse_ip",
    "plain",
    "visible",
]
