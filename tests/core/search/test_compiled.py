"""The glossary with its stems made beforehand says just what its text does."""

from pathlib import Path

import pytest

from bot.core.errors import ArticleError
from bot.core.search import Glossary, compiled

SHIPPED = (Path(__file__).parents[3] / "knowledge" / "glossary.toml").read_text("utf-8")


def test_the_file_is_current() -> None:
    made = compiled.FILE.read_text("utf-8").splitlines()

    assert made == list(compiled.lines_of(SHIPPED)), "run `make glossary`"


def test_what_was_made_beforehand_is_what_the_text_says() -> None:
    made, parsed = compiled.read(SHIPPED), Glossary.parse(SHIPPED)

    assert made == parsed
    assert made.made is not None
    assert parsed.made is None
    assert made.phrases == parsed.phrases


def test_another_text_is_read_as_it_stands() -> None:
    own = '[[same]]\nen = ["parcel", "package"]\n'

    assert compiled.read(own) == Glossary.parse(own)
    with pytest.raises(ArticleError):
        compiled.read(SHIPPED + "[[same]]")
