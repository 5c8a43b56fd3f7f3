"""The terminal face of the desk: the table of its commands."""

import typer

from bot.cli import knowledge
from bot.cli.answers import ask
from bot.cli.doctor import doctor

app = typer.Typer(
    name="helpdesk",
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(ask)
app.command()(doctor)
app.add_typer(knowledge.app, name="knowledge")
