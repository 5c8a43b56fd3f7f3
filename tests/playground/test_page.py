"""The page's server side: its files, its policy, and what its WebSocket shows and does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Options, Playground
from bot.playground.page import FILES
from tests.playground.bot_app import connected, greeter

Json = dict[str, Any]


class Window:
    """One browser window, as the page's own script sees the connection."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.state: Json = {}

    async def look(self) -> Json:
        """The next state."""
        while True:
            frame = await self.socket.receive_json()
            if frame["type"] == "state":
                self.state = frame
                return self.state

    async def do(self, deed: str, **fields: Any) -> Json:
        """Do something; gives the answer, keeping the states that come before it."""
        await self.socket.send_json({"do": deed, "number": 1, **fields})
        while True:
            frame = await self.socket.receive_json()
            if frame["type"] != "state":
                return dict(frame)
            self.state = frame


@asynccontextmanager
async def window(slack: Playground, person: str) -> AsyncIterator[Window]:
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{slack.url}/live?as={person}") as socket,
    ):
        yield Window(socket)


async def test_the_page_may_load_nothing_from_outside() -> None:
    async with (
        Playground.serve() as slack,
        aiohttp.ClientSession() as session,
        session.get(slack.url) as response,
    ):
        policy = response.headers["Content-Security-Policy"]
        text = await response.text()

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in text


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.name)
def test_a_file_of_the_page_writes_no_markup_and_names_no_outside_address(file: Any) -> None:
    text = file.read_text()

    assert not [word for word in ("innerHTML", "insertAdjacentHTML", "eval(") if word in text]
    assert "https://" not in text.replace("https://[^", "")
    assert len(text.splitlines()) <= 250


@pytest.mark.parametrize("name", ["nothing.js", "../page.py", "index.html"])
async def test_only_the_files_of_the_page_are_served(name: str) -> None:
    async with (
        Playground.serve() as slack,
        aiohttp.ClientSession() as session,
        session.get(f"{slack.url}/page/{name}") as response,
    ):
        assert response.status == 404


async def test_a_window_shows_what_its_person_sees() -> None:
    async with Playground.serve(Options(notes={"dns": "demo zone"})) as slack:
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        await client.chat_postEphemeral(channel="C0SUPPORT", user="U0ANNA001", text="psst")
        async with window(slack, "anna") as anna, window(slack, "carl") as carl:
            seen, other = await anna.look(), await carl.look()

    assert [message["text"] for message in seen["messages"]["C0SUPPORT"]] == ["psst"]
    assert other["messages"]["C0SUPPORT"] == []
    assert (seen["connected"], seen["notes"]) == (False, {"dns": "demo zone"})
    assert [channel["id"] for channel in other["channels"]][-1] == "D0CARL001"


async def test_what_is_written_on_the_page_is_answered_there() -> None:
    async with (
        Playground.serve() as slack,
        connected(greeter(slack), slack),
        window(slack, "anna") as anna,
    ):
        await anna.do("write", channel="C0SUPPORT", text="@helpdesk hello")
        while len(anna.state.get("messages", {}).get("C0SUPPORT", ())) < 2:
            await anna.look()
        texts = [message["text"] for message in anna.state["messages"]["C0SUPPORT"]]

    assert texts == ["<@U0HELPBOT> hello", "hi"]


async def test_the_inspector_tells_what_led_to_a_message() -> None:
    async with (
        Playground.serve() as slack,
        connected(greeter(slack), slack),
        window(slack, "anna") as anna,
    ):
        ts = (await anna.do("write", channel="C0SUPPORT", text="@helpdesk hello"))["result"]
        await slack.wait_for(lambda: slack.thread(ts))
        await slack.settled()

        async def why(question: str) -> Json:
            return {"question": question}

        slack.explain = why
        answer = (await anna.do("inspect", ts=slack.thread(ts)[0].ts))["result"]

    assert [step["title"] for step in answer["steps"]][:3] == [
        "message",
        "app_mention",
        "chat.postMessage",
    ]
    assert answer["message"]["text"] == "hi"
    assert answer["why"] == {"question": "hello"}


@pytest.mark.parametrize(
    ("deed", "fields", "sentence"),
    [
        ("fly", {}, "Nobody can 'fly' here."),
        ("write", {}, "The page sent a wrong message: 'text'."),
        ("write", {"channel": "C1", "text": "x"}, "Anna Agent is not in a channel 'C1'."),
        (
            "write",
            {"channel": "C0SUPPORT", "text": "/dance"},
            "/dance is not a valid command. There are: /checksender, /checkspf.",
        ),
        ("delete", {"ts": "1.2"}, "Anna Agent sees no message 1.2."),
    ],
    ids=["unknown deed", "missing field", "unknown channel", "unknown command", "unknown message"],
)
async def test_what_cannot_be_done_is_said(deed: str, fields: Json, sentence: str) -> None:
    async with Playground.serve() as slack, window(slack, "anna") as anna:
        answer = await anna.do(deed, **fields)

    assert (answer["type"], answer["sentence"]) == ("refused", sentence)


async def test_nobody_unknown_gets_a_window() -> None:
    async with Playground.serve() as slack, window(slack, "mallory") as stranger:
        frame = await stranger.socket.receive_json()

    assert frame == {"type": "refused", "sentence": "There is nobody called 'mallory' here."}


async def test_people_edit_react_and_delete() -> None:
    async with Playground.serve() as slack, window(slack, "anna") as anna:
        ts = (await anna.do("write", channel="C0SUPPORT", text="one"))["result"]
        await anna.do("edit", ts=ts, text="two")
        await anna.do("react", ts=ts, name="eyes")
        [shown] = slack.messages("anna", "#support")
        await anna.do("delete", ts=ts)

        assert (shown.text, shown.reactions) == ("two", (("eyes", "U0ANNA001"),))
        assert slack.messages("anna", "#support") == []


async def test_a_burst_is_shown_to_its_end() -> None:
    async with Playground.serve() as slack, window(slack, "anna") as anna:

        async def burst() -> None:
            for number in range(100):
                await slack.say("anna", "#support", f"{number}")
                await asyncio.sleep(0)

        writing = asyncio.create_task(burst())
        while len((await anna.look())["messages"]["C0SUPPORT"]) < 100:
            pass
        await writing
