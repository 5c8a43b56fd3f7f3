"""The command `knowledge export`: what was written in Slack, as files for the folder of articles."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.run import Exit, settings
from bot.core import overlay
from bot.core.errors import ArticleError, Unavailable
from bot.settings import Settings

app = typer.Typer(help="The articles: check and export them.", no_args_is_help=True)


@app.callback()
def knowledge() -> None:
    """The articles: check and export them."""


@app.command()
def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where the files are written.")] = Path(),
) -> None:
    """Write what the team has written in Slack as Markdown files, for review and for the folder."""
    try:
        files = asyncio.run(_written(settings(context)))
    except (Unavailable, ArticleError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(Exit.UNKNOWN) from error
    if not files:
        typer.echo("Nothing has been written in Slack yet.")
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in sorted(files.items()):
        (folder / name).write_text(text, encoding="utf-8")
        typer.echo(str(folder / name))


async def _written(chosen: Settings) -> dict[str, str]:
    from bot.edges.library import Library
    from bot.edges.store import open_store

    articles = (await Library.open(chosen.knowledge)).shelf().articles
    async with open_store(chosen.database_url, owner="export") as store:
        written = await store.writings.sections(None)
        return overlay.export(articles, written, await store.writings.samples(None))
