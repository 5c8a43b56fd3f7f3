"""The terminal face of the desk: the table of its commands."""

from pkgutil import resolve_name
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import serving

COMMANDS = {
    "serve": "bot.cli.serving:serve",
    "playground": "bot.cli.serving:playground",
    "ask": "bot.cli.answers:ask",
    "checkspf": "bot.cli.checks:checkspf",
    "checksender": "bot.cli.checks:checksender",
    "stats": "bot.cli.stats:stats",
    "export": "bot.cli.export:export",
    "manifest": "bot.cli.manifest:manifest",
    "doctor": "bot.cli.doctor:doctor",
    "knowledge": "bot.cli.knowledge:app",
}


class Commands(TyperGroup):
    """Imports a command when it is called: who asks a question does not wait for the checks."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """The names of all commands, as `--help` shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found = resolve_name(COMMANDS[cmd_name])
        if isinstance(found, typer.Typer):
            return _named(found, cmd_name)
        alone = typer.Typer(add_completion=False)
        alone.command()(found)
        return _named(alone, cmd_name)


def _named(made: typer.Typer, name: str) -> Any:
    command = get_command(made)
    command.name = name
    return command


app = typer.Typer(
    name="helpdesk",
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(serving.start)
