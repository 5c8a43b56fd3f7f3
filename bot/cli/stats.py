"""The command `stats`: questions by how they ended, ratings of every section, gaps."""

from typing import Annotated

import typer

from bot.cli import as_json
from bot.cli.run import run, screen, settings
from bot.cli.show.standing import standing as show
from bot.core.feedback import Standing, group, tally


def stats(
    context: typer.Context,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Ratings, questions and gaps, of all workspaces that this database serves."""
    chosen = settings(context)
    standing = run(_standing(chosen.database_url))
    if json_:
        as_json.show(as_json.standing(standing))
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
