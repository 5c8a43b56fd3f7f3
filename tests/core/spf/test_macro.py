"""Macro strings are read once, wrong ones at their place, and expand as RFC 7208, 7 says."""

import pytest

from bot.core.spf.macro import (
    EXPLANATION_LETTERS,
    Literal,
    Macro,
    MacroString,
    Symbol,
    expand,
    read_domain_spec,
    read_macros,
    target_name,
)

VALUES = {"l": "strong-bad", "d": "email.example.com", "i": "192.0.2.3", "s": "a b@c"}

READ = {
    "7.1 literal": ("a.b", (Literal("a.b"),)),
    "7.1 symbols": ("%%%_%-", (Symbol("%"), Symbol(" "), Symbol("%20"))),
    "7.1 letter": ("%{d}", (Macro("d"),)),
    "7.3 all of it": ("x%{L2r+-}", (Literal("x"), Macro("l", 2, reverse=True, delimiters="+-", escape=True))),
}  # fmt: skip


@pytest.mark.parametrize(("text", "pieces"), READ.values(), ids=READ.keys())
def test_a_macro_string_is_read(text: str, pieces: tuple[Literal | Symbol | Macro, ...]) -> None:
    assert read_macros(text) == MacroString(text, pieces)


WRONG = {
    "a space": ("a b", 1),
    "a lone per cent sign": ("ab%", 2),
    "an unknown letter": ("ab%{x}", 2),
    "a letter of explanations": ("%{c}", 0),
    "no parts": ("a%{d00}", 1),
    "not ASCII": ("aé", 1),
}


@pytest.mark.parametrize(("text", "place"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told_by_its_place(text: str, place: int) -> None:
    assert read_macros(text) == place


def test_explanations_have_more_letters_and_spaces() -> None:
    macros = read_macros("by %{r} at %{t}", EXPLANATION_LETTERS, spaces=True)

    assert isinstance(macros, MacroString)
    assert macros.letters == {"r", "t"}


DOMAINS = {
    "7.1 a name": ("example.com", True),
    "7.1 a final dot": ("example.com.", True),
    "7.1 hyphens and digits": ("example.1-2", True),
    "7.1 a macro at the end": ("x.%{d}", True),
    "7.1 one label": ("example", False),
    "7.1 digits": ("example.123", False),
    "7.1 a hyphen at the end": ("example.c-", False),
    "7.1 an underscore": ("example._com", False),
    "7.1 nothing": ("", False),
    "7.1 a dot behind a macro": ("%{d}.", False),
}


@pytest.mark.parametrize(("text", "legal"), DOMAINS.values(), ids=DOMAINS.keys())
def test_a_domain_spec_ends_like_a_domain(text: str, legal: bool) -> None:  # noqa: FBT001 - a row
    assert isinstance(read_domain_spec(text), MacroString) is legal


EXPANDED = {
    "7.3 reversed": ("%{ir}", "3.2.0.192"),
    "7.3 the right-hand parts": ("%{d2}", "example.com"),
    "7.3 the right-hand parts after reversing": ("%{d2r}", "example.email"),
    "7.3 by hyphens": ("%{l1r-}", "strong"),
    "7.3 escaped": ("%{S}", "a%20b%40c"),
}


@pytest.mark.parametrize(("text", "expected"), EXPANDED.values(), ids=EXPANDED.keys())
def test_a_macro_expands(text: str, expected: str) -> None:
    macros = read_macros(text)

    assert isinstance(macros, MacroString)
    assert expand(macros, VALUES) == expected


CUT = {
    "253 octets stay": (["a" * 62] + ["b" * 63] * 2 + ["c" * 62], 0),
    "254 lose their first label": (["a" * 63] + ["b" * 63] * 2 + ["c" * 62], 1),
    "the cut may fall on a dot": (["a"] + ["b" * 62] + ["b" * 63] * 2 + ["c" * 62], 1),
    "a long name loses many": (["a"] * 200 + ["b"] * 127, 200),
}


@pytest.mark.parametrize(("labels", "lost"), CUT.values(), ids=CUT.keys())
def test_a_name_is_cut_from_the_left_by_whole_labels(labels: list[str], lost: int) -> None:
    macros = read_macros("%{d}.")

    assert isinstance(macros, MacroString)
    assert target_name(macros, {"d": ".".join(labels)}) == ".".join(labels[lost:])
