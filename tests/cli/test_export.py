"""`helpdesk export`: everything that is kept of one workspace, and of no other, as JSON."""

import asyncio
import json
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli import app
from bot.core.feedback import Answered, Asked
from bot.core.words import Language
from bot.edges.store import open_store

TABLES = {"handoffs", "questions", "ratings", "samples", "sections", "settings"}


async def _fill(url: str) -> None:
    async with open_store(url, owner="test") as store:
        for team, text in (("T1", "Wo ist „meine“ Rechnung?"), ("T2", "Where is theirs?")):
            asked = Asked(0, text, Language.DE, Answered.NOT_FOUND, 0.0, "U1", "C1", "1")
            await store.questions.keep(team, asked, gap=True)


def export(url: str, team: str) -> Result:
    return CliRunner().invoke(app, ["export", team], obj={"DATABASE_URL": url})


def test_all_of_one_workspace_and_nothing_of_another(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/helpdesk.db"
    asyncio.run(_fill(url))
    ran = export(url, "T1")
    kept = json.loads(ran.stdout)

    assert ran.exit_code == 0
    assert set(kept) == TABLES
    assert [row["question"] for row in kept["questions"]] == ["Wo ist „meine“ Rechnung?"]


def test_a_database_that_cannot_be_opened_is_a_sentence_and_exit_3(tmp_path: Path) -> None:
    ran = export(f"sqlite:///{tmp_path}/none/helpdesk.db", "T1")

    assert ran.exit_code == 3
    assert "is its folder there" in ran.stderr
