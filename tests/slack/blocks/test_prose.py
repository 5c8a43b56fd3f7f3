"""Article Markdown as rich text: what it looks like, and that nothing in it is ever parsed."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.blocks import prose, richtext
from tests.slack.reading import seen


def shown(markdown: str) -> str:
    return seen([richtext.block(prose.markdown(markdown))])


RENDERED = [
    pytest.param("One\nline.\n\nTwo.", "One line.\nTwo.", id="paragraphs"),
    pytest.param("# Title\n\nText", "Title\nText", id="a heading is a bold line"),
    pytest.param("- a\n- b `c`", "• a\n• b `c`", id="list"),
    pytest.param("1. a\n2. b", "• a\n• b", id="numbered list"),
    pytest.param("- a\n\n  ```\n  x\n  ```\n- b", "• a\n    x\n• b", id="code inside a list"),
    pytest.param("- a\n  - b\n- c", "• a\n• b\n• c", id="nested list"),
    pytest.param("```\nv=spf1 *\n```", "    v=spf1 *", id="code block"),
    pytest.param("> quoted\n>\n> twice", "quoted\ntwice", id="quote"),
    pytest.param("| a | b |\n|---|---|\n| 1 | 22 |", "    a  b\n    1  22", id="table"),
    pytest.param("a\\\nb", "a\nb", id="hard break"),
    pytest.param("[label](https://a.de)", "label", id="link"),
    pytest.param("[label](javascript:alert(1))", "[label](javascript:alert(1))", id="bad link"),
    pytest.param("![picture](https://a.de/x.png)", "picture", id="image"),
    pytest.param("<b>x</b> <!channel> <@U1>", "<b>x</b> <!channel> <@U1>", id="html is text"),
    pytest.param("***", "———", id="rule"),
    pytest.param("", "", id="nothing"),
    pytest.param("-", "• ", id="empty item"),
]


@pytest.mark.parametrize(("markdown", "text"), RENDERED)
def test_markdown_looks_as_it_should(markdown: str, text: str) -> None:
    assert shown(markdown) == text


def test_emphasis_becomes_style_and_nests() -> None:
    (paragraph,) = prose.markdown("**bold _both_** ~~gone~~")
    styles = [(e["text"], e.get("style", {})) for e in paragraph["elements"]]

    assert styles == [
        ("bold ", {"bold": True}),
        ("both", {"bold": True, "italic": True}),
        (" ", {}),
        ("gone", {"strike": True}),
    ]


def test_a_numbered_list_goes_on_counting_after_a_code_block() -> None:
    parts = prose.markdown("1. a\n\n   ```\n   x\n   ```\n2. b")

    assert [part.get("offset") for part in parts] == [None, None, 1]


def test_paragraphs_are_set_apart() -> None:
    first, _ = prose.markdown("One.\n\nTwo.")

    assert first["elements"][-1]["text"] == "\n"


@pytest.mark.parametrize(
    ("markdown", "limit", "kept", "more"),
    [
        ("aa\n\nbb\n\ncc", 4, "aa\n\nbb", True),
        ("aa\n\nbb", 100, "aa\n\nbb", False),
        ("aaaaaaaa", 4, "aaaaaaaa", False),
        ("a\n\n```\nx\n\ny\n```\n\nb", 13, "a\n\n```\nx\n\ny\n```", True),
        ("a\n\n```\nx\n\ny\n```\n\nb", 4, "a", True),
        ("Aa.\n\nRight if\n\n- bbbbbbbb\n- cc", 14, "Aa.", True),
        ("Aa.\n\nSo:\n\n| b | c |", 8, "Aa.", True),
        ("Aa.\n\nBb.\n\n- bbbbbbbb", 8, "Aa.\n\nBb.", True),
        ("Right if\n\n- bbbbbbbb", 10, "Right if", True),
    ],
    ids=[
        "at a paragraph",
        "all of it",
        "the first always",
        "a whole code block",
        "before code",
        "before what leads to a list",
        "before what leads to a table",
        "after a sentence",
        "the first, even if it leads on",
    ],
)
def test_long_text_is_cut_between_paragraphs(
    markdown: str,
    limit: int,
    kept: str,
    more: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert prose.cut(markdown, limit) == (kept, more)


def test_the_longest_article_is_cut_in_bounded_time() -> None:
    began = perf_counter()
    prose.cut("a" + "\n" * 60_000 + "b", 3000)

    assert perf_counter() - began < 1  # seconds; it takes some hundredths


def test_text_for_a_mail_has_no_markup() -> None:
    text = richtext.plain(prose.markdown("**Do** this:\n\n1. `a`\n2. [b](https://b.de)\n\n> c"))

    assert text == "Do this:\n\n1. a\n2. b (https://b.de)\n\nc"


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_gives_elements_without_empty_words(markdown: str) -> None:
    for part in prose.markdown(markdown):
        for element in part["elements"]:
            assert element.get("text", "x") != ""
