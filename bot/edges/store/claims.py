"""Who works on what: one claim for each thing that Slack delivered, however often it did."""

import time
from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, func, select, tuple_, update

from bot.core.work import Key, Payload, Work
from bot.edges.store.database import Database
from bot.edges.store.groups import LARGEST, Groups
from bot.edges.store.schema import claims

LEASE = 30.0  # seconds; a living process renews its leases long before

_KEY = ("its_team", "its_channel", "its_ts")
_THEIR_CLOCK = select(func.extract("epoch", func.clock_timestamp()))  # PostgreSQL's
_DONE = (  # built once: that takes longer than running it
    update(claims)
    .where(
        claims.c.team == bindparam("its_team"),
        claims.c.channel == bindparam("its_channel"),
        claims.c.ts == bindparam("its_ts"),
    )
    .values(done=True, payload=None, owner=None, lease=0)
)


class Claims:
    """The claims of all workspaces, as one process (`owner`) sees them. Times: seconds, UTC.

    Leases are kept in the time of the database, so that a replica whose clock is wrong neither
    takes what others are at work on, nor loses its own.
    """

    def __init__(
        self, database: Database, owner: str, clock: Callable[[], float] = time.time
    ) -> None:
        self._database = database
        self._owner = owner
        self._clock = clock
        self._ahead = 0.0  # seconds that our clock is before the database's
        self._new = (  # built once: that takes longer than running it
            database.insert(claims)
            .on_conflict_do_nothing()
            .returning(claims.c.team, claims.c.channel, claims.c.ts)
        )
        self._claiming = Groups(self._insert)
        self._finishing = Groups(self._close)

    async def compare_clocks(self) -> None:
        """See how far our clock is ahead of the database's; a file of SQLite is on this machine."""
        if self._database.is_sqlite:
            return
        before = self._clock()
        async with self._database.read() as connection:
            theirs = float((await connection.execute(_THEIR_CLOCK)).scalar_one())
        self._ahead = (before + self._clock()) / 2 - theirs

    async def claim(self, key: Key, payload: Payload, *, at: float) -> bool:
        """Whether this delivery is the first of its key and so ours to work on.

        True only once payload and claim are on disk. `Unavailable` where the store is away: then
        nothing is stored, and Slack has to deliver again.
        """
        return await self._claiming.submit((key, payload, at))

    async def finish(self, key: Key) -> None:
        """The work is done: the payload goes, the claim stays and keeps redeliveries out."""
        await self._finishing.submit(key)

    async def under_way(self, keys: Collection[Key]) -> bool:
        """Whether one of these has been claimed, by whomever, and is not done yet."""
        chosen = select(claims.c.ts).where(_is_one_of(list(keys)), ~claims.c.done).limit(1)
        async with self._database.read() as connection:
            return (await connection.execute(chosen)).first() is not None

    async def renew(self, keys: Collection[Key], *, at: float) -> int:
        """Lengthen the leases of what this process is at work on; how many were still its own."""
        wanted, renewed = list(keys), 0
        async with self._database.write() as connection:
            for start in range(0, len(wanted), LARGEST):
                changed = (
                    update(claims)
                    .where(_is_one_of(wanted[start : start + LARGEST]))
                    .where(claims.c.owner == self._owner, ~claims.c.done)
                    .values(lease=self._lease(at))
                )
                renewed += (await connection.execute(changed)).rowcount
        return renewed

    async def put_back(self, key: Key, *, at: float) -> None:
        """Something outside broke this work off: anybody may try again from `at` on.

        It does not count as an attempt, which is for what kills whoever works on it.
        """
        back = (
            update(claims)
            .where(_is_one_of([key]), claims.c.owner == self._owner, ~claims.c.done)
            .values(lease=at - self._ahead, attempts=claims.c.attempts - 1)
        )
        async with self._database.write() as connection:
            await connection.execute(back)

    async def release(self) -> None:
        """Hand over what this process has not done: another one may take it up at once."""
        async with self._database.write() as connection:
            await connection.execute(
                update(claims).where(claims.c.owner == self._owner, ~claims.c.done).values(lease=0)
            )

    async def take_over(self, *, at: float, alone: bool = False, most: int = 100) -> list[Work]:
        """Take up to `most` unfinished claims whose lease has run out, the least tried first.

        With `alone`, leases of others do not count: right at the start of the only process.
        """
        await self.compare_clocks()
        others = claims.c.owner != self._owner
        return await self._take(at, others if alone else claims.c.lease < at - self._ahead, most)

    async def _take(self, at: float, free: Any, most: int) -> list[Work]:
        key = tuple_(claims.c.team, claims.c.channel, claims.c.ts)
        chosen = (
            select(claims.c.team, claims.c.channel, claims.c.ts)
            .where(~claims.c.done, free)
            .order_by(claims.c.attempts, claims.c.at)  # what may kill us, after all others
            .limit(most)
            # PostgreSQL: two replicas never wait for each other here. SQLite drops the clause; its
            # writers take turns from BEGIN IMMEDIATE on.
            .with_for_update(skip_locked=True)
        )
        taken = (
            update(claims)
            .where(key.in_(chosen))
            .values(owner=self._owner, lease=self._lease(at), attempts=claims.c.attempts + 1)
            .returning(claims)
        )
        async with self._database.write() as connection:
            rows = (await connection.execute(taken)).all()
        rows = sorted(rows, key=lambda row: (row.at, row.ts))
        return [Work(Key(r.team, r.channel, r.ts), r.payload or {}, r.attempts, r.at) for r in rows]

    async def unfinished(self) -> int:
        """How many claims nobody has done yet."""
        counted = select(func.count()).select_from(claims).where(~claims.c.done)
        async with self._database.read() as connection:
            return int((await connection.execute(counted)).scalar_one())

    async def latest_message(self) -> float | None:
        """When the latest message came that is still remembered; commands and buttons do not count."""
        chosen = select(func.max(claims.c.at)).where(
            claims.c.channel != "view", func.substr(claims.c.ts, 1, 1).in_(tuple("0123456789"))
        )
        async with self._database.read() as connection:
            found: float | None = (await connection.execute(chosen)).scalar_one()
        return found

    async def forget(self, *, before: float) -> int:
        """Delete claims done before this time; Slack delivers nothing again after so long."""
        old = delete(claims).where(claims.c.done, claims.c.at < before)
        async with self._database.write() as connection:
            return (await connection.execute(old)).rowcount

    async def _insert(self, group: Sequence[tuple[Key, Payload, float]]) -> list[bool]:
        # Twins often come in one group: each key once.
        once = {key: (key, payload, at) for key, payload, at in reversed(group)}
        # In an order in which two replicas cannot block each other: each gets one of two twins.
        rows = [self._row(*once[key]) for key in sorted(once, key=_place)]
        kept = await self._database.in_one_go(lambda c: c.execute(self._new, rows).all())
        won = {Key(*row) for row in kept}
        outcomes = []  # of two twins the first has won
        for key, _, _ in group:
            outcomes.append(key in won)
            won.discard(key)
        return outcomes

    def _lease(self, at: float) -> float:
        return at - self._ahead + LEASE

    def _row(self, key: Key, payload: Payload, at: float) -> dict[str, Any]:
        return {
            "team": key.team,
            "channel": key.channel,
            "ts": key.ts,
            "payload": payload,
            "owner": self._owner,
            "lease": self._lease(at),
            "attempts": 1,
            "done": False,
            "at": at,
        }

    async def _close(self, group: Sequence[Key]) -> list[None]:
        # In an order in which two replicas cannot block each other.
        keys = [dict(zip(_KEY, place, strict=True)) for place in sorted(map(_place, group))]
        await self._database.in_one_go(lambda c: c.execute(_DONE, keys))
        return [None] * len(group)


def _place(key: Key) -> tuple[str, str, str]:
    return (key.team, key.channel, key.ts)


def _is_one_of(keys: Sequence[Key]) -> ColumnElement[bool]:
    wanted = [_place(key) for key in keys]
    return tuple_(claims.c.team, claims.c.channel, claims.c.ts).in_(wanted)
