"""Signed HTTP deliveries, answered by Bolt behind a real server."""

from collections.abc import Callable

import pytest
from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Options, Playground, Timing
from bot.playground.server import listen, running


async def test_bolt_accepts_the_signature_and_answers_over_http() -> None:
    listening = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/slack/events"
    async with Playground.serve(Options(request_url=url)) as slack:
        app = AsyncApp(
            client=AsyncWebClient(slack.bot_token, base_url=slack.api_url),
            signing_secret=slack.signing_secret,
        )

        @app.command("/checkspf")
        async def answer(ack: AsyncAck) -> None:
            await ack("answered")

        async with running(app.web_app("/slack/events"), listening):
            delivery = await slack.command("anna", "#support", "/checkspf x")

        assert delivery.acked
        assert slack.transcript("anna", "#support") == ["Helpdesk (only Anna): answered"]


async def test_a_server_error_is_tried_again_and_says_so() -> None:
    heard: list[tuple[str | None, str | None]] = []

    async def broken(request: web.Request) -> web.Response:
        number = request.headers.get("X-Slack-Retry-Num")
        heard.append((number, request.headers.get("X-Slack-Retry-Reason")))
        return web.Response(status=500 if len(heard) < 3 else 200)

    app = web.Application()
    app.router.add_post("/", broken)
    listening = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    options = Options(request_url=url, timing=Timing(retries=(0, 0, 0)))
    async with running(app, listening), Playground.serve(options) as slack:
        await slack.say("anna", "#support", "hello")
        await slack.log[0].wait()

    assert heard == [(None, None), ("1", "http_error"), ("2", "http_error")]
    assert slack.log[0].acked


@pytest.mark.parametrize(
    ("answer", "verified"),
    [
        pytest.param(lambda word: web.Response(text=word), True, id="as text"),
        pytest.param(lambda word: web.json_response({"challenge": word}), True, id="as JSON"),
        pytest.param(lambda _: web.Response(text="ok"), False, id="another word"),
        pytest.param(lambda word: web.Response(text=word, status=500), False, id="an error"),
    ],
)
async def test_a_request_url_is_verified_by_the_word_it_sends_back(
    answer: Callable[[str], web.Response], *, verified: bool
) -> None:
    async def asked(request: web.Request) -> web.Response:
        return answer((await request.json())["challenge"])

    app = web.Application()
    app.router.add_post("/", asked)
    listening = listen("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    async with running(app, listening), Playground.serve(Options(request_url=url)) as slack:
        assert await slack.verify_url() is verified
