"""Folded words -> stems and the parts of compounds; the same for every library."""

from functools import lru_cache

import Stemmer

from bot.core.frequency import UNLISTED, folded_list, listed
from bot.core.search import forms
from bot.core.words import Language

_GERMAN = Stemmer.Stemmer("german", 0)
_ENGLISH = Stemmer.Stemmer("english", 0)

# Words that only hold a sentence together. They stand for themselves, and no other word's stem
# may fall together with one of them ("note" is not "not", "sicher" is not "sich").
FUNCTION_WORDS = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being below
    between both but by can could did do does doing down during each few for from further had has
    have having he her here hers him his how i if in into is it its itself just me more most my no
    nor not now of off on once only or other our out over own same she should so some such than
    that the their them then there these they this those through to too under until up us very was
    we were what when where which while who whom why will with would you your
    aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes
    anders auch auf aus bei beim bin bis bist da dabei damit dann das dass dein deine dem den denen
    denn der deren des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein
    eine einem einen einer eines er es etwas euch euer fur gegen hab habe haben hat hatte hatten hier
    hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden
    jeder jedes jetzt kann kein keine keinem keinen keiner man mein meine mich mir mit nach nicht
    nichts noch nun nur ob oder ohne schon sehr seid sein seine seit sich sie sind so solche soll
    uber um und uns unser unsere unter viel vom von vor wann war waren warum was weil welche welchem
    welchen welcher welches wenn wer werden wie wieder will wir wird wo wurde zu zum zur
    """.split()  # noqa: SIM905 - nobody could read it as a list
)
ENGLISH_ENDINGS = ("ing", "ed", "ies", "ly", "ness")  # of a word that neither list knows
LIGHT_ENDINGS = ("en", "em", "er", "es", "e", "s", "n")

MIN_PART = 4  # letters of a compound's part
MIN_COMPOUND = 8  # letters of a word that is taken apart
LINKS = ("", "s", "n", "en", "es", "er", "e")  # what German puts between the parts
COMMON_PART = 3.0  # Zipf value of a word that may be a part
OWN_WORD = 4.0  # Zipf value from which a word stands for itself


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word, in the language in which the word is more common."""
    if word in FUNCTION_WORDS or not word.isalpha():
        return word
    short = _german(word) if _is_german(word) else _english(word)
    return _lightly(word) if short in FUNCTION_WORDS else short


def _is_german(word: str) -> bool:
    german = folded_list(Language.DE).get(word, 0.0)
    if folded_list(Language.EN).get(word, 0.0) > german:
        return False
    return bool(german) or not word.endswith(ENGLISH_ENDINGS)


def _english(word: str) -> str:
    base = forms.english(word)
    return base if base in forms.WHOLE_ENGLISH else str(_ENGLISH.stemWord(base))


def _german(word: str) -> str:
    base = forms.german(word)
    if base in forms.WHOLE_GERMAN:
        return base
    short = _of_verb(base) or str(_GERMAN.stemWord(base))
    return short.removeprefix("zu") if short.startswith("zuruck") else short  # as in "Rückgabe"


def _of_verb(infinitive: str) -> str | None:
    """The stem of a verb in -ern or -eln, which Snowball would take for a plural ("liefern")."""
    if not infinitive.endswith(("ern", "eln")):
        return None
    german, bare = folded_list(Language.DE), infinitive[:-1]
    is_verb = any(german.get(bare + ending, 0.0) >= COMMON_PART for ending in ("t", "ung"))
    return bare if is_verb else None


def _lightly(word: str) -> str:
    for ending in LIGHT_ENDINGS:
        short = word.removesuffix(ending)
        if short != word and len(short) >= MIN_PART and short not in FUNCTION_WORDS:
            return short
    return word


def stems(word: str) -> list[str]:
    """The stem of a word and, where it is a compound of known words, those of its parts."""
    return [stem(word), *(stem(part) for part in parts_of(word))]


@lru_cache(maxsize=20_000)
def parts_of(word: str) -> tuple[str, ...]:
    """The known words that a compound is made of ("absenderadresse": "absender", "adresse")."""
    if len(word) < MIN_COMPOUND or not word.isalpha() or listed(word) >= OWN_WORD:
        return ()
    german, english = folded_list(Language.DE), folded_list(Language.EN)
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for cut in range(MIN_PART, len(word) - MIN_PART + 1):
        head = word[cut:]
        if head not in german and head not in english:  # quicker than to ask how common it is
            continue
        if (head_zipf := listed(head)) < COMMON_PART or _is_participle(word[:cut], head):
            continue
        left, left_zipf = _unlinked(word[:cut])
        if left and (rank := min(head_zipf, left_zipf) + 0.01 * len(left)) > best[0]:
            best = (rank, (*left, head))
    return best[1]


def _is_participle(left: str, head: str) -> bool:
    """Whether no end is meant, but who does something ("Lehrende", but not "Monatsende")."""
    is_verb = listed(left + "en") > 0 and any(listed(left + end) for end in ("t", "et", "er"))
    return head in ("ende", "enden") and is_verb


def _unlinked(word: str) -> tuple[tuple[str, ...], float]:
    for link in LINKS:
        if link and not word.endswith(link):
            continue
        bare = word.removesuffix(link)
        zipf = listed(bare)
        if len(bare) >= MIN_PART and zipf >= COMMON_PART:
            return (bare,), zipf
    inner = parts_of(word)
    return inner, UNLISTED if inner else 0.0
