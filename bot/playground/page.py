"""The page in the browser: its files, and one WebSocket on which it sees and acts."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.eyes import Eyes
from bot.playground.inspection import inspect
from bot.playground.refusal import NotPossible, Refused
from bot.playground.snapshot import snapshot
from bot.playground.workspace import Json

FILES = Path(__file__).parent / "page"
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
}
TOGETHER = 0.01  # seconds in which changes are shown as one
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class Page:
    """Serves the page and does what people do on it."""

    def __init__(self, eyes: Eyes, notes: Json, connected: Callable[[], bool]) -> None:
        self._eyes = eyes
        self._notes = notes
        self._connected = connected
        self._doing: set[asyncio.Task[None]] = set()

    def routes(self) -> list[web.RouteDef]:
        """The page's addresses."""
        return [
            web.get("/", self.index),
            web.get(r"/page/{name:[a-z-]+\.(?:js|css|svg)}", self.file),
            web.get("/live", self.live),
        ]

    async def index(self, request: web.Request) -> web.Response:  # noqa: ARG002 - a handler
        """The page itself."""
        return _file("index.html")

    async def file(self, request: web.Request) -> web.Response:
        """A style sheet or script of the page."""
        return _file(request.match_info["name"])

    async def live(self, request: web.Request) -> web.WebSocketResponse:
        """One person at one browser window: sends what they see, does what they ask."""
        socket = web.WebSocketResponse(timeout=0.5)
        await socket.prepare(request)
        try:
            person = self._eyes.user(request.query.get("as", ""))
        except NotPossible as refused:
            await socket.send_json({"type": "refused", "sentence": str(refused)})
            await socket.close()
            return socket
        showing = asyncio.create_task(self._show(socket, person.id))
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._act(socket, person.id, frame.json())
        finally:
            showing.cancel()
        return socket

    async def _show(self, socket: web.WebSocketResponse, person: str) -> None:
        service = self._eyes.service
        while not socket.closed:
            change = service.next_change()
            state = snapshot(service.workspace, service.installed, self._eyes.user(person))
            state |= {"type": "state", "connected": self._connected(), "notes": self._notes}
            await socket.send_json(state)
            await change.wait()
            await asyncio.sleep(TOGETHER)

    def _act(self, socket: web.WebSocketResponse, person: str, asked: Json) -> None:
        """Do it beside the reading, so that a slow bot does not hold up the next key press."""
        task = asyncio.create_task(self._do(socket, person, asked))
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    async def _do(self, socket: web.WebSocketResponse, person: str, asked: Json) -> None:
        answer: Json = {"type": "done", "number": asked.get("number")}
        try:
            answer["result"] = await self._deed(str(asked.get("do")), person, asked)
        except (NotPossible, Refused) as refused:
            answer |= {"type": "refused", "sentence": str(refused)}
        except (KeyError, TypeError) as wrong:
            answer |= {"type": "refused", "sentence": f"The page sent a wrong message: {wrong}."}
        if not socket.closed:
            await socket.send_json(answer)

    async def _deed(self, name: str, person: str, asked: Json) -> Any:
        deed = DEEDS.get(name)
        if deed is None:
            raise NotPossible(f"Nobody can {name!r} here.")
        return await deed(self._eyes, person, asked)


def _file(name: str) -> web.Response:
    path = FILES / name
    if not path.is_file():
        raise web.HTTPNotFound
    return web.Response(
        body=path.read_bytes(),
        content_type=TYPES[path.suffix],
        charset="utf-8",
        headers=HEADERS,
    )


Deed = Callable[[Eyes, str, Json], Awaitable[Any]]


async def _write(eyes: Eyes, person: str, asked: Json) -> Any:
    """Say something, or send it as a command where it begins with one."""
    text, thread = str(asked["text"]), asked.get("thread")
    if text.startswith("/") and text.split(maxsplit=1)[0].count("/") == 1:
        await eyes.command(person, asked["channel"], text, thread)
        return None
    return await eyes.say(person, asked["channel"], text, thread)


async def _press(eyes: Eyes, person: str, asked: Json) -> None:
    delivery = await eyes.click(
        person,
        asked["where"],
        asked["action"],
        value=asked.get("value"),
        block_id=asked.get("block"),
        state=asked.get("state"),
    )
    if not delivery.acked:
        raise NotPossible("The app did not react within three seconds. Is the bot running?")


async def _inspect(eyes: Eyes, person: str, asked: Json) -> Json:
    message = eyes.seen(person, asked["ts"])
    shown = inspect(eyes.service.workspace, message, eyes.log, eyes.calls)
    return shown | {"why": await eyes.why(message) or shown["why"]}


async def _shortcut(eyes: Eyes, person: str, asked: Json) -> None:
    await eyes.shortcut(person, asked["id"], asked.get("ts"))


async def _home(eyes: Eyes, person: str, asked: Json) -> None:
    await eyes.open_home(person, asked.get("tab", "home"))


async def _close(eyes: Eyes, person: str, asked: Json) -> None:  # noqa: ARG001 - a Deed
    await eyes.close(person)


DEEDS: dict[str, Deed] = {
    "write": _write,
    "edit": lambda eyes, person, asked: eyes.edit(person, asked["ts"], asked["text"]),
    "delete": lambda eyes, person, asked: eyes.delete(person, asked["ts"]),
    "dismiss": lambda eyes, person, asked: eyes.dismiss(person, asked["ts"]),
    "react": lambda eyes, person, asked: eyes.react(person, asked["ts"], asked["name"]),
    "press": _press,
    "suggest": lambda eyes, person, asked: eyes.suggest(
        person, asked["where"], asked["action"], asked["text"]
    ),
    "submit": lambda eyes, person, asked: eyes.submit(person, asked["values"]),
    "close": _close,
    "shortcut": _shortcut,
    "home": _home,
    "invite": lambda eyes, person, asked: eyes.invite(person, asked["channel"]),
    "inspect": _inspect,
}
