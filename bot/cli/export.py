"""The command `export`: everything that is kept of one workspace, as JSON."""

from typing import Annotated, Any

import typer

from bot.cli import as_json
from bot.cli.run import run, settings


def export(
    context: typer.Context,
    team: Annotated[str, typer.Argument(help="The workspace's id, T…")],
) -> None:
    """Everything that is kept of a workspace, as JSON."""
    as_json.show(run(_kept(settings(context).database_url, team)))


async def _kept(url: str, team: str) -> dict[str, list[dict[str, Any]]]:
    from bot.edges.store import open_store

    async with open_store(url, owner="export") as store:
        return await store.privacy.export(team)
