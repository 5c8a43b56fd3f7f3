"""The Web API through Slack's own client: what it gives, and what it refuses with which code."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground import (
    HANG_UP_DONE,
    SERVER_ERROR,
    Installed,
    Options,
    Playground,
    Rates,
    too_many,
)
from bot.settings import BadSettings


@pytest.fixture
async def slack() -> AsyncIterator[Playground]:
    async with Playground.serve(Options(rates=Rates(channel_burst=3))) as playground:
        yield playground


@pytest.fixture
def client(slack: Playground) -> AsyncWebClient:
    return AsyncWebClient(slack.bot_token, base_url=slack.api_url)


async def test_an_answer_to_the_bot_tells_its_scopes(
    slack: Playground, client: AsyncWebClient
) -> None:
    answer = await client.auth_test()

    assert set(answer.headers["x-oauth-scopes"].split(",")) == Installed().scopes


REFUSALS: dict[str, tuple[str, dict[str, Any], str]] = {
    "unknown method": ("chat.shout", {}, "unknown_method"),
    "unknown channel": ("chat.postMessage", {"channel": "C1", "text": "x"}, "channel_not_found"),
    "not a member": ("chat.postMessage", {"channel": "C0RANDOM1", "text": "x"}, "not_in_channel"),
    "nothing said": ("chat.postMessage", {"channel": "C0SUPPORT"}, "no_text"),
    "too much said": (
        "chat.postMessage",
        {"channel": "C0SUPPORT", "text": "x" * 40_001},
        "msg_too_long",
    ),
    "no channel": ("chat.postMessage", {"text": "x"}, "invalid_arguments"),
    "blocks that are no JSON": (
        "chat.postMessage",
        {"channel": "C0SUPPORT", "blocks": "[{"},
        "invalid_blocks_format",
    ),
    "bad blocks": (
        "chat.postMessage",
        {"channel": "C0SUPPORT", "blocks": [{"type": "carrot"}], "text": "x"},
        "invalid_blocks",
    ),
    "no such thread": (
        "chat.postMessage",
        {"channel": "C0SUPPORT", "text": "x", "thread_ts": "1.2"},
        "thread_not_found",
    ),
    "ephemeral for an outsider": (
        "chat.postEphemeral",
        {"channel": "D0ANNA001", "user": "U0CARL001", "text": "x"},
        "user_not_in_channel",
    ),
    "no such message": (
        "chat.update",
        {"channel": "C0SUPPORT", "ts": "1.2", "text": "x"},
        "message_not_found",
    ),
    "scope that was not asked for": (
        "reactions.add",
        {"channel": "C0SUPPORT", "timestamp": "1.2", "name": "eyes"},
        "missing_scope",
    ),
    "unknown trigger": (
        "views.open",
        {"trigger_id": "1.2", "view": {"type": "modal"}},
        "invalid_trigger_id",
    ),
    "unknown view": ("views.update", {"view_id": "V1", "view": {}}, "not_found"),
    "unknown user": ("users.info", {"user": "U1"}, "user_not_found"),
    "unknown group": ("usergroups.users.list", {"usergroup": "S1"}, "no_such_subteam"),
    "no such thread to read": (
        "conversations.replies",
        {"channel": "C0SUPPORT", "ts": "1.2"},
        "thread_not_found",
    ),
    "metadata of another form": (
        "chat.postMessage",
        {"channel": "C0SUPPORT", "text": "x", "metadata": {"event_type": "a"}},
        "invalid_metadata_format",
    ),
}


@pytest.mark.parametrize(("method", "arguments", "error"), REFUSALS.values(), ids=REFUSALS)
async def test_what_slack_refuses_is_refused_with_its_code(
    client: AsyncWebClient, method: str, arguments: dict[str, Any], error: str
) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.api_call(method, json=arguments)

    assert caught.value.response["error"] == error


@pytest.mark.parametrize(
    ("token", "error"),
    [
        ("", "not_authed"),
        ("xoxb-wrong", "invalid_auth"),
        ("xapp-1-A0HELPBOT-playground", "not_allowed_token_type"),
    ],
    ids=["none", "wrong", "the app's"],
)
async def test_a_wrong_token_is_refused(slack: Playground, token: str, error: str) -> None:
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.api_url}auth.test", headers=headers) as response,
    ):
        answer = await response.json()

    assert answer == {"ok": False, "error": error}


async def test_a_scope_that_is_missing_is_named(client: AsyncWebClient, slack: Playground) -> None:
    slack.service.installed = Installed().without("channels:history")
    ts = await slack.say("anna", "#support", "hello")
    with pytest.raises(SlackApiError) as caught:
        await client.conversations_replies(channel="C0SUPPORT", ts=ts)

    assert caught.value.response["needed"] == "channels:history"
    assert slack.log == []  # nor does the event arrive without its scope


async def test_only_ones_own_messages_can_be_changed(
    client: AsyncWebClient, slack: Playground
) -> None:
    ts = await slack.say("anna", "#support", "mine")
    with pytest.raises(SlackApiError, match="cant_update_message"):
        await client.chat_update(channel="C0SUPPORT", ts=ts, text="yours")


async def test_metadata_comes_back_only_where_asked_for(client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(
        channel="C0SUPPORT", text="x", metadata={"event_type": "reply", "event_payload": {"a": 1}}
    )
    place: dict[str, Any] = {"channel": "C0SUPPORT", "ts": posted["ts"]}
    without = await client.conversations_replies(**place)
    whole = await client.conversations_replies(**place, include_all_metadata=True)

    assert "metadata" not in without["messages"][0]
    assert whole["messages"][0]["metadata"]["event_payload"] == {"a": 1}


async def test_a_reply_to_a_reply_is_refused(client: AsyncWebClient, slack: Playground) -> None:
    root = await slack.say("anna", "#support", "root")
    reply = await slack.say("anna", "#support", "reply", thread_ts=root)
    with pytest.raises(SlackApiError, match="cannot_reply_to_message"):
        await client.chat_postMessage(channel="C0SUPPORT", text="x", thread_ts=reply)


async def test_an_ephemeral_message_is_seen_by_one_and_found_by_nobody(
    client: AsyncWebClient, slack: Playground
) -> None:
    sent = await client.chat_postEphemeral(channel="C0SUPPORT", user="U0ANNA001", text="psst")
    with pytest.raises(SlackApiError, match="message_not_found"):
        await client.chat_update(channel="C0SUPPORT", ts=sent["message_ts"], text="x")

    assert slack.transcript("anna", "#support") == ["Helpdesk (only Anna): psst"]
    assert slack.transcript("carl", "#support") == []


async def test_a_burst_passes_and_then_slack_asks_to_wait(client: AsyncWebClient) -> None:
    for _ in range(3):
        await client.chat_postMessage(channel="C0SUPPORT", text="x")
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="C0SUPPORT", text="x")

    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "1"


async def test_mishaps_come_to_order(client: AsyncWebClient, slack: Playground) -> None:
    slack.fail("auth.test", too_many(7))
    slack.fail("auth.test", SERVER_ERROR)
    statuses = []
    for _ in range(2):
        with pytest.raises(SlackApiError) as caught:
            await client.auth_test()
        statuses.append(caught.value.response.status_code)

    assert statuses == [429, 500]
    assert (await client.auth_test())["user_id"] == slack.bot_user


async def test_a_connection_can_break_after_the_message_was_posted(
    client: AsyncWebClient, slack: Playground
) -> None:
    client.retry_handlers.clear()
    slack.fail("chat.postMessage", HANG_UP_DONE)
    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel="C0SUPPORT", text="once")

    assert slack.transcript("anna", "#support") == ["Helpdesk: once"]


async def test_a_response_url_works_five_times(slack: Playground) -> None:
    url = slack.service.responses.give("U0ANNA001", "C0RANDOM1")
    webhook = AsyncWebhookClient(url)
    answers = [await webhook.send(text=f"{n}") for n in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[-1].body
    assert slack.transcript("anna", "#random")[0] == "Helpdesk (only Anna): 0"


async def test_a_response_url_ends_after_half_an_hour() -> None:
    now = [time.time()]
    async with Playground.serve(Options(clock=lambda: now[0])) as slack:
        url = slack.service.responses.give("U0ANNA001", "C0SUPPORT")
        now[0] += 1801
        answer = await AsyncWebhookClient(url).send(text="late")

    assert (answer.status_code, "expired_url" in answer.body) == (404, True)


async def test_a_response_url_refuses_bad_blocks(slack: Playground) -> None:
    url = slack.service.responses.give("U0ANNA001", "C0SUPPORT")
    answer = await AsyncWebhookClient(url).send(text="x", blocks=[{"type": "carrot"}])

    assert (answer.status_code, "invalid_blocks" in answer.body) == (400, True)


async def test_a_replaced_ephemeral_jumps_out_of_its_thread(slack: Playground) -> None:
    root = await slack.say("anna", "#support", "root")
    service = slack.service
    hidden = service.post(
        replace(
            slack.messages("anna", "#support")[0],
            ts=service.new_ts(),
            user=slack.bot_user,
            thread_ts=root,
            only_for="U0ANNA001",
        )
    )
    url = service.responses.give("U0ANNA001", "C0SUPPORT", original=hidden.ts)
    await AsyncWebhookClient(url).send(text="changed", replace_original=True)

    assert slack.transcript("anna", "#support") == ["Anna: root", "Helpdesk (only Anna): changed"]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])  # noqa: S104 - refused
async def test_it_listens_on_this_machine_only(host: str) -> None:
    with pytest.raises(BadSettings, match="this machine only"):
        async with Playground.serve(Options(host=host)):
            pass


@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "https://evil.example"}],
    ids=["rebound name", "other site"],
)
async def test_other_websites_are_turned_away(slack: Playground, headers: dict[str, str]) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.api_url}auth.test", headers=headers) as response,
    ):
        assert response.status == 403


async def test_a_port_that_is_taken_is_said_so(slack: Playground) -> None:
    port = int(slack.url.rsplit(":", 1)[1])
    with pytest.raises(BadSettings, match="taken"):
        async with Playground.serve(Options(port=port)):
            pass
