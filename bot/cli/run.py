"""How a command runs: open the desk, do the work, end with the exit code that tells."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from enum import IntEnum
from typing import Any, NoReturn, TypeVar

import typer
from rich.console import Console

from bot.cli.screen import Screen
from bot.core.errors import BadInput, Unavailable
from bot.core.words import Language
from bot.desk import Answers, Desk, open_answers, open_desk
from bot.settings import BadSettings, Settings

T = TypeVar("T")

PIPE_WIDTH = 10_000  # columns: lines are not broken where a program reads them


class Exit(IntEnum):
    """How a command ends."""

    FINE = 0
    PROBLEM = 1  # the check found one
    USAGE = 2  # bad usage or settings
    UNKNOWN = 3  # could not find out: DNS silent, Slack away


def settings(context: typer.Context) -> Settings:
    """The settings of this call; wrong ones end it with their sentences."""
    environ: Mapping[str, str] = context.obj
    try:
        return Settings.read(environ)
    except BadSettings as error:
        refuse(*error.mistakes)


def refuse(*sentences: str) -> NoReturn:
    """Say on standard error what is wrong with the call, and end it."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(Exit.USAGE)


def run(work: Coroutine[Any, Any, T]) -> T:
    """What the work gives; wrong settings, and what is out of reach, end the command."""
    try:
        return asyncio.run(work)
    except BadSettings as error:
        refuse(*error.mistakes)
    except Unavailable as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(Exit.UNKNOWN) from error


def screen(language: Language) -> Screen:
    """Standard output in one language: coloured on a terminal, plain and unbroken in a pipe."""
    terminal = sys.stdout.isatty()
    return Screen(Console(width=None if terminal else PIPE_WIDTH, highlight=False), language)


def with_desk(context: typer.Context, work: Callable[[Desk, Screen], Awaitable[Exit]]) -> None:
    """Run a command's work at an open desk and end with its exit code."""

    async def at_the_desk(chosen: Settings) -> Exit:
        async with open_desk(chosen) as desk:
            return await work(desk, screen(chosen.language))

    _end(context, at_the_desk)


def with_answers(
    context: typer.Context, work: Callable[[Answers, Screen], Awaitable[Exit]]
) -> None:
    """The same for work that needs the articles only, which starts in half the time."""

    async def asked(chosen: Settings) -> Exit:
        return await work(await open_answers(chosen), screen(chosen.language))

    _end(context, asked)


def _end(context: typer.Context, work: Callable[[Settings], Coroutine[Any, Any, Exit]]) -> None:
    chosen = settings(context)
    try:
        code = run(work(chosen))
    except BadInput as error:
        refuse(error.sentence.to(chosen.language))
    raise typer.Exit(code)
