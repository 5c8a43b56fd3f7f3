"""A local stand-in for Slack with a web page, for trying Helpdesk out and for its tests."""
