"""`helpdesk knowledge export`: what was written in Slack, as files."""

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.core.article import Audience, Section, parse
from bot.core.words import Language
from bot.core.written import Written
from bot.edges.store import open_store

PIECE = Written(
    Section("team-answers", "bread", Language.EN, "Bread", "Use **soda**."),
    "Answers of the team",
    Audience.INTERNAL,
    "U1",
    1706745600.0,
)


async def _write(url: str) -> None:
    async with open_store(url, owner="test") as store:
        await store.writings.write("T1", PIECE)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}"}


def test_a_section_written_in_slack_becomes_a_file(tmp_path: Path, environ: dict[str, str]) -> None:
    asyncio.run(_write(environ["DATABASE_URL"]))
    ran = CliRunner().invoke(app, ["knowledge", "export", str(tmp_path / "out")], obj=environ)

    assert ran.exit_code == 0, ran.output
    (file,) = (tmp_path / "out").iterdir()
    assert file.name == "team-answers.en.md"
    assert parse(file.read_text(encoding="utf-8"), file.name).sections[0].text == "Use **soda**."


def test_nothing_written_is_said(tmp_path: Path, environ: dict[str, str]) -> None:
    ran = CliRunner().invoke(app, ["knowledge", "export", str(tmp_path / "out")], obj=environ)

    assert ran.exit_code == 0
    assert ran.output == "Nothing has been written in Slack yet.\n"
    assert not (tmp_path / "out").exists()
