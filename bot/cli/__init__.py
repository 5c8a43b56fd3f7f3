"""The terminal face of the desk: the table of its commands."""

import typer

from bot.cli import knowledge, serving
from bot.cli.answers import ask
from bot.cli.checks import checksender, checkspf
from bot.cli.doctor import doctor
from bot.cli.export import export
from bot.cli.manifest import manifest
from bot.cli.stats import stats

app = typer.Typer(
    name="helpdesk",
    add_completion=False,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(serving.start)
app.command()(serving.serve)
app.command()(serving.playground)
app.command()(ask)
app.command()(checkspf)
app.command()(checksender)
app.command()(stats)
app.command()(export)
app.command()(manifest)
app.command()(doctor)
app.add_typer(knowledge.app, name="knowledge")
