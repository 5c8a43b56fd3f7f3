"""Bolt's own Socket Mode client against the stand-in, over real sockets."""

import json
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Options, Playground, Timing
from tests.playground.bot_app import connected, greeter


def events(slack: Playground) -> list[str]:
    return [delivery.envelope.title for delivery in slack.log]


async def open_socket(slack: Playground, session: aiohttp.ClientSession) -> Any:
    client = AsyncWebClient(slack.app_token, base_url=slack.api_url)
    opened = await client.apps_connections_open(app_token=slack.app_token)
    socket = await session.ws_connect(opened["url"])
    return socket, (await socket.receive_json())["type"]


async def test_a_mention_is_answered_in_its_thread() -> None:
    async with Playground.serve() as slack, connected(greeter(slack), slack):
        ts = await slack.say("anna", "#support", "@helpdesk hello")
        await slack.wait_for(lambda: slack.thread(ts))
        await slack.settled()

        assert slack.transcript("anna", "#support") == [
            "Anna: <@U0HELPBOT> hello",
            "  Helpdesk: hi",
        ]
        assert all(delivery.acked for delivery in slack.log)


async def test_a_mention_arrives_twice_with_one_ts() -> None:
    async with Playground.serve() as slack, connected(greeter(slack), slack):
        ts = await slack.say("anna", "#support", "@helpdesk hello")
        first, second = (delivery.envelope.payload for delivery in slack.log[:2])

        assert (first["event"]["type"], second["event"]["type"]) == ("message", "app_mention")
        assert first["event"]["ts"] == second["event"]["ts"] == ts
        assert first["event_id"] != second["event_id"]


async def test_what_is_not_acknowledged_comes_again_three_times() -> None:
    timing = Timing().scaled(0.001)
    async with (
        Playground.serve(Options(timing=timing)) as slack,
        aiohttp.ClientSession() as session,
    ):
        socket, hello = await open_socket(slack, session)
        await slack.say("anna", "#support", "hello")
        frames = [await socket.receive_json() for _ in range(4)]
        await slack.log[0].wait()

        assert hello == "hello"
        assert [frame["retry_attempt"] for frame in frames] == [0, 1, 2, 3]
        assert [frame["retry_reason"] for frame in frames] == ["", *["timeout"] * 3]
        assert len({frame["payload"]["event_id"] for frame in frames}) == 1
        assert slack.log[0].given_up


async def test_what_a_lost_connection_owed_goes_to_the_next() -> None:
    async with Playground.serve() as slack, aiohttp.ClientSession() as session:
        first, _ = await open_socket(slack, session)
        await slack.say("anna", "#support", "hello")
        envelope = (await first.receive_json())["envelope_id"]
        second, _ = await open_socket(slack, session)
        await first.close()
        again = await second.receive_json()
        await second.send_str(json.dumps({"envelope_id": again["envelope_id"]}))
        await slack.log[0].wait()

        assert (again["envelope_id"], again["retry_reason"]) == (envelope, "connection_lost")
        assert slack.log[0].acked


async def test_exactly_one_of_several_connections_gets_an_envelope() -> None:
    async with Playground.serve() as slack, aiohttp.ClientSession() as session:
        sockets = [(await open_socket(slack, session))[0] for _ in range(2)]
        await slack.say("anna", "#support", "one")
        await slack.say("anna", "#support", "two")
        texts = [(await socket.receive_json())["payload"]["event"]["text"] for socket in sockets]

        assert sorted(texts) == ["one", "two"]


async def test_the_eleventh_connection_is_one_too_many() -> None:
    async with Playground.serve() as slack, aiohttp.ClientSession() as session:
        sockets = [await open_socket(slack, session) for _ in range(11)]

        assert [kind for _, kind in sockets] == ["hello"] * 10 + ["disconnect"]


async def test_bolt_comes_back_after_a_disconnect() -> None:
    async with Playground.serve() as slack, connected(greeter(slack), slack):
        await slack.sockets.disconnect()
        await slack.wait_for(lambda: len(slack.called("apps.connections.open")) == 2, 10)
        await slack.connected()
        ts = await slack.say("anna", "#support", "@helpdesk hello")
        await slack.wait_for(lambda: slack.thread(ts))


async def test_edits_unfurls_and_replies_are_told_as_message_changed() -> None:
    async with Playground.serve() as slack, connected(greeter(slack), slack):
        ts = await slack.say("anna", "#support", "hello")
        await slack.edit("anna", ts, "@helpdesk hello")
        await slack.unfurl(ts)
        await slack.say("anna", "#support", "more", thread_ts=ts)
        await slack.delete("anna", ts)

        assert events(slack)[:6] == [
            "message",
            "message_changed",
            "app_mention",
            "message_changed",
            "message",
            "message_changed",
        ]
        edited = slack.log[2].envelope.payload["event"]
        assert "edited" in edited
        assert edited["ts"] == ts


async def test_a_dm_says_im_and_names_its_thread() -> None:
    async with Playground.serve() as slack, connected(greeter(slack), slack):
        ts = await slack.say("carl", "dm", "hello")
        await slack.say("carl", "dm", "more", thread_ts=ts)
        payloads = [delivery.envelope.payload["event"] for delivery in slack.log[:2]]

        assert [event["channel_type"] for event in payloads] == ["im", "im"]
        assert payloads[1]["thread_ts"] == ts


async def test_the_bot_hears_nothing_where_it_is_no_member() -> None:
    async with Playground.serve() as slack:
        await slack.say("anna", "#random", "@helpdesk hello")

        assert slack.log == []


async def test_the_bot_hears_that_it_was_invited() -> None:
    async with Playground.serve() as slack, connected(greeter(slack), slack):
        await slack.invite("anna", "#random")

        assert events(slack) == ["member_joined_channel"]


async def test_a_command_without_a_bot_is_answered_by_slackbot() -> None:
    async with Playground.serve() as slack:
        await slack.command("anna", "#support", "/checkspf example.com")

        assert slack.transcript("anna", "#support") == [
            'Slackbot (only Anna): /checkspf failed with the error "dispatch_failed"'
        ]


async def test_a_command_carries_its_text_as_typed() -> None:
    async with Playground.serve() as slack:
        app = AsyncApp(client=AsyncWebClient(slack.bot_token, base_url=slack.api_url))

        @app.command("/checkspf")
        async def echo(ack: AsyncAck, command: dict[str, str]) -> None:
            await ack(f"got {command['text']}")

        async with connected(app, slack):
            await slack.command("anna", "#random", "/checkspf example.com & <b>")

            assert slack.transcript("anna", "#random") == [
                "Helpdesk (only Anna): got example.com &amp; &lt;b&gt;"
            ]
