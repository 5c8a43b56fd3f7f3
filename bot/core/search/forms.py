"""Inflected words -> the word that a dictionary lists, where a stemmer alone would not get there."""

import re

from bot.core.frequency import UNLISTED, folded_list
from bot.core.words import Language

COMMON = 3.0  # Zipf value of a word that counts as known

SEPARABLE = (
    "ab|an|auf|aus|bei|ein|fest|fort|frei|her|hin|los|mit|nach|uber|um|unter|vor|weg|weiter|zu"
    "|zuruck|zusammen"
)
_PREFIX = re.compile(rf"(?:{SEPARABLE})(?:be|emp|ent|er|ver|zer)?|be|emp|ent|er|ver|zer")

# (endings, pattern, what may follow its groups, how many Zipf values that word may be rarer than the
# form). The last three ask for more: "Markt" is no form of "marken".
_RULES = (
    (("t",), re.compile(rf"({SEPARABLE}|)ge(\w{{3,}}?)e?t"), ("en", "n"), 1.0),  # eingestellt
    (("en",), re.compile(rf"({SEPARABLE})ge(\w{{3,}}en)"), ("",), 1.0),  # angekommen
    (("n",), re.compile(rf"({SEPARABLE})zu(\w{{3,}}n)"), ("",), 1.0),  # einzustellen
    (("ung", "ungen"), re.compile(r"(\w{3,})ung(?:en)?"), ("en", "n"), 2.0),  # Sperrung
    (("te", "ten", "tet"), re.compile(r"(\w{4,}?)e?te[nt]?"), ("en", "n"), 0.5),  # bezahlte
    (("t",), re.compile(r"(\w{3,}?)e?t"), ("en", "n"), 0.5),  # bezahlt
    (("as", "os", "us", "ys"), re.compile(r"(\w{2,}[aouy])s"), ("",), 0.5),  # Demos
)

_BY_LAST = {  # letter of a word: spares most of the others
    last: tuple(rule for rule in _RULES if any(ending[-1] == last for ending in rule[0]))
    for last in {ending[-1] for endings, *_ in _RULES for ending in endings}
}

# Nouns that have gone their own way from their verbs, and what only looks like a past.
_OWN_WAY = frozenset(
    """
    heizung kleidung leitung meinung ordnung rechnung regierung richtung sitzung verfassung
    verwaltung werbung wohnung zeitung heizungen leitungen meinungen ordnungen rechnungen
    regierungen richtungen sitzungen verfassungen verwaltungen werbungen wohnungen zeitungen
    abgangen ausgangen eingangen umgangen vorgangen zugangen abstanden umstanden zustanden
    markte markten leichte leichten sendung
    """.split()  # noqa: SIM905 - as the tables below
)


def _table(rows: str) -> dict[str, str]:
    """One line a verb: its infinitive, then the forms that no rule leads back to it."""
    lines = (line.split() for line in rows.strip().splitlines())
    return {form: base for base, *forms in lines for form in forms}


# Folded, without prefixes, and without what is more often another word ("band", "stand", "left").
# "Ändern" is as regular as can be, but the rules would take it for "anderen".
_STRONG_GERMAN = _table(
    """
    andern andert anderte anderten geandert anderung anderungen
    beginnen begann begonnen
    bieten geboten
    bitten gebeten
    bleiben blieb blieben geblieben
    brechen bricht brach gebrochen brochen
    bringen brachte brachten gebracht bracht
    denken dachte dachten gedacht dacht
    fallen fiel fielen gefallen
    fangen fing fingen gefangen
    finden fand fanden gefunden funden
    geben gibt gab gaben gegeben
    gehen ging gingen gegangen gangen
    gelten gilt galt gegolten
    gewinnen gewann gewonnen
    greifen griff griffen gegriffen
    halten hielt hielten gehalten
    helfen hilft half geholfen
    kennen kannte kannten gekannt kannt
    kommen kam kamen gekommen
    laden lud luden geladen
    lassen liess liessen gelassen
    laufen lief liefen gelaufen
    leihen lieh geliehen
    lesen liest las gelesen
    nehmen nimmt nahm nahmen genommen nommen
    nennen nannte nannten genannt nannt
    raten riet
    rufen rief riefen gerufen
    schlagen schlug geschlagen
    schliessen schloss geschlossen schlossen
    schreiben schrieb schrieben geschrieben
    senden sandte gesandt sandt
    sehen sieht sah sahen gesehen
    sprechen spricht sprach gesprochen sprochen
    steigen stieg stiegen gestiegen
    stehen gestanden standen
    stehlen stiehlt stahl gestohlen
    tragen trug trugen getragen
    treffen trifft traf getroffen
    treten tritt trat getreten
    tun tat taten getan
    vergessen vergisst vergass
    verlieren verlor verloren
    weisen wies wiesen gewiesen
    werfen wirft warf geworfen
    wissen weiss wusste wussten gewusst
    ziehen zog zogen gezogen
    branche branchen
    firma firmen
    konto konten
    praxis praxen
    rente renten
    risiko risiken
    sendung sendungen
    tablet tablets
    thema themen
    """
)

