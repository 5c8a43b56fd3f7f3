"""Every sentence of Helpdesk's messages in Slack, by what they are about."""
