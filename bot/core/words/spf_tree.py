"""What `/checkspf` says about what a record leads to: findings to fill, and notes in the tree."""

from bot.core.finding import Finding, Severity
from bot.core.words import Text

TOO_MANY_LOOKUPS = Finding(
    "too-many-lookups",
    Severity.ERROR,
    Text(
        en="The record needs {count} look-ups; receivers stop after {limit} and treat it as broken.",
        de="Der Eintrag braucht {count} Abfragen; Empfänger brechen nach {limit} ab und halten ihn für fehlerhaft.",
    ),
    Text(
        en="Remove services that no longer send; look first at {costs}.",
        de="Entfernen Sie Dienste, die nicht mehr senden; prüfen Sie zuerst {costs}.",
    ),
)

VOID_LOOKUPS = Finding(
    "void-lookups",
    Severity.ERROR,
    Text(
        en="{count} look-ups find nothing; after more than {limit} of them receivers treat the record as broken ({terms}).",
        de="{count} Abfragen finden nichts; bei mehr als {limit} davon halten Empfänger den Eintrag für fehlerhaft ({terms}).",
    ),
    Text(
        en="Remove the terms that find nothing, or create what they name.",
        de="Entfernen Sie die Ausdrücke, die nichts finden, oder legen Sie an, was sie nennen.",
    ),
)

VOID_TERM = Finding(
    "void-term",
    Severity.NOTE,
    Text(
        en="`{term}` finds nothing in DNS, so it allows nobody.",
        de="`{term}` findet im DNS nichts und erlaubt deshalb niemandem das Senden.",
    ),
    Text(
        en="Remove `{term}`, or create what it names.",
        de="Entfernen Sie `{term}`, oder legen Sie an, was es nennt.",
    ),
)

INCLUDE_NONE = Finding(
    "include-none",
    Severity.ERROR,
    Text(
        en="`{term}` leads to `{target}`, which has no SPF record; receivers treat the whole record as broken.",
        de="`{term}` führt zu `{target}`, wo es keinen SPF-Eintrag gibt; Empfänger halten den ganzen Eintrag für fehlerhaft.",
    ),
    Text(
        en="Remove `{term}` from the record of `{owner}`, or correct the name.",
        de="Entfernen Sie `{term}` aus dem Eintrag von `{owner}`, oder berichtigen Sie den Namen.",
    ),
)

PROVIDER_NONE = Finding(
    INCLUDE_NONE.code,
    Severity.ERROR,
    Text(
        en="`{term}` is right, but no SPF record can be read at `{target}` at the moment; until then receivers treat the whole record as broken.",
        de="`{term}` ist richtig, aber bei `{target}` lässt sich im Moment kein SPF-Eintrag lesen; solange halten Empfänger den ganzen Eintrag für fehlerhaft.",
    ),
    Text(
        en="Leave `{term}` in the record of `{owner}` and check again in a few minutes; only the mail host can mend `{target}`.",
        de="Lassen Sie `{term}` im Eintrag von `{owner}` und prüfen Sie in einigen Minuten noch einmal; `{target}` kann nur der Mailanbieter in Ordnung bringen.",
    ),
)

INCLUDE_BROKEN = Finding(
    "include-broken",
    Severity.ERROR,
    Text(
        en="`{term}` leads to `{target}`, whose SPF record is broken; receivers treat the whole record as broken.",
        de="`{term}` führt zu `{target}`, dessen SPF-Eintrag fehlerhaft ist; Empfänger halten den ganzen Eintrag für fehlerhaft.",
    ),
    Text(
        en="Tell whoever runs `{target}`, and leave `{term}` out until it is mended.",
        de="Sagen Sie dem Betreiber von `{target}` Bescheid, und lassen Sie `{term}` weg, bis es behoben ist.",
    ),
)

LOOP = Finding(
    "loop",
    Severity.ERROR,
    Text(
        en="The records lead in a circle: `{path}`.",
        de="Die Einträge führen im Kreis: `{path}`.",
    ),
    Text(
        en="Remove `{term}` from the record of `{owner}`.",
        de="Entfernen Sie `{term}` aus dem Eintrag von `{owner}`.",
    ),
)

UNREACHABLE = Finding(
    "unreachable",
    Severity.WARNING,
    Text(
        en="Nothing after `{matches}` counts, because it matches everybody: `{terms}` is never read.",
        de="Nach `{matches}` zählt nichts mehr, weil es auf jeden zutrifft: `{terms}` wird nie gelesen.",
    ),
    Text(
        en="Remove `{matches}`, or ask whoever runs it to end with `~all`.",
        de="Entfernen Sie `{matches}`, oder bitten Sie den Betreiber, mit `~all` zu enden.",
    ),
)

OPEN_INCLUDE = Finding(
    "open-include",
    Severity.ERROR,
    Text(
        en="`{term}` allows the whole world to send as `{domain}`, because the record there ends with `+all`.",
        de="`{term}` erlaubt der ganzen Welt, als `{domain}` zu senden, weil der Eintrag dort mit `+all` endet.",
    ),
    Text(
        en="Remove `{term}`, or ask whoever runs it to end with `~all`.",
        de="Entfernen Sie `{term}`, oder bitten Sie den Betreiber, mit `~all` zu enden.",
    ),
)

