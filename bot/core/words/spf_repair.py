"""What `/checkspf` says about mail hosts and the repaired record: findings to fill."""

from bot.core.finding import Finding, Severity
from bot.core.words import Text

LEGACY_INCLUDE = Finding(
    "legacy-include",
    Severity.WARNING,
    Text(
        en="`{term}` is an old entry of {provider}.",
        de="`{term}` ist ein alter Eintrag von {provider}.",
    ),
    Text(en="Replace it by `include:{current}`.", de="Ersetzen Sie ihn durch `include:{current}`."),
)

WRONG_INCLUDE = Finding(
    "wrong-include",
    Severity.ERROR,
    Text(
        en="`{term}` is not the SPF entry of {provider}.",
        de="`{term}` ist nicht der SPF-Eintrag von {provider}.",
    ),
    Text(en="Replace it by `include:{current}`.", de="Ersetzen Sie ihn durch `include:{current}`."),
)

PROVIDER_MISSING = Finding(
    "provider-missing",
    Severity.ERROR,
    Text(
        en="`{domain}` has its mail at {provider}, but its SPF record does not allow {provider} to send.",
        de="`{domain}` hat seine E-Mail bei {provider}, aber der SPF-Eintrag erlaubt {provider} das Senden nicht.",
    ),
    Text(
        en="Put `include:{current}` in front of the other senders.",
        de="Setzen Sie `include:{current}` vor die übrigen Absender.",
    ),
)

PROVIDER_PERHAPS_MISSING = Finding(
    "provider-missing",
    Severity.WARNING,
    Text(
        en="The name servers of `{domain}` belong to {provider}, but its SPF record does not allow {provider} to send.",
        de="Die Nameserver von `{domain}` gehören zu {provider}, aber der SPF-Eintrag erlaubt {provider} das Senden nicht.",
    ),
    Text(
        en="If mail goes out through {provider}, put `include:{current}` in front of the other senders.",
        de="Wenn E-Mails über {provider} hinausgehen, setzen Sie `include:{current}` vor die übrigen Absender.",
    ),
)

PROVIDER_UNSEEN = Finding(
    "provider-missing",
    Severity.WARNING,
    Text(
        en="`{domain}` has its mail at {provider}, which its SPF record does not name; whether `{term}` allows it to send cannot be seen here.",
        de="`{domain}` hat seine E-Mail bei {provider}; der SPF-Eintrag nennt den Anbieter nicht, und ob `{term}` ihm das Senden erlaubt, ist hier nicht zu sehen.",
    ),
    Text(
        en="If mail from {provider} fails SPF, put `include:{current}` in front of the other senders.",
        de="Wenn E-Mails von {provider} an SPF scheitern, setzen Sie `include:{current}` vor die übrigen Absender.",
    ),
)

OTHER_REGION = Finding(
    "other-region",
    Severity.WARNING,
    Text(
        en="`{other}` belongs to another region of {provider} than the mail servers of `{domain}`.",
        de="`{other}` gehört zu einer anderen Region von {provider} als die Mailserver von `{domain}`.",
    ),
    Text(
        en="Put `include:{current}` in front of the other senders.",
        de="Setzen Sie `include:{current}` vor die übrigen Absender.",
    ),
)

HOST_UNKNOWN = Finding(
    "host-unknown",
    Severity.NOTE,
    Text(
        en="DNS did not tell the mail servers of `{domain}` ({reason}), so its mail host is not known.",
        de="Das DNS gab zu den Mailservern von `{domain}` keine Auskunft ({reason}); der Mailanbieter ist deshalb nicht bekannt.",
    ),
)

NO_SAFE_REPAIR = Finding(
    "no-safe-repair",
    Severity.NOTE,
    Text(
        en="There is no record to copy that would surely work. {why}",
        de="Es gibt keinen Eintrag zum Kopieren, der sicher funktioniert. {why}",
    ),
)

PROVIDER_UNREADABLE = Finding(
    NO_SAFE_REPAIR.code,
    Severity.NOTE,
    Text(
        en="The SPF record of {provider}, `{include}`, cannot be read at the moment, so the record to publish could not be checked against it.",
        de="Der SPF-Eintrag von {provider}, `{include}`, lässt sich im Moment nicht lesen; der neue Eintrag ließ sich deshalb nicht daran prüfen.",
    ),
    Text(
        en="Try again in a few minutes. If it cannot wait, enter `{record}`: this is what {provider} asks for.",
        de="Versuchen Sie es in einigen Minuten noch einmal. Wenn es nicht warten kann, tragen Sie `{record}` ein: So verlangt es {provider}.",
    ),
)

WHY_TOO_MANY = Text(
    en="Even without everything redundant the record needs {count} look-ups. Decide which of {costs} no longer sends, or let one of them send from a subdomain of its own.",
    de="Auch ohne alles Überflüssige braucht der Eintrag {count} Abfragen. Entscheiden Sie, was von {costs} nicht mehr sendet, oder lassen Sie einen der Dienste von einer eigenen Subdomain senden.",
)
WHY_SILENT = Text(
    en="DNS did not tell about `{name}`, so a new record could not be checked.",
    de="Das DNS gab zu `{name}` keine Auskunft; ein neuer Eintrag ließ sich deshalb nicht prüfen.",
)
WHY_ELSEWHERE = Text(
    en="The fault lies in a record that `{domain}` only refers to. {cure}",
    de="Der Fehler liegt in einem Eintrag, auf den `{domain}` nur verweist. {cure}",
)
WHY_UNKNOWN = Text(
    en="Nothing in the record that works names a sender, and DNS does not show who sends for `{domain}`.",
    de="Nichts, was im Eintrag funktioniert, nennt einen Absender, und das DNS zeigt nicht, wer für `{domain}` sendet.",
)
WHY_NO_SENDER_SHOWN = Text(
    en="DNS does not show who sends for `{domain}`.",
    de="Das DNS zeigt nicht, wer für `{domain}` sendet.",
)
WHY_TOO_BIG = Text(
    en="What `{domain}` publishes is too big to be repaired; write the record anew with the services that really send.",
    de="Was `{domain}` veröffentlicht, ist zu groß für eine Korrektur; schreiben Sie den Eintrag mit den Diensten neu, die wirklich senden.",
)
