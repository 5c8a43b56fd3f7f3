"""`helpdesk stats`: what was asked, how it was rated, what is open."""

import asyncio
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.core.feedback import Answered, Asked, Rating
from bot.core.words import Language
from bot.edges.store import open_store

NOON = 1_700_000_000.0


async def _fill(url: str) -> None:
    async with open_store(url, owner="test") as store:
        for ts, text, outcome in (
            ("1", "Where is my invoice?", Answered.NOT_FOUND),
            ("2", "where is my invoice", Answered.UNSURE),
            ("3", "smarthost", Answered.FOUND),
        ):
            asked = Asked(0, text, Language.EN, outcome, NOON, "U1", "C1", ts)
            await store.questions.keep("T1", asked, gap=outcome is not Answered.FOUND)
        for user, stars, helpful in (("U1", 5, True), ("U2", 4, True), ("U3", 4, False)):
            told = "Shorter." if user == "U3" else None
            await store.ratings.rate("T1", Rating("a/b", user, NOON, helpful, stars, told))


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/helpdesk.db"
    asyncio.run(_fill(url))
    return url


def helpdesk(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["stats", *arguments], obj={"DATABASE_URL": url})


def test_json_has_every_key_of_the_contract(url: str) -> None:
    told = json.loads(helpdesk(url, "--json").output)

    assert told["questions"] == {"found": 1, "unsure": 1, "not_found": 1}
    assert told["ratings"] == [
        {
            "section": "a/b",
            "count": 3,
            "average": pytest.approx(13 / 3),
            "stars": {"1": 0, "2": 0, "3": 0, "4": 2, "5": 1},
            "helpful": 2,
            "not_helpful": 1,
        }
    ]
    assert [(gap["question"], gap["count"]) for gap in told["gaps"]] == [("where is my invoice", 2)]


def test_a_person_reads_the_same(url: str) -> None:
    shown = helpdesk(url).output

    assert "Questions: 1 answered, 1 with a choice, 1 without an answer." in shown
    assert "a/b  4.3 of 5 (3)  helpful 2, not helpful 1" in shown
    assert "5 stars 33 %" in shown
    assert "suggested: Shorter." in shown
    assert "2 ×  where is my invoice" in shown


def test_a_database_that_is_away_is_a_sentence_and_exit_3() -> None:
    result = helpdesk("postgresql://u:s3cret@127.0.0.1:1/none")

    assert result.exit_code == 3
    assert "does not answer" in result.output
    assert "s3cret" not in result.output
