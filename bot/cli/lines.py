"""JSON lines in, JSON lines out, in the order they came, many at work at once."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TextIO

from bot.cli.as_json import Json
from bot.cli.run import Exit
from bot.core.errors import BadInput
from bot.core.words import Language, terminal

Work = Callable[[Json], Awaitable[Json]]

AT_ONCE = 32  # checks at work; enough to hide DNS's latency, few enough for one resolver


async def answer_lines(work: Work, language: Language) -> Exit:
    """Answer each line of standard input on standard output, keeping order and the line's `id`.

    A line that is no JSON object, lacks what the work needs or holds what nobody can read is
    answered with `{"id", "error"}`, costs no other line, and makes the end one of wrong usage.
    """
    fine = True
    jobs = (_answer(line, work, language) async for line in _read(sys.stdin))
    async for answer in _in_order(jobs):
        fine = fine and "error" not in answer
        sys.stdout.write(_line(answer))
        sys.stdout.flush()
    return Exit.FINE if fine else Exit.USAGE


def text(asked: Json, key: str) -> str:
    """The text at a key of a line; `BadInput` where it is missing or no text."""
    value = asked.get(key)
    if not isinstance(value, str):
        raise BadInput(terminal.KEY_MISSING.fill(key=key))
    return value


def _line(answer: Json) -> str:
    """The line to print; half a surrogate pair, which no terminal takes, goes as JSON escapes it."""
    octets = json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace")
    return octets.decode("utf-8") + "\n"


async def _answer(line: str, work: Work, language: Language) -> Json:
    try:
        asked = json.loads(line)
    except ValueError:
        return {"id": None, "error": terminal.NOT_JSON.to(language)}
    if not isinstance(asked, dict):
        return {"id": None, "error": terminal.NOT_JSON.to(language)}
    try:
        return {"id": asked.get("id"), **await work(asked)}
    except BadInput as error:
        return {"id": asked.get("id"), "error": error.sentence.to(language)}


async def _in_order(jobs: AsyncIterator[Awaitable[Json]]) -> AsyncIterator[Json]:
    """Start up to AT_ONCE jobs while they come; hand out their results first come, first served."""
    queue: asyncio.Queue[asyncio.Future[Json] | None] = asyncio.Queue(AT_ONCE)

    async def feed() -> None:
        async for job in jobs:
            await queue.put(asyncio.ensure_future(job))
        await queue.put(None)

    feeding = asyncio.create_task(feed())
    while (running := await queue.get()) is not None:
        yield await running
    await feeding


async def _read(source: TextIO) -> AsyncIterator[str]:
    """The lines of a stream that blocks, without holding up the loop; blank ones are skipped."""
    while line := await asyncio.to_thread(source.readline):
        if line.strip():
            yield line
