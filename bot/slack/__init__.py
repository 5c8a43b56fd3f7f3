"""Slack's side of Helpdesk: thin, decides nothing."""
