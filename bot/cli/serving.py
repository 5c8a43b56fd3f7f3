"""The commands `serve` and `playground`: how they begin and how they end."""

import asyncio
import signal
import tempfile
from collections.abc import Coroutine, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.run import run, settings
from bot.core.lookup import Kind, Lookups, Query, Records, Response
from bot.edges import manifest
from bot.settings import BadSettings, Settings

if TYPE_CHECKING:
    from bot.playground import Playground

PLAYGROUND_PORT = 3030
LOOPBACK = "127.0.0.1"
PATIENCE = 0.4  # seconds for the first try at DNS before the playground shows its demo zone
WELL_KNOWN = Query("ionos.de", Kind.MX)  # whoever has DNS has this

NO_TOKENS = (
    "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are missing: see README, Run it in Slack. "
    "To try Helpdesk without Slack: helpdesk playground"
)

NO_TOKENS_PLAY = (
    "SLACK_BOT_TOKEN and SLACK_APP_TOKEN are not set, so this is the playground: a Slack of its own.\n"
    "For a real workspace: README, Run it in Slack, five steps; `helpdesk manifest` prints the app."
)


def start(context: typer.Context) -> None:
    """A Slack bot for support teams. Without a command: serve, or without tokens the playground."""
    if context.invoked_subcommand is not None:
        return
    if settings(context).transport() is not None:
        serve(context)
    else:
        typer.echo(NO_TOKENS_PLAY)
        playground(context)


def serve(context: typer.Context) -> None:
    """Answer in Slack until stopped."""
    _at_work(_serve(settings(context)))


def playground(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="Where the browser finds it.")] = PLAYGROUND_PORT,
    host: Annotated[str, typer.Option(help="An address of this machine itself.")] = LOOPBACK,
    without_bot: Annotated[
        bool, typer.Option("--without-bot", help="Only its Slack side, for a `serve` of your own.")
    ] = False,
) -> None:
    """Open a small Slack of our own in the browser, with the real bot behind it."""
    _at_work(_play(settings(context), (host, port), with_bot=not without_bot))


def _at_work(work: Coroutine[None, None, None]) -> None:
    from bot.cli import logs

    logs.configure()
    run(work)


async def _serve(chosen: Settings) -> None:
    from bot.cli.wiring import running

    if chosen.transport() is None:
        raise BadSettings(NO_TOKENS)
    async with running(chosen) as bot:
        typer.echo(f"Helpdesk is connected to Slack ({bot.where}). Stop it with Ctrl+C.")
        await _stopped()


async def _play(chosen: Settings, where: tuple[str, int], *, with_bot: bool) -> None:
    from bot.playground import Options, Playground, read_manifest
    from bot.playground.server import refuse_outside

    host, port = where
    refuse_outside(host)  # before anything is started
    options = Options(host=host, port=port, installed=read_manifest(manifest.parsed()))
    async with AsyncExitStack() as open_now:
        if with_bot:
            chosen, notes = await _with_demo_zone(open_now, chosen)
            options = replace(options, notes=notes)
        slack = await open_now.enter_async_context(Playground.serve(options))
        if with_bot:
            await _with_bot(open_now, chosen, slack)
        typer.echo(f"The playground: {slack.url}   (stop it with Ctrl+C)")
        if not with_bot:
            typer.echo(f"SLACK_API_URL={slack.api_url}")
            typer.echo(f"SLACK_BOT_TOKEN={slack.bot_token}\nSLACK_APP_TOKEN={slack.app_token}")
        await _stopped()


async def _with_demo_zone(
    open_now: AsyncExitStack, chosen: Settings
) -> tuple[Settings, Mapping[str, Any]]:
    """The demo zone beside live DNS, or in its place; and what the page says of it."""
    from bot.edges.dns.servers import configured
    from bot.playground import demo

    live = await _dns_works(chosen)
    servers = [server.address[:2] for server in configured(chosen.nameservers)] if live else ()
    address = await open_now.enter_async_context(demo.serve_demo(servers))
    if not live:
        typer.echo("This machine has no DNS: the checks look into a demo zone on loopback.")
    return replace(chosen, nameservers=(address,)), demo.LIVE_NOTES if live else demo.NOTES


async def _with_bot(open_now: AsyncExitStack, chosen: Settings, slack: "Playground") -> None:
    from bot.cli.wiring import running
    from bot.playground.why import explained

    folder = open_now.enter_context(tempfile.TemporaryDirectory(prefix="helpdesk-"))
    bot = await open_now.enter_async_context(running(_in_playground(chosen, slack, folder)))

    async def explain(question: str) -> dict[str, Any]:
        return explained(await bot.desk.ask(question))

    slack.explain = explain


async def _dns_works(chosen: Settings) -> bool:
    """Whether there is a name server that answers; a laptop on a train has none."""
    from bot.edges.dns import open_dns

    async with open_dns(chosen.nameservers, PATIENCE) as resolver:
        response = await resolver.run(_one(WELL_KNOWN))
    return isinstance(response, Records) and bool(response.values)


def _one(query: Query) -> Lookups[Response]:
    return (yield query)


async def _stopped() -> None:
    """Wait for Ctrl+C or a supervisor's stop."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()


def _in_playground(chosen: Settings, slack: "Playground", folder: str) -> Settings:
    """The settings in the playground, whose people and channels are always the same.

    What is learnt there is forgotten at the end, unless a database is named.
    """
    forgotten = chosen.database_url == Settings().database_url
    return replace(
        chosen,
        bot_token=slack.bot_token,
        app_token=slack.app_token,
        signing_secret=None,
        api_url=slack.api_url,
        database_url=f"sqlite:///{folder}/playground.db" if forgotten else chosen.database_url,
        support_channels=chosen.support_channels or frozenset({slack.support_channel}),
        handoff=chosen.handoff or slack.support_group,
    )
