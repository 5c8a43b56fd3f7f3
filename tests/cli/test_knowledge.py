"""`helpdesk knowledge check`: what is wrong with file and line, and what is weak."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from bot.cli import app

GOOD = """---
id: parcels
language: en
---
# Parcels

## Where is my parcel? {#where}
<!-- questions: Where is my parcel? | track my parcel -->
Use the tracking number.

## Sending a parcel back {#back}
<!-- questions: How do I return a parcel? | track my parcel now -->
Print the label.
"""
BROKEN = "---\nid: b\nlanguage: en\n---\n# B\n\n## One {#same}\nText.\n\n## Two {#same}\nText.\n"


def check(folder: Path, *options: str) -> Result:
    environ = {"HELPDESK_KNOWLEDGE": str(folder)}
    return CliRunner().invoke(app, ["knowledge", "check", *options], obj=environ)


def test_a_broken_article_is_named_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "broken.md").write_text(BROKEN)
    result = check(tmp_path)

    assert result.exit_code == 1
    assert "broken.md:10:" in result.output


def test_a_question_that_another_section_takes_is_named(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(GOOD)
    result = check(tmp_path)
    told = json.loads(check(tmp_path, "--json").output)

    assert result.exit_code == 0
    assert "“track my parcel now” finds parcels/where before parcels/back" in result.output
    assert told["problems"] == []
    assert told["asked"] == 4
    assert ("parcels/back", "track my parcel now", "parcels/where") in {
        (one["section"], one["question"], one["rival"]) for one in told["missed"]
    }


def test_a_question_that_finds_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "one.en.md").write_text(
        "# Parcels\n\n## Where is it? {#where}\n"
        "<!-- questions: Where is my parcel? | tracking number -->\nOpen My orders.\n"
    )
    result = check(tmp_path)

    assert "Articles read: 1; nothing is wrong." in result.output
    assert "“tracking number” finds nothing, not even one/where" in result.output


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert check(tmp_path).exit_code == 1


def test_the_shipped_articles_have_nothing_wrong() -> None:
    result = CliRunner().invoke(app, ["knowledge", "check"], obj={})

    assert result.exit_code == 0
    assert "Articles read: 4; nothing is wrong." in result.output
