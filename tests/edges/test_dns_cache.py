"""The cache stays small whatever is put in, and forgets in time."""

import pytest

from bot.core.lookup import Kind, Query, Records
from bot.edges.dns.cache import MAX_SECONDS, Cache


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def query(number: int) -> Query:
    return Query(f"n{number}.example", Kind.TXT)


@pytest.mark.parametrize(
    ("limits", "octets", "kept"),
    [
        pytest.param({"max_entries": 3}, 10, [7, 8, 9], id="entries"),
        pytest.param({"max_octets": 100}, 50, [8, 9], id="octets"),
        pytest.param({"max_octets": 100}, 101, [], id="one that is too big"),
    ],
)
def test_the_oldest_go_where_there_is_no_room(
    limits: dict[str, int], octets: int, kept: list[int]
) -> None:
    cache = Cache(Clock(), **limits)
    for number in range(10):
        cache.put(query(number), Records(("v=spf1 -all",), ttl=60), octets)

    assert [number for number in range(10) if cache.get(query(number))] == kept
    assert len(cache) == len(kept)


@pytest.mark.parametrize(
    ("ttl", "age", "left"),
    [
        pytest.param(0, 0, None, id="not to be kept"),
        pytest.param(10, 9.5, 0, id="in its last second"),
        pytest.param(10, 10, None, id="over"),
        pytest.param(3600, MAX_SECONDS - 1, 3600 - MAX_SECONDS + 1, id="long, the true rest"),
        pytest.param(3600, MAX_SECONDS, None, id="long, but not here"),
    ],
)
def test_what_is_kept_grows_old(ttl: int, age: float, left: int | None) -> None:
    clock = Clock()
    cache = Cache(clock)
    cache.put(query(1), Records(("v=spf1 -all",), ttl=ttl), 10)
    clock.seconds += age
    found = cache.get(query(1))

    assert (found and found.ttl) == left
    assert len(cache) == (left is not None)


def test_the_newer_answer_takes_the_place_of_the_older() -> None:
    cache = Cache(Clock(), max_octets=100)
    for _ in range(20):
        cache.put(query(1), Records(("old",), ttl=60), 40)
        cache.put(query(1), Records(("new",), ttl=60), 40)

    assert cache.get(query(1)) == Records(("new",), ttl=60)
    assert len(cache) == 1
