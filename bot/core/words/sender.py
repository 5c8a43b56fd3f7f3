"""What `/checksender` says: the verdict's reason, what was noticed, what to change and where."""

from bot.core.words import Text

# --- Reasons: the one sentence that decides ---------------------------------------------------

SAME_DOMAIN = Text(
    en="Sender and mailbox are both in `{domain}`, so {provider} lets the mail out; the part before the @ is free.",
    de="Absender und Postfach liegen beide in `{domain}`, also lässt {provider} die E-Mail hinaus; der Teil vor dem @ ist frei.",
)
OTHER_DOMAIN = Text(
    en="The sender is in `{domain}`, the mailbox that logs in is in `{account_domain}`: {provider} sends only for the mailbox's own domain.",
    de="Der Absender liegt in `{domain}`, das angemeldete Postfach in `{account_domain}`: {provider} versendet nur für die eigene Domain des Postfachs.",
)
EMPTY_SENDER = Text(
    en="The sender is empty (`<>`): {provider} refuses that and wants an address in `{account_domain}`.",
    de="Der Absender ist leer (`<>`): {provider} lehnt das ab und verlangt eine Adresse in `{account_domain}`.",
)
EMPTY_SENDER_ALONE = Text(
    en="The sender is empty (`<>`), and the outgoing server is {provider}'s, which refuses that.",
    de="Der Absender ist leer (`<>`), und der Postausgangsserver ist der von {provider}; der lehnt das ab.",
)
NO_MAIL_HOST = Text(
    en="`{domain}` has neither MX nor A nor AAAA records: {provider} refuses a sender whose domain cannot receive mail.",
    de="`{domain}` hat weder MX- noch A- noch AAAA-Einträge: {provider} lehnt einen Absender ab, dessen Domain keine E-Mails empfangen kann.",
)
SERVER_SAID = Text(
    en="The server has refused the sender by the rule of {provider}: the mailbox that logged in is not in `{domain}`.",
    de="Der Server hat den Absender nach der Regel von {provider} abgelehnt: Das angemeldete Postfach liegt nicht in `{domain}`.",
)
SERVER_SAID_EMPTY = Text(
    en="The server has refused the empty sender (`<>`) by the rule of {provider}.",
    de="Der Server hat den leeren Absender (`<>`) nach der Regel von {provider} abgelehnt.",
)
SERVER_CONTRADICTS = Text(
    en="Sender and mailbox are both in `{domain}`, and yet the server refused: the program sent another sender, or logged in to another mailbox, than these two.",
    de="Absender und Postfach liegen beide in `{domain}`, und doch hat der Server abgelehnt: Das Programm hat einen anderen Absender verwendet oder sich an einem anderen Postfach angemeldet.",
)
MAIL_HOST_SILENT = Text(
    en="Sender and mailbox are both in `{domain}`, but DNS did not tell whether the domain has MX, A or AAAA records, without which {provider} refuses it.",
    de="Absender und Postfach liegen beide in `{domain}`, aber DNS hat nicht verraten, ob die Domain MX-, A- oder AAAA-Einträge hat, ohne die {provider} sie ablehnt.",
)
LIKELY_SAME = Text(
    en="Sender and mailbox are both in `{domain}`, whose DNS names {provider}: the rule lets the mail out.",
    de="Absender und Postfach liegen beide in `{domain}`, deren DNS {provider} nennt: Die Regel lässt die E-Mail hinaus.",
)
RELAY_OK = Text(
    en="Sender and relay account are both in `{domain}`, and its SPF record names {provider}: the relay may send it.",
    de="Absender und Relay-Konto liegen beide in `{domain}`, und deren SPF-Eintrag nennt {provider}: Das Relay darf senden.",
)
RELAY_OTHER_DOMAIN = Text(
    en="The sender is in `{domain}`, the relay account in `{account_domain}`: every address that uses the relay must be in the relay account's domain.",
    de="Der Absender liegt in `{domain}`, das Relay-Konto in `{account_domain}`: Jede Adresse, die das Relay nutzt, muss in der Domain des Relay-Kontos liegen.",
)
RELAY_NO_ENTRY = Text(
    en="Sender and relay account are both in `{domain}`, but its SPF record does not name {provider}, which a relay needs.",
    de="Absender und Relay-Konto liegen beide in `{domain}`, aber deren SPF-Eintrag nennt {provider} nicht; für ein Relay ist das nötig.",
)
RELAY_ENTRY_VOID = Text(
    en="Sender and relay account are both in `{domain}`, whose SPF record names {provider} but is broken: mend it, then the relay may send.",
    de="Absender und Relay-Konto liegen beide in `{domain}`, deren SPF-Eintrag {provider} nennt, aber fehlerhaft ist: Beheben Sie das, dann darf das Relay senden.",
)
RELAY_ENTRY_SILENT = Text(
    en="Sender and relay account are both in `{domain}`, but DNS did not tell its SPF record, which a relay needs.",
    de="Absender und Relay-Konto liegen beide in `{domain}`, aber DNS hat deren SPF-Eintrag nicht verraten; für ein Relay ist er nötig.",
)
RELAY_NO_ACCOUNT = Text(
    en="A relay of {provider} sends for `{domain}` only if its account is in `{domain}` too and the SPF record there names {provider}; the account was not named.",
    de="Ein Relay von {provider} versendet für `{domain}` nur, wenn sein Konto auch in `{domain}` liegt und der SPF-Eintrag dort {provider} nennt; das Konto wurde nicht genannt.",
)
WEBSPACE_SAME = Text(
    en="Scripts on web space of {provider} may send as any domain of the contract, and `{domain}` is the mailbox's own.",
    de="Skripte auf Webspace von {provider} dürfen mit jeder Domain des Vertrags senden, und `{domain}` ist die des Postfachs.",
)
WEBSPACE_PERSONAL = Text(
    en="Scripts on web space of {provider} may send only as a domain of the contract, and `{domain}` can be in nobody's contract.",
    de="Skripte auf Webspace von {provider} dürfen nur mit einer Domain des Vertrags senden, und `{domain}` kann in niemandes Vertrag liegen.",
)
WEBSPACE_CONTRACT = Text(
    en="Scripts on web space of {provider} may send as any domain of the same contract; DNS does not tell whether `{domain}` is in it.",
    de="Skripte auf Webspace von {provider} dürfen mit jeder Domain desselben Vertrags senden; ob `{domain}` dazugehört, verrät DNS nicht.",
)
WEBSPACE_EMPTY = Text(
    en="The sender is empty (`<>`): what decides on web space of {provider} is the sender that the script sets, and it must be in a domain of the contract.",
    de="Der Absender ist leer (`<>`): Auf Webspace von {provider} entscheidet der Absender, den das Skript setzt; er muss in einer Domain des Vertrags liegen.",
)
NO_ACCOUNT = Text(
    en="The mailbox that logs in was not named: {provider} lets this out for a mailbox in `{domain}` and refuses it for any other.",
    de="Das Postfach, das sich anmeldet, wurde nicht genannt: {provider} lässt dies für ein Postfach in `{domain}` hinaus und lehnt es für jedes andere ab.",
)
NO_ACCOUNT_PERSONAL = Text(
    en="`{domain}` is a domain of personal mailboxes, so no mailbox at {provider} is in it: if your outgoing server is `{smtp}`, this is refused.",
    de="`{domain}` ist eine Domain für persönliche Postfächer, also liegt kein Postfach bei {provider} darin: Wenn Ihr Postausgangsserver `{smtp}` ist, wird dies abgelehnt.",
)
NO_ACCOUNT_EMPTY = Text(
    en="The sender is empty (`<>`): if your outgoing server is `{smtp}`, the rule of {provider} holds and this is refused.",
    de="Der Absender ist leer (`<>`): Wenn Ihr Postausgangsserver `{smtp}` ist, gilt die Regel von {provider} und dies wird abgelehnt.",
)
NO_RULE = Text(
    en="No file in `knowledge/providers` holds a sender rule, so nothing can be decided.",
    de="Keine Datei in `knowledge/providers` enthält eine Absenderregel, deshalb lässt sich nichts entscheiden.",
)
WHY_OPEN = Text(
    en="Nothing in DNS says that the mailbox of `{account_domain}` is at {provider}.",
    de="Nichts im DNS sagt, dass das Postfach von `{account_domain}` bei {provider} liegt.",
)
WHY_GONE = Text(
    en="The mailbox's domain `{account_domain}` does not exist in DNS, so nothing tells where it sends.",
    de="Die Domain des Postfachs, `{account_domain}`, gibt es im DNS nicht; nichts verrät also, worüber es sendet.",
)
WHY_ELSEWHERE = Text(
    en="`{account_domain}` receives its mail at {host}, which does not tell where it sends.",
    de="`{account_domain}` empfängt E-Mails bei {host}; das verrät nicht, worüber gesendet wird.",
)
WHY_LIKELY = Text(
    en="DNS of `{account_domain}` names {provider} for sending, but its MX do not point there; a mail gateway in front is possible.",
    de="Das DNS von `{account_domain}` nennt {provider} für den Versand, die MX zeigen aber nicht dorthin; ein Mail-Gateway davor ist möglich.",
)
WHY_SILENT = Text(
    en="DNS did not tell where `{account_domain}` receives its mail.",
    de="DNS hat nicht verraten, wo `{account_domain}` E-Mails empfängt.",
)
THEN_REFUSED = Text(
    en="If your outgoing server is `{smtp}`, the rule holds and this is refused.",
    de="Wenn Ihr Postausgangsserver `{smtp}` ist, gilt die Regel und dies wird abgelehnt.",
)
THEN_ALLOWED = Text(
    en="If your outgoing server is `{smtp}`, the rule holds and lets this out, because sender and mailbox are in one domain.",
    de="Wenn Ihr Postausgangsserver `{smtp}` ist, gilt die Regel und lässt dies hinaus, denn Absender und Postfach liegen in einer Domain.",
)
THEN_NO_HOST = Text(
    en="If your outgoing server is `{smtp}`, this is refused, because `{domain}` has neither MX nor A nor AAAA records.",
    de="Wenn Ihr Postausgangsserver `{smtp}` ist, wird dies abgelehnt, denn `{domain}` hat weder MX- noch A- noch AAAA-Einträge.",
)
THEN_NO_ENTRY = Text(
    en="If your relay hands over to `{smtp}`, this is refused until the SPF record of `{domain}` names {provider}.",
    de="Wenn Ihr Relay an `{smtp}` übergibt, wird dies abgelehnt, bis der SPF-Eintrag von `{domain}` {provider} nennt.",
)

