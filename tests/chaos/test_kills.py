"""Ten kills in the midst of the work: nothing acknowledged is lost, nothing answered twice."""

import random
from pathlib import Path

from tests.chaos import storm

KILLS = 10


async def test_whatever_was_acknowledged_is_answered_once_after_ten_kills(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - chance, not cryptography
    weather = storm.kills(KILLS, chance, storm.SHORT_LIFE)
    tally = await storm.under(weather, f"sqlite:///{tmp_path}/helpdesk.db")

    assert tally.acknowledged > KILLS
    assert (tally.lost, tally.doubled, tally.ratings_lost) == (0, 0, 0), str(tally)
