"""What the team has set is read once for all who ask at once, and never older than a change."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.written import Mode
from bot.desk.team import NOTICED, Team
from bot.edges.store import Store, open_store

NOON = 1_700_000_000.0
SUPPORT = "C1"


class Clock:
    """The time, which moves when told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/team.db", owner="test") as opened:
        yield opened


async def test_all_who_ask_at_once_get_the_same_reading(store: Store) -> None:
    team = Team(store, "T1", Clock())
    first, *others = await asyncio.gather(*(team.manners(frozenset({SUPPORT})) for _ in range(50)))

    assert first.listens(SUPPORT)
    assert all(other is first for other in others)


async def test_what_is_set_here_counts_at_once_even_while_it_is_being_read(store: Store) -> None:
    team = Team(store, "T1", Clock())
    reading = asyncio.create_task(team.manners(frozenset({SUPPORT})))
    await asyncio.sleep(0)  # it has begun
    await team.set_mode(SUPPORT, Mode.OFF, "U1")
    await reading

    assert not (await team.manners(frozenset({SUPPORT}))).speaks_unasked(SUPPORT, NOON)


async def test_what_another_replica_sets_is_noticed_after_a_moment(store: Store) -> None:
    clock = Clock()
    team, other = Team(store, "T1", clock), Team(store, "T1", clock)
    await team.manners(frozenset({SUPPORT}))
    await other.set_mode(SUPPORT, Mode.OFF, "U1")
    clock.now += NOTICED

    assert not (await team.manners(frozenset({SUPPORT}))).speaks_unasked(SUPPORT, NOON)
