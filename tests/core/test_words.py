"""Sentences in two languages, filled without ever reading a value as a template."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from string import Formatter

import pytest

from bot.core import words
from bot.core.words import Language, Text

BOTH = Text(en="Ask `{name}` again.", de="Fragen Sie `{name}` noch einmal.")


def test_a_sentence_is_filled_in_both_languages() -> None:
    filled = BOTH.fill(name="example.com")

    assert filled.to(Language.EN) == "Ask `example.com` again."
    assert filled.to(Language.DE) == "Fragen Sie `example.com` noch einmal."


def test_a_value_is_no_template_and_cannot_end_the_code_mark() -> None:
    assert BOTH.fill(name="{x}`*").en == "Ask `{x}ˋ*` again."


def test_a_text_fills_each_language_with_its_own_words() -> None:
    host = Text(en="the name server", de="den Nameserver")

    assert BOTH.fill(name=host).de == "Fragen Sie `den Nameserver` noch einmal."


def catalogue() -> Iterator[tuple[str, Text]]:
    """Every sentence of the interface, by module and name."""
    for module in pkgutil.walk_packages(words.__path__, "bot.core.words."):
        for name, value in vars(import_module(module.name)).items():
            for number, text in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(text, Text):
                    yield f"{module.name.removeprefix('bot.core.words.')}.{name} {number}", text


CATALOGUE = dict(catalogue())
FAMILIAR = re.compile(r"\b(?:du|dir|dich|dein\w*|euch|eure\w*)\b", re.IGNORECASE)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_there_are_hundreds_of_sentences() -> None:
    assert len(CATALOGUE) > 300


@pytest.mark.parametrize("language", Language)
def test_no_sentence_is_missing_in_a_language(language: Language) -> None:
    assert [name for name, text in CATALOGUE.items() if not text.to(language).strip()] == []


def test_both_languages_have_the_same_placeholders() -> None:
    odd = [n for n, text in CATALOGUE.items() if placeholders(text.en) != placeholders(text.de)]

    assert odd == []


def test_german_addresses_people_with_sie_throughout() -> None:
    assert [name for name, text in CATALOGUE.items() if FAMILIAR.search(text.de)] == []
