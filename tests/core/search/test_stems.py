import pytest

from bot.core.search.stems import stem


@pytest.mark.parametrize(
    ("participle", "verb"),
    [
        pytest.param("gepruft", "prufen", id="regular"),
        pytest.param("eingestellt", "einstellen", id="of a separable verb"),
        pytest.param("gesendet", "senden", id="with an e"),
        pytest.param("gesteuert", "steuern", id="of a verb in -ern"),
    ],
)
def test_a_german_participle_has_the_stem_of_its_verb(participle: str, verb: str) -> None:
    assert stem(participle) == stem(verb)


@pytest.mark.parametrize("noun", ["gebiet", "gericht", "gehalt", "geschaft", "gerat"])
def test_a_noun_that_looks_like_a_participle_stands_for_itself(noun: str) -> None:
    assert stem(noun) == noun
