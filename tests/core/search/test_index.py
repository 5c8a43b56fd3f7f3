from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.article import Article, Audience
from bot.core.reply import Found, decide
from bot.core.search import Glossary, Synonyms, build
from bot.core.words import Language
from tests.core.search.library import GLOSSARY, LIBRARY, PRINTER, RULE_DE, article

INDEX = build(LIBRARY, GLOSSARY)

ASKED = [
    pytest.param("Why was this changed?", "rule/why", id="a sample question in other words"),
    pytest.param("Was ist der Grund?", "rule/why", id="German, by the heading"),
    pytest.param("what does a smarthost need", "rule/relay", id="a synonym of the glossary"),
    pytest.param("smarthsot", "rule/relay", id="a synonym with a slip"),
    pytest.param("gefaehrlicher absender", "rule/why", id="ae for an umlaut"),
    pytest.param("Tonerkartusche wechseln toner", "printer/toner", id="both languages at once"),
    pytest.param("printer paper jma", "printer/paper", id="a slip too short to correct"),
]


@pytest.mark.parametrize(("question", "key"), ASKED)
def test_a_question_finds_its_section(question: str, key: str) -> None:
    matches = INDEX.search(question)

    assert matches[0].section.key == key


def with_keywords(**keywords: tuple[str, ...]) -> Article:
    """An article of two sections that share their words, with these keywords by section."""
    rows = (
        ("when", "The new check", "It was made in May.", ("why did the new check come?",)),
        ("reason", "The new check", "It was made against spam.", ("what is the new check?",)),
    )
    plain = article("check", Language.EN, rows)
    sections = (replace(each, keywords=keywords.get(each.id, ())) for each in plain.sections)
    return replace(plain, sections=tuple(sections))


def test_a_question_word_leads_to_the_section_that_has_it_as_a_keyword() -> None:
    before = build([with_keywords()]).search("why the check?")
    after = build([with_keywords(reason=("why",))]).search("why the check?")

    assert [match.section.id for match in before] == ["when", "reason"]
    assert [match.section.id for match in after] == ["reason", "when"]


@pytest.mark.parametrize("question", ["tracking number", "Parcel, late?"])
def test_a_short_line_asked_word_for_word_is_sure(question: str) -> None:
    rows = (("where", "Where is it?", "The carrier knows.", ("tracking number", "parcel late")),)
    parcels = build([article("parcels", Language.EN, rows)])

    assert isinstance(decide(question, parcels).outcome, Found)


@pytest.mark.parametrize("name", ["Netflix", "Spotify", "Zalando"])
def test_a_missing_name_counts_more_against_an_answer_than_another_word(name: str) -> None:
    asked = (f"Where is the toner cartridge of my {word}?" for word in (name, name.lower()))
    as_name, as_word = (INDEX.search(question)[0] for question in asked)

    assert as_name.section.key == as_word.section.key == "printer/toner"
    assert as_name.score < as_word.score


@pytest.mark.parametrize(
    ("capital", "small"),
    [
        ("Upgrading the toner cartridge", "upgrading the toner cartridge"),
        ("Wo ist der Absender auf dem Laptop?", "Wo ist der Absender auf dem laptop?"),
    ],
)
def test_the_first_word_and_a_german_noun_are_no_names(capital: str, small: str) -> None:
    assert INDEX.search(capital)[0].score == INDEX.search(small)[0].score


def test_a_missing_number_counts_less_against_an_answer_than_a_missing_word() -> None:
    alone, number, word = (
        INDEX.search(question)[0].score for question in ("relay", "relay 20", "relay 2FA")
    )

    assert alone > number > word


ABOUT_BOTS = build(
    [
        article(
            "bots",
            Language.DE,
            (
                ("shop", "Vorteile eines Chatbots im Laden", "Er hat nie frei.", ()),
                ("insurer", "Vorteile in der Versicherung", "Ein Chatbot hat nie frei.", ()),
            ),
        )
    ]
)


@pytest.mark.parametrize(
    "question", ["Vorteile Versicherungs-Chatbot", "Vorteile des Versicherungschatbots"]
)
def test_a_section_that_knows_both_parts_of_a_compound_is_better_than_one_that_knows_one(
    question: str,
) -> None:
    best, other = ABOUT_BOTS.search(question)

    assert (best.section.id, other.section.id) == ("insurer", "shop")
    assert other.score < 0.8 * best.score


