"""The shipped articles: they parse, fit together in both languages, and are in our own words."""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest

from bot.core.article import KEYS, Article, Audience, Section, parse
from bot.core.frequency import fold, zipf_list
from bot.core.reply import Found, decide
from bot.core.search import Glossary, build
from bot.core.search.stems import parts_of
from bot.core.words import Language

ROOT = Path(__file__).parents[1]
FILES = sorted(path for path in (ROOT / "knowledge").glob("*.md") if path.name != "README.md")
ARTICLES = [parse(path.read_text("utf-8"), path.name) for path in FILES]
SECTIONS = [section for article in ARTICLES for section in article.sections]
SHARED = ROOT.parent / "shared"  # the measuring sets and the seed text; not everybody has them

RUN = 8  # so many equal words in a row are a copy, not a fact
WORDS = range(60, 181)  # of a text that is pasted to a customer
QUESTIONS = range(6, 13)

GROUPS = (ROOT / "knowledge" / "glossary.toml").read_text("utf-8")
GLOSSARY = Glossary.parse(GROUPS)
INDEX = build(ARTICLES, GLOSSARY)
ASKED = [
    pytest.param("Warum hat IONOS das eingeführt?", "why", id="the reason, not the date"),
    pytest.param("Why was that introduced?", "why", id="the reason, in English"),
    pytest.param("max@x.de als Absender, Login info@x.de", "local-part", id="one domain"),
    pytest.param("Mailbox max@x.de, From news@y.de", "what-to-do", id="two domains"),
    pytest.param(
        "Unser Newsletter-Tool darf nicht mehr mit der Domain des Kunden senden",
        "what-to-do",
        id="a tool with a foreign sender is no question about SPF",
    ),
    pytest.param(
        "Printer can no longer mail scans since we moved to IONOS",
        "what-to-do",
        id="a device that was never adjusted",
    ),
]

every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.source)
every_section = pytest.mark.parametrize(
    "section", SECTIONS, ids=lambda section: f"{section.language}:{section.key}"
)


def folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def runs(text: str) -> set[tuple[str, ...]]:
    words = folded(text).split()
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def shared(relative: str) -> str:
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"{relative} is not on this machine")
    return path.read_text("utf-8")


def shape(article: Article) -> list[str]:
    return [section.id for section in article.sections]


def test_the_sections_of_the_sender_article_stand_in_the_order_that_others_rely_on() -> None:
    article = next(article for article in ARTICLES if article.id == "ionos-sender-2024")

    assert shape(article) == [
        "what-changed",
        "example",
        "local-part",
        "no-change-needed",
        "what-to-do",
        "relay",
        "relay-same-domain",
        "why",
    ]


def test_an_address_record_is_not_mistaken_for_spf() -> None:
    assert not isinstance(decide("how to add an A record", INDEX).outcome, Found)


@pytest.mark.parametrize(("question", "section"), ASKED)
def test_a_question_that_once_went_astray_finds_its_section(question: str, section: str) -> None:
    outcome = decide(question, INDEX).outcome

    assert isinstance(outcome, Found)
    assert outcome.section.id == section


@pytest.mark.parametrize("name", ["ionos-a", "ionos-b"])
def test_what_it_says_by_itself_on_the_sender_rule_is_right(name: str) -> None:
    lines = (ROOT / "tune" / "sets" / name / "questions.jsonl").read_text("utf-8").splitlines()
    article = [article for article in ARTICLES if article.id == "ionos-sender-2024"]
    index = build(article, GLOSSARY)
    said: Counter[str] = Counter()
    for asked in map(json.loads, lines):
        outcome = decide(asked["question"], index).outcome
        kind = "answerable" if asked["expected"] else "not"
        said[kind] += 1
        if isinstance(outcome, Found):
            said[f"{kind}, {outcome.section.key in asked['expected']}"] += 1

    assert said["answerable, True"] >= 0.62 * said["answerable"]
    assert said["answerable, False"] <= 0.07 * said["answerable"]
    assert said["not, False"] <= 0.02 * said["not"]


def test_a_sample_question_asked_word_for_word_is_answered() -> None:
    asked = [(section.key, question) for section in SECTIONS for question in section.questions]
    lost = [
        question
        for key, question in asked
        if not (isinstance(found := decide(question, INDEX).outcome, Found))
        or found.section.key != key
    ]

    assert len(asked) > 0
    assert lost == []


