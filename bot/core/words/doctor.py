"""What `helpdesk doctor` says: what was looked at, how it is, and the cure."""

from bot.core.words import Text

OK = Text(en="ok", de="in Ordnung")
WRONG = Text(en="wrong", de="falsch")
OPEN = Text(en="not known", de="nicht bekannt")

SETTINGS = Text(en="Settings", de="Einstellungen")
NO_SLACK = Text(
    en="No Slack tokens are set: Helpdesk opens the playground. See README, Run it in Slack.",
    de="Keine Slack-Token gesetzt: Helpdesk öffnet den Playground. Siehe README, „Run it in Slack“.",
)
OVER_SOCKET = Text(en="Serves over Socket Mode.", de="Bedient über Socket Mode.")
OVER_HTTP = Text(en="Serves over HTTP on port {port}.", de="Bedient über HTTP auf Port {port}.")

ARTICLES = Text(en="Articles", de="Artikel")
SHELF = Text(
    en="{articles} articles with {sections} sections.",
    de="{articles} Artikel mit {sections} Abschnitten.",
)
NO_ARTICLES = Text(
    en="There is no article: write one as knowledge/README.md tells, or set HELPDESK_KNOWLEDGE.",
    de="Es gibt keinen Artikel: Schreiben Sie einen (knowledge/README.md), oder setzen Sie HELPDESK_KNOWLEDGE.",
)

DNS = Text(en="DNS server {server}", de="DNS-Server {server}")
DNS_OK = Text(
    en="Answers over UDP, with EDNS and over TCP.", de="Antwortet über UDP, mit EDNS und über TCP."
)
DNS_SILENT = Text(
    en="Does not answer over UDP ({reason}): name another one in HELPDESK_NAMESERVERS, or open port 53.",
    de="Antwortet nicht über UDP ({reason}): Nennen Sie einen anderen in HELPDESK_NAMESERVERS, oder öffnen Sie Port 53.",
)
DNS_SMALL = Text(
    en="Does not answer {way} ({reason}): big records will fail. Open TCP port 53, or name another server in HELPDESK_NAMESERVERS.",
    de="Antwortet nicht {way} ({reason}): Große Einträge werden scheitern. Öffnen Sie TCP-Port 53, oder nennen Sie einen anderen Server in HELPDESK_NAMESERVERS.",
)
OVER_TCP = Text(en="over TCP", de="über TCP")
WITH_EDNS = Text(en="with EDNS", de="mit EDNS")

DATABASE = Text(en="Database", de="Datenbank")
DATABASE_OK = Text(en="Open, tables up to date.", de="Offen, Tabellen auf dem neuesten Stand.")
DATABASE_AWAY = Text(
    en="{problem} Check DATABASE_URL and that the server runs.",
    de="{problem} Prüfen Sie DATABASE_URL und ob der Server läuft.",
)

EVENTS = Text(en="Events", de="Ereignisse")
EVENTS_OK = Text(
    en="The latest message came {minutes} min ago.",
    de="Die letzte Nachricht kam vor {minutes} min.",
)
NO_EVENTS = Text(
    en="No message has come within a week, as is to be expected of a new app. If it hears nothing while it runs, compare Event Subscriptions (api.slack.com/apps) with `helpdesk manifest`.",
    de="Seit einer Woche kam keine Nachricht, bei einer neuen App ist das normal. Hört sie auch im Betrieb nichts, vergleichen Sie Event Subscriptions (api.slack.com/apps) mit `helpdesk manifest`.",
)

BOT_TOKEN = Text(en="Bot token", de="Bot-Token")
BOT_TOKEN_OK = Text(
    en="Belongs to {name} in the workspace {team}.", de="Gehört {name} im Workspace {team}."
)
BOT_TOKEN_REFUSED = Text(
    en="Slack refuses it ({code}): copy the Bot User OAuth Token again (api.slack.com/apps, OAuth & Permissions).",
    de="Slack weist es ab ({code}): Kopieren Sie das Bot User OAuth Token noch einmal (api.slack.com/apps, OAuth & Permissions).",
)
APP_TOKEN = Text(en="App token", de="App-Token")
APP_TOKEN_OK = Text(en="Socket Mode opens.", de="Socket Mode öffnet sich.")
APP_TOKEN_REFUSED = Text(
    en="Slack refuses it ({code}): create an app-level token with connections:write, and switch Socket Mode on.",
    de="Slack weist es ab ({code}): Erzeugen Sie ein App-Level-Token mit connections:write, und schalten Sie Socket Mode ein.",
)
SLACK_AWAY = Text(
    en="Slack does not answer: check the network and HTTPS_PROXY.",
    de="Slack antwortet nicht: Prüfen Sie das Netz und HTTPS_PROXY.",
)
SLACK = Text(en="Slack", de="Slack")
SCOPES = Text(en="Scopes", de="Berechtigungen")
SCOPES_OK = Text(en="All that manifest.yaml asks for.", de="Alle, die manifest.yaml verlangt.")
SCOPES_MISSING = Text(
    en="Missing: {scopes}. Add them under OAuth & Permissions (or paste manifest.yaml again) and reinstall the app.",
    de="Es fehlen: {scopes}. Fügen Sie sie unter OAuth & Permissions hinzu (oder fügen Sie manifest.yaml neu ein), und installieren Sie die App neu.",
)
CHANNEL = Text(en="Channel {channel}", de="Kanal {channel}")
CHANNEL_OK = Text(en="Helpdesk is a member.", de="Helpdesk ist Mitglied.")
CHANNEL_OUT = Text(
    en="Helpdesk is not a member: type /invite @helpdesk there.",
    de="Helpdesk ist kein Mitglied: Geben Sie dort /invite @helpdesk ein.",
)
CHANNEL_REFUSED = Text(
    en="Slack does not show it ({code}): check HELPDESK_SUPPORT_CHANNELS.",
    de="Slack zeigt ihn nicht ({code}): Prüfen Sie HELPDESK_SUPPORT_CHANNELS.",
)
CLOCK = Text(en="Clock", de="Uhr")
CLOCK_OK = Text(
    en="Within {seconds} s of Slack's.", de="Höchstens {seconds} s neben der von Slack."
)
CLOCK_WRONG = Text(
    en="Off by {seconds} s: Slack's requests count as too old from 300 s on. Set the clock (NTP).",
    de="Geht {seconds} s falsch: Ab 300 s gelten Slacks Anfragen als zu alt. Stellen Sie die Uhr (NTP).",
)
