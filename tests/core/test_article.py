"""Articles: what an author may write, what is wrong with a line, and that printing loses nothing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.article import Article, Audience, parse, render, slug
from bot.core.errors import ArticleError
from bot.core.words import Language

FULL = """\
---
id: parcels
title: Parcels
language: en
keywords: [parcel, "delivery: late"]
url: https://example.com/parcels
updated: 2024-02-01
review_by: 2027-01-01
topic: Shipping
audience: public
---
All about parcels.

## Where is it? {#where}
<!-- keywords: tracking, number; questions: Where is my parcel? | tracking number -->
Look at **the label**.

- it has a number

## It is broken {#broken}
Send us a picture.
"""


def test_an_article_is_read_with_all_that_its_author_wrote() -> None:
    article = parse(FULL, "parcels.en.md")
    where, broken = article.sections

    assert replace(article, sections=()) == Article(
        id="parcels",
        title="Parcels",
        language=Language.EN,
        sections=(),
        keywords=("parcel", "delivery: late"),
        introduction="All about parcels.",
        url="https://example.com/parcels",
        updated=date(2024, 2, 1),
        review_by=date(2027, 1, 1),
        topic="Shipping",
        audience=Audience.PUBLIC,
        source="parcels.en.md",
    )
    assert where.key == "parcels/where"
    assert where.heading == "Where is it?"
    assert where.keywords == ("tracking", "number")
    assert where.questions == ("Where is my parcel?", "tracking number")
    assert where.text == "Look at **the label**.\n\n- it has a number"
    assert (where.line, broken.line) == (14, 20)
    assert (broken.keywords, broken.questions, broken.elsewhere) == ((), (), ())


def test_a_file_with_nothing_but_headings_and_texts_is_fine() -> None:
    article = parse("# Öffnungszeiten\n\n## Für Gäste\nImmer.\n", "häuser/Öffnungs Zeiten.de.md")

    assert (article.id, article.title) == ("oeffnungs-zeiten", "Öffnungszeiten")
    assert article.language is Language.DE
    assert article.audience is Audience.INTERNAL
    assert article.introduction == ""
    assert article.sections[0].key == "oeffnungs-zeiten/fuer-gaeste"


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        pytest.param("## A\nb", "x.de.md", Language.DE, id="from the file name"),
        pytest.param("## A\nb", "x.EN.md", Language.EN, id="from a name in capitals"),
        pytest.param("---\nlanguage: DE\n---\n## A\nb", "x.md", Language.DE, id="in capitals"),
        pytest.param("---\nlanguage: de-AT\n---\n## A\nb", "x.md", Language.DE, id="a region"),
        pytest.param("---\nlanguage: en\n---\n## A\nb", "gmx.de.md", Language.EN, id="both"),
    ],
)
def test_the_language_is_written_or_told_by_the_file_name(
    text: str, source: str, language: Language
) -> None:
    article = parse(text, source)

    assert article.language is language
    assert article.sections[0].language is language


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    windows = "\ufeff" + FULL.replace("\n", "\r\n")

    assert parse(windows, "parcels.en.md") == parse(FULL, "parcels.en.md")


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        pytest.param("## A\n```\n## not one\n```\n## B\nb", ["A", "B"], id="in a code fence"),
        pytest.param("## A\n    ## not one\n## B\nb", ["A", "B"], id="indented as code"),
        pytest.param("## A\n> ## not one\n\n## B\nb", ["A", "B"], id="in a quotation"),
        pytest.param("## A\n\\## not one\n## B\nb", ["A", "B"], id="escaped"),
        pytest.param("## A\nnot one\n---\n## B\nb", ["A", "B"], id="underlined"),
        pytest.param("## A\n### Part of A\nb\n## B\nb", ["A", "B"], id="deeper"),
        pytest.param("## A ##\nb\n  ## B\nb", ["A", "B"], id="closed and set in"),
        pytest.param("## A {#x} ##\nb\n##\tB\nb", ["A", "B"], id="closed after the id"),
        pytest.param("## 7 {#seven} ways\nb", ["7 {#seven} ways"], id="braces inside"),
    ],
)
def test_only_a_real_heading_begins_a_section(body: str, headings: list[str]) -> None:
    article = parse(body, "x.en.md")

    assert [section.heading for section in article.sections] == headings


def test_a_title_in_the_body_counts_where_the_front_matter_has_none() -> None:
    titled = parse("---\ntitle: Parcels\n---\n# Parcels\n\nHello.\n\n## A\nb", "x.en.md")
    other = parse("---\ntitle: Parcels\n---\n# More\n\n## A\nb", "x.en.md")

    assert (titled.title, titled.introduction) == ("Parcels", "Hello.")
    assert (other.title, other.introduction) == ("Parcels", "# More")


def test_a_comment_may_hold_one_kind_of_note_run_over_lines_and_stand_beside_others() -> None:
    article = parse(
        "## A\n\n<!-- checked in May: all fine -->\n<!-- questions: one |\n  two;three |\n-->\n"
        "<!-- Keywords: x; y,\nz -->\nText",
        "x.en.md",
    )

    assert article.sections[0].questions == ("one", "two;three")
    assert article.sections[0].keywords == ("x", "y", "z")
    assert article.sections[0].text == "Text"


def test_a_section_tells_which_questions_it_leaves_to_others() -> None:
    article = parse("## A\n<!-- questions: one; elsewhere: two? | three -->\nb\n", "x.en.md")

    assert article.sections[0].elsewhere == ("two?", "three")
    assert parse(render(article), "x.en.md").sections[0].elsewhere == ("two?", "three")


ERRORS = [
    pytest.param("## A\nb", "x.md", 1, "`language: en`", id="no language"),
    pytest.param("---\ntitle: T\nlanguage: fr\n---\n## A\nb", "x.md", 3, "`fr`", id="French"),
    pytest.param("---\ntitle: T\n", "x.en.md", 1, "has no end", id="front matter not closed"),
    pytest.param("---\ntitle: a: b\n---\n", "x.en.md", 2, "not valid YAML", id="colon in a value"),
    pytest.param("---\nid: x\nkeywords: [a\n---\n", "x.en.md", 3, "YAML", id="open bracket"),
    pytest.param("---\nid: x\n\ttopic: a\n---\n", "x.en.md", 3, "YAML", id="tab"),
    pytest.param("---\nid: x\ntopic: \x01\n---\n", "x.en.md", 3, "YAML", id="control character"),
    pytest.param('---\nid: "\\UFFFFFFFF"\n---\n', "x.en.md", 1, "YAML", id="no such character"),
    pytest.param(f"---\nid: {'[' * 2000}\n---\n", "x.en.md", 1, "YAML", id="nested deep"),
    pytest.param("---\n- a\n---\n", "x.en.md", 2, "lines such as", id="a list for front matter"),
    pytest.param("---\n\nlanguag: en\n---\n", "x.md", 3, "`language`", id="slip in a key"),
    pytest.param("---\nid: a\nid: b\n---\n", "x.en.md", 3, "twice", id="key twice"),
    pytest.param("---\ntitle: [a]\n---\n## A\nb", "x.en.md", 2, "one text", id="title a list"),
    pytest.param("---\nkeywords: {a: b}\n---\n", "x.en.md", 2, "a list", id="keywords a mapping"),
    pytest.param("---\nid: über uns\n---\n## A\nb", "x.en.md", 2, "`ueber-uns`", id="bad id"),
    pytest.param("## A\nb", "???.en.md", 1, "`id: …`", id="no id in the file name"),
    pytest.param("---\nupdated: 1.2.2024\n---\n## A\nb", "x.en.md", 2, "2024-02-01", id="date"),
    pytest.param("---\nreview_by: 2024-02-30\n---\n## A\nb", "x.en.md", 2, "no date", id="no day"),
    pytest.param("---\nurl: example.com\n---\n## A\nb", "x.en.md", 2, "`https://`", id="url"),
    pytest.param("---\naudience: all\n---\n## A\nb", "x.en.md", 2, "`all`", id="audience"),
    pytest.param("---\nid: x\n---\nText only", "x.en.md", 4, "no section", id="no section"),
    pytest.param("", "x.en.md", 1, "no section", id="empty"),
    pytest.param("## A\nb\n\n##\nc", "x.en.md", 4, "no words", id="heading without words"),
    pytest.param("## A\nb\n\n## {#c}\nc", "x.en.md", 4, "no words", id="heading of an id only"),
    pytest.param("## A\n\n## B\nb", "x.en.md", 1, "`A` has no text", id="heading without text"),
    pytest.param("## A\n<!-- keywords: b -->", "x.en.md", 1, "no text", id="comment without text"),
    pytest.param("## A {#a}\nb\n\n## B {#a}\nc", "x.en.md", 4, "line 1", id="one id twice"),
    pytest.param("## A!\nb\n\n## a?\nc", "x.en.md", 4, "`a`", id="one slug twice"),
    pytest.param("## A {#}\nb", "x.en.md", 1, "cannot be an id", id="empty id"),
    pytest.param("## A {#a/b}\nb", "x.en.md", 1, "`a-b`", id="slash in an id"),
    pytest.param(
        "## A\n<!-- keyword: a -->\nb", "x.en.md", 2, "`keywords`", id="slip in a comment"
    ),
    pytest.param(
        "## A\n<!-- keywords: a; question: b -->\nc", "x.en.md", 2, "`questions`", id="second slip"
    ),
    pytest.param(
        "## A\nb\n\n<!-- questions: c -->\n", "x.en.md", 4, "directly below", id="comment below"
    ),
    pytest.param(
        "<!-- keywords: c -->\n## A\nb", "x.en.md", 1, "directly below", id="comment above"
    ),
    pytest.param(
        "## A\n<!-- keywords:\na --> b", "x.en.md", 3, "own", id="text beside the comment"
    ),
]


@pytest.mark.parametrize(("text", "source", "line", "said"), ERRORS)
def test_an_error_names_the_line_and_the_cure(text: str, source: str, line: int, said: str) -> None:
    with pytest.raises(ArticleError) as caught:
        parse(text, source)

    assert said in caught.value.sentence
    assert str(caught.value) == f"{source}:{line}: {caught.value.sentence}"


@pytest.mark.parametrize(
    ("words", "made"),
    [
        pytest.param("Für Gäste & Co.", "fuer-gaeste-co", id="umlauts"),
        pytest.param("Fu\u0308r", "fuer", id="a decomposed umlaut"),
        pytest.param("STRAẞE größer", "strasse-groesser", id="sharp s"),
        pytest.param("Café à la carte", "cafe-a-la-carte", id="accents"),
        pytest.param("Что нового", "", id="another script"),
    ],
)
def test_a_slug_is_made_of_plain_letters(words: str, made: str) -> None:
    assert slug(words) == made


def test_a_heading_in_another_script_gets_its_number_as_id() -> None:
    assert parse("## A\nb\n## Что\nc", "x.en.md").sections[1].id == "section-2"


PIECES = [
    *["---\n", "id: x\n", "title: 'a: \"b'\n", "language: de\n", "keywords: [a, 'b, c']\n"],
    *["## A\n", "## A {#b}\n", "##B #\n", "# T\n", "T\n===\n", "### C\n", "\n", "\n\n", " ", "\t"],
    *["```\n", "~~~~\n", "- a\n", "  b\n", "> q\n", "    x\n", "<div>\n", "</div>\n", "<script>\n"],
    *["<!-- keywords: a, b; questions: c | d -->\n", "<!-- questions: e? -->\n", "<!-- n: o -->\n"],
    *["<!--", "-->", "; ", "|", "{#", "}", "\\", "text\n", "\x0b", "\u2028", "\xa0", "\ufeff", "é"],
]
LIKE_AN_ARTICLE = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)


def told_apart(text: str) -> Article | ArticleError:
    try:
        return parse(text, "x.de.md")
    except ArticleError as error:
        return error


def without_lines(article: Article) -> Article:
    return replace(article, sections=tuple(replace(s, line=1) for s in article.sections))


@settings(max_examples=300)
@given(st.text() | LIKE_AN_ARTICLE)
@example("# \n# T\n# T\n## A\nb")
@example("- a\n# T\n## A\nb")
@example("## A\n```\x0b\nx\n```\x0b")
def test_any_text_gives_an_article_or_its_error_and_printing_loses_nothing(text: str) -> None:
    article = told_apart(text)

    if isinstance(article, ArticleError):
        assert 1 <= article.line <= text.count("\n") + text.count("\r") + 1
    else:
        assert without_lines(parse(render(article), "x.de.md")) == without_lines(article)


def test_the_printed_article_is_the_one_that_was_written() -> None:
    assert render(parse(FULL, "parcels.en.md")).splitlines()[:4] == [
        "---",
        "id: parcels",
        "title: Parcels",
        "language: en",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## a\nb\n" * 10_000, id="headings"),
        pytest.param("## a" + " " * 500_000 + "b\nc", id="a wide heading"),
        pytest.param("## a\n" + "<!-- x -->\n" * 10_000 + "b", id="comments"),
        pytest.param("## a\nb\n" + " \n" * 200_000 + "c", id="blank lines"),
        pytest.param("## a\n" + ">" * 200_000, id="quotations"),
    ],
)
def test_a_big_file_is_read_in_bounded_time(text: str) -> None:
    assert isinstance(told_apart(text), Article | ArticleError)
