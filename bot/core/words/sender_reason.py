"""What `/checksender` decides: the one sentence that gives the reason."""

from bot.core.words import Text

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
PERSONAL_HOST = Text(en="a host of personal mailboxes", de="einem Anbieter persönlicher Postfächer")
