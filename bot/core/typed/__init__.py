"""What a person typed -> Domain, Address, ... or BadInput."""

from bot.core.typed.address import Address
from bot.core.typed.domain import Domain
from bot.core.typed.spelling import plain, visible
from bot.core.typed.spf_check import SpfCheck, parse_ip

__all__ = ["Address", "Domain", "SpfCheck", "parse_ip", "plain", "visible"]
