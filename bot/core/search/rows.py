"""Rows of different lengths in flat arrays: what the index keeps instead of lists of objects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Ints: TypeAlias = NDArray[np.int64]
Number = TypeVar("Number", bound=np.integer[Any])


Runs: TypeAlias = list[tuple[int, int]]
"""Slices of an array, as (first, one past the last), in order."""


def taken(values: NDArray[Any], places: Runs) -> NDArray[Any]:
    """What stands in these runs of an array: much faster than place by place."""
    parts = [values[first:end] for first, end in places]
    return parts[0] if len(parts) == 1 else np.concatenate((values[:0], *parts))


@dataclass(frozen=True, slots=True)
class Rows:
    """Row `i` is the slice from `starts[i]` to `starts[i + 1]` of the flat arrays beside it."""

    starts: Ints

    @classmethod
    def of(cls, lengths: Iterable[int]) -> Rows:
        """The rows of these lengths, one after the other."""
        sizes = np.fromiter(lengths, np.int64)
        return cls(np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes))))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def slice(self, row: int) -> slice:
        """Where one row stands."""
        return slice(int(self.starts[row]), int(self.starts[row + 1]))

    def lengths(self, rows: Ints) -> Ints:
        """How long these rows are."""
        return self.starts[rows + 1] - self.starts[rows]

    def runs(self, rows: Ints) -> Runs:
        """Where everything of these rows stands, which are in order: neighbours in one slice."""
        if not len(rows):
            return []
        breaks = np.nonzero(rows[1:] - rows[:-1] != 1)[0]
        firsts = self.starts[rows[np.concatenate(([0], breaks + 1))]]
        ends = self.starts[rows[np.concatenate((breaks, [-1]))] + 1]
        return list(zip(firsts.tolist(), ends.tolist(), strict=True))

    def flat(self, rows: Ints) -> tuple[Ints, Ints]:
        """Where everything of these rows stands, and for each place the number of its row here."""
        lengths = self.lengths(rows)
        within = np.repeat(np.arange(len(rows)), lengths)
        ends = np.cumsum(lengths)
        offsets = self.starts[rows] - (ends - lengths)
        return np.arange(ends[-1] if len(ends) else 0) + offsets[within], within


def distinct(numbers: NDArray[Number]) -> NDArray[Number]:
    """The numbers, each once, in order (numpy's own `unique` is several times slower)."""
    ranked = np.sort(numbers)
    first = np.ones(len(ranked), bool)
    np.not_equal(ranked[1:], ranked[:-1], out=first[1:])
    return ranked[first]


def sums(values: NDArray[np.floating], lengths: Ints) -> Floats:
    """The sum of each row's values; the rows follow each other."""
    found, held = np.zeros(len(lengths), np.float32), np.nonzero(lengths)[0]
    if len(held):
        firsts = np.cumsum(lengths[held]) - lengths[held]
        found[held] = np.add.reduceat(values, firsts, dtype=np.float64)
    return found


def best_two(values: Floats, lengths: Ints, second: float) -> Floats:
    """The mean of each row's largest value and its next (0 where there is none), weighted `second`.

    No value is negative; the rows follow each other.
    """
    held = np.nonzero(lengths)[0]
    mean = np.zeros(len(lengths), np.float32)
    if len(held):
        lengths = lengths[held]
        firsts = np.cumsum(lengths) - lengths
        best = np.maximum.reduceat(values, firsts)
        places = np.nonzero(values == np.repeat(best, lengths))[0]
        first_best = places[np.searchsorted(places, firsts)]
        others = values.copy()
        others[first_best] = 0
        next_best = np.maximum.reduceat(others, firsts)
        mean[held] = (best + np.float32(second) * next_best) / np.float32(1 + second)
    return mean


class Columns:
    """Columns of numbers that grow in place: kept in parts and then joined, they would be there twice."""

    def __init__(self, *kinds: type[np.generic]) -> None:
        self._kinds = kinds
        self._columns = [bytearray() for _ in kinds]

    def add(self, *parts: NDArray[Any]) -> None:
        """Append to every column."""
        for column, part, kind in zip(self._columns, parts, self._kinds, strict=True):
            column.extend(part.astype(kind).tobytes())

    def arrays(self) -> list[NDArray[Any]]:
        """The columns as they are now; nothing can be added any more."""
        pairs = zip(self._columns, self._kinds, strict=True)
        return [np.frombuffer(column, kind) for column, kind in pairs]
