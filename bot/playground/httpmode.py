"""HTTP delivery: signed POSTs to the app's request URL, as Slack sends them without Socket Mode."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from urllib.parse import urlencode

import aiohttp

from bot.playground.dispatch import Envelope, NotAcked
from bot.playground.timing import Timing
from bot.playground.workspace import Json

SIGNING_SECRET = "playground-signing-secret"
FORM = "application/x-www-form-urlencoded"


class HttpMode:
    """Delivers to one request URL; a `Transport`."""

    def __init__(self, url: str, timing: Timing, clock: Callable[[], float]) -> None:
        self.url = url
        self._timing = timing
        self._clock = clock

    async def offer(self, envelope: Envelope, attempt: int, reason: str) -> Json | None:
        """POST once; anything but a 2xx in time is not acknowledged."""
        kind, body = _body(envelope)
        more = {"Content-Type": kind}
        if attempt:
            more |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason}
        return _answer(await self._post(body, more))

    async def verify(self) -> bool:
        """Slack's handshake when the request URL is saved: whether the app sends the word back."""
        word = secrets.token_hex(16)
        body = json.dumps({"type": "url_verification", "token": "verification", "challenge": word})
        try:
            text = await self._post(body, {"Content-Type": "application/json"})
        except NotAcked:
            return False
        answer = _answer(text) or {}
        return word in (answer.get("challenge"), answer.get("text", "").strip())

    async def _post(self, body: str, more: dict[str, str]) -> str:
        headers = sign(body, int(self._clock())) | more
        timeout = aiohttp.ClientTimeout(total=self._timing.ack)
        try:
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(self.url, data=body.encode(), headers=headers) as response,
            ):
                text = await response.text()
        except TimeoutError:
            raise NotAcked("http_timeout") from None
        except aiohttp.ClientError:
            raise NotAcked("connection_failed") from None
        if not response.ok:
            raise NotAcked("http_error")
        return text


def sign(body: str, now: int) -> dict[str, str]:
    """The headers of Slack's v0 signature over a body."""
    base = f"v0:{now}:{body}".encode()
    digest = hmac.new(SIGNING_SECRET.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": str(now), "X-Slack-Signature": f"v0={digest}"}


def _body(envelope: Envelope) -> tuple[str, str]:
    match envelope.type:
        case "events_api":
            return "application/json", json.dumps(envelope.payload)
        case "slash_commands":
            return FORM, urlencode(envelope.payload)
        case _:
            return FORM, urlencode({"payload": json.dumps(envelope.payload)})


def _answer(text: str) -> Json | None:
    try:
        value = json.loads(text)
    except ValueError:
        return {"text": text} if text.strip() else None
    return value if isinstance(value, dict) else None