_IRREGULAR_ENGLISH = _table(
    """
    become became
    begin began begun
    break broke broken
    bring brought
    build built
    buy bought
    catch caught
    choose chose chosen
    come came
    deal dealt
    do did done does
    draw drew drawn
    drive drove driven
    eat ate eaten
    fall fell fallen
    feel felt
    fight fought
    find found
    fly flew flown
    forget forgot forgotten
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grow grew grown
    hear heard
    hide hid hidden
    hold held
    keep kept
    know knew known
    learn learnt
    lend lent
    lose lost
    make made
    mean meant
    meet met
    overdraw overdrew overdrawn
    pay paid
    rewrite rewrote rewritten
    ride rode ridden
    run ran
    say said
    see saw seen
    sell sold
    send sent
    shake shook shaken
    show shown
    sleep slept
    speak spoke spoken
    spend spent
    steal stole stolen
    take took taken
    teach taught
    tell told
    think thought
    throw threw thrown
    understand understood
    wake woke woken
    wear wore worn
    win won
    withdraw withdrew withdrawn
    write wrote written
    apartment apartments
    child children
    customer customers
    department departments
    experiment experiments
    person people persons
    response responses
    terminal terminals
    man men
    woman women
    foot feet
    tooth teeth
    """
)


# What the stemmer would take for a form of another word: "customer" and "customs" for "custom",
# "apartment" for "apart", "response" for "responsible", "terminal" for "terminate".
WHOLE_ENGLISH = frozenset(
    """
    apartment busy customer customs department digital excellent experiment important positive
    quite response terminal
    """.split()  # noqa: SIM905 - as the tables above
)


# German words whose stem would be another word's: of an English one ("rent", "branch"), and a parcel's
# that of all that is sent.
WHOLE_GERMAN = frozenset(
    {"branche", "kissen", "leder", "rente", "router", "sendung", "tablet", "teller"}
)


def english(word: str) -> str:
    """The base form of an irregular English word, or the word."""
    return _IRREGULAR_ENGLISH.get(word, word)


def german(word: str) -> str:
    """The dictionary's word for a form of a German verb, a noun made of it or a plural, or the word.

    "eingestellt", "einzustellen" and "Einstellung" lead to "einstellen", "Demos" to "Demo".
    """
    if word in _OWN_WAY:
        return word
    return _strong(word) or _regular(word) or word


def _strong(word: str) -> str | None:
    """The infinitive where the vowel changes ("übernimmt": "übernehmen")."""
    if (base := _STRONG_GERMAN.get(word)) or not (prefix := _PREFIX.match(word)):
        return base
    base = _STRONG_GERMAN.get(word[prefix.end() :])
    return prefix[0] + base if base else None


def _regular(word: str) -> str | None:
    """The common word that an ending, or a `ge` or `zu` inside, leads to."""
    listed = folded_list(Language.DE)
    own = listed.get(word, UNLISTED)
    for endings, pattern, following, rarer in _BY_LAST.get(word[-1], ()):
        if word.endswith(endings) and (form := pattern.fullmatch(word)):
            bare = "".join(form.groups())
            least = max(own - rarer, COMMON)
            for end in following:
                if listed.get(bare + end, 0.0) >= least:
                    return bare + end
    return None
