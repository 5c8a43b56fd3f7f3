"""How long an SPF check takes, and how many questions it sends, against what one would pick instead.

A loopback name server in a process of its own takes 20 ms for each reply. Times are multiples of
the critical path: how deep the tree is, times the round trip as a bare socket measures it. Of
several runs the best counts, for everybody: whatever else the machine does only ever adds.
"""

import asyncio
import sys
import time
import warnings
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])  # else this file stands in the way of pyspf's `spf`
warnings.simplefilter("ignore")  # the others' deprecations

from rich.console import Console  # noqa: E402 - after the path was mended
from rich.table import Table  # noqa: E402 - likewise

from bench.common.nameserver import Far, far_nameserver  # noqa: E402 - likewise
from bench.common.spf_contenders import (  # noqa: E402 - likewise
    CONTENDERS,
    OURS,
    PYSPF,
    SURVEY,
    Contender,
    decide,
)
from bench.common.trees import Tree, ten_terms, trees  # noqa: E402 - likewise
from bot.edges.dns import open_dns  # noqa: E402 - likewise
from bot.playground.nameserver import Zone  # noqa: E402 - likewise

DELAY = 0.02  # seconds a reply takes
CROWD = 20  # domains checked at once
ROUNDS = 50  # without latency, where a check takes milliseconds


def zone_of(trees: list[Tree]) -> Zone:
    """All trees in one zone."""
    return {name: entries for tree in trees for name, entries in tree.zone().items()}


def measured(far: Far, contender: Contender, domain: str, rounds: int) -> tuple[float, int, str]:
    """The least seconds, the questions of one check, and what it came to."""
    far.asked()
    runs = [contender.run(far, domain) for _ in range(rounds)]
    return min(took for took, _ in runs), far.asked() // rounds, runs[-1][1]


def against_the_others(far: Far, all_trees: list[Tree]) -> Table:
    """Each tree, each checker: multiples of the critical path, and questions sent."""
    table = Table("tree", "path", "questions", title="20 ms a reply: × critical path (questions)")
    for contender in CONTENDERS:
        table.add_column(contender.title, justify="right")
    for tree in all_trees:
        path = tree.depth * far.round_trip(tree.domain)
        cells = []
        for contender in CONTENDERS:
            took, asked, result = measured(far, contender, tree.domain, contender.rounds)
            cells.append(f"{took / path:.2f}× ({asked})\n[dim]{result}[/dim]")
        table.add_row(tree.title, f"{path * 1000:.0f} ms", str(tree.questions), *cells)
    return table


async def crowd(far: Far, domains: list[str]) -> float:
    """Seconds for all of these domains at once, on one resolver with nothing in its cache."""
    async with open_dns([far.address]) as resolver:
        started = time.perf_counter()
        await asyncio.gather(*(decide(resolver, domain) for domain in domains))
        return time.perf_counter() - started


def many_at_once(far: Far) -> str:
    """Twenty domains of one's own tree each, against one."""
    domains = [f"d{n}.example" for n in range(CROWD)]
    one = min(asyncio.run(crowd(far, domains[:1])) for _ in range(10))
    all_ = min(asyncio.run(crowd(far, domains)) for _ in range(10))
    return f"{CROWD} domains at once: {all_ / one:.2f} × the time of one ({one * 1000:.0f} ms)"


def without_latency(far: Far) -> str:
    """The ten-term tree where nothing but work takes time."""
    domain = ten_terms().domain
    reference, _, _ = measured(far, PYSPF, domain, ROUNDS)
    took, _, _ = measured(far, OURS, domain, ROUNDS)
    whole, _, _ = measured(far, SURVEY, domain, ROUNDS)
    return (
        f"No latency, ten terms: {took / reference:.2f} × pyspf ({took * 1000:.1f} ms against "
        f"{reference * 1000:.1f} ms); the whole tree with its findings {whole * 1000:.1f} ms"
    )


def main() -> None:
    """Measure everything and print it."""
    console = Console(width=120)
    grown = [ten_terms(f"d{n}.example") for n in range(CROWD)]
    with far_nameserver(zone_of([*trees(), *grown]), DELAY) as far:
        console.print(against_the_others(far, trees()))
        console.print(many_at_once(far))
    with far_nameserver(zone_of(trees()), 0.0) as far:
        console.print(without_latency(far))


if __name__ == "__main__":
    main()
