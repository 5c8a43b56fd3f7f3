"""The command `export`: everything that is kept of one workspace, as JSON."""

import asyncio
import json
from typing import Annotated, Any

import typer

from bot.cli.run import Exit, settings
from bot.core.errors import Unavailable


def export(
    context: typer.Context,
    team: Annotated[str, typer.Argument(help="The workspace's id, T…")],
) -> None:
    """Everything that is kept of a workspace, as JSON."""
    chosen = settings(context)
    try:
        kept = asyncio.run(_kept(chosen.database_url, team))
    except Unavailable as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(Exit.UNKNOWN) from error
    typer.echo(json.dumps(kept, ensure_ascii=False, indent=2, default=str))


async def _kept(url: str, team: str) -> dict[str, list[dict[str, Any]]]:
    from bot.edges.store import open_store

    async with open_store(url, owner="export") as store:
        return await store.privacy.export(team)
