"""Socket Mode: WebSocket connections, of which exactly one gets each envelope."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.dispatch import Envelope, NotAcked
from bot.playground.timing import Timing
from bot.playground.workspace import APP_ID, Json

CONNECTIONS = 10  # docs: Socket Mode, "up to 10 open WebSocket connections"

CLOSING = 0.5  # seconds to wait for the other side's good-bye


@dataclass(slots=True, eq=False)
class Connection:
    """One open socket and the acknowledgements it still owes."""

    name: str
    socket: web.WebSocketResponse
    owed: dict[str, asyncio.Future[Json | None]] = field(default_factory=dict)


class SocketMode:
    """The app's open sockets; a `Transport`."""

    def __init__(self, base: str, timing: Timing, clock: Callable[[], float]) -> None:
        self.connections: list[Connection] = []
        self.connected = asyncio.Event()
        self.changed: Callable[[], None] = lambda: None  # told whenever a connection comes or goes
        self._base = base.replace("http://", "ws://", 1)
        self._timing = timing
        self._clock = clock
        self._tickets: dict[str, float] = {}
        self._turn = self._given = 0
        self._opened = 0

    def url(self) -> str:
        """A new WebSocket address, good for one connection within half a minute."""
        self._given += 1
        ticket = f"ticket-{self._given}"
        self._tickets[ticket] = self._clock() + self._timing.ticket
        return f"{self._base}/link/?app_id={APP_ID}&ticket={ticket}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket endpoint: hello, then acknowledgements until it closes."""
        expires = self._tickets.pop(request.query.get("ticket", ""), None)
        if expires is None or expires < self._clock():
            raise web.HTTPNotFound(text="This WebSocket address is used up; open a new one.")
        socket = web.WebSocketResponse(timeout=CLOSING)
        await socket.prepare(request)
        if len(self.connections) >= CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        self._opened += 1
        connection = Connection(f"connection-{self._opened}", socket)
        self.connections.append(connection)
        try:
            await socket.send_json(self._hello())
            self._tell(connected=True)
            await self._listen(connection)
        finally:
            self._forget(connection)
        return socket

    async def offer(self, envelope: Envelope, attempt: int, reason: str) -> Json | None:
        """Send to the next connection in turn and wait for its acknowledgement."""
        if not self.connections:
            raise NotAcked("no_connection")
        self._turn += 1
        connection = self.connections[self._turn % len(self.connections)]
        owed: asyncio.Future[Json | None] = asyncio.get_running_loop().create_future()
        connection.owed[envelope.id] = owed
        try:
            await connection.socket.send_json(_frame(envelope, attempt, reason))
            async with asyncio.timeout(self._timing.ack):
                return await owed
        except TimeoutError:
            raise NotAcked("timeout") from None
        except ConnectionError:
            raise NotAcked("connection_lost") from None
        finally:
            connection.owed.pop(envelope.id, None)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to go ("warning" only announces it)."""
        for connection in list(self.connections):
            await connection.socket.send_json(
                {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}
            )
            if reason != "warning":
                await connection.socket.close()

    async def close(self) -> None:
        """Close every socket."""
        await asyncio.gather(*(connection.socket.close() for connection in self.connections))

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "debug_info": {
                "host": "playground",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": APP_ID},
        }

    async def _listen(self, connection: Connection) -> None:
        async for frame in connection.socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            ack = _parsed(frame.data)
            owed = connection.owed.get(str(ack.get("envelope_id")))
            if owed and not owed.done():
                owed.set_result(ack.get("payload"))

    def _tell(self, *, connected: bool) -> None:
        if connected:
            self.connected.set()
        else:
            self.connected.clear()
        self.changed()

    def _forget(self, connection: Connection) -> None:
        self.connections.remove(connection)
        self._tell(connected=bool(self.connections))
        for owed in connection.owed.values():
            if not owed.done():
                owed.set_exception(ConnectionResetError())


def _frame(envelope: Envelope, attempt: int, reason: str) -> Json:
    frame: Json = {
        "envelope_id": envelope.id,
        "type": envelope.type,
        "payload": envelope.payload,
        "accepts_response_payload": envelope.accepts_response,
    }
    if envelope.type == "events_api":
        frame |= {"retry_attempt": attempt, "retry_reason": reason}
    return frame


def _parsed(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
