"""Behind a proxy: all that goes to Slack, over the Web API and Socket Mode, goes through it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import web

from bot.core.checkup import State
from bot.core.errors import Unavailable
from bot.desk import open_desk
from bot.edges import status
from bot.edges.store import open_store
from bot.playground import Options, Playground, read_manifest
from bot.settings import Settings
from bot.slack.connection import connect
from bot.slack.examination import examined
from bot.slack.socketmode import socket_mode
from tests.slack.office import MANIFEST

NOWHERE = "slack.test"  # RFC 6761, 6.2: no name server knows it, so only a proxy can lead there


@dataclass
class Proxy:
    """Hands every connection through to the playground; `asked` are the first lines it saw."""

    target: tuple[str, int]
    asked: list[str] = field(default_factory=list)

    async def through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n")
        self.asked.append(head.decode().strip())
        back, forth = await asyncio.open_connection(*self.target)
        name = "{}:{}".format(*self.target).encode()  # the playground answers to no other
        forth.write(head.replace(NOWHERE.encode(), name))
        await asyncio.gather(_copied(reader, forth, name), _copied(back, writer, name))


async def _copied(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, name: bytes) -> None:
    with suppress(ConnectionError):
        while octets := await reader.read(65536):
            writer.write(octets.replace(NOWHERE.encode(), name))
            await writer.drain()
    writer.close()


@asynccontextmanager
async def proxied(slack: Playground) -> AsyncIterator[tuple[Proxy, int]]:
    """A proxy before this Slack, and its port."""
    address = urlsplit(slack.url)
    proxy = Proxy((str(address.hostname), int(address.port or 0)))
    server = await asyncio.start_server(proxy.through, "127.0.0.1", 0)
    async with server:
        yield proxy, server.sockets[0].getsockname()[1]


async def test_everything_that_goes_to_slack_goes_through_the_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with AsyncExitStack() as stack:
        options = Options(installed=read_manifest(MANIFEST))
        slack = await stack.enter_async_context(Playground.serve(options))
        proxy, port = await stack.enter_async_context(proxied(slack))
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        settings = Settings(
            bot_token=slack.bot_token,
            app_token=slack.app_token,
            api_url=f"http://{NOWHERE}/api/",
            database_url=f"sqlite:///{tmp_path}/helpdesk.db",
            nameservers=("127.0.0.1:9",),
        )
        desk = await stack.enter_async_context(open_desk(settings))
        store = await stack.enter_async_context(open_store(settings.database_url, owner="test"))
        bot = await stack.enter_async_context(connect(desk, settings, store))
        await stack.enter_async_context(socket_mode(bot, slack.app_token))
        await slack.connected()
        ts = await slack.say("ada", "#general", "@helpdesk What is new at IONOS since 2024?")
        await slack.wait_for(lambda: slack.thread(ts))

    assert proxy.asked[0].startswith(f"POST http://{NOWHERE}/api/auth.test")
    assert any(line.startswith("GET ") for line in proxy.asked)  # the socket


async def test_a_proxy_that_refuses_is_no_wrong_token(tmp_path: Path) -> None:
    async def refuse(_request: web.Request) -> web.Response:
        return web.Response(status=407, text="<html>Who are you?</html>")

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", refuse)
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(status.listening(app, "127.0.0.1", 0))
        where = f"http://127.0.0.1:{port}/api/"
        settings = Settings.read({"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_API_URL": where})
        desk = await stack.enter_async_context(open_desk(settings))
        url = f"sqlite:///{tmp_path}/helpdesk.db"
        store = await stack.enter_async_context(open_store(url, owner="test"))
        with pytest.raises(Unavailable, match=r"not Slack that answers \(407\)"):
            await stack.enter_async_context(connect(desk, settings, store))
        told = [line async for line in examined(settings, (), now=0.0)]

    assert [(line.subject.en, line.state) for line in told] == [("Slack", State.OPEN)]
