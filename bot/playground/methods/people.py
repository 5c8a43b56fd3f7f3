"""`auth.*`, `users.*`, `usergroups.*`, `bots.*`, `team.*`: who is who."""

from bot.playground.methods.call import Call
from bot.playground.methods.conversations import page
from bot.playground.payloads import bot_json, user_json
from bot.playground.refusal import Refused
from bot.playground.workspace import BOT_ID, BOT_USER, Json


def auth_test(call: Call) -> Json:
    """`auth.test`."""
    workspace = call.service.workspace
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.name,
        "user": workspace.users[BOT_USER].name,
        "team_id": workspace.team,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def user_info(call: Call) -> Json:
    """`users.info`."""
    user = call.user()
    return {"user": user_json(call.service.workspace, user, locale=call.flag("include_locale"))}


def user_list(call: Call) -> Json:
    """`users.list`."""
    workspace, locale = call.service.workspace, call.flag("include_locale")
    users = [user_json(workspace, user, locale=locale) for user in workspace.users.values()]
    return page(call, users, "members")


def groups(call: Call) -> Json:
    """`usergroups.list`."""
    return {
        "usergroups": [
            {
                "id": group.id,
                "team_id": call.service.workspace.team,
                "is_usergroup": True,
                "name": group.name,
                "handle": group.handle,
                "user_count": len(group.users),
                "date_delete": 0,
            }
            for group in call.service.workspace.groups.values()
        ]
    }


def group_users(call: Call) -> Json:
    """`usergroups.users.list`."""
    group = call.service.workspace.groups.get(call.text("usergroup"))
    if group is None:
        raise Refused("no_such_subteam")
    return {"users": list(group.users)}


def bot_info(call: Call) -> Json:
    """`bots.info`."""
    if call.text("bot", BOT_ID) != BOT_ID:
        raise Refused("bot_not_found")
    return {"bot": bot_json(call.service.workspace)}


def team_info(call: Call) -> Json:
    """`team.info`."""
    workspace = call.service.workspace
    return {"team": {"id": workspace.team, "name": workspace.name, "domain": workspace.domain}}
