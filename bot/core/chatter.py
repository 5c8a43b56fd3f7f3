"""Tells small talk from questions, by what people say in German and English; knows no library."""

import re
from collections.abc import Iterator

from bot.core.frequency import fold
from bot.core.text import plain, unify, words

# What greets, thanks, agrees, laughs or takes leave, and the words that go along with it.
_CHATTER = frozenset(
    """
    hi hello hey heya hiya howdy yo morning afternoon evening day good nice great lovely happy bye
    goodbye cheers later thanks thank thx ty tnx tks many much so very appreciate appreciated you
    your u all everyone team folks guys welcome np no problem worries ok okay okey k kk alright
    right fine perfect cool awesome super wow yes yeah yep yup nope sure done lol haha hahaha hehe
    rofl hmm oh ah please sorry see tomorrow weekend how are is it going doing what's up whats that
    that's this worked works helped helps a lot the for to there well got answer reply info quick
    hallo hei moin moinsen servus gruss gruezi guten gute tag morgen abend nacht mittag mahlzeit
    tschuss tschau ciao bis bald dann wiedersehen danke dankeschon dank vielen besten lieben dir
    euch ihnen sehr fur der die das hilfe hat geklappt geholfen passt klappt super toll prima perfekt
    klasse genau ja jo jep nein ne nee doch gern gerne bitte bitteschon kein keine ursache thema
    alles klar gut wie geht gehts es schonen schones feierabend wochenende liebe viele grusse und
    an ins in ist war schon mal nochmal schonmal zusammen leute morgens na aha achso ach so
    auskunft antwort info ruckmeldung muhe schnelle schnell
    """.split()  # noqa: SIM905 - nobody could read it as a list
)

_THANKS = frozenset({"thanks", "thank", "thx", "ty", "tnx", "tks", "danke", "dankeschon", "dank"})

# What frames a question without being what it is about.
FRAME = _CHATTER | frozenset(
    """
    tell know want wants need like wonder wondering ask asking asks question questions anybody
    anyone somebody someone idea explain show give find information info let know maybe just
    actually currently now still already also something anything say says said think guess try
    trying tried could would might via cc pls plz btw fyi asap guys folks
    sagen sag wissen weiss wisst wusste mochte mochten wurde wurden wollte wollen frage fragen
    fragt frag jemand wer einer irgendwer irgendwas erklaren erklart zeigen zeig geben gib gibt
    erzahlen erzahl informationen infos info bekommen eigentlich gerade aktuell momentan jetzt noch
    mal halt eben wohl vielleicht etwas ne nen nem ner furn aufn aufm furs gern gerne kurz kurze
    moin hab habs hatte bitte zwecks bzgl bezuglich meint sagt gesagt
    i he she him his hers they them their am be being been was were has had have do does did done
    shall should dont doesnt didnt cant couldnt wont isnt arent im ive whats hows its id lets gonna
    wanna er sie du dir dich mich mir ihn ihm ihr ihre seine seinen seiner meine meinen meiner
    meinem unser unsere unseren unserem eure da hast habt kannst konnt willst will wollen soll
    sollen sollte darf durfen bekommt bekommen wird werden war waren
    two three four five six seven eight nine ten zwei drei vier funf sechs sieben acht neun zehn
    thing things stuff got get gets getting few else really actually anymore via vs writes wrote
    told sache sachen ding dinge ganz ganze ganzen drin raus rein irgendetwas irgendwie irgendwo
    statt obwohl lassen sonst schreibt schrieb meldet
    """.split()  # noqa: SIM905 - nobody could read it as a list
)

# Who is wanted, and the words in which people say so.
_PEOPLE = frozenset(
    """
    person human someone somebody anyone anybody agent operator representative colleague mensch
    menschen mitarbeiter mitarbeiterin mitarbeitern ansprechpartner ansprechpartnerin jemand
    jemanden jemandem kollege kollegen kollegin berater beraterin
    """.split()  # noqa: SIM905 - nobody could read it as a list
)
_SUMMONS = _PEOPLE | frozenset(
    """
    i id we need want would like to talk speak chat with the an real live actual please pls can
    could may get me us is there any call connect transfer from in your support team helpdesk of
    now just let here reach contact rather instead
    ich wir brauche brauchen will wollen mochte mochten wurde wurden gern gerne hatte hatten bitte
    einen eine einem einer ein mit sprechen reden schreiben telefonieren verbinden verbinde mich mir
    uns kann konnte konnen darf ist da hier vom von aus dem richtigen echten echte echter jetzt
    lieber rufen ruf rufe rufst holen hol hole du sie und
    """.split()  # noqa: SIM905 - nobody could read it as a list
)

_ASKS = re.compile(
    r"""\?
    |^\W*(?:who|whom|whose|what|which|when|where|why|how|can|could|do|does|did|is|are|am|was|will
        |would|should|shall|may|must|has|have|any|anybody|anyone)\b
    |^\W*(?:wer|wen|wem|wessen|was|welche[rmns]?|wann|wo|woher|wohin|warum|wieso|weshalb|wozu|wie
        |womit|wodurch|wofuer|wofur|wieviel|kann|kannst|konnen|koennen|darf|durfen|duerfen|muss
        |mussen|muessen|soll|sollen|ist|sind|gibt|hat|haben|habt|weiss|wird|werden)\b
    |\b(?:how\ (?:do|can|to)|does\ any|can\ (?:any|some)one|do\ you\ know|need\ help|please\ help
        |i\ wonder|want\ to\ know|tell\ me|not\ working|doesn.?t\ work)\b
    |\b(?:weiss\ (?:jemand|wer|einer)|kennt\ (?:jemand|wer|das)|kann\ (?:mir\ )?(?:jemand|wer)
        |hat\ (?:jemand|wer)|wie\ (?:kann|geht|mache)|brauche\ hilfe|bitte\ um\ hilfe|wusste\ gern
        |mochte\ wissen|frage\ mich|funktioniert\ nicht|geht\ nicht)\b
    """,
    re.VERBOSE,
)


def is_chatter(text: str) -> bool:
    """Whether a text only greets, thanks, agrees or laughs, or holds no word of two letters."""
    return all(len(piece) == 1 or piece in _CHATTER for piece in _pieces(text))


def is_thanks(text: str) -> bool:
    """Whether small talk thanks for something."""
    return is_chatter(text) and not _THANKS.isdisjoint(_pieces(text))


def wants_person(text: str) -> bool:
    """Whether a text says nothing but that a person is wanted."""
    said = [piece for piece in _pieces(text) if len(piece) > 1]
    return len(said) > 1 and not _PEOPLE.isdisjoint(said) and _SUMMONS.issuperset(said)


def _pieces(text: str) -> Iterator[str]:
    """The folded words of a text and the parts of compound ones, without names."""
    spoken = [word for word in words(text) if not word.is_name]
    return (unify(piece) for word in spoken for piece in (word.parts or (word.folded,)))


def is_question(text: str) -> bool:
    """Whether a text asks something: a question mark, or the way in which people ask."""
    return bool(_ASKS.search(fold(plain(text)))) and not is_chatter(text)
