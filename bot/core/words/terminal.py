"""What the terminal says around answers and checks."""

from bot.core.finding import Ruling, Severity
from bot.core.spf.result import Status
from bot.core.words import Text

NOT_FOUND = Text(
    en="The articles do not answer this.",
    de="Die Artikel beantworten das nicht.",
)
UNSURE = Text(en="One of these may be it:", de="Eines davon könnte es sein:")
SCORE = Text(en="score {score}", de="Wertung {score}")
RUNNERS_UP = Text(en="Runners-up", de="Weitere Treffer")
WHY = Text(en="Why", de="Warum")
SOURCE = Text(en="Source: {title}", de="Quelle: {title}")
SOURCE_DATED = Text(en="Source: {title}, {date}", de="Quelle: {title}, {date}")

NO_RECORD = Text(en="no SPF record", de="kein SPF-Eintrag")
LOOKUPS = Text(
    en="{lookups} of 10 look-ups, empty ones: {void} (2 allowed)",
    de="{lookups} von 10 Abfragen, leere: {void} (2 erlaubt)",
)
NETWORKS = Text(
    en="{networks} networks may send, the widest is {widest}",
    de="{networks} Netze dürfen senden, das größte ist {widest}",
)
ONE_NETWORK = Text(
    en="1 network may send, {widest}",
    de="1 Netz darf senden, {widest}",
)
MISSING = Text(en="DNS did not tell about: {names}", de="Keine Auskunft vom DNS zu: {names}")
PUBLISH = Text(
    en="Publish this as the only SPF record (type TXT)",
    de="Tragen Sie dies als einzigen SPF-Eintrag (Typ TXT) ein",
)
ADVICE = Text(en="What to do", de="Was zu tun ist")
SERVER_SAYS = Text(en="The mail server answers: {text}", de="Der Mailserver antwortet: {text}")
EXPLANATION = Text(en="The domain explains: {text}", de="Die Domain erklärt: {text}")
VOID = Text(en="found nothing", de="fand nichts")

SEVERITY = {
    Severity.ERROR: Text(en="error", de="Fehler"),
    Severity.WARNING: Text(en="warning", de="Warnung"),
    Severity.NOTE: Text(en="note", de="Hinweis"),
}
STATUS = {
    Status.OK: Text(en="SPF is fine", de="SPF ist in Ordnung"),
    Status.PROBLEM: Text(en="SPF has a problem", de="SPF hat ein Problem"),
    Status.UNKNOWN: Text(en="DNS did not tell", de="Keine Auskunft vom DNS"),
}
RULING = {
    Ruling.ALLOWED: Text(en="Allowed", de="Erlaubt"),
    Ruling.REFUSED: Text(en="Refused", de="Abgelehnt"),
    Ruling.UNKNOWN: Text(en="Cannot tell", de="Nicht zu entscheiden"),
}

NOT_JSON = Text(
    en="This line is no JSON object with an id and a question.",
    de="Diese Zeile ist kein JSON-Objekt mit einer id und einer Frage.",
)
KEY_MISSING = Text(
    en="The text at the key `{key}` is missing.",
    de="Der Text zum Schlüssel `{key}` fehlt.",
)

QUESTIONS = Text(
    en="Questions: {found} answered, {unsure} with a choice, {not_found} without an answer.",
    de="Fragen: {found} beantwortet, {unsure} mit Auswahl, {not_found} ohne Antwort.",
)
RATINGS = Text(en="Ratings", de="Bewertungen")
NO_RATINGS = Text(en="No ratings yet.", de="Noch keine Bewertungen.")
RATING = Text(
    en="{section}  {average} of 5 ({count})  helpful {helpful}, not helpful {not_helpful}",
    de="{section}  {average} von 5 ({count})  hilfreich {helpful}, nicht hilfreich {not_helpful}",
)
STARS = Text(en="    {stars} stars {share} %", de="    {stars} Sterne {share} %")
SUGGESTION = Text(en="    suggested: {text}", de="    Vorschlag: {text}")
GAPS = Text(en="Gaps", de="Lücken")
NO_GAPS = Text(en="No gaps.", de="Keine Lücken.")

NO_PROBLEMS = Text(
    en="Articles read: {articles}; nothing is wrong.",
    de="Gelesene Artikel: {articles}; nichts ist falsch.",
)
REVIEWED = Text(
    en="{first} of {asked} sample questions find their section first, in an index without themselves.",
    de="{first} von {asked} Beispielfragen finden ihren Abschnitt zuerst, in einem Index ohne sie selbst.",
)
LOST = Text(
    en="lost: “{question}” does not find `{section}` (but `{rival}`): give that section more of its own words.",
    de="verloren: „{question}“ findet `{section}` nicht (sondern `{rival}`): Geben Sie dem Abschnitt mehr eigene Wörter.",
)
LOST_ALONE = Text(
    en="lost: “{question}” finds nothing, not even `{section}`: give that section more of its own words.",
    de="verloren: „{question}“ findet nichts, auch nicht `{section}`: Geben Sie dem Abschnitt mehr eigene Wörter.",
)
SECOND = Text(
    en="not first: “{question}” finds `{rival}` before `{section}`.",
    de="nicht zuerst: „{question}“ findet `{rival}` vor `{section}`.",
)
OVERLAP = Text(
    en="overlap: `{section}` loses {taken} of {asked} questions to `{rival}`.",
    de="Überschneidung: `{section}` verliert {taken} von {asked} Fragen an `{rival}`.",
)
IDLE = Text(
    en="idle: the keyword “{keyword}” alone does not lead to `{section}`.",
    de="ohne Wirkung: Das Stichwort „{keyword}“ allein führt nicht zu `{section}`.",
)
