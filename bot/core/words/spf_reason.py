"""Sentences about an SPF record's faults, and the reasons that an SPF result gives."""

from bot.core.lookup import Reason
from bot.core.words import Text

WRITE = Text(en="Write `{meant}`.", de="Schreiben Sie `{meant}`.")
REMOVE = Text(en="Remove `{term}`.", de="Entfernen Sie `{term}`.")

FAULTS: dict[str, Text] = {
    "no-version": Text(
        en="The record does not begin with `v=spf1`, so receivers ignore it.",
        de="Der Eintrag beginnt nicht mit `v=spf1`, deshalb beachten ihn Empfänger nicht.",
    ),
    "quoted": Text(
        en="The record is published with quotation marks of its own, so receivers ignore it.",
        de="Der Eintrag enthält eigene Anführungszeichen, deshalb beachten ihn Empfänger nicht.",
    ),
    "spf2": Text(
        en="`{term}` belongs to the abandoned Sender ID; receivers want `v=spf1`.",
        de="`{term}` gehört zum aufgegebenen Sender ID; Empfänger erwarten `v=spf1`.",
    ),
    "version-glued": Text(
        en="`v=spf1` must be followed by a space; `{term}` is not.",
        de="Nach `v=spf1` muss ein Leerzeichen folgen; bei `{term}` fehlt es.",
    ),
    "version-special-space": Text(
        en="Behind `v=spf1` stands an invisible special space instead of an ordinary one, so receivers ignore the record.",
        de="Nach `v=spf1` steht ein unsichtbares Sonder-Leerzeichen statt eines gewöhnlichen, deshalb beachten Empfänger den Eintrag nicht.",
    ),
    "text-in-front": Text(
        en="`{term}` stands before `v=spf1`, so receivers ignore the record.",
        de="Vor `v=spf1` steht `{term}`, deshalb beachten Empfänger den Eintrag nicht.",
    ),
    "blank-in-front": Text(
        en="A space or another invisible character stands before `v=spf1`, so receivers ignore the record.",
        de="Vor `v=spf1` steht ein Leerzeichen oder ein anderes unsichtbares Zeichen, deshalb beachten Empfänger den Eintrag nicht.",
    ),
    "version-twice": Text(
        en="`{term}` stands a second time inside one record.",
        de="`{term}` steht ein zweites Mal im selben Eintrag.",
    ),
    "misspelt": Text(
        en="`{term}` is misspelt.",
        de="`{term}` ist falsch geschrieben.",
    ),
    "unknown-term": Text(
        en="`{term}` is nothing that SPF knows.",
        de="`{term}` kennt SPF nicht.",
    ),
    "missing-separator": Text(
        en="In `{term}` the sign between the name and its value is missing or wrong.",
        de="In `{term}` fehlt das Zeichen zwischen Name und Wert, oder es ist falsch.",
    ),
    "stray-space": Text(
        en="In `{term}` there is a space where none belongs, so receivers call the record broken.",
        de="In `{term}` steht ein Leerzeichen, wo keines hingehört; Empfänger halten den Eintrag deshalb für fehlerhaft.",
    ),
    "equals-sign": Text(
        en="`{term}` has `=` where `:` belongs, so receivers ignore it.",
        de="In `{term}` steht `=` statt `:`, deshalb beachten es Empfänger nicht.",
    ),
    "missing-value": Text(
        en="`{term}` needs a value after its name.",
        de="Bei `{term}` fehlt der Wert nach dem Namen.",
    ),
    "unwanted-value": Text(
        en="`{term}` takes no value.",
        de="`{term}` darf keinen Wert haben.",
    ),
    "glued-all": Text(
        en="A space is missing in `{term}`.",
        de="In `{term}` fehlt ein Leerzeichen.",
    ),
    "glued-terms": Text(
        en="A space is missing in `{term}`.",
        de="In `{term}` fehlt ein Leerzeichen.",
    ),
    "comma": Text(
        en="`{term}` holds a comma or semicolon; terms are separated by spaces.",
        de="`{term}` enthält ein Komma oder Semikolon; die Teile werden durch Leerzeichen getrennt.",
    ),
    "no-break-space": Text(
        en="`{term}` holds an invisible special space instead of an ordinary one.",
        de="`{term}` enthält ein unsichtbares Sonder-Leerzeichen statt eines gewöhnlichen.",
    ),
    "quotation-mark": Text(
        en="`{term}` holds a quotation mark.",
        de="`{term}` enthält ein Anführungszeichen.",
    ),
    "typographic-dash": Text(
        en="`{term}` holds a typographic dash instead of a hyphen.",
        de="`{term}` enthält einen Gedankenstrich statt eines Bindestrichs.",
    ),
    "not-ascii": Text(
        en="`{term}` holds characters that SPF does not allow.",
        de="`{term}` enthält Zeichen, die SPF nicht erlaubt.",
    ),
    "bad-address": Text(
        en="`{term}` holds no valid IP address.",
        de="`{term}` enthält keine gültige IP-Adresse.",
    ),
    "wrong-family": Text(
        en="`{term}` mixes up IPv4 and IPv6.",
        de="`{term}` verwechselt IPv4 und IPv6.",
    ),
    "bad-prefix-length": Text(
        en="`{term}` ends in a network size that does not exist.",
        de="`{term}` endet mit einer Netzgröße, die es nicht gibt.",
    ),
    "address-as-name": Text(
        en="`{term}` has an IP address where a domain belongs.",
        de="In `{term}` steht eine IP-Adresse statt einer Domain.",
    ),
    "name-as-address": Text(
        en="`{term}` has a name where an IP address belongs.",
        de="In `{term}` steht ein Name statt einer IP-Adresse.",
    ),
    "bare-address": Text(
        en="`{term}` is an address without `ip4:` or `ip6:` in front.",
        de="`{term}` ist eine Adresse ohne `ip4:` oder `ip6:` davor.",
    ),
    "url": Text(
        en="`{term}` has a web or mail address where a domain belongs.",
        de="In `{term}` steht eine Web- oder Mailadresse statt einer Domain.",
    ),
    "bad-domain": Text(
        en="`{term}` does not end in a valid domain.",
        de="`{term}` endet nicht mit einer gültigen Domain.",
    ),
    "bad-macro": Text(
        en="`{term}` holds a `%` that begins no valid macro.",
        de="`{term}` enthält ein `%`, mit dem kein gültiges Makro beginnt.",
    ),
    "qualified-modifier": Text(
        en="`{term}` may not have a sign in front.",
        de="`{term}` darf kein Zeichen davor haben.",
    ),
    "repeated-modifier": Text(
        en="`{term}` is the second of its kind; a record may have one.",
        de="`{term}` ist der zweite dieser Art; ein Eintrag darf nur einen haben.",
    ),
}

