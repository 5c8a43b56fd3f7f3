"""Once a week the team's channel gets a digest, from one replica only."""

from datetime import UTC, datetime

import pytest

from bot.slack import weekly
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        ((2026, 11, 23, 6, 59), None),
        ((2026, 11, 23, 7, 0), "2026-W48"),
        ((2026, 11, 29, 23, 59), "2026-W48"),
        ((2027, 1, 1, 12, 0), "2026-W53"),
    ],
    ids=["Monday, too early", "Monday", "Sunday", "New Year's Day belongs to the old year"],
)
async def test_a_digest_is_due_from_monday_morning(
    moment: tuple[int, int, int, int, int], week: str | None
) -> None:
    assert weekly.due(datetime(*moment, tzinfo=UTC).timestamp()) == week


async def test_without_a_channel_there_is_none(it: Office) -> None:
    assert not await weekly.tell(it.front, 0.0)


async def test_it_names_the_gaps_and_comes_once_a_week(it: Office) -> None:
    await it.ask("ada", "#general", "@helpdesk How do I bake bread without yeast?")
    await it.home("ada")
    view = it.slack.home("ada")
    assert view is not None
    await it.press("ada", view.id, "channel.digest", value="C0SUPPORT")
    monday = datetime(2026, 11, 23, 8, tzinfo=UTC).timestamp()
    told, again = await weekly.tell(it.front, monday), await weekly.tell(it.front, monday)

    text = "\n".join(it.slack.transcript("anna", "#support"))
    assert (told, again) == (True, False)
    assert "The week at the help desk" in text
    assert "How do I bake bread without yeast? (1×)" in text


async def test_only_admins_choose_the_channel(it: Office) -> None:
    await it.home("ada")
    admins = it.slack.home("ada")
    assert admins is not None
    own = await it.home("anna")

    assert "Channel for the weekly digest" not in own
