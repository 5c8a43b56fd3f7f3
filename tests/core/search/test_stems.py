import pytest

from bot.core.search.stems import parts_of, stem


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        pytest.param("gepruft", "prufen", id="regular"),
        pytest.param("eingestellt", "einstellen", id="of a separable verb"),
        pytest.param("gesendet", "senden", id="with an e"),
        pytest.param("gesteuert", "steuern", id="of a verb in -ern"),
        pytest.param("angekommen", "ankommen", id="in -en, of a separable verb"),
        pytest.param("bezahlt", "bezahlen", id="without ge"),
        pytest.param("ubernommen", "ubernehmen", id="with another vowel, behind a prefix"),
        pytest.param("abgebrochen", "abbrechen", id="with another vowel, behind a particle"),
        pytest.param("gebeten", "bitten", id="that looks like a past"),
    ],
)
def test_a_german_participle_has_the_stem_of_its_verb(form: str, verb: str) -> None:
    assert stem(form) == stem(verb)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        pytest.param("einzurichten", "einrichten", id="an infinitive with zu"),
        pytest.param("kostet", "kosten", id="the third person"),
        pytest.param("verschickte", "verschicken", id="the past"),
        pytest.param("nimmt", "nehmen", id="another vowel"),
        pytest.param("sperrung", "sperren", id="the noun of a verb"),
        pytest.param("lieferung", "liefern", id="the noun of a verb in -ern"),
        pytest.param("speicherungen", "speichern", id="its plural"),
        pytest.param("ruckzahlung", "zuruckzahlen", id="ruck- and zuruck-"),
        pytest.param("demos", "demo", id="a plural in -s"),
        pytest.param("geandert", "andern", id="a verb that looks like a pronoun"),
        pytest.param("abgeandert", "abandern", id="the same, behind a particle"),
        pytest.param("konten", "konto", id="an irregular plural"),
        pytest.param("geraten", "gerat", id="a plural that looks like a participle"),
        pytest.param("vorgangen", "vorgang", id="a plural in which an umlaut was folded"),
        pytest.param("markte", "markt", id="a plural that looks like a past in -te"),
        pytest.param("leichte", "leicht", id="an adjective in -te"),
        pytest.param("rechnungen", "rechnung", id="the plural of a noun that is no verb's"),
        pytest.param("sent", "send", id="English, the past"),
        pytest.param("stolen", "steal", id="English, a participle"),
        pytest.param("people", "person", id="English, a plural"),
        pytest.param("customers", "customer", id="English, a plural of what is kept whole"),
    ],
)
def test_forms_of_a_word_have_one_stem(form: str, base: str) -> None:
    assert stem(form) == stem(base)


@pytest.mark.parametrize(
    "noun",
    [
        "gebiet",
        "gericht",
        "gehalt",
        "geschaft",
        "gerat",
        "gesicht",
        "punkt",
        "haus",
        "status",
        "chatbot",
    ],
)
def test_a_noun_that_looks_like_a_form_stands_for_itself(noun: str) -> None:
    assert stem(noun) == noun


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("markt", "marken", id="a noun in -t"),
        pytest.param("rechnung", "rechnen", id="a noun in -ung that has gone its own way"),
        pytest.param("seiten", "seien", id="a noun in -ten"),
        pytest.param("andere", "andern", id="a pronoun and a verb"),
        pytest.param("customer", "customs", id="English, who buys and who takes duty"),
        pytest.param("apartment", "apart", id="English, a home and asunder"),
        pytest.param("departments", "depart", id="English, parts of a firm and leaving"),
        pytest.param("digital", "digit", id="English, electronic and a figure"),
        pytest.param("experiment", "experience", id="English, a trial and what one went through"),
        pytest.param("positive", "position", id="English, good and a place"),
        pytest.param("branchen", "branch", id="German and English, trades and an office"),
        pytest.param("renten", "rent", id="German and English, pensions and what a flat costs"),
        pytest.param("tablet", "table", id="German and English, a computer and rows of figures"),
        pytest.param(
            "sendungen", "senden", id="a noun in -ung, parcels and what one does with mail"
        ),
        pytest.param("quite", "quit", id="English, rather and to leave"),
        pytest.param("responses", "responsible", id="English, answers and in charge"),
        pytest.param("terminals", "terminate", id="English, at the till and to end"),
        pytest.param("customer", "custom", id="English, who buys and what is made for one"),
        pytest.param("important", "import", id="English, what matters and what is read in"),
        pytest.param("busy", "business", id="English, having much to do and a firm"),
    ],
)
def test_what_only_looks_alike_is_kept_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("absenderadresse", ("absender", "adresse")),
        ("monatsende", ("monats", "ende")),
        ("lehrende", ()),
        ("laufzeitende", ("laufzeit", "ende")),
        ("schichtende", ("schicht", "ende")),
        ("mitarbeitenden", ()),
    ],
)
def test_a_compound_has_parts_and_a_participle_none(word: str, parts: tuple[str, ...]) -> None:
    assert parts_of(word) == parts
