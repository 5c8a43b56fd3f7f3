from bot.core.search import Glossary, Index, Layered, build, renewed
from bot.core.words import Language
from tests.core.search.library import GLOSSARY, LIBRARY, article

BASE = build(LIBRARY, GLOSSARY)
ROWS = (("paper", "Paper jam in the scanner", "Lift the lid.", ()),)
CHANGED = article("printer", Language.EN, ROWS)


def test_a_changed_article_is_found_in_its_new_words() -> None:
    match = Layered.over(BASE, [CHANGED]).search("paper jam in the scanner")[0]

    assert match.section.text == "Lift the lid."


def test_a_changed_article_is_no_longer_found_in_its_old_words() -> None:
    keys = {m.section.key for m in Layered.over(BASE, [CHANGED]).search("toner cartridge")}

    assert "printer/toner" not in keys


def test_a_removed_article_is_gone_and_the_others_stay() -> None:
    layered = Layered.over(BASE, [], removed=["printer"])

    assert layered.search("toner cartridge") == []
    assert layered.search("relay")[0].section.key == "rule/relay"


def test_nothing_changed_means_the_same_matches() -> None:
    assert Layered.over(BASE, []).search("why sender") == BASE.search("why sender")


def test_every_section_comes_once_and_scores_fall() -> None:
    matches = Layered.over(BASE, [CHANGED]).search("paper relay sender why scanner")
    scores = [match.score for match in matches]

    assert len({match.section.key for match in matches}) == len(matches)
    assert scores == sorted(scores, reverse=True)


def test_a_small_change_of_a_big_library_is_laid_over_it() -> None:
    new = [*(one for one in LIBRARY if one.id != "printer"), CHANGED]
    index = renewed(BASE, LIBRARY, new, GLOSSARY, big=1)

    assert isinstance(index, Layered)
    assert index.base.documents == BASE.documents
    assert index.search("paper jam in the scanner")[0].section.text == "Lift the lid."
    assert "printer/toner" not in {m.section.key for m in index.search("toner cartridge")}


def test_what_is_taken_away_from_a_big_library_is_found_no_more() -> None:
    index = renewed(BASE, LIBRARY, [a for a in LIBRARY if a.id != "printer"], GLOSSARY, big=1)

    assert isinstance(index, Layered)
    assert index.search("toner cartridge") == []


def test_a_small_library_and_another_glossary_are_built_anew() -> None:
    assert isinstance(renewed(BASE, LIBRARY, [CHANGED], GLOSSARY), Index)
    assert isinstance(renewed(BASE, LIBRARY, [CHANGED], Glossary(), big=1), Index)
