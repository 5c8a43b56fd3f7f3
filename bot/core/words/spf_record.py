"""What `/checkspf` says about the text of a record: findings to fill, each with its cure."""

from bot.core.finding import Finding, Severity
from bot.core.words import Text

NO_DOMAIN = Finding(
    "no-domain",
    Severity.ERROR,
    Text(
        en="The name `{domain}` does not exist in DNS.",
        de="Den Namen `{domain}` gibt es im DNS nicht.",
    ),
    Text(
        en="Check the spelling, or register the domain `{missing}` and give it a name server.",
        de="Prüfen Sie die Schreibweise, oder registrieren Sie die Domain `{missing}` und geben Sie ihr einen Nameserver.",
    ),
)

NO_SUBDOMAIN = Finding(
    NO_DOMAIN.code,
    NO_DOMAIN.severity,
    NO_DOMAIN.sentence,
    Text(
        en="Check the spelling; if it is right, add `{domain}` in the DNS zone of `{parent}`, or register `{missing}` if `{parent}` is not yours.",
        de="Prüfen Sie die Schreibweise; stimmt sie, legen Sie `{domain}` in der DNS-Zone von `{parent}` an, oder registrieren Sie `{missing}`, falls `{parent}` nicht Ihnen gehört.",
    ),
)

NOT_WWW = Finding(
    "www",
    Severity.NOTE,
    Text(
        en="Addresses are seldom at `{domain}`; mail of the website's owner is at `{parent}`.",
        de="Adressen liegen selten unter `{domain}`; die Mail des Betreibers liegt unter `{parent}`.",
    ),
    Text(en="Check `{parent}` instead.", de="Prüfen Sie stattdessen `{parent}`."),
)

NO_RECORD = Finding(
    "no-record",
    Severity.ERROR,
    Text(
        en="`{domain}` publishes no SPF record, so nobody can tell who may send for it.",
        de="`{domain}` hat keinen SPF-Eintrag; niemand kann erkennen, wer für die Domain senden darf.",
    ),
    Text(
        en="Publish one TXT record at `{domain}` that begins with `v=spf1` and names every service that sends for the domain.",
        de="Legen Sie bei `{domain}` einen TXT-Eintrag an, der mit `v=spf1` beginnt und jeden Dienst nennt, der für die Domain sendet.",
    ),
)

RECORD_AT_WWW = Finding(
    "record-at-www",
    Severity.ERROR,
    Text(
        en="The SPF record stands at `www.{domain}`; for addresses at `{domain}` nobody reads it there.",
        de="Der SPF-Eintrag steht bei `www.{domain}`; für Adressen unter `{domain}` liest ihn dort niemand.",
    ),
    Text(
        en="Move the record to `{domain}` itself (many panels call this host `@`).",
        de="Verschieben Sie den Eintrag zu `{domain}` selbst (viele Oberflächen nennen diesen Host `@`).",
    ),
)

RECORD_AT_FULL_NAME = Finding(
    "record-at-full-name",
    Severity.ERROR,
    Text(
        en="The SPF record stands at `{place}`, because the panel adds `{domain}` to every host; nobody reads it there.",
        de="Der SPF-Eintrag steht bei `{place}`, weil die Oberfläche `{domain}` an jeden Host anhängt; dort liest ihn niemand.",
    ),
    Text(
        en="Enter it anew and leave the host empty (many panels want `@`); delete the one at `{place}`.",
        de="Tragen Sie ihn neu ein und lassen Sie den Host leer (viele Oberflächen verlangen `@`); löschen Sie den bei `{place}`.",
    ),
)

TWO_RECORDS = Finding(
    "two-records",
    Severity.ERROR,
    Text(
        en="`{domain}` publishes {count} SPF records; with more than one, receivers use none of them.",
        de="`{domain}` hat {count} SPF-Einträge; bei mehr als einem verwenden Empfänger keinen davon.",
    ),
    Text(
        en="Merge them into one record and delete the others.",
        de="Führen Sie sie zu einem Eintrag zusammen und löschen Sie die übrigen.",
    ),
)

SAME_RECORD_TWICE = Finding(
    "two-records",
    Severity.ERROR,
    Text(
        en="`{domain}` publishes the same SPF record {count} times; that counts as several, and receivers use none of them.",
        de="`{domain}` hat denselben SPF-Eintrag {count}-mal; das zählt als mehrere, und Empfänger verwenden keinen davon.",
    ),
    Text(en="Delete all but one.", de="Löschen Sie alle bis auf einen."),
)

