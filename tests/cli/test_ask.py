"""`helpdesk ask`: the answer for people, the contract's JSON for programs."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

ARTICLE = """---
id: parcels
title: Parcels
language: en
keywords: [parcel, delivery]
url: https://kb.example/parcels
updated: 2026-02-01
---
# Parcels

## Where is my parcel? {#where}
<!-- questions: Where is my parcel? | track a delivery -->
Use the tracking number from the shipping mail.

## Sending a parcel back {#back}
<!-- questions: How do I return a parcel? -->
Print the label and take it to the post office.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "parcels.md").write_text(ARTICLE)
    return tmp_path


def helpdesk(folder: Path, *arguments: str, lines: str = "") -> Result:
    environ = {"HELPDESK_KNOWLEDGE": str(folder), "DATABASE_URL": f"sqlite:///{folder}/none.db"}
    return CliRunner().invoke(app, ["ask", *arguments], obj=environ, input=lines)


def test_a_person_reads_the_answer_and_its_source(folder: Path) -> None:
    result = helpdesk(folder, "where is my parcel")

    assert result.exit_code == 0
    assert "Use the tracking number" in result.output
    assert "Source: Parcels, 2026-02-01" in result.output
    assert "https://kb.example/parcels" in result.output


@pytest.mark.parametrize("nothing", [[], [""], ["  "]], ids=["no word", "empty", "blank"])
def test_who_asks_nothing_is_shown_how_to_ask(folder: Path, nothing: list[str]) -> None:
    result = helpdesk(folder, *nothing)

    assert result.exit_code == 2
    assert "Ask something, such as:" in result.output


def test_what_the_articles_do_not_hold_is_not_answered(folder: Path) -> None:
    result = helpdesk(folder, "how do I reset my password")

    assert result.exit_code == 0
    assert "The articles do not answer this." in result.output


def test_why_shows_which_words_met(folder: Path) -> None:
    assert "parcel→parcel" in helpdesk(folder, "where is my parcel", "--why").output


def test_json_lines_keep_order_and_id_and_have_every_key_of_the_contract(folder: Path) -> None:
    asked = [{"id": "a", "question": "return a parcel"}, {"id": 2, "question": "asdf qwer"}]
    result = helpdesk(folder, "--jsonl", lines="\n".join(map(json.dumps, asked)))
    found, not_found = map(json.loads, result.output.splitlines())

    assert result.exit_code == 0
    assert found["id"] == "a"
    assert (found["outcome"], found["section"]) == ("found", "parcels/back")
    assert found["ranked"][0][0] == "parcels/back"
    assert 0 < found["score"] <= 1
    assert found["language"] == "en"
    assert (not_found["id"], not_found["outcome"]) == (2, "not_found")
    assert not_found["section"] is None
    assert {"score", "ranked"} <= set(not_found)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        pytest.param("no json", "no JSON object", id="not JSON"),
        pytest.param("[1]", "no JSON object", id="a list"),
        pytest.param('{"id": 7}', "`question`", id="no question"),
        pytest.param('{"id": 7, "question": 1}', "`question`", id="a number"),
    ],
)
def test_a_line_nobody_can_read_is_told_and_costs_no_other(
    folder: Path, line: str, error: str
) -> None:
    result = helpdesk(folder, "--jsonl", lines=line + '\n{"id": 8, "question": "parcel"}\n')
    broken, fine = map(json.loads, result.output.splitlines())

    assert result.exit_code == 2
    assert error in broken["error"]
    assert fine["id"] == 8


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("👋🎉", id="only emoji"),
        pytest.param("\x00\x1b[31m", id="control characters"),
        pytest.param("parcel " * 6000, id="40,000 characters"),
        pytest.param("   ", id="blank"),
    ],
)
def test_strange_text_gets_a_reply(folder: Path, question: str) -> None:
    line = json.dumps({"id": 1, "question": question})
    result = helpdesk(folder, "--jsonl", lines=line)

    assert json.loads(result.output)["outcome"] in {"found", "unsure", "not_found"}


def test_no_question_is_a_sentence_with_an_example(folder: Path) -> None:
    result = helpdesk(folder)

    assert result.exit_code == 2
    assert "such as: helpdesk ask" in result.output


def test_a_wrong_setting_is_a_sentence(folder: Path) -> None:
    result = CliRunner().invoke(app, ["ask", "x"], obj={"PORT": "x", "HELPDESK_LANGUAGE": "x"})

    assert result.exit_code == 2
    assert "PORT" in result.output
    assert "HELPDESK_LANGUAGE" in result.output
