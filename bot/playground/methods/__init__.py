"""The Web API as a table: method name -> what runs, what it needs, how often it may be called."""

from bot.playground.methods import chat, conversations, people, views
from bot.playground.methods.call import Method

READS = ("channels:read", "groups:read", "im:read", "mpim:read")

# Rates are Slack's tiers for internal apps: 1/min, 20/min, 50/min, 100/min; special ones as documented.
# chat.postMessage is limited by channel, in rates.py.
METHODS: dict[str, Method] = {
    "api.test": Method(lambda _: {}, per_minute=100),
    "apps.connections.open": Method(
        lambda call: {"url": call.service.socket_url()}, app_token=True, per_minute=600
    ),
    "auth.test": Method(people.auth_test, per_minute=600),
    "assistant.threads.setStatus": Method(
        chat.set_status,
        ("chat:write", "assistant:write"),
        ("channel_id", "thread_ts", "status"),
        per_minute=600,
    ),
    "bots.info": Method(people.bot_info, ("users:read",), per_minute=50),
    "chat.delete": Method(chat.delete, ("chat:write",), ("channel", "ts"), per_minute=50),
    "chat.getPermalink": Method(chat.permalink, (), ("channel", "message_ts"), per_minute=600),
    "chat.postEphemeral": Method(chat.post_ephemeral, ("chat:write",), ("channel", "user")),
    "chat.postMessage": Method(chat.post_message, ("chat:write",), ("channel",), per_minute=600),
    "chat.update": Method(chat.update, ("chat:write",), ("channel", "ts"), per_minute=50),
    "conversations.history": Method(conversations.history, (), ("channel",), per_minute=50),
    "conversations.info": Method(conversations.info, (), ("channel",), per_minute=50),
    "conversations.join": Method(
        conversations.join, ("channels:join",), ("channel",), per_minute=50
    ),
    "conversations.list": Method(conversations.list_all, READS, per_minute=20),
    "conversations.members": Method(conversations.members, (), ("channel",)),
    "conversations.open": Method(conversations.open_dm, ("im:write",), ("users",), per_minute=50),
    "conversations.replies": Method(conversations.replies, (), ("channel", "ts"), per_minute=50),
    "reactions.add": Method(
        chat.add_reaction, ("reactions:write",), ("channel", "name", "timestamp"), per_minute=50
    ),
    "reactions.remove": Method(
        chat.remove_reaction, ("reactions:write",), ("channel", "name", "timestamp"), per_minute=20
    ),
    "team.info": Method(people.team_info, ("team:read",), per_minute=50),
    "usergroups.list": Method(people.groups, ("usergroups:read",), per_minute=20),
    "usergroups.users.list": Method(
        people.group_users, ("usergroups:read",), ("usergroup",), per_minute=20
    ),
    "users.conversations": Method(conversations.list_of_user, READS, per_minute=50),
    "users.info": Method(people.user_info, ("users:read",), ("user",)),
    "users.list": Method(people.user_list, ("users:read",), per_minute=20),
    "views.open": Method(views.open_view, (), ("trigger_id", "view")),
    "views.publish": Method(views.publish, (), ("user_id", "view")),
    "views.push": Method(views.push, (), ("trigger_id", "view")),
    "views.update": Method(views.update, (), ("view",)),
}

__all__ = ["METHODS"]