# --- Findings -----------------------------------------------------------------------------------

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
PERSONAL_HOST = Text(en="a host of personal mailboxes", de="einem Anbieter persönlicher Postfächer")
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

# --- Advice: what to change, and where --------------------------------------------------------

CHECK_SPELLING = Text(
    en="Correct the spelling of the sender in the mail program:",
    de="Berichtigen Sie im E-Mail-Programm die Schreibweise des Absenders:",
)
FIND_SERVER = Text(
    en="Look up the outgoing server (SMTP) in the mail program's account settings. The rule holds if it is:",
    de="Sehen Sie in den Kontoeinstellungen des E-Mail-Programms nach dem Postausgangsserver (SMTP). Die Regel gilt, wenn er so heißt:",
)
USE_ACCOUNT_DOMAIN = Text(
    en="Mail program: enter as the account's e-mail address (the sender):",
    de="E-Mail-Programm: Tragen Sie als E-Mail-Adresse (Absender) des Kontos ein:",
)
REPLY_TO = Text(
    en="To get the replies at the old address, enter as Reply-To:",
    de="Damit Antworten an die bisherige Adresse gehen, tragen Sie als Antwortadresse (Reply-To) ein:",
)
USE_SENDER_MAILBOX = Text(
    en="Or log in to a mailbox in the sender's domain, at `{smtp}`, {ports}, with the user name:",
    de="Oder melden Sie sich an einem Postfach in der Absenderdomain an, bei `{smtp}`, {ports}, mit dem Benutzernamen:",
)
USE_SENDER_SERVER = Text(
    en="Or send as this address through its own mail host {host}, with the outgoing server:",
    de="Oder senden Sie mit dieser Adresse über ihren eigenen Anbieter {host}, mit dem Postausgangsserver:",
)
SUBDOMAIN_MAILBOX = Text(
    en="Or create a mailbox in the subdomain and log in to that one:",
    de="Oder legen Sie in der Subdomain ein Postfach an und melden Sie sich an diesem an:",
)
EXCHANGE = Text(
    en="Exchange: in the send connector keep the smarthost `{smtp}` and its account, and give every user a sender in `{domain}`.",
    de="Exchange: Behalten Sie im Sendeconnector den Smarthost `{smtp}` und sein Konto, und geben Sie jedem Benutzer einen Absender in `{domain}`.",
)
PLUGIN = Text(
    en="WordPress or shop: in the mail plugin set From address and Return-Path to `{address}`, and let it force both.",
    de="WordPress oder Shop: Stellen Sie im Mail-Plugin Absenderadresse und Return-Path auf `{address}`, und lassen Sie beide erzwingen.",
)
SCANNER = Text(
    en="Scanner or multifunction printer: enter `{address}` as the device's sender address.",
    de="Scanner oder Multifunktionsdrucker: Tragen Sie `{address}` als Absenderadresse des Geräts ein.",
)
SET_ENVELOPE = Text(
    en="Enter a sender (MAIL FROM, Return-Path) in the program or device:",
    de="Tragen Sie im Programm oder Gerät einen Absender (MAIL FROM, Return-Path) ein:",
)
LOOK_AT_LOG = Text(
    en="Look into the program's SMTP log for the real `MAIL FROM` and the login, and check those two:",
    de="Sehen Sie im SMTP-Protokoll des Programms nach dem wirklichen `MAIL FROM` und der Anmeldung, und prüfen Sie diese beiden:",
)
ADD_MX = Text(
    en="DNS zone of `{domain}`: add the MX records of the mail host, for {provider}:",
    de="DNS-Zone von `{domain}`: Tragen Sie die MX-Einträge des Anbieters ein, für {provider}:",
)
PUBLISH_SPF = Text(
    en="DNS zone of `{domain}`: publish this as the only SPF record (type TXT):",
    de="DNS-Zone von `{domain}`: Tragen Sie dies als einzigen SPF-Eintrag (Typ TXT) ein:",
)
SET_DKIM = Text(
    en="DNS zone of `{domain}`: add the missing CNAME records of {provider} for DKIM:",
    de="DNS-Zone von `{domain}`: Tragen Sie die fehlenden CNAME-Einträge von {provider} für DKIM ein:",
)
RELAY_ACCOUNT = Text(
    en="Exchange or other relay: send only as addresses in `{account_domain}`, or use a relay account in the sender's domain:",
    de="Exchange oder anderes Relay: Senden Sie nur mit Adressen in `{account_domain}`, oder verwenden Sie ein Relay-Konto in der Absenderdomain:",
)
NAME_ACCOUNT = Text(
    en="Name the mailbox that logs in (in the mail program: the user name of the outgoing server):",
    de="Nennen Sie das Postfach, das sich anmeldet (im E-Mail-Programm: der Benutzername des Postausgangsservers):",
)
LOOK_IN_CONTRACT = Text(
    en="Look in the control panel, in the contract's list of domains. The script may send as this one if it is there:",
    de="Sehen Sie im Kundencenter in der Domainliste des Vertrags nach. Das Skript darf mit dieser senden, wenn sie dort steht:",
)
USE_CONTRACT_DOMAIN = Text(
    en="WordPress, shop or script: send as an address in a domain of the contract, and put into Reply-To:",
    de="WordPress, Shop oder Skript: Senden Sie mit einer Adresse in einer Domain des Vertrags, und setzen Sie ins Reply-To:",
)
TRY_AGAIN = Text(en="Check again in a minute:", de="Prüfen Sie in einer Minute noch einmal:")
PORT_TLS = Text(en="port {port} with TLS", de="Port {port} mit TLS")
PORT_STARTTLS = Text(en="port {port} with STARTTLS", de="Port {port} mit STARTTLS")
OR = Text(en="{one} or {other}", de="{one} oder {other}")

# --- The comparison: what is beside what should be --------------------------------------------

ROW_DOMAIN = Text(en="Sender's domain", de="Absenderdomain")
ROW_SPF = Text(en="SPF", de="SPF")
ROW_DKIM = Text(en="DKIM", de="DKIM")
EMPTY = Text(en="empty", de="leer")
NONE = Text(en="none", de="keiner")
NOT_TOLD = Text(en="DNS did not tell", de="DNS hat es nicht verraten")
OTHER_TARGET = Text(en="another entry", de="ein anderer Eintrag")
CODE = Text(en="`{value}`", de="`{value}`")
