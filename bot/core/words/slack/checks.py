"""What the messages of `/checkspf` and `/checksender` say around the findings."""

from bot.core.spf.result import Result
from bot.core.words import Text

IN_ORDER = Text(en="In order", de="In Ordnung")
PROBLEM = Text(en="Problem", de="Problem")
CANNOT_TELL = Text(en="Cannot tell", de="Unklar")
ALLOWED = Text(en="Allowed", de="Erlaubt")
REFUSED = Text(en="Refused", de="Abgelehnt")

SPF_OF = Text(en="SPF of `{domain}`", de="SPF von `{domain}`")
SPF_FOR = Text(en="mail of `{sender}` from `{ip}`", de="Mail von `{sender}` aus `{ip}`")
RESULTS = {
    Result.PASS: Text(
        en="The domain allows this server to send.",
        de="Die Domain erlaubt diesem Server das Senden.",
    ),
    Result.FAIL: Text(
        en="The domain forbids this server to send: receivers may refuse the mail.",
        de="Die Domain verbietet diesem Server das Senden: Empfänger dürfen die Mail ablehnen.",
    ),
    Result.SOFTFAIL: Text(
        en="The domain does not know this server: many receivers file the mail as spam.",
        de="Die Domain kennt diesen Server nicht: Viele Empfänger sortieren die Mail als Spam ein.",
    ),
    Result.NEUTRAL: Text(
        en="The domain says nothing about this server: SPF does not help the mail.",
        de="Die Domain sagt nichts über diesen Server: SPF hilft der Mail nicht.",
    ),
    Result.NONE: Text(
        en="There is no SPF record to judge by.",
        de="Es gibt keinen SPF-Eintrag, nach dem sich urteilen ließe.",
    ),
    Result.TEMPERROR: Text(
        en="DNS did not answer; receivers try again later.",
        de="DNS hat nicht geantwortet; Empfänger versuchen es später noch einmal.",
    ),
    Result.PERMERROR: Text(
        en="The SPF record is broken: receivers ignore it or refuse the mail.",
        de="Der SPF-Eintrag ist fehlerhaft: Empfänger übergehen ihn oder lehnen die Mail ab.",
    ),
}
NO_RECORD = Text(en="There is no SPF record.", de="Es gibt keinen SPF-Eintrag.")
RECORD_UNKNOWN = Text(
    en="DNS did not answer, so whether there is a record is not known. Please try again in a "
    "minute.",
    de="DNS hat nicht geantwortet; ob es einen Eintrag gibt, ist offen. Bitte versuchen Sie es "
    "in einer Minute noch einmal.",
)
LOOKUPS = Text(en="{count} of {limit} look-ups", de="{count} von {limit} Abfragen")
VOID = Text(
    en="empty look-ups: {count} ({limit} allowed)", de="leere Abfragen: {count} ({limit} erlaubt)"
)
NETWORKS = Text(
    en="networks: {count}, the widest {widest}", de="Netze: {count}, das größte {widest}"
)
ONE_NETWORK = Text(en="one network: {widest}", de="ein Netz: {widest}")
PROVIDER = Text(en="mail host: {provider}", de="Mailanbieter: {provider}")
TREE = Text(en="What the record includes", de="Was der Eintrag einschließt")
TREE_VOID = Text(en="found nothing", de="fand nichts")
TREE_MORE = Text(en="… and {count} more lines", de="… und {count} weitere Zeilen")
NO_FINDINGS = Text(en="No problems found.", de="Keine Probleme gefunden.")
SUGGESTED = Text(
    en="Publish this as the only SPF record (type TXT) of `{domain}`:",
    de="Tragen Sie dies als einzigen SPF-Eintrag (Typ TXT) von `{domain}` ein:",
)
MISSING = Text(
    en="DNS did not answer about {names}; the result may be incomplete.",
    de="Zu {names} hat DNS nicht geantwortet; das Ergebnis kann unvollständig sein.",
)

SENDER_THROUGH = Text(en="`{address}` through `{account}`", de="`{address}` über `{account}`")
SENDER_ALONE = Text(en="`{address}`", de="`{address}`")
EMPTY_THROUGH = Text(
    en="an empty sender (`<>`) through `{account}`",
    de="ein leerer Absender (`<>`) über `{account}`",
)
EMPTY_ALONE = Text(en="an empty sender (`<>`)", de="ein leerer Absender (`<>`)")
SERVER_SAYS = Text(en="The mail server answers:", de="Der Mailserver antwortet:")
TO_DO = Text(en="What to do", de="Was zu tun ist")
SPF_LINE = Text(
    en="SPF of `{domain}`: {status}, {count} of {limit} look-ups",
    de="SPF von `{domain}`: {status}, {count} von {limit} Abfragen",
)

CHECK_AGAIN = Text(en="Check again", de="Noch einmal prüfen")
SHOW_TO_CHANNEL = Text(en="Show to channel", de="Im Kanal zeigen")
WHAT_IS_SPF = Text(en="What is SPF?", de="Was ist SPF?")
READ_SECTION = Text(en="Read the article section", de="Abschnitt im Artikel lesen")
CHECK_SPF = Text(en="Check SPF of {domain}", de="SPF von {domain} prüfen")
CHECK_SENDER = Text(en="Check sender {address}", de="Absender {address} prüfen")
DETAILS = Text(en="Show details", de="Einzelheiten zeigen")
CHECKING = Text(en="Checking `{what}` …", de="Ich prüfe `{what}` …")
CHECKING_STATUS = Text(en="is asking DNS…", de="fragt DNS…")
SHOWN_BY = Text(en="Shown by <@{user}>", de="Gezeigt von <@{user}>")
TOO_MANY = Text(
    en="Too many checks within a minute. Please try again shortly.",
    de="Zu viele Prüfungen in einer Minute. Bitte versuchen Sie es gleich noch einmal.",
)
IS = Text(en="Is", de="Ist")
SHOULD_BE = Text(en="Should be", de="Soll")
