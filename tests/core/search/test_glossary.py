import pytest

from bot.core.errors import ArticleError
from bot.core.search import Glossary, Synonyms

GOOD = """
# words that mean the same
[[same]]
en = ["relay", "smart host"]
de = ["Relay-Server"]
weight = 0.8

[[same]]
de = ["Absender", "Von-Adresse"]
article = "ionos-sender-2024"
"""

BROKEN = [
    pytest.param("[[same]\n", 1, id="not TOML"),
    pytest.param('[[other]]\nen = ["a", "b"]', 1, id="another table"),
    pytest.param("same = 3", 1, id="no list of groups"),
    pytest.param('\n[[same]]\nen = ["relay"]', 2, id="one word only"),
    pytest.param('[[same]]\nen = ["a", "b"]\n[[same]]\nfr = ["c", "d"]', 3, id="another language"),
    pytest.param('[[same]]\nen = "relay, host"', 1, id="no list"),
    pytest.param('[[same]]\nen = ["relay", 3]', 1, id="a number for a word"),
    pytest.param('[[same]]\nen = ["a", "b"]\nweight = 2', 1, id="a weight above 1"),
    pytest.param('[[same]]\nen = ["a", "b"]\nweight = true', 1, id="a weight that is no number"),
    pytest.param('[[same]]\nen = ["a", "b"]\narticle = 1', 1, id="an article that is no id"),
]


def test_a_glossary_is_read_with_weights_and_articles() -> None:
    assert Glossary.parse(GOOD).groups == (
        Synonyms(("relay", "smart host", "Relay-Server"), 0.8),
        Synonyms(("Absender", "Von-Adresse"), article="ionos-sender-2024"),
    )


@pytest.mark.parametrize(("toml", "line"), BROKEN)
def test_a_mistake_names_file_and_line(toml: str, line: int) -> None:
    with pytest.raises(ArticleError) as caught:
        Glossary.parse(toml, "knowledge/glossary.toml")

    assert (caught.value.source, caught.value.line) == ("knowledge/glossary.toml", line)