CURES: dict[str, Text] = {
    "no-version": Text(
        en="Begin it with `v=spf1` and a space.",
        de="Beginnen Sie ihn mit `v=spf1` und einem Leerzeichen.",
    ),
    "quoted": Text(
        en="Enter it without quotation marks.",
        de="Tragen Sie ihn ohne Anführungszeichen ein.",
    ),
    "spf2": Text(
        en="Publish a record that begins with `v=spf1`.",
        de="Veröffentlichen Sie einen Eintrag, der mit `v=spf1` beginnt.",
    ),
    "version-glued": Text(
        en="Write `v=spf1` and a space.",
        de="Schreiben Sie `v=spf1` und ein Leerzeichen.",
    ),
    "version-special-space": Text(
        en="Write `v=spf1` and an ordinary space.",
        de="Schreiben Sie `v=spf1` und ein gewöhnliches Leerzeichen.",
    ),
    "blank-in-front": Text(
        en="Enter the record anew; it must begin with the letter `v`.",
        de="Tragen Sie den Eintrag neu ein; er muss mit dem Buchstaben `v` beginnen.",
    ),
    "stray-space": Text(
        en="Remove the space: `{meant}`.",
        de="Entfernen Sie das Leerzeichen: `{meant}`.",
    ),
    "missing-value": Text(
        en="Add the value, or remove `{term}`.",
        de="Ergänzen Sie den Wert oder entfernen Sie `{term}`.",
    ),
    "bad-address": Text(
        en="Correct the address, or remove `{term}`.",
        de="Berichtigen Sie die Adresse oder entfernen Sie `{term}`.",
    ),
    "bad-prefix-length": Text(
        en="Write a size of `/0` to `/32` for IPv4, `/0` to `/128` for IPv6, without leading zeros.",
        de="Schreiben Sie `/0` bis `/32` bei IPv4, `/0` bis `/128` bei IPv6, ohne führende Nullen.",
    ),
    "bad-domain": Text(
        en="Correct the domain, or remove `{term}`.",
        de="Berichtigen Sie die Domain oder entfernen Sie `{term}`.",
    ),
}