AFTER_ALL = Finding(
    "after-all",
    Severity.ERROR,
    Text(
        en="Nothing after `{all}` counts: `{terms}` is never read.",
        de="Nach `{all}` zählt nichts mehr: `{terms}` wird nie gelesen.",
    ),
    Text(
        en="Move `{all}` to the end of the record.",
        de="Setzen Sie `{all}` an das Ende des Eintrags.",
    ),
)

PLUS_ALL = Finding(
    "plus-all",
    Severity.ERROR,
    Text(
        en="`{all}` allows the whole world to send as `{domain}`.",
        de="`{all}` erlaubt der ganzen Welt, als `{domain}` zu senden.",
    ),
    Text(
        en="End the record with `~all` or `-all`.",
        de="Beenden Sie den Eintrag mit `~all` oder `-all`.",
    ),
)

NEUTRAL_ALL = Finding(
    "neutral-all",
    Severity.WARNING,
    Text(
        en="`?all` says nothing about strangers, so the record protects nobody.",
        de="`?all` sagt nichts über Fremde; der Eintrag schützt so niemanden.",
    ),
    Text(
        en="Once all senders are named, end the record with `~all` or `-all`.",
        de="Beenden Sie den Eintrag mit `~all` oder `-all`, sobald alle Absender genannt sind.",
    ),
)

NO_ALL = Finding(
    "no-all",
    Severity.WARNING,
    Text(
        en="The record has no `all` at its end, so it says nothing about strangers.",
        de="Dem Eintrag fehlt `all` am Ende; über Fremde sagt er so nichts.",
    ),
    Text(en="End the record with `~all`.", de="Beenden Sie den Eintrag mit `~all`."),
)

NOBODY_SENDS = Finding(
    "nobody-sends",
    Severity.NOTE,
    Text(
        en="The record says that nobody may send mail as `{domain}`.",
        de="Der Eintrag sagt, dass niemand E-Mails als `{domain}` senden darf.",
    ),
)

PTR = Finding(
    "ptr",
    Severity.WARNING,
    Text(
        en="`{term}` is slow and unreliable; RFC 7208 asks not to use it, and some receivers skip it.",
        de="`{term}` ist langsam und unzuverlässig; RFC 7208 rät davon ab, und manche Empfänger übergehen es.",
    ),
    Text(
        en="Name the servers with `ip4:`, `ip6:` or `a:` instead.",
        de="Nennen Sie die Server stattdessen mit `ip4:`, `ip6:` oder `a:`.",
    ),
)

DUPLICATE = Finding(
    "duplicate-term",
    Severity.WARNING,
    Text(
        en="`{term}` stands in the record more than once; only the first one does anything.",
        de="`{term}` steht mehr als einmal im Eintrag; nur das erste bewirkt etwas.",
    ),
    Text(en="Remove the repetition.", de="Entfernen Sie die Wiederholung."),
)

REDIRECT_WITH_ALL = Finding(
    "redirect-with-all",
    Severity.WARNING,
    Text(
        en="`{term}` is ignored, because the record has an `all`.",
        de="`{term}` wird nicht beachtet, weil der Eintrag ein `all` enthält.",
    ),
    Text(
        en="Keep one of the two: `include:` if the other record's senders are meant too.",
        de="Behalten Sie eines von beiden: `include:`, wenn auch die Absender des anderen Eintrags gemeint sind.",
    ),
)

LONG_RECORD = Finding(
    "long-record",
    Severity.NOTE,
    Text(
        en="The record is {octets} octets long; above 450 an answer may no longer fit into one small DNS packet.",
        de="Der Eintrag ist {octets} Oktette lang; ab 450 passt eine Antwort vielleicht nicht mehr in ein kleines DNS-Paket.",
    ),
    Text(
        en="Leave out senders that are no longer used.",
        de="Lassen Sie Absender weg, die nicht mehr genutzt werden.",
    ),
)

LARGE_ANSWER = Finding(
    "large-answer",
    Severity.NOTE,
    Text(
        en="The TXT records at `{domain}` are {octets} octets long together; an answer above 512 takes receivers a second question.",
        de="Die TXT-Einträge bei `{domain}` sind zusammen {octets} Oktette lang; über 512 müssen Empfänger ein zweites Mal fragen.",
    ),
    Text(
        en="Delete TXT records that are no longer used.",
        de="Löschen Sie TXT-Einträge, die nicht mehr genutzt werden.",
    ),
)

WIDE_NETWORK = Finding(
    "wide-network",
    Severity.WARNING,
    Text(
        en="`{term}` allows {addresses} addresses to send, far more than one organisation's servers.",
        de="`{term}` erlaubt {addresses} Adressen das Senden, weit mehr als die Server einer Organisation.",
    ),
    Text(
        en="Narrow it to the addresses that really send.",
        de="Beschränken Sie den Ausdruck auf die Adressen, die wirklich senden.",
    ),
)
