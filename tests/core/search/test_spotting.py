"""Which phrases of a glossary are spotted in a library, and where."""

import pytest

from bot.core.article import Article, Section
from bot.core.search import Glossary, Synonyms, build
from bot.core.words import Language

GROUPS = Glossary(
    (
        Synonyms(("refund", "money back"), 1.0),
        Synonyms(("cash machine", "hole in the wall"), 1.0),
        Synonyms(("Mail-Relay", "smarthost"), 1.0),
        Synonyms(("parcel", "box"), 1.0, article="shop"),
    )
)

# (what the only section says, what is asked, whether a phrase leads from the one to the other)
SPOTTED = [
    pytest.param("You get your money back.", "refund", True, id="two words"),
    pytest.param("The hole in the wall took it.", "cash machine", True, id="four words"),
    pytest.param("The hole in a wall took it.", "cash machine", False, id="another word within"),
    pytest.param("A hole in the", "cash machine", False, id="the last word is missing"),
    pytest.param("We sent the money.\nBack then", "refund", False, id="on two lines"),
    pytest.param("Never put in money", "refund", False, id="the first word ends the text"),
    pytest.param("Over the mail relay", "smarthost", True, id="written as two words"),
    pytest.param("Over the mailrelay", "smarthost", True, id="written as one word"),
    pytest.param("The box arrived", "parcel", False, id="a group of another article"),
]


@pytest.mark.parametrize(("text", "question", "met"), SPOTTED)
def test_a_phrase_is_spotted_where_its_words_follow_each_other(
    text: str, question: str, *, met: bool
) -> None:
    sections = (Section("help", "only", Language.EN, "Something", text),)
    index = build([Article("help", "Something", Language.EN, sections)], GROUPS)
    assert bool(index.search(question)) is met


def test_a_group_of_one_article_is_spotted_in_that_article() -> None:
    sections = (Section("shop", "only", Language.EN, "Something", "The box arrived"),)
    index = build([Article("shop", "Something", Language.EN, sections)], GROUPS)
    assert [match.section.key for match in index.search("parcel")] == ["shop/only"]