MALFORMED_DOMAIN = Text(
    en="`{domain}` is no domain that can have an SPF record.",
    de="`{domain}` ist keine Domain, die einen SPF-Eintrag haben kann.",
)
NO_SUCH_DOMAIN = Text(
    en="`{domain}` does not exist in DNS.",
    de="`{domain}` gibt es im DNS nicht.",
)
NO_RECORD = Text(
    en="`{domain}` has no SPF record.",
    de="`{domain}` hat keinen SPF-Eintrag.",
)
TWO_RECORDS = Text(
    en="`{domain}` has {count} SPF records; receivers accept one only.",
    de="`{domain}` hat {count} SPF-Einträge; Empfänger akzeptieren nur einen.",
)
BROKEN_RECORD = Text(
    en="The SPF record of `{domain}` is broken: {fault}",
    de="Der SPF-Eintrag von `{domain}` ist fehlerhaft: {fault}",
)
MATCHED = Text(
    en="`{term}` in the record of `{domain}` matches `{ip}`.",
    de="`{term}` im Eintrag von `{domain}` trifft auf `{ip}` zu.",
)
NO_MATCH = Text(
    en="No term in the record of `{domain}` matches, and it has no `all`.",
    de="Kein Teil des Eintrags von `{domain}` trifft zu, und er hat kein `all`.",
)
INCLUDE_MATCHED = Text(
    en="`{term}` in the record of `{domain}` matches: {why}",
    de="`{term}` im Eintrag von `{domain}` trifft zu: {why}",
)
INCLUDE_WITHOUT_RECORD = Text(
    en="`{term}` in the record of `{domain}` leads nowhere: {why}",
    de="`{term}` im Eintrag von `{domain}` führt ins Leere: {why}",
)
TOO_MANY_TERMS = Text(
    en="`{term}` in the record of `{domain}` would be DNS look-up number {number}; SPF allows {limit}.",
    de="`{term}` im Eintrag von `{domain}` wäre DNS-Abfrage Nummer {number}; SPF erlaubt {limit}.",
)
TOO_MANY_VOIDS = Text(
    en="`{name}` is the third name that DNS has nothing for; SPF allows {limit}.",
    de="`{name}` ist der dritte Name, zu dem es im DNS nichts gibt; SPF erlaubt {limit}.",
)
TOO_MANY_MX = Text(
    en="`{name}` has {count} mail exchangers; SPF allows {limit} in an `mx` term.",
    de="`{name}` hat {count} Mailserver; SPF erlaubt {limit} bei einem `mx`.",
)
DNS_DID_NOT_TELL = Text(
    en="DNS did not tell the `{kind}` records of `{name}`: {why}. Try again later.",
    de="Das DNS hat die `{kind}`-Einträge von `{name}` nicht verraten: {why}. Versuchen Sie es später noch einmal.",
)
SILENCE = {
    Reason.TIMED_OUT: Text(
        en="its name server did not answer in time",
        de="der Nameserver hat nicht rechtzeitig geantwortet",
    ),
    Reason.SERVFAIL: Text(
        en="its name server reported a failure of its own",
        de="der Nameserver hat einen eigenen Fehler gemeldet",
    ),
    Reason.REFUSED: Text(
        en="its name server refused to answer",
        de="der Nameserver hat die Antwort verweigert",
    ),
    Reason.MALFORMED: Text(
        en="its name server sent something unreadable",
        de="der Nameserver hat etwas Unlesbares geschickt",
    ),
    Reason.OVER_BUDGET: Text(
        en="this check has asked for as much as it may",
        de="diese Prüfung hat so viel gefragt, wie sie darf",
    ),
}
