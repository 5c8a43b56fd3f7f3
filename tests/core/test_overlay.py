"""What the team writes in Slack goes over the files' articles; the newer one wins."""

from dataclasses import replace
from datetime import date

import pytest

from bot.core import overlay
from bot.core.article import Article, Audience, Section, parse
from bot.core.words import Language
from bot.core.written import Sample, Written

EN, DE = Language.EN, Language.DE
FEBRUARY, MARCH = 1706745600.0, 1709251200.0  # 1 February and 1 March 2024, UTC


def section(text: str = "File.", language: Language = EN, article: str = "mail") -> Section:
    return Section(article, "relay", language, "Relay", text, questions=("smarthost?",))


def article(updated: date | None = None, language: Language = EN) -> Article:
    return Article("mail", "Mail", language, (section(language=language),), updated=updated)


def written(at: float, **changes: str) -> Written:
    return Written(
        Section(changes.get("article", "mail"), changes.get("id", "relay"), EN, "Relay", "Slack."),
        "Answers of the team",
        Audience.INTERNAL,
        "U1",
        at,
    )


@pytest.mark.parametrize(
    ("updated", "text"),
    [
        pytest.param(None, "Slack.", id="a file without a date"),
        pytest.param(date(2024, 1, 31), "Slack.", id="a file of the day before"),
        pytest.param(date(2024, 2, 1), "Slack.", id="a file of the same day"),
        pytest.param(date(2024, 2, 2), "File.", id="a file of the day after"),
    ],
)
def test_the_newer_of_two_namesakes_wins(updated: date | None, text: str) -> None:
    (laid,) = overlay.lay([article(updated)], [written(FEBRUARY)])

    assert [s.text for s in laid.sections] == [text]
    assert bool(overlay.shadowed([article(updated)], [written(FEBRUARY)])) is (text == "Slack.")


def test_a_section_that_replaces_a_files_keeps_its_sample_questions() -> None:
    (laid,) = overlay.lay([article()], [written(FEBRUARY)])

    assert laid.sections[0].questions == ("smarthost?",)


def test_a_new_section_joins_its_article() -> None:
    (laid,) = overlay.lay([article()], [written(FEBRUARY, id="new")])

    assert [s.id for s in laid.sections] == ["relay", "new"]


def test_a_section_of_no_article_makes_one() -> None:
    _, laid = overlay.lay([article()], [written(FEBRUARY, article="team")])

    assert (laid.id, laid.title, laid.source) == ("team", "Answers of the team", "Slack")


def test_two_sections_of_one_new_article_stand_in_it_together() -> None:
    (laid,) = overlay.lay([], [written(FEBRUARY, id="a"), written(MARCH, id="b")])

    assert [s.id for s in laid.sections] == ["a", "b"]


def test_a_filed_question_joins_the_section_in_its_language() -> None:
    filed = [Sample("mail/relay", DE, "Und mit Smarthost?", "U1", MARCH)]
    english, german = overlay.lay([article(), article(language=DE)], [], filed)

    assert english.sections[0].questions == ("smarthost?",)
    assert german.sections[0].questions == ("smarthost?", "Und mit Smarthost?")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Where do I enter it?", "where-do-i-enter-it"),
        ("Größe der Übersicht", "groesse-der-uebersicht"),
        ("Ça va", "ca-va"),
        ("???", "section"),
        ("x" * 100, "x" * 60),
    ],
    ids=["question", "umlauts", "accents", "no letters", "long"],
)
def test_an_id_is_made_from_a_title(title: str, name: str) -> None:
    assert overlay.section_id(title) == name


def test_what_was_written_is_exported_as_files_that_read_back_the_same() -> None:
    english, german = replace(article(), source="mail.en.md"), article(language=DE)
    pieces = [written(FEBRUARY, id="new"), written(FEBRUARY, article="team")]
    files = overlay.export([english, german], pieces, [])

    assert sorted(files) == ["mail.en.md", "team.en.md"]
    laid = overlay.lay([english, german], pieces)
    read = [parse(text, name) for name, text in files.items()]
    assert [(a.id, a.title, a.sections) for a in read] == [
        (
            a.id,
            a.title,
            tuple(replace(s, line=r.line) for s, r in zip(a.sections, b.sections, strict=True)),
        )
        for a, b in zip([laid[0], laid[2]], read, strict=True)
    ]


def test_big_headings_stay_inside_their_section() -> None:
    assert overlay.tamed("# A\n\n## B\n### C\n#d") == "### A\n\n### B\n### C\n#d"
