"""Once a week the team's channel gets a digest of gaps and ratings, from one replica only."""

from datetime import UTC, datetime

from bot.core.work import Key
from bot.slack.blocks import digest
from bot.slack.front import Front
from bot.slack.listeners import menus
from bot.slack.outbox import Place

HOUR = 7  # UTC, on Monday: when the week is looked at


async def tell(front: Front, now: float) -> bool:
    """Post the digest if this week's is due and nobody has; whether it was posted."""
    channel = (await front.manners()).digest
    week = due(now)
    if channel is None or week is None:
        return False
    key = Key(front.me.team, channel, f"digest {week}")
    if not await front.claims.claim(key, {}, at=now):
        return False
    language = front.settings.language
    ratings = (await front.team.tallies(), menus.headings(front, language))
    counts, gaps = await front.team.counts(), await front.team.gaps()
    await front.outbox.post(Place(channel), digest.digest(counts, gaps, ratings, language))
    await front.claims.finish(key)
    return True


def due(now: float) -> str | None:
    """The ISO week whose digest may be told by now; None on Monday before the hour."""
    moment = datetime.fromtimestamp(now, UTC)
    year, week, day = moment.isocalendar()
    return None if day == 1 and moment.hour < HOUR else f"{year}-W{week:02}"
