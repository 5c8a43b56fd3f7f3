"""How alike two domains are: each likeness is named as what it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.sender.kinship import Kinship, kinship, mixes_scripts
from bot.core.typed import Domain

PAIRS = {
    "same": ("example.com", "EXAMPLE.com", Kinship.SAME),
    "umlaut and A-label": ("müller.de", "xn--mller-kva.de", Kinship.SAME),
    "subdomain": ("mail.example.com", "example.com", Kinship.SUBDOMAIN),
    "deep subdomain": ("a.b.example.com", "example.com", Kinship.SUBDOMAIN),
    "parent": ("example.com", "mail.example.com", Kinship.PARENT),
    "rn for m": ("exarnple.com", "example.com", Kinship.LOOKALIKE),
    "one for l": ("examp1e.com", "example.com", Kinship.LOOKALIKE),
    "zero for o": ("f0rum.com", "forum.com", Kinship.LOOKALIKE),
    "vv for w": ("vvetter.com", "wetter.com", Kinship.LOOKALIKE),
    "Cyrillic a": ("ex\u0430mple.com", "example.com", Kinship.LOOKALIKE),
    "Greek omicron": ("f\u03bfrum.com", "forum.com", Kinship.LOOKALIKE),
    "accent": ("exámple.com", "example.com", Kinship.LOOKALIKE),
    "umlaut spelt out": ("mueller.de", "müller.de", Kinship.LOOKALIKE),
    "umlaut without dots": ("muller.de", "müller.de", Kinship.LOOKALIKE),
    "sharp s": ("strasse.de", "straße.de", Kinship.LOOKALIKE),
    "ending": ("example.de", "example.com", Kinship.OTHER_ENDING),
    "ending of two labels": ("example.co.uk", "example.com", Kinship.OTHER_ENDING),
    "turned letters": ("exmaple.com", "example.com", Kinship.TYPO),
    "missing letter": ("exampl.com", "example.com", Kinship.TYPO),
    "doubled letter": ("exammple.com", "example.com", Kinship.TYPO),
    "hyphen": ("my-shop.com", "myshop.com", Kinship.TYPO),
    "short and two letters off": ("gmx.de", "web.de", Kinship.FOREIGN),
    "foreign": ("gmail.com", "example.com", Kinship.FOREIGN),
    "longer": ("notexample.com", "example.com", Kinship.FOREIGN),
}


@pytest.mark.parametrize(("sender", "account", "expected"), PAIRS.values(), ids=PAIRS.keys())
def test_a_likeness_is_named(sender: str, account: str, expected: Kinship) -> None:
    assert kinship(Domain.parse(sender), Domain.parse(account)) is expected


@pytest.mark.parametrize(
    ("name", "mixed"),
    [
        ("ex\u0430mple.com", True),
        ("f\u03bfrum.com", True),
        ("\u043f\u0440\u0438\u043c\u0435\u0440.com", False),
        ("müller.de", False),
        ("例え123.com", False),
    ],
    ids=["Cyrillic in Latin", "Greek in Latin", "Cyrillic alone", "Latin", "Japanese and digits"],
)
def test_a_label_of_two_scripts_is_noticed(name: str, *, mixed: bool) -> None:
    assert mixes_scripts(Domain.parse(name)) is mixed


@settings(max_examples=50)
@given(st.from_regex(r"[a-z0-9]{1,12}(\.[a-z]{2,5}){1,2}", fullmatch=True))
def test_only_the_same_domain_is_the_same(name: str) -> None:
    domain = Domain.parse(name)

    assert kinship(domain, domain) is Kinship.SAME
    assert kinship(Domain.parse(f"x{name}"), domain) is not Kinship.SAME
