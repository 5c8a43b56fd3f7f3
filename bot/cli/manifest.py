"""The command `manifest`: what to paste where Slack asks for the app's manifest."""

import re
from typing import Annotated

import typer

from bot.cli.run import refuse
from bot.edges import manifest as shipped

URL = re.compile(r"https://[^\s/]+(/\S*)?")
EVENTS = "/slack/events"  # where Bolt's servers listen


def manifest(
    http: Annotated[
        str, typer.Option("--http", help="For HTTP: where Slack reaches you, https://….")
    ] = "",
    socket: Annotated[
        bool, typer.Option("--socket", help="For Socket Mode (the default).")
    ] = False,
) -> None:
    """Print the app manifest for Socket Mode or HTTP, with the reason for each scope."""
    if http and socket:
        refuse("Choose one of --socket and --http: an app gets its events one way or the other.")
    if not http:
        typer.echo(shipped.read(), nl=False)
        return
    if not URL.fullmatch(http):
        refuse(
            f"“{http}” is not where Slack can reach you: give a URL such as https://help.example.com"
        )
    url = http if EVENTS in http else http.rstrip("/") + EVENTS
    typer.echo(shipped.for_http(url), nl=False)
