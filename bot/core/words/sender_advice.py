"""What `/checksender` advises: what to change, and where."""

from bot.core.words import Text

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