DOMAINS = (
    Synonyms(("same domain", "dieselbe Domain")),
    Synonyms(("different domains", "zweierlei Domains")),
)
COMPARED = build(
    [
        article(
            "compared",
            Language.DE,
            (
                ("same", "dieselbe Domain", "Alles ist gut.", ()),
                ("different", "zweierlei Domains", "Das ist zu ändern.", ()),
            ),
        )
    ],
    Glossary(DOMAINS),
)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        pytest.param("a@x.de, b@x.de?", "compared/same", id="one domain"),
        pytest.param("a@x.de, b@y.de?", "compared/different", id="two domains"),
        pytest.param("a@x.de, b@mail.x.de?", "compared/different", id="a subdomain is another"),
        pytest.param("x.de, y.de?", "compared/different", id="bare domains"),
        pytest.param("a@x.de?", None, id="one address says nothing"),
        pytest.param("a@x.de, a@x.de?", None, id="nor does the same one twice"),
    ],
)
def test_two_addresses_say_whether_their_domains_differ(question: str, key: str | None) -> None:
    best = next(iter(COMPARED.search(question)), None)

    assert (best.section.key if best else None) == key


def test_addresses_say_nothing_to_a_library_that_knows_of_no_domains() -> None:
    alone = INDEX.search("relay")
    with_addresses = INDEX.search("relay m@x.de n@y.de")

    assert [m.score for m in with_addresses] == [m.score for m in alone]


def leaving(*questions: str) -> list[Article]:
    """The printer's article, which leaves these questions to others, and another article."""
    first, *others = PRINTER.sections
    sections = (replace(first, elsewhere=questions), *others)
    rival = article("rival", Language.EN, (("ink", "Buying ink and toner", "In the shop.", ()),))
    return [replace(PRINTER, sections=sections), rival]


def test_an_article_keeps_silent_where_a_question_that_it_leaves_to_others_fits_better() -> None:
    asked = "where is toner sold"
    before = build(leaving()).search(asked)
    after = build(leaving("Where do they sell toner?")).search(asked)

    assert before[0].section.key == after[-1].section.key == "printer/toner"
    assert after[-1].score < 0.3 * before[0].score


def test_what_an_article_leaves_to_others_is_no_match_and_spoils_no_other_question() -> None:
    before = build(leaving()).search("toner empty?")
    after = build(leaving("Where do they sell toner?")).search("toner empty?")

    assert [m.section.key for m in after] == [m.section.key for m in before]
    assert after[0].score == pytest.approx(before[0].score, abs=0.02)


def test_a_word_of_a_question_left_to_others_stays_unknown() -> None:
    before = build(leaving()).search("toner voucher")
    after = build(leaving("Where do I enter the voucher?")).search("toner voucher")

    assert after[0].score <= before[0].score


