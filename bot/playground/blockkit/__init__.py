"""Slack's Block Kit as tables, and the check that refuses what Slack refuses; pure."""

from bot.playground.blockkit.check import check_message, check_view

__all__ = ["check_message", "check_view"]
