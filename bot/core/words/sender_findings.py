"""What `/checksender` noticed: findings and their cures."""

from bot.core.words import Text

SUBDOMAIN = Text(
    en="`{domain}` is a subdomain of `{account_domain}`, and to the rule a subdomain is another domain.",
    de="`{domain}` ist eine Subdomain von `{account_domain}`, und für die Regel ist eine Subdomain eine andere Domain.",
)
PARENT = Text(
    en="`{account_domain}` is a subdomain of `{domain}`, and to the rule these are two domains.",
    de="`{account_domain}` ist eine Subdomain von `{domain}`, und für die Regel sind das zwei Domains.",
)
OTHER_ENDING = Text(
    en="`{domain}` and `{account_domain}` differ in the ending, and to the rule these are two domains.",
    de="`{domain}` und `{account_domain}` unterscheiden sich in der Endung, und für die Regel sind das zwei Domains.",
)
LOOKALIKE = Text(
    en="`{domain}` looks like `{account_domain}` but is another domain: a typing slip, or a forgery.",
    de="`{domain}` sieht aus wie `{account_domain}`, ist aber eine andere Domain: ein Tippfehler oder eine Fälschung.",
)
LOOKALIKE_CURE = Text(
    en="Compare letter by letter; in plain letters the sender's domain is `{ascii}`.",
    de="Vergleichen Sie Buchstabe für Buchstabe; in einfachen Buchstaben heißt die Absenderdomain `{ascii}`.",
)
TYPO = Text(
    en="`{domain}` differs from `{account_domain}` in a letter or two: a typing slip?",
    de="`{domain}` weicht von `{account_domain}` in ein, zwei Buchstaben ab: ein Tippfehler?",
)
TYPO_CURE = Text(en="If a slip, enter `{corrected}`.", de="Wenn ja, tragen Sie `{corrected}` ein.")
MIXED_SCRIPT = Text(
    en="`{domain}` mixes letters of different scripts, as forged domains do; in plain letters it is `{ascii}`.",
    de="`{domain}` mischt Buchstaben verschiedener Schriften, wie es gefälschte Domains tun; in einfachen Buchstaben heißt sie `{ascii}`.",
)
NO_SUCH_DOMAIN = Text(en="`{domain}` does not exist in DNS.", de="`{domain}` gibt es im DNS nicht.")
NO_SUCH_DOMAIN_CURE = Text(
    en="Check the spelling; if it is right, register the domain `{missing}` or renew it.",
    de="Prüfen Sie die Schreibweise; stimmt sie, registrieren oder verlängern Sie die Domain `{missing}`.",
)
NO_SUCH_SUBDOMAIN_CURE = Text(
    en="Check the spelling; if it is right, add `{domain}` in the DNS zone of `{parent}`, or register `{missing}` if `{parent}` is not yours.",
    de="Prüfen Sie die Schreibweise; stimmt sie, legen Sie `{domain}` in der DNS-Zone von `{parent}` an, oder registrieren Sie `{missing}`, falls `{parent}` nicht Ihnen gehört.",
)
NOTHING_RECEIVES = Text(
    en="`{domain}` has neither MX nor A nor AAAA records, so nobody can reply to it.",
    de="`{domain}` hat weder MX- noch A- noch AAAA-Einträge, also kann niemand dorthin antworten.",
)
NOTHING_RECEIVES_CURE = Text(
    en="Add MX records in the DNS zone of `{domain}`.",
    de="Tragen Sie MX-Einträge in der DNS-Zone von `{domain}` ein.",
)
NULL_MX = Text(
    en="`{domain}` declares by a null MX that it takes no mail; receivers may refuse it as a sender (RFC 7505).",
    de="`{domain}` erklärt durch einen Null-MX, keine E-Mails anzunehmen; Empfänger dürfen sie als Absender ablehnen (RFC 7505).",
)
NULL_MX_CURE = Text(
    en="Use a sender in a domain that receives mail.",
    de="Verwenden Sie einen Absender in einer Domain, die E-Mails empfängt.",
)
ADDRESS_FALLBACK = Text(
    en="`{domain}` has no MX records; mail to it goes to the host of its A or AAAA records.",
    de="`{domain}` hat keine MX-Einträge; E-Mails gehen an den Rechner ihrer A- oder AAAA-Einträge.",
)
RECEIVED_AT = Text(
    en="`{domain}` receives its mail at {host} (`{mx}`).",
    de="`{domain}` empfängt E-Mails bei {host} (`{mx}`).",
)
RECEIVED_BY = Text(
    en="`{domain}` receives its mail at `{mx}`, which is no mail host known here.",
    de="`{domain}` empfängt E-Mails bei `{mx}`; das ist kein hier bekannter Anbieter.",
)
GATEWAY = Text(
    en="The MX of `{domain}` point to a mail gateway (`{mx}`); the mailboxes behind it may be at {provider} all the same.",
    de="Die MX von `{domain}` zeigen auf ein Mail-Gateway (`{mx}`); die Postfächer dahinter können trotzdem bei {provider} liegen.",
)
ZONE_AT = Text(
    en="The DNS zone of `{domain}` is kept at {host}: DNS changes are made there.",
    de="Die DNS-Zone von `{domain}` liegt bei {host}: DNS-Änderungen machen Sie dort.",
)
OWN_RULE = Text(
    en="{host} has a rule of its own: {about}", de="{host} hat eine eigene Regel: {about}"
)
SPF_NAMES = Text(
    en="The SPF record of `{domain}` lets {provider} send.",
    de="Der SPF-Eintrag von `{domain}` lässt {provider} senden.",
)
SPF_LACKS = Text(
    en="The SPF record of `{domain}` does not name {provider}: receivers will doubt mail that it sends.",
    de="Der SPF-Eintrag von `{domain}` nennt {provider} nicht: Empfänger werden E-Mails von dort misstrauen.",
)
SPF_LACKS_ELSEWHERE = Text(
    en="The SPF record of `{domain}` does not name {provider}; it has to only if {provider} sends for the domain.",
    de="Der SPF-Eintrag von `{domain}` nennt {provider} nicht; er muss es nur, wenn {provider} für die Domain sendet.",
)
SPF_NONE = Text(
    en="`{domain}` has no SPF record: receivers will doubt its mail.",
    de="`{domain}` hat keinen SPF-Eintrag: Empfänger werden ihren E-Mails misstrauen.",
)
SPF_VOID = Text(
    en="The SPF record of `{domain}` names {provider} but is broken, so receivers ignore it or refuse the mail.",
    de="Der SPF-Eintrag von `{domain}` nennt {provider}, ist aber fehlerhaft; Empfänger übergehen ihn oder lehnen E-Mails ab.",
)
SPF_CURE = Text(en="Publish `{record}` as the only SPF record of `{domain}`.", de="Tragen Sie `{record}` als einzigen SPF-Eintrag von `{domain}` ein.")  # fmt: skip
ALL_SILENT = Text(
    en="DNS told nothing about `{domain}` ({reason}), so neither its mail host nor SPF, DKIM and DMARC could be checked.",
    de="DNS hat zu `{domain}` nichts verraten ({reason}); weder der Anbieter noch SPF, DKIM und DMARC ließen sich prüfen.",
)
SPF_SILENT = Text(
    en="DNS did not tell the whole SPF record of `{domain}`.",
    de="DNS hat den SPF-Eintrag von `{domain}` nicht ganz verraten.",
)
DKIM_SET = Text(
    en="`{domain}` has the DKIM names of {provider}.",
    de="`{domain}` hat die DKIM-Einträge von {provider}.",
)
DKIM_PARTLY = Text(
    en="`{domain}` has only some of the DKIM names of {provider}; missing: {names}.",
    de="`{domain}` hat nur einen Teil der DKIM-Einträge von {provider}; es fehlen: {names}.",
)
DKIM_MISSING = Text(
    en="`{domain}` does not have the DKIM names of {provider}. This proves nothing: the mail may be signed under other names.",
    de="`{domain}` hat die DKIM-Einträge von {provider} nicht. Das beweist nichts: Die E-Mails können unter anderen Namen signiert sein.",
)
DKIM_SILENT = Text(
    en="DNS did not tell whether `{domain}` has the DKIM names of {provider}.",
    de="DNS hat nicht verraten, ob `{domain}` die DKIM-Einträge von {provider} hat.",
)
DMARC_NONE = Text(en="`{domain}` has no DMARC record.", de="`{domain}` hat keinen DMARC-Eintrag.")
DMARC_POLICY = Text(
    en="DMARC of `{domain}`: the policy is `{policy}`, from `_dmarc.{found}`.",
    de="DMARC von `{domain}`: Die Richtlinie ist `{policy}`, aus `_dmarc.{found}`.",
)
DMARC_SILENT = Text(
    en="DNS did not tell the DMARC policy of `{domain}`.",
    de="DNS hat die DMARC-Richtlinie von `{domain}` nicht verraten.",
)
DMARC_SPF_ALIGNS = Text(
    en="Mail sent this way passes DMARC by SPF: the sender's domain and the From that people see align.",
    de="So gesendete E-Mails bestehen DMARC durch SPF: Absenderdomain und sichtbares From passen zusammen.",
)
DMARC_DKIM_ONLY = Text(
    en="Mail sent this way passes DMARC only by a DKIM signature of `{visible}`, not by SPF.",
    de="So gesendete E-Mails bestehen DMARC nur durch eine DKIM-Signatur von `{visible}`, nicht durch SPF.",
)
DMARC_FAILS = Text(
    en="Mail sent this way does not align for DMARC: people see a From in `{visible}`, the sender is in `{domain}`. Without a DKIM signature of `{visible}`, receivers {effect} (policy `{policy}`).",
    de="Bei so gesendeten E-Mails passen die Domains für DMARC nicht zusammen: Sichtbar ist ein From in `{visible}`, der Absender liegt in `{domain}`. Ohne DKIM-Signatur von `{visible}` werden Empfänger sie {effect} (Richtlinie `{policy}`).",
)
DMARC_NOT_TOLD = Text(
    en="DNS did not tell enough to say whether mail sent this way aligns for DMARC.",
    de="DNS hat nicht genug verraten, um zu sagen, ob bei so gesendeten E-Mails die Domains für DMARC zusammenpassen.",
)
EFFECTS = {
    "none": Text(en="deliver it but report it", de="zustellen, aber melden"),
    "quarantine": Text(en="file it as spam", de="als Spam einsortieren"),
    "reject": Text(en="refuse it", de="ablehnen"),
}
DMARC_CURE = Text(
    en="Send with a From in `{domain}`, or with a sender in `{visible}`.",
    de="Senden Sie mit einem From in `{domain}` oder mit einem Absender in `{visible}`.",
)
HEADER_FROM = Text(
    en="The rule looks at the envelope sender `{sender}`; the From `{header}` that people see matters to DMARC only.",
    de="Für die Regel zählt der Umschlagabsender `{sender}`, das sichtbare From `{header}` nur für DMARC.",
)
OLD_ANSWERS = Text(
    en="After a change in DNS, old answers stay in use for up to {time}.",
    de="Nach einer Änderung im DNS gelten alte Antworten noch bis zu {time} weiter.",
)
SECONDS = Text(en="{count} seconds", de="{count} Sekunden")
MINUTES = Text(en="{count} minutes", de="{count} Minuten")
HOURS = Text(en="{count} hours", de="{count} Stunden")
SILENT = Text(
    en="DNS did not tell the {kind} records of `{name}` ({reason}).",
    de="DNS hat die {kind}-Einträge von `{name}` nicht verraten ({reason}).",
)
SILENT_CURE = Text(en="Try again in a minute.", de="Versuchen Sie es in einer Minute noch einmal.")
SERVER_MEANS = Text(
    en="The server's `{says}` means: {meaning}.", de="`{says}` vom Server bedeutet: {meaning}."
)
SERVER_NAMED = Text(
    en="The text names the outgoing server `{server}`, so the rule of {provider} holds.",
    de="Der Text nennt den Postausgangsserver `{server}`, also gilt die Regel von {provider}.",
)
