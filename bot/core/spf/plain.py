"""The steps of terms that ask DNS nothing, and whole visits of them."""

from collections.abc import Iterable

from bot.core.spf.record import Fault
from bot.core.spf.term import COUNTED, All, Explanation, Ip4, Ip6, Redirect, Unknown
from bot.core.spf.tree import Fate, Page, Part, Step, Visit, parts_of


def plain_visit(page: Page) -> Visit | None:
    """The visit of a page of which no term asks DNS: the same in every survey; else None."""
    records = [parts_of(record) for record in page.records]
    if any(isinstance(part, COUNTED) for parts in records for part in parts):
        return None
    return Visit.of(page, tuple(map(_plain_trunk, records)))


def _plain_trunk(parts: Iterable[Part]) -> tuple[Step, ...]:
    steps: list[Step] = []
    wall: Step | None = None
    for part in parts:
        step = quiet(part) if wall is None else behind(part, wall) or quiet(part)
        steps.append(step)
        if wall is None and isinstance(part, All):
            wall = step
    return tuple(steps)


def in_order(parts: Iterable[Part]) -> list[Part]:
    """The parts of a record in the order of evaluation: redirect last (RFC 7208, 6.1)."""
    return sorted(parts, key=lambda part: isinstance(part, Redirect))


def quiet(part: Part) -> Step:
    """The step of a part that asks DNS nothing; most are such."""
    return Step(part, networks=(part.network,)) if isinstance(part, Ip4 | Ip6) else Step(part)


def behind(part: Part, wall: Step | None) -> Step | None:
    """The step of a part that is never read, because everybody is decided before it."""
    if wall is None or isinstance(part, Fault | Explanation | Unknown):
        return None
    after_all = isinstance(wall.part, All)
    if isinstance(part, Redirect) and after_all:
        return Step(part, Fate.IGNORED, by=str(wall.part))
    return Step(part, Fate.AFTER_ALL if after_all else Fate.UNREACHABLE, by=str(wall.part))
