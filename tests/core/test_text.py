from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.frequency import fold
from bot.core.text import MAX_TEXT, guess_language, plain, unify, words
from bot.core.words import Language


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        pytest.param("Änderung", "anderung", id="umlaut"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("Café", "cafe", id="accent"),
        pytest.param("RELAY", "relay", id="capitals"),
    ],
)
def test_folding_takes_case_and_accents_away(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "united"),
    [
        pytest.param("aenderung", "anderung", id="ae is an umlaut"),
        pytest.param("fuer", "fur", id="ue is an umlaut"),
        pytest.param("neue", "neue", id="neue has none"),
        pytest.param("steuer", "steuer", id="Steuer has none"),
        pytest.param("true", "true", id="an English word"),
    ],
)
def test_ae_oe_and_ue_are_umlauts_where_that_makes_a_word(typed: str, united: str) -> None:
    assert unify(typed) == united


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        pytest.param("doesn't", "does", id="does not"),
        pytest.param("isn’t", "is", id="a curved apostrophe"),
        pytest.param("can't", "can", id="can not"),
        pytest.param("what's", "what", id="is"),
    ],
)
def test_a_contraction_is_the_word_before_it(typed: str, folded: str) -> None:
    assert [word.folded for word in words(typed)] == [folded]


SLACK = [
    pytest.param("<@U02B7DD1P> hallo", ["hallo"], id="a mention"),
    pytest.param("<!here> done", ["done"], id="everybody"),
    pytest.param("hi :wave: there", ["hi", "there"], id="an emoji code"),
    pytest.param("at 12:30:15", ["at", "12", "30", "15"], id="a time is no emoji code"),
    pytest.param("<mailto:a@b.de|a@b.de> x", ["a@b.de", "x"], id="an address"),
    pytest.param("<https://x.de/y|x.de>", ["x.de"], id="a link with its label"),
    pytest.param("see [the list](https://x.de)", ["see", "the", "list"], id="a Markdown link"),
]


@pytest.mark.parametrize(("text", "found"), SLACK)
def test_what_slack_puts_around_words_is_taken_off(text: str, found: list[str]) -> None:
    assert [word.folded for word in words(text)] == found


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        pytest.param("info@firma.de", "info@firma.de", ("info", "firma", "de"), id="address"),
        pytest.param("smtp.ionos.de", "smtp.ionos.de", ("smtp", "ionos", "de"), id="domain"),
        pytest.param("E-Mail-Versand", "emailversand", ("email", "versand"), id="hyphens"),
        pytest.param("e-mail", "email", (), id="e-mail is email"),
        pytest.param("5.7.1", "571", ("5", "7", "1"), id="an error code"),
        pytest.param("what's", "what", (), id="a clitic"),
        pytest.param("@", "@", (), id="the sign itself"),
    ],
)
def test_a_word_comes_whole_and_in_parts(text: str, whole: str, parts: tuple[str, ...]) -> None:
    (word,) = words(text)

    assert (word.folded, word.parts) == (whole, parts)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("info@firma.de relay", ["info@firma.de"], id="address"),
        pytest.param("smtp.ionos.de", ["smtp.ionos.de"], id="domain"),
        pytest.param("https://x.de/y", ["https://x.de/y"], id="link"),
        pytest.param("5.7.1 E-Mail @", [], id="neither"),
    ],
)
def test_addresses_domains_and_links_are_names(text: str, names: list[str]) -> None:
    assert [word.folded for word in words(text) if word.is_name] == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Wie richte ich ein Relay ein?", Language.DE, id="German"),
        pytest.param("How do I set up a relay?", Language.EN, id="English"),
        pytest.param(
            "address is the same everywhere, muss ich da was ändern?", Language.DE, id="mixed"
        ),
        pytest.param(
            "Was heißt die Meldung „Sender address is not allowed“?", Language.DE, id="quoted"
        ),
        pytest.param("Was tun bei `550 mailbox is not available`?", Language.DE, id="code"),
        pytest.param(
            "What does “Der Absender ist nicht erlaubt” say?", Language.EN, id="German quote"
        ),
        pytest.param('"Sender address is not allowed"', Language.EN, id="nothing but a quote"),
        pytest.param("Warum sagt IONOS: Sender address is not allowed?", Language.DE, id="colon"),
        pytest.param("Was heißt 'Sender is not allowed'?", Language.DE, id="single quotes"),
        pytest.param(
            "550 Sender address is not allowed – was heißt das?", Language.DE, id="server's reply"
        ),
        pytest.param("Hello team: kann ich mit Gmail senden?", Language.DE, id="greeting"),
        pytest.param("I don't know what's wrong with it", Language.EN, id="apostrophes"),
        pytest.param("Ist two-records.example ok?", Language.DE, id="English domain"),
        pytest.param("checking mit info@office-supplies.com", None, id="English address"),
        pytest.param("is gute-reise.de (fine)?", Language.EN, id="German domain"),
        pytest.param("schau: https://example.com/this/is/the/page", Language.DE, id="link"),
        pytest.param("", None, id="nothing"),
        pytest.param("xkcdq", None, id="no word"),
    ],
)
def test_the_language_is_that_of_most_words(text: str, language: Language | None) -> None:
    assert guess_language(text) is language


@pytest.mark.parametrize(
    "piece",
    [
        *("<!--", "<", "[", "a@", "a.", ":a", "http://", "&lt;!--", "„", '"', "`"),
        *("-", "_", ".", "-.", "xn--", "a-.", "://a", "@a.", "x" * 62 + "."),
    ],
)
@pytest.mark.parametrize("first", ["", "a@"], ids=["alone", "behind an address's beginning"])
def test_the_longest_text_of_one_piece_is_read_in_bounded_time(first: str, piece: str) -> None:
    began = perf_counter()
    words(first + piece * (MAX_TEXT // len(piece)))

    assert perf_counter() - began < 2  # seconds; it takes some hundredths


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a <!-- b --> c", ["a", "c"], id="a comment"),
        pytest.param("a <!-- b --> c <!-- d --> e", ["a", "c", "e"], id="two comments"),
        pytest.param("a <!-- b", ["a", "b"], id="a comment without end"),
    ],
)
def test_comments_are_no_text(text: str, left: list[str]) -> None:
    assert [word.folded for word in words(text)] == left


@given(st.text())
def test_any_text_has_words_and_perhaps_a_language(text: str) -> None:
    assert all(word.folded for word in words(text))
    assert guess_language(text) in {None, *Language}
    assert isinstance(plain(text), str)
