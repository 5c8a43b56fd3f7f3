"""Facts -> SenderReport: may this address send through this account, and if not, what to change."""

from bot.core.finding import Ruling
from bot.core.sender.check import check_sender, report
from bot.core.sender.facts import Facts, ahead, first, gather
from bot.core.sender.report import Comparison, SenderReport
from bot.core.sender.sending import Sending, sendings

__all__ = [
    "Comparison",
    "Facts",
    "Ruling",
    "SenderReport",
    "Sending",
    "ahead",
    "check_sender",
    "first",
    "gather",
    "report",
    "sendings",
]