MANY_MX = Finding(
    "too-many-mx",
    Severity.ERROR,
    Text(
        en="`{term}` leads to {count} mail hosts; with more than {limit} receivers treat the record as broken.",
        de="`{term}` führt zu {count} Mailservern; bei mehr als {limit} halten Empfänger den Eintrag für fehlerhaft.",
    ),
    Text(
        en="Name the sending servers with `ip4:` or `a:` instead of `{term}`.",
        de="Nennen Sie die sendenden Server mit `ip4:` oder `a:` statt mit `{term}`.",
    ),
)

BAD_NAME = Finding(
    "bad-name",
    Severity.WARNING,
    Text(
        en="`{term}` gives a name that DNS cannot hold, so it never matches.",
        de="`{term}` ergibt einen Namen, den es im DNS nicht geben kann, und trifft deshalb nie zu.",
    ),
    Text(en="Remove or correct `{term}`.", de="Entfernen oder berichtigen Sie `{term}`."),
)

NEEDS_CLIENT = Finding(
    "needs-client",
    Severity.NOTE,
    Text(
        en="`{term}` depends on the sending server, so this overview counts it but cannot follow it.",
        de="`{term}` hängt vom sendenden Server ab; diese Übersicht zählt es mit, kann ihm aber nicht folgen.",
    ),
    Text(
        en="Give the sending server's address with the check to follow it.",
        de="Geben Sie bei der Prüfung die Adresse des sendenden Servers an, um ihm zu folgen.",
    ),
)

SILENT = Finding(
    "dns-silent",
    Severity.WARNING,
    Text(
        en="DNS did not tell about `{name}` ({reason}), so this check is not complete.",
        de="Das DNS gab zu `{name}` keine Auskunft ({reason}); diese Prüfung ist deshalb unvollständig.",
    ),
    Text(
        en="Try again in a few minutes; if it stays, tell whoever runs the name servers of `{name}`.",
        de="Versuchen Sie es in einigen Minuten noch einmal; bleibt es dabei, sagen Sie dem Betreiber der Nameserver von `{name}` Bescheid.",
    ),
)

CUT = Finding(
    "tree-cut",
    Severity.ERROR,
    Text(
        en="The records lead to more than {limit} look-ups; the rest was not followed.",
        de="Die Einträge führen zu mehr als {limit} Abfragen; der Rest wurde nicht verfolgt.",
    ),
    Text(
        en="Write the record anew with the services that really send.",
        de="Schreiben Sie den Eintrag mit den Diensten neu, die wirklich senden.",
    ),
)

MORE = Finding(
    "more",
    Severity.NOTE,
    Text(
        en="There are {count} more findings of this kind (`{code}`).",
        de="Es gibt {count} weitere Befunde dieser Art (`{code}`).",
    ),
)

# Notes beside a term of the tree.
NOTE_AFTER_ALL = Text(
    en="never read: stands after `{all}`", de="wird nie gelesen: steht nach `{all}`"
)
NOTE_UNREACHABLE = Text(
    en="never read: `{all}` matches everybody", de="wird nie gelesen: `{all}` trifft auf jeden zu"
)
NOTE_IGNORED = Text(
    en="ignored, because there is an `all`", de="nicht beachtet, weil es ein `all` gibt"
)
NOTE_LOOP = Text(en="leads in a circle: `{path}`", de="führt im Kreis: `{path}`")
NOTE_NEEDS_CLIENT = Text(en="depends on the sending server", de="hängt vom sendenden Server ab")
NOTE_SILENT = Text(en="DNS did not tell ({reason})", de="DNS gab keine Auskunft ({reason})")
NOTE_NONE = Text(en="no SPF record there", de="dort gibt es keinen SPF-Eintrag")
NOTE_SEVERAL = Text(en="{count} SPF records there", de="dort gibt es {count} SPF-Einträge")
NOTE_BROKEN = Text(en="not valid: `{text}`", de="ungültig: `{text}`")
NOTE_BAD_NAME = Text(en="no name that DNS can hold", de="kein Name, den es im DNS geben kann")
NOTE_MANY_MX = Text(
    en="{count} mail hosts, {limit} allowed", de="{count} Mailserver, {limit} erlaubt"
)
NOTE_CUT = Text(en="not followed: too many look-ups", de="nicht verfolgt: zu viele Abfragen")
NOTE_VOID = Text(en="finds nothing", de="findet nichts")

REASONS = {
    "timed out": Text(en="no answer in time", de="keine Antwort in der vorgesehenen Zeit"),
    "SERVFAIL": Text(en="server failure, SERVFAIL", de="Serverfehler, SERVFAIL"),
    "REFUSED": Text(en="refused, REFUSED", de="abgelehnt, REFUSED"),
    "malformed": Text(en="unreadable answer", de="unlesbare Antwort"),
    "over budget": Text(en="the check had asked enough", de="die Prüfung hatte genug gefragt"),
}
