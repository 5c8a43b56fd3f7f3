"""What the Web API gives where nothing is wrong, method by method."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Installed, Options, Playground

Json = dict[str, Any]
MORE = frozenset({"reactions:write", "channels:join", "team:read", "im:read"})


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    installed = Installed()
    installed = replace(installed, scopes=installed.scopes - {"groups:read"} | MORE)
    async with Playground.serve(Options(installed=installed)) as playground:
        yield playground


@pytest.fixture
def client(slack: Playground) -> AsyncWebClient:
    return AsyncWebClient(slack.bot_token, base_url=slack.api_url)


async def said(client: AsyncWebClient, text: str = "hello", **fields: Any) -> str:
    answer = await client.chat_postMessage(channel="C0SUPPORT", text=text, **fields)
    return str(answer["ts"])


async def test_a_message_is_updated_with_its_metadata_and_deleted(
    client: AsyncWebClient, slack: Playground
) -> None:
    ts = await said(client)
    about = {"event_type": "reply", "event_payload": {"a": 1}}
    await client.chat_update(channel="C0SUPPORT", ts=ts, text="bye", metadata=about)
    [message] = slack.messages("anna", "#support")
    await client.chat_delete(channel="C0SUPPORT", ts=ts)

    assert (message.text, message.metadata) == ("bye", about)
    assert slack.messages("anna", "#support") == []


async def test_a_user_id_stands_for_the_dm(client: AsyncWebClient, slack: Playground) -> None:
    answer = await client.chat_postMessage(channel="U0CARL001", text="psst")

    assert answer["channel"] == "D0CARL001"
    assert slack.transcript("carl", "dm") == ["Helpdesk: psst"]


async def test_a_permalink_names_the_thread_of_a_reply(client: AsyncWebClient) -> None:
    root = await said(client)
    reply = await said(client, thread_ts=root)
    link = (await client.chat_getPermalink(channel="C0SUPPORT", message_ts=reply))["permalink"]

    assert link == (
        f"https://playground.slack.com/archives/C0SUPPORT/p{reply.replace('.', '')}"
        f"?thread_ts={root}&cid=C0SUPPORT"
    )


async def test_a_reaction_comes_once_and_goes(client: AsyncWebClient, slack: Playground) -> None:
    ts = await said(client)
    mark: Json = {"channel": "C0SUPPORT", "timestamp": ts, "name": "eyes"}
    await client.reactions_add(**mark)
    with pytest.raises(SlackApiError, match="already_reacted"):
        await client.reactions_add(**mark)
    await client.reactions_remove(**mark)
    with pytest.raises(SlackApiError, match="no_reaction"):
        await client.reactions_remove(**mark)

    assert slack.messages("anna", "#support")[0].reactions == ()


async def test_a_status_ends_with_the_next_message(
    client: AsyncWebClient, slack: Playground
) -> None:
    ts = await slack.say("anna", "#support", "question")
    place: Json = {"channel_id": "C0SUPPORT", "thread_ts": ts}
    await client.assistant_threads_setStatus(**place, status="is looking it up…")
    during = dict(slack.service.workspace.statuses)
    await said(client, thread_ts=ts)

    assert during == {("C0SUPPORT", ts): "is looking it up…"}
    assert slack.service.workspace.statuses == {}


async def test_an_empty_status_ends_it_too(client: AsyncWebClient, slack: Playground) -> None:
    place: Json = {"channel_id": "C0SUPPORT", "thread_ts": "1.2"}
    await client.assistant_threads_setStatus(**place, status="is looking it up…")
    await client.assistant_threads_setStatus(**place, status="")

    assert slack.service.workspace.statuses == {}


async def test_history_is_newest_first_and_leaves_replies_out(client: AsyncWebClient) -> None:
    first = await said(client, "one")
    await said(client, "reply", thread_ts=first)
    last = await said(client, "two")
    history = await client.conversations_history(channel="C0SUPPORT")
    after = await client.conversations_history(channel="C0SUPPORT", oldest=first)
    from_first = await client.conversations_history(
        channel="C0SUPPORT", oldest=first, latest=last, inclusive=True
    )

    assert [m["text"] for m in history["messages"]] == ["two", "one"]
    assert [m["text"] for m in after["messages"]] == ["two"]
    assert [m["text"] for m in from_first["messages"]] == ["two", "one"]
    assert history["messages"][1]["reply_count"] == 1


async def test_who_is_where(client: AsyncWebClient) -> None:
    channel = (await client.conversations_info(channel="C0RANDOM1"))["channel"]
    dm = (await client.conversations_info(channel="D0ANNA001"))["channel"]
    members = (await client.conversations_members(channel="C0RANDOM1"))["members"]
    listed = (await client.conversations_list())["channels"]
    opened = (await client.conversations_open(users="U0ADA0001"))["channel"]

    assert (channel["name"], channel["is_member"]) == ("random", False)
    assert (dm["is_im"], dm["user"]) == (True, "U0ANNA001")
    assert members == ["U0ADA0001", "U0ANNA001", "U0CARL001"]
    assert [c["name"] for c in listed] == ["support", "general", "random"]
    assert opened == {"id": "D0ADA0001"}


@pytest.mark.parametrize(
    ("users", "error"),
    [
        ("", "invalid_arguments"),
        ("U0ANNA001,U0ADA0001", "too_many_users"),
        ("U1", "user_not_found"),
    ],
)
async def test_a_dm_is_opened_with_one_person(
    client: AsyncWebClient, users: str, error: str
) -> None:
    with pytest.raises(SlackApiError, match=error):
        await client.conversations_open(users=users)


async def test_the_bot_joins_a_public_channel(client: AsyncWebClient, slack: Playground) -> None:
    await client.conversations_join(channel="C0RANDOM1")
    await client.chat_postMessage(channel="C0RANDOM1", text="here I am")
    await slack.remove("anna", "#random")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        await client.chat_postMessage(channel="C0RANDOM1", text="still?")


async def test_who_is_who(client: AsyncWebClient) -> None:
    carl = (await client.users_info(user="U0CARL001", include_locale=True))["user"]
    anna = (await client.users_info(user="U0ANNA001"))["user"]
    everybody = (await client.users_list())["members"]
    [group] = (await client.usergroups_list())["usergroups"]
    helpers = (await client.usergroups_users_list(usergroup=group["id"]))["users"]
    bot = (await client.bots_info())["bot"]
    team = (await client.team_info())["team"]

    assert (carl["locale"], carl["is_restricted"]) == ("de-DE", True)
    assert "locale" not in anna
    assert len(everybody) == 5
    assert (group["handle"], helpers) == ("support", ["U0ANNA001"])
    assert (bot["user_id"], team["id"]) == ("U0HELPBOT", "T0PLAYGRND")


async def test_lists_are_paged_by_cursor(client: AsyncWebClient) -> None:
    first = await client.users_conversations(types="public_channel,im", limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    second = await client.users_conversations(types="public_channel,im", limit=3, cursor=cursor)

    assert [c["id"] for c in [*first["channels"], *second["channels"]]] == [
        "C0SUPPORT",
        "C0GENERAL",
        "D0ANNA001",
        "D0CARL001",
        "D0ADA0001",
    ]
    assert second["response_metadata"]["next_cursor"] == ""


async def test_every_kind_that_is_listed_needs_its_scope(client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.users_conversations(types="public_channel,mpim,private_channel")

    assert caught.value.response["needed"] == "groups:read"


async def test_a_cursor_that_was_never_given_is_refused(client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError, match="invalid_cursor"):
        await client.users_list(cursor="bm9uc2Vuc2U=")


async def test_a_limit_that_is_no_number_is_refused(client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        await client.api_call("users.list", params={"limit": "many"})


MODAL: Json = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Modal"},
    "blocks": [{"type": "divider"}],
}


async def test_a_third_modal_is_the_last_that_fits(
    client: AsyncWebClient, slack: Playground
) -> None:
    triggers = slack.service.triggers
    view = (await client.views_open(trigger_id=triggers.give("U0ANNA001"), view=MODAL))["view"]
    for _ in range(2):
        view = (
            await client.views_push(trigger_id=triggers.give("U0ANNA001", view["id"]), view=MODAL)
        )["view"]
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await client.views_push(trigger_id=triggers.give("U0ANNA001", view["id"]), view=MODAL)
    await slack.close("anna")
    top = slack.modal("anna")

    assert top is not None
    assert view["previous_view_id"] == top.id


async def test_a_modal_is_not_pushed_from_nowhere(
    client: AsyncWebClient, slack: Playground
) -> None:
    trigger = slack.service.triggers.give("U0ANNA001")
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await client.views_push(trigger_id=trigger, view=MODAL)


async def test_a_home_tab_is_no_modal(client: AsyncWebClient, slack: Playground) -> None:
    trigger = slack.service.triggers.give("U0ANNA001")
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        await client.views_open(trigger_id=trigger, view={"type": "home", "blocks": []})


async def test_a_home_tab_that_is_off_is_not_published(
    client: AsyncWebClient, slack: Playground
) -> None:
    slack.service.installed = replace(Installed(), home=False)
    with pytest.raises(SlackApiError, match="not_enabled"):
        await client.views_publish(user_id="U0ANNA001", view={"type": "home", "blocks": []})
