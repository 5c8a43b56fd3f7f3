"""Two domains -> how alike they are: the same, a subdomain, a look-alike, a typo, or foreign."""

import unicodedata
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.core.typed import Domain


class Kinship(StrEnum):
    """What the sender's domain is to the account's."""

    SAME = "same"
    SUBDOMAIN = "subdomain"  # mail.example.com beside example.com
    PARENT = "parent-domain"  # example.com beside mail.example.com
    OTHER_ENDING = "other-ending"  # example.de beside example.com
    LOOKALIKE = "lookalike"  # exarnple.com beside example.com
    TYPO = "typo"  # exmaple.com beside example.com
    FOREIGN = "foreign"


SHORT = 9  # characters: in a shorter domain two changes make another word ("gmx.de", "web.de")
_ALIKE_GROUPS = (
    ("rn", "m"), ("vv", "w"), ("cl", "d"), ("\u00df", "ss"), ("ae", "a"), ("oe", "o"), ("ue", "u"),
)  # fmt: skip
# Letters of other scripts, and digits, that look like Latin ones in the usual fonts (UTS 39, 4).
_ALIKE_LETTERS = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u051b\u051d\u0501"  # Cyrillic
    "\u043a\u043c\u0442\u043d\u0432"
    "\u03b1\u03bf\u03c1\u03bd\u03c5\u03b9\u03ba\u03c4\u03b5"  # Greek
    "\u0131\u0142\u00f8\u0111"  # dotless i; l, o and d with a stroke
    "01i|5",
    "aeopcyxljshqwdkmthbaopvulktellodollls",
)
_LOOK_ALIKE_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})


def kinship(sender: Domain, account: Domain) -> Kinship:
    """What the sender's domain is to the account's; the first that fits, from "same" on."""
    fits = {
        Kinship.SAME: sender.ascii == account.ascii,
        Kinship.SUBDOMAIN: sender.is_below(account),
        Kinship.PARENT: account.is_below(sender),
        Kinship.LOOKALIKE: _skeleton(sender.shown) == _skeleton(account.shown),
        Kinship.OTHER_ENDING: _name(sender) == _name(account),
        Kinship.TYPO: OSA.distance(sender.shown, account.shown) <= _forgiven(account.shown),
    }
    return next((kind for kind, fit in fits.items() if fit), Kinship.FOREIGN)


def _name(domain: Domain) -> str:
    """The domain without its last label, and without `co` before that ("firma" of firma.co.uk)."""
    return domain.ascii.rpartition(".")[0].removesuffix(".co")


def _forgiven(shown: str) -> int:
    return 1 if len(shown) < SHORT else 2


def _skeleton(shown: str) -> str:
    """The domain as the eye takes it in: accents off, look-alikes replaced by one of them."""
    decomposed = unicodedata.normalize("NFKD", shown)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    letters = letters.translate(_ALIKE_LETTERS)
    for group, single in _ALIKE_GROUPS:
        letters = letters.replace(group, single)
    return letters


def mixes_scripts(domain: Domain) -> bool:
    """Whether one label mixes Latin with Cyrillic or Greek letters, as forged names do (UTS 39, 5.1)."""
    return any(len(_scripts(label) & _LOOK_ALIKE_SCRIPTS) > 1 for label in domain.shown.split("."))


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(c, "").partition(" ")[0] for c in label if c.isalpha()}
