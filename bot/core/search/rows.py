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


def sums(values: NDArray[np.floating], within: Ints, rows: int) -> Floats:
    """The sum of each row's values."""
    return np.bincount(within, weights=values, minlength=rows).astype(np.float32)


def best_two(values: Floats, within: Ints, rows: int, second: float) -> Floats:
    """The mean of each row's largest value and its next (0 where there is none), weighted `second`."""
    order = np.lexsort((-values, within))
    ranked, row = values[order], within[order]
    first = np.concatenate(([True], row[1:] != row[:-1])) if len(row) else np.zeros(0, bool)
    after = np.concatenate(([False], first[:-1])) & ~first if len(row) else first
    best, next_best = np.zeros(rows, np.float32), np.zeros(rows, np.float32)
    best[row[first]] = ranked[first]
    next_best[row[after]] = ranked[after]
    mean = (best + np.float32(second) * next_best) / np.float32(1 + second)
    return mean.astype(np.float32)


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
