"""Sentences in two languages, filled without ever reading a value as a template."""

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
