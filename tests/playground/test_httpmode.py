"""Signed HTTP deliveries, answered by Bolt behind a real server."""

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