def test_no_article_answers_what_it_leaves_to_others() -> None:
    found = [
        (section.article, question, decide(question, INDEX).outcome)
        for section in SECTIONS
        for question in section.elsewhere
    ]
    answered = [
        question
        for article, question, outcome in found
        if isinstance(outcome, Found) and outcome.section.article == article
    ]

    assert len(found) > 0
    assert answered == []


def test_every_article_has_the_same_sections_in_both_languages() -> None:
    shapes: dict[str, dict[str, list[str]]] = {}
    for article in ARTICLES:
        shapes.setdefault(article.id, {})[article.language] = shape(article)

    for versions in shapes.values():
        assert set(versions) == {"de", "en"}
        assert versions["de"] == versions["en"]


def test_no_two_articles_share_a_section_id() -> None:
    by_article = {article.id: set(shape(article)) for article in ARTICLES}

    for one, other in combinations(by_article.values(), 2):
        assert not one & other


@every_article
def test_an_article_is_for_customers_and_dated(article: Article) -> None:
    assert article.audience is Audience.PUBLIC
    assert article.updated
    assert article.topic
    assert article.keywords


@every_section
def test_a_section_is_long_enough_to_help_and_short_enough_to_be_read(section: Section) -> None:
    assert len(section.text.split()) in WORDS


@every_section
def test_a_section_has_keywords_and_six_to_twelve_sample_questions(section: Section) -> None:
    assert section.keywords
    assert len(section.questions) in QUESTIONS


def test_no_sample_question_stands_in_two_sections() -> None:
    asked = [folded(question) for section in SECTIONS for question in section.questions]
    by_key = {(folded(q), section.key) for section in SECTIONS for q in section.questions}

    # The same words in two languages ("550 …") may stand in both versions of one section.
    assert len({question for question, _ in by_key}) == len(by_key)
    assert len(asked) - len(by_key) <= len(FILES)


@every_article
def test_no_run_of_eight_words_is_taken_from_the_seed_text(article: Article) -> None:
    seed = runs(shared("seed.txt"))
    texts: Iterable[str] = [article.title, article.introduction]
    for section in article.sections:
        texts = [*texts, section.heading, section.text, *section.questions]

    assert not seed & {run for text in texts for run in runs(text)}


@pytest.mark.parametrize(
    "name", [pytest.param(name, id=name) for name in ("ionos", "robo-de", "clinc")]
)
def test_no_question_of_a_measuring_set_is_a_sample_question(name: str) -> None:
    lines = shared(f"questions/{name}/questions.jsonl").splitlines()
    measured = {folded(json.loads(line)["question"]) for line in lines}
    ours = {folded(question) for section in SECTIONS for question in section.questions}

    assert not measured & ours


def test_the_article_in_the_guide_for_authors_is_a_good_one() -> None:
    guide = (ROOT / "knowledge" / "README.md").read_text("utf-8")
    example = re.search(r"```markdown\n(.*?)```", guide, re.DOTALL)
    assert example
    article = parse(example[1], "parcels.en.md")

    assert [section.key for section in article.sections] == ["parcels/where", "parcels/damaged"]
    assert article.sections[0].questions[-1] == "How long does delivery take?"
    assert set(KEYS) <= set(re.findall(r"`(\w+)`", guide))


@pytest.mark.parametrize(
    "section",
    [section for section in SECTIONS if section.language is Language.DE],
    ids=lambda section: section.key,
)
def test_a_german_text_for_the_customer_says_sie_throughout(section: Section) -> None:
    familiar = re.findall(r"\b(?:du|dir|dich|dein\w*|euch|eure\w*)\b", section.text, re.IGNORECASE)

    assert familiar == []


def test_no_german_noun_stands_among_the_english_words_of_the_glossary() -> None:
    english, german = zipf_list(Language.EN), zipf_list(Language.DE)
    listed = [word for group in tomllib.loads(GROUPS)["same"] for word in group.get("en", ())]
    foreign = [
        w.lower() for w in listed if w.istitle() and w.isalpha() and w.lower() not in english
    ]
    strange = [w for w in foreign if w in german or parts_of(fold(w))]  # names of firms are neither

    assert strange == []


def test_what_was_booked_was_not_booked_twice() -> None:
    booked = next(group for group in GLOSSARY.groups if "Abbuchung" in group.phrases)

    assert "doppelt abgebucht" not in booked.phrases
