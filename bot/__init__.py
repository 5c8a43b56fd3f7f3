"""Helpdesk: a Slack bot for support teams."""

__version__ = "0.1.0"
