from dataclasses import replace

from bot.core.article import Section
from bot.core.review import IdleKeyword, Overlap, review
from bot.core.words import Language
from tests.core.search.library import GLOSSARY, LIBRARY, article

PAPER = Section(
    "printer",
    "paper",
    Language.EN,
    "Clearing a paper jam",
    "Pull the jammed sheet out of the tray.",
    questions=("How do I clear a paper jam?",),
)
TONER = Section(
    "printer",
    "toner",
    Language.EN,
    "Toner",
    "Change the cartridge.",
    questions=("Is a sheet jammed in the tray?", "What about clearing the jam?"),
)
BAD = replace(article("printer", Language.EN, ()), sections=(PAPER, TONER))


def test_a_question_that_its_section_answers_without_it_is_not_missed() -> None:
    assert not [one for one in review([BAD]).missed if one.section == PAPER]


def test_a_question_that_another_section_takes_is_missed_and_its_rival_named() -> None:
    missed = [one for one in review([BAD]).missed if one.section == TONER]

    assert {one.question for one in missed} == set(TONER.questions)
    assert {one.rival for one in missed} == {PAPER.key}


def test_a_section_that_takes_several_questions_is_an_overlap() -> None:
    assert review([BAD]).overlaps == (Overlap("printer/toner", "printer/paper", 2, 2),)


def test_a_keyword_that_does_not_bring_its_section_is_idle() -> None:
    vague = replace(PAPER, keywords=("paper jam", "cartridge"))
    crowded = replace(
        BAD, sections=(vague, *(replace(TONER, id=name, heading="Cartridge") for name in "abcd"))
    )

    assert review([crowded]).idle == (IdleKeyword(vague, "cartridge"),)


def test_every_sample_question_is_asked_once() -> None:
    assert review(LIBRARY, GLOSSARY).asked == 3


def test_an_empty_library_has_nothing_to_say() -> None:
    empty = review(())

    assert (empty.asked, empty.missed, empty.overlaps, empty.idle) == (0, (), (), ())
