"""What Helpdesk says to somebody whose input it cannot read: what is wrong, and an example."""

from bot.core.words import Text

NO_DOMAIN = Text(
    en="Please name a domain, for example `example.com`.",
    de="Bitte nennen Sie eine Domain, zum Beispiel `example.com`.",
)
DOMAIN_IS_IP = Text(
    en="`{typed}` is an IP address; name the domain instead, for example `example.com`.",
    de="`{typed}` ist eine IP-Adresse; nennen Sie stattdessen die Domain, zum Beispiel `example.com`.",
)
DOMAIN_ONE_LABEL = Text(
    en="`{typed}` has no ending such as `.com`; write the domain in full, for example `example.com`.",
    de="`{typed}` hat keine Endung wie `.de`; schreiben Sie die Domain ganz, zum Beispiel `example.com`.",
)
DOMAIN_TOO_LONG = Text(
    en="`{typed}` is too long: a domain has at most 253 characters and 63 between two dots; write it like `example.com`.",
    de="`{typed}` ist zu lang: Eine Domain hat höchstens 253 Zeichen und 63 zwischen zwei Punkten; schreiben Sie sie wie `example.com`.",
)
DOMAIN_TWO_DOTS = Text(
    en="`{typed}` has two dots in a row or a dot in front; write the domain like `example.com`.",
    de="`{typed}` hat zwei Punkte hintereinander oder einen Punkt am Anfang; schreiben Sie die Domain wie `example.com`.",
)
DOMAIN_IS_RECORD = Text(
    en="`{typed}` is an SPF record; name the domain that publishes it, for example `example.com`.",
    de="`{typed}` ist ein SPF-Eintrag; nennen Sie die Domain, bei der er steht, zum Beispiel `example.com`.",
)
NOT_A_DOMAIN = Text(
    en="`{typed}` is not a domain; write it like `example.com`.",
    de="`{typed}` ist keine Domain; schreiben Sie sie wie `example.com`.",
)
HIDDEN_CHARACTERS = Text(
    en="`{typed}` contains invisible characters; type it again by hand, for example `{example}`.",
    de="`{typed}` enthält unsichtbare Zeichen; tippen Sie es bitte von Hand, zum Beispiel `{example}`.",
)

NO_ADDRESS = Text(
    en="Please name an e-mail address, for example `info@example.com`.",
    de="Bitte nennen Sie eine E-Mail-Adresse, zum Beispiel `info@example.com`.",
)
NOT_AN_ADDRESS = Text(
    en="`{typed}` is not an e-mail address; write it like `info@example.com`.",
    de="`{typed}` ist keine E-Mail-Adresse; schreiben Sie sie wie `info@example.com`.",
)
ADDRESS_WITHOUT_AT = Text(
    en="`{typed}` has no `@`; write the whole address, for example `{example}`.",
    de="In `{typed}` fehlt das `@`; schreiben Sie die ganze Adresse, zum Beispiel `{example}`.",
)
ADDRESS_WITHOUT_LOCAL = Text(
    en="`{typed}` has nothing before the `@`; write the whole address, for example `info@example.com`.",
    de="Bei `{typed}` steht nichts vor dem `@`; schreiben Sie die ganze Adresse, zum Beispiel `info@example.com`.",
)
ADDRESS_TOO_LONG = Text(
    en="`{typed}` is too long: an address has at most 254 characters, 64 of them before the `@`; write it like `info@example.com`.",
    de="`{typed}` ist zu lang: Eine Adresse hat höchstens 254 Zeichen, davon 64 vor dem `@`; schreiben Sie sie wie `info@example.com`.",
)
ADDRESS_LITERAL = Text(
    en="`{typed}` has an IP address after the `@`; the rule compares domains, so write it like `info@example.com`.",
    de="Bei `{typed}` steht eine IP-Adresse hinter dem `@`; verglichen werden Domains, schreiben Sie die Adresse also wie `info@example.com`.",
)
BAD_LOCAL = Text(
    en="In `{typed}` the part before the `@` is not allowed; write the address like `info@example.com`.",
    de="In `{typed}` ist der Teil vor dem `@` nicht erlaubt; schreiben Sie die Adresse wie `info@example.com`.",
)

NO_SPF_CHECK = Text(
    en="Please name a domain, for example `/checkspf example.com` or `/checkspf example.com 192.0.2.1`.",
    de="Bitte nennen Sie eine Domain, zum Beispiel `/checkspf example.com` oder `/checkspf example.com 192.0.2.1`.",
)
SPF_CHECK_TOO_MANY = Text(
    en="`{typed}` is one word too many; write a domain, an IP address and a sender, for example `/checkspf example.com 192.0.2.1 info@example.com`.",
    de="`{typed}` ist ein Wort zu viel; schreiben Sie Domain, IP-Adresse und Absender, zum Beispiel `/checkspf example.com 192.0.2.1 info@example.com`.",
)
NOT_AN_IP = Text(
    en="`{typed}` is not an IP address; write it like `192.0.2.1` or `2001:db8::1`.",
    de="`{typed}` ist keine IP-Adresse; schreiben Sie sie wie `192.0.2.1` oder `2001:db8::1`.",
)

NO_SENDER_CHECK = Text(
    en="Please name the sender and the mailbox that logs in, for example `/checksender info@example.com office@example.com`.",
    de="Bitte nennen Sie den Absender und das Postfach, das sich anmeldet, zum Beispiel `/checksender info@example.com buero@example.com`.",
)
SENDER_CHECK_TOO_MANY = Text(
    en="That is more than one sender and one mailbox (`{typed}`); put commas between several senders, for example `/checksender info@example.com, shop@example.com office@example.com`.",
    de="Das ist mehr als ein Absender und ein Postfach (`{typed}`); trennen Sie mehrere Absender mit Kommas, zum Beispiel `/checksender info@example.com, shop@example.com buero@example.com`.",
)
SENDER_LIST_TOO_LONG = Text(
    en="Those are {count} senders; name at most {most} at a time, for example `/checksender info@example.com, shop@example.com office@example.com`.",
    de="Das sind {count} Absender; nennen Sie höchstens {most} auf einmal, zum Beispiel `/checksender info@example.com, shop@example.com buero@example.com`.",
)
EMPTY_ACCOUNT = Text(
    en="The mailbox that logs in cannot be empty; write it after the sender, for example `/checksender <> office@example.com`.",
    de="Das Postfach, das sich anmeldet, kann nicht leer sein; schreiben Sie es hinter den Absender, zum Beispiel `/checksender <> buero@example.com`.",
)
NOTHING_PASTED = Text(
    en="There is no sender address in the text that starts with `{typed}`; write it like `/checksender info@example.com office@example.com`.",
    de="In dem Text, der mit `{typed}` beginnt, steht keine Absenderadresse; schreiben Sie sie wie `/checksender info@example.com buero@example.com`.",
)

LINK_LIES = Text(
    en="The link reads `{label}` but leads to `{target}`: a usual sign of phishing. The check is about `{target}`.",
    de="Der Link lautet `{label}`, führt aber zu `{target}`: ein übliches Zeichen für Phishing. Geprüft wurde `{target}`.",
)
LINK_LIES_CURE = Text(
    en="Before anybody clicks it, ask the person it claims to be from, by another way.",
    de="Fragen Sie auf einem anderen Weg beim angeblichen Absender nach, bevor jemand darauf klickt.",
)
