"""The commands `knowledge check` and `knowledge export`."""

import typer

app = typer.Typer(help="The articles: check them.", no_args_is_help=True)


@app.callback()
def knowledge() -> None:
    """The articles: check them."""