SLIPS = build(
    (
        article(
            "slips",
            Language.EN,
            (
                ("page", "Facebook", "Where we are.", ()),
                ("bill", "bill", "What to pay.", ()),
                ("form", "request", "What to ask for.", ()),
                ("store", "Kundendaten im Speicher", "Wo was liegt.", ()),
                ("wake", "alarm", "When to get up.", ()),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("slip", "key"),
    [
        pytest.param("faceebook", "slips/page", id="looks like a compound"),
        pytest.param("bll", "slips/bill", id="three letters"),
        pytest.param("reqaest", "slips/form", id="looks like an umlaut"),
        pytest.param("alam", "slips/wake", id="looks like a rare word"),
        pytest.param("Kundendatensepicher", "slips/store", id="in a compound that is nowhere"),
    ],
)
def test_a_slip_is_corrected(slip: str, key: str) -> None:
    matches = SLIPS.search(slip)

    assert [match.section.key for match in matches] == [key]


def test_a_slip_tells_what_the_word_that_was_meant_tells() -> None:
    clean, slipped = (SLIPS.search(f"{word} request")[0] for word in ("when", "whenn"))

    assert clean.section.key == slipped.section.key == "slips/form"
    assert slipped.score == pytest.approx(clean.score, abs=0.01)


def test_grammar_that_a_library_lacks_hardly_counts_against_a_section() -> None:
    bare, grammar, unknown = (
        INDEX.search(f"toner {more}")[0].score for more in ("", "du hast ihm", "invoice")
    )

    assert unknown < 0.6 * bare < grammar


# (the question with a story around it, the same words without a clause's end)
STORIES = [
    (
        "My cousin visited us yesterday. How do I change the toner cartridge?",
        "My cousin visited us yesterday how do I change the toner cartridge?",
    ),
    (
        "My cousin visited us yesterday\nHow do I change the toner cartridge?",
        "My cousin visited us yesterday how do I change the toner cartridge?",
    ),
    (
        "How do I change the toner cartridge, my cousin visited us yesterday",
        "How do I change the toner cartridge my cousin visited us yesterday",
    ),
]


@pytest.mark.parametrize(("told", "in_one"), STORIES)
def test_what_is_told_around_the_clause_that_asks_counts_less(told: str, in_one: str) -> None:
    assert INDEX.search(told)[0].section.key == INDEX.search(in_one)[0].section.key
    assert INDEX.search(told)[0].score > INDEX.search(in_one)[0].score


def test_a_fragment_does_not_answer_for_the_whole_question() -> None:
    fragment = "Toner cartridge, my cousin visited us yesterday"

    assert INDEX.search(fragment)[0].score == INDEX.search(fragment.replace(",", ""))[0].score


def test_a_section_comes_in_the_language_of_the_reply() -> None:
    german = INDEX.search("relay", language=Language.DE)[0].section
    english = INDEX.search("relay", language=Language.EN)[0].section

    assert (german.language, english.language) == (Language.DE, Language.EN)


def test_a_section_without_the_language_comes_in_the_one_it_has() -> None:
    assert INDEX.search("toner", language=Language.DE)[0].section.language is Language.EN


def test_a_stranger_finds_public_articles_only() -> None:
    matches = INDEX.search("toner and relay in the printer", audience=Audience.PUBLIC)

    assert {m.section.article for m in matches} == {"rule"}


def test_every_section_comes_once_and_scores_fall() -> None:
    matches = INDEX.search("sender domain mailbox relay security printer")
    scores = [m.score for m in matches]

    assert len({m.section.key for m in matches}) == len(matches)
    assert scores == sorted(scores, reverse=True)


def test_a_match_tells_which_words_met_which() -> None:
    why = INDEX.search("smarthsot")[0].why

    assert why == (("smarthsot", "relay"),)


def test_the_order_of_the_articles_changes_nothing() -> None:
    asked = ["why", "sender", "Postfach", "paper or toner", "domain relay"]
    replies = [
        [build(order, GLOSSARY).search(question) for question in asked]
        for order in permutations(LIBRARY)
    ]

    assert all(reply == replies[0] for reply in replies)


def test_an_empty_library_knows_nothing() -> None:
    assert build(()).search("relay") == []


@given(st.text(max_size=200))
def test_any_text_gives_scores_between_0_and_1(text: str) -> None:
    assert all(0 <= match.score <= 1 for match in INDEX.search(text))


@settings(max_examples=20)
@given(
    st.sampled_from(["why", "relay 1.2", "a@b.de", "Größe", "<@U1>", "x" * 90, ".\n", "?!", "@"]),
    st.integers(1, 9999),
)
def test_a_long_text_gives_a_reply_too(piece: str, times: int) -> None:
    assert len(INDEX.search((piece + " ") * times)) <= len(LIBRARY) * 3


def test_an_article_in_one_language_is_found_by_the_other_through_the_glossary() -> None:
    only_german = build([RULE_DE], GLOSSARY)

    assert only_german.search("smarthost")[0].section.key == "rule/relay"


OTHER_WORDS = st.lists(
    st.sampled_from(
        ["garden", "sender", "mail", "domain", "printer", "relay", "lake", "why", "the"]
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60)
@given(
    st.sampled_from(
        ["why was it changed", "relay mailbox", "same domain sender", "Grund Absender"]
    ),
    st.lists(OTHER_WORDS, min_size=1, max_size=3),
)
def test_an_unrelated_article_does_not_reorder_sections_that_were_apart(
    question: str, lines: list[list[str]]
) -> None:
    """More than 5 % apart before, in the same order after, whatever the new article says."""
    rows = tuple((f"s{n}", " ".join(line), " ".join(line), ()) for n, line in enumerate(lines))
    before = {m.section.key: m.score for m in INDEX.search(question)}
    unrelated = article("unrelated", Language.EN, rows)
    sections = zip(unrelated.sections, lines, strict=True)
    with_keywords = tuple(replace(section, keywords=tuple(line)) for section, line in sections)
    grown = build((*LIBRARY, replace(unrelated, sections=with_keywords)), GLOSSARY)
    after = {m.section.key: m.score for m in grown.search(question)}

    for one, other in combinations(before, 2):
        if before[one] > 1.05 * before[other] and one in after and other in after:
            assert after[one] >= after[other]
