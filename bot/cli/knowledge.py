"""The commands `knowledge check` and `knowledge export`, for authors."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli import as_json
from bot.cli.run import Exit, run, screen, settings
from bot.core import overlay
from bot.core.shelf import Shelf
from bot.settings import Settings

app = typer.Typer(
    help="The articles: check and export them.", no_args_is_help=True, add_completion=False
)


@app.callback()
def knowledge() -> None:
    """The articles: check and export them."""


@app.command()
def check(
    context: typer.Context,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail also where a question misses its section.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Name what is wrong in the articles, and which questions, sections and keywords are weak."""
    from bot.cli.show.review import review as show
    from bot.core.review import review

    chosen = settings(context)
    shelf = run(_shelf(chosen))
    found = review(shelf.articles, shelf.glossary)
    lost = [trial for trial in found.missed if trial.is_lost]
    if json_:
        as_json.show(as_json.review(shelf, found))
    else:
        show(screen(chosen.language), shelf, found)
    failed = shelf.problems or not shelf.articles or (strict and lost)
    raise typer.Exit(Exit.PROBLEM if failed else Exit.FINE)


async def _shelf(chosen: Settings) -> Shelf:
    from bot.edges.library import Library

    return (await Library.open(chosen.knowledge)).shelf()


@app.command()
def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where the files are written.")] = Path(),
) -> None:
    """Write what the team has written in Slack as Markdown files, for review and for the folder."""
    files = run(_written(settings(context)))
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
