"""The command `stats`: questions by how they ended, ratings of every section, gaps."""

import asyncio
import json
from typing import Annotated, Any

import typer

from bot.cli import as_json
from bot.cli.run import Exit, screen, settings
from bot.cli.show.standing import standing as show
from bot.core.errors import Unavailable
from bot.core.feedback import Standing, group, tally


def stats(
    context: typer.Context,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Ratings, questions and gaps, of all workspaces that this database serves."""
    chosen = settings(context)
    try:
        standing = asyncio.run(_standing(chosen.database_url))
    except Unavailable as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(Exit.UNKNOWN) from error
    if json_:
        told: dict[str, Any] = as_json.standing(standing)
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        show(screen(chosen.language), standing)


async def _standing(url: str) -> Standing:
    from bot.edges.store import open_store

    async with open_store(url, owner="stats") as store:
        return Standing(
            questions=await store.questions.counts(None),
            tallies=tally(await store.ratings.all(None)),
            gaps=group(await store.questions.open(None)),
        )
