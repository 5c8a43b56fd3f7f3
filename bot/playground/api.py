"""The Web API over HTTP: tokens, scopes, rates and mishaps in front of the methods' table."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.playground.faults import Fault, Faults
from bot.playground.methods import METHODS
from bot.playground.methods.call import Call, Method
from bot.playground.rates import Limiter
from bot.playground.refusal import Refused
from bot.playground.respond import respond
from bot.playground.service import ApiCall, Service
from bot.playground.workspace import Json

BOT_TOKEN = "xoxb-playground-bot"
APP_TOKEN = "xapp-1-A0HELPBOT-playground"
SECRET_ARGUMENTS = {"token"}


@dataclass(slots=True)
class WebApi:
    """`POST /api/<method>` and `POST /response/<key>`."""

    service: Service
    limiter: Limiter
    faults: Faults = field(default_factory=Faults)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """One method call, logged with what came of it."""
        name = request.match_info["method"]
        arguments = await _arguments(request)
        fault = self.faults.take(name)
        if fault and not fault.done:
            self._log(name, arguments, fault.error)
            return await _mishap(request, fault)
        try:
            body = {"ok": True, **self._run(name, arguments, request)}
            answer = web.json_response(body, headers=self._granted(request))
            self._log(name, arguments, None, str(body.get("ts") or body.get("message_ts") or ""))
        except Refused as refused:
            answer = _refusal(refused)
            self._log(name, arguments, refused.error)
        answer.headers["X-OAuth-Scopes"] = ",".join(sorted(self.service.installed.scopes))
        return await _mishap(request, fault) if fault else answer

    async def respond(self, request: web.Request) -> web.Response:
        """An answer to a response URL: "ok" as text, or what is wrong as JSON."""
        arguments = await _arguments(request)
        error, made = None, ""
        try:
            url = self.service.responses.use(request.match_info["key"])
            made = respond(self.service, url, arguments)
        except Refused as refused:
            error = refused
        self._log("response_url", arguments, error.error if error else None, made)
        if error is None:
            return web.Response(text="ok")
        status = 404 if error.error.endswith("_url") else 400
        return web.json_response(error.body(), status=status)

    def _run(self, name: str, arguments: Json, request: web.Request) -> Json:
        method = METHODS.get(name)
        if method is None:
            raise Refused("unknown_method", req_method=name)
        _authorize(method, arguments, request)
        call = Call(self.service, arguments)
        call.need(*method.scopes)
        channel = call.text("channel")
        self.limiter.check(name, method.per_minute, channel, self.service.clock())
        missing = [need for need in method.needs if arguments.get(need) in (None, "")]
        if missing and name != "assistant.threads.setStatus":
            lines = [f"[ERROR] missing required field: {need}" for need in missing]
            raise Refused("invalid_arguments", *lines)
        return method.run(call)

    def _granted(self, request: web.Request) -> dict[str, str]:
        """What a bot token may do, as Slack tells beside every answer to it."""
        if BOT_TOKEN not in request.headers.get("Authorization", ""):
            return {}
        return {"x-oauth-scopes": ",".join(sorted(self.service.installed.scopes))}

    def _log(self, name: str, arguments: Json, error: str | None, made: str = "") -> None:
        shown = {k: v for k, v in arguments.items() if k not in SECRET_ARGUMENTS}
        self.service.calls.append(ApiCall(self.service.clock(), name, shown, error, made))
        self.service.touch()


def _authorize(method: Method, arguments: Json, request: web.Request) -> None:
    header = request.headers.get("Authorization", "")
    token = header.partition(" ")[2].strip() or str(arguments.get("token", ""))
    if not token:
        raise Refused("not_authed")
    if token not in {BOT_TOKEN, APP_TOKEN}:
        raise Refused("invalid_auth")
    if (token == APP_TOKEN) is not method.app_token:
        raise Refused("not_allowed_token_type")


async def _arguments(request: web.Request) -> Json:
    if request.content_type == "application/json":
        try:
            value: Any = json.loads(await request.text() or "{}")
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}
    return {**request.query, **(await request.post())}


def _refusal(refused: Refused) -> web.Response:
    headers = {} if refused.retry_after is None else {"Retry-After": str(refused.retry_after)}
    return web.json_response(refused.body(), status=refused.status, headers=headers)


async def _mishap(request: web.Request, fault: Fault) -> web.StreamResponse:
    await asyncio.sleep(fault.silent)
    if fault.status == 0:
        if request.transport:
            request.transport.abort()
        return web.Response()
    headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    return web.json_response(
        {"ok": False, "error": fault.error}, status=fault.status, headers=headers
    )
