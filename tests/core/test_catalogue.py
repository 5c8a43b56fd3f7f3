"""Every sentence of the interface is there in German and in English, and both fit together."""

import importlib
import pkgutil
import string
from collections.abc import Iterator

import pytest

import bot.core.words
from bot.core.words import Text

PLACES = [
    module.name
    for module in pkgutil.walk_packages(bot.core.words.__path__, "bot.core.words.")
    if not module.ispkg
]


def _texts(value: object, name: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, f"{name}[{key}]")
    elif isinstance(value, tuple | list | frozenset):
        for number, item in enumerate(value):
            yield from _texts(item, f"{name}[{number}]")


def _catalogue() -> Iterator[tuple[str, Text]]:
    for place in PLACES:
        for name, value in vars(importlib.import_module(place)).items():
            if not name.startswith("_"):
                yield from _texts(value, f"{place.removeprefix('bot.core.words.')}.{name}")


def _fields(sentence: str) -> list[str]:
    return sorted(field for _, field, _, _ in string.Formatter().parse(sentence) if field)


SENTENCES = [pytest.param(text, id=name) for name, text in dict(_catalogue()).items()]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_there_in_both_languages(text: Text) -> None:
    assert text.en.strip()
    assert text.de.strip()


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_takes_the_same_values_in_both_languages(text: Text) -> None:
    assert _fields(text.en) == _fields(text.de)


@pytest.mark.parametrize("text", SENTENCES)
def test_every_code_mark_that_is_opened_is_closed(text: Text) -> None:
    assert text.en.count("`") % 2 == 0
    assert text.de.count("`") % 2 == 0
