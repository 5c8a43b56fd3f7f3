"""What a reply to a question says, in a mention, a DM or a support channel."""

from bot.core.words import Text

SOURCE = Text(en="From “{title}”", de="Aus „{title}“")
UPDATED = Text(en="updated {date}", de="Stand {date}")
SHOW_ALL = Text(en="Show all", de="Alles zeigen")
CUSTOMER_TEXT = Text(en="Text for the customer", de="Text für den Kunden")

UNSURE = Text(
    en="I am not sure which of these you mean. Please choose:",
    de="Ich bin nicht sicher, was davon Sie meinen. Bitte wählen Sie:",
)
UNSURE_FALLBACK = Text(en="I am not sure: {choices}?", de="Ich bin nicht sicher: {choices}?")
UNSURE_BELOW = Text(en="Is there more to it? Then choose:", de="Geht es um mehr? Dann wählen Sie:")
UNSURE_BELOW_FALLBACK = Text(en="There is more on: {choices}.", de="Mehr gibt es zu: {choices}.")
OR = Text(en=" or ", de=" oder ")
NONE_OF_THESE = Text(en="None of these", de="Nichts davon")
CHOICE_GONE = Text(
    en="That answer is no longer there. Please ask your question again.",
    de="Diese Antwort gibt es nicht mehr. Bitte stellen Sie Ihre Frage noch einmal.",
)

NOT_FOUND = Text(
    en="I have found no answer to that in our articles.",
    de="Dazu habe ich in unseren Artikeln keine Antwort gefunden.",
)
NO_MORE = Text(
    en="Our articles say no more about it.", de="Mehr steht dazu nicht in unseren Artikeln."
)
CAN_DO = Text(
    en="Other words may help. I can also check a sender (`checksender max@gmail.com "
    "info@example.com`) or an SPF record (`checkspf example.com`).",
    de="Vielleicht hilft es, anders zu fragen. Ich kann auch einen Absender prüfen "
    "(`checksender max@gmail.com info@example.com`) oder einen SPF-Eintrag (`checkspf "
    "example.com`).",
)

LISTENING = Text(
    en="I am here. Ask me in a sentence of your own, or have me check a sender "
    "(`checksender max@gmail.com info@example.com`) or an SPF record (`checkspf example.com`).",
    de="Ich bin da. Fragen Sie mich in Ihren eigenen Worten, oder lassen Sie mich einen Absender "
    "prüfen (`checksender max@gmail.com info@example.com`) oder einen SPF-Eintrag (`checkspf "
    "example.com`).",
)

WELCOME = Text(
    en="You are welcome. If something is still open, just ask.",
    de="Gern geschehen. Wenn noch etwas offen ist, fragen Sie einfach.",
)

HELP_TITLE = Text(en="What Helpdesk can do", de="Was Helpdesk kann")
HELP = (
    Text(
        en="Ask me a question: mention me in a channel, or write to me directly. I answer from "
        "our articles, and say so when I do not know.",
        de="Stellen Sie mir eine Frage: Erwähnen Sie mich in einem Kanal, oder schreiben Sie mir "
        "direkt. Ich antworte aus unseren Artikeln und sage es, wenn ich etwas nicht weiß.",
    ),
    Text(
        en="`/checksender max@gmail.com info@example.com` – may this address send through this "
        "mailbox? Add `relay` for a smarthost, `webspace` for a script on IONOS webspace.",
        de="`/checksender max@gmail.com info@example.com` – darf diese Adresse über dieses "
        "Postfach senden? Mit `relay` für einen Smarthost, mit `webspace` für ein Skript auf "
        "IONOS-Webspace.",
    ),
    Text(
        en="`/checkspf example.com` – the domain's SPF record: what counts, what is wrong, and "
        "the record to publish instead.",
        de="`/checkspf example.com` – der SPF-Eintrag der Domain: was zählt, was nicht stimmt und "
        "welcher Eintrag stattdessen hineingehört.",
    ),
    Text(
        en="In a thread, where Slack knows no slash commands, mention me and write the same: "
        "`@Helpdesk checkspf example.com`.",
        de="In einem Thread, wo Slack keine Slash-Befehle kennt, erwähnen Sie mich und schreiben "
        "dasselbe: `@Helpdesk checkspf example.com`.",
    ),
    Text(
        en="`/helpdesk ask …` – an answer that only you see; `/helpdesk topics` – all articles; "
        "`/helpdesk stats` – how they are rated; `/helpdesk forget me` – deletes what is kept of "
        "you.",
        de="`/helpdesk ask …` – eine Antwort, die nur Sie sehen; `/helpdesk topics` – alle "
        "Artikel; `/helpdesk stats` – wie sie bewertet wurden; `/helpdesk forget me` – löscht, "
        "was von Ihnen gespeichert ist.",
    ),
)
TOPICS_TITLE = Text(en="All topics", de="Alle Themen")
NO_TOPICS = Text(
    en="There are no articles yet; the log says why. Please tell an admin.",
    de="Es gibt noch keine Artikel; der Grund steht im Protokoll. Bitte sagen Sie einem Admin "
    "Bescheid.",
)
NO_QUESTION = Text(
    en="What is your question? Write it behind the command: `/helpdesk ask why is my sender "
    "address not allowed?`",
    de="Wie lautet Ihre Frage? Schreiben Sie sie hinter den Befehl: `/helpdesk ask Warum ist meine "
    "Absenderadresse nicht erlaubt?`",
)
UNKNOWN_COMMAND = Text(
    en="I do not know `{typed}`. Here is what I can do:",
    de="`{typed}` kenne ich nicht. Das kann ich:",
)
FAILED = Text(
    en="Something went wrong on my side. Please try again in a minute. If it happens again, "
    "give an admin this reference: `{reference}`",
    de="Bei mir ist etwas schiefgegangen. Bitte versuchen Sie es in einer Minute noch einmal. "
    "Passiert es wieder, nennen Sie einem Admin dieses Zeichen: `{reference}`",
)
OLD_BUTTON = Text(
    en="This button is from an older version of me. Please ask your question again.",
    de="Dieser Knopf stammt von einer älteren Version von mir. Bitte stellen Sie Ihre Frage "
    "noch einmal.",
)
OLD_FORM = Text(
    en="This form is from an older version of me; nothing was saved. Please open it again.",
    de="Dieses Formular stammt von einer älteren Version von mir; gespeichert wurde nichts. "
    "Bitte öffnen Sie es noch einmal.",
)
FORGOTTEN = Text(
    en="Done: your questions and ratings are deleted, and your name is taken off what you wrote. "
    "Articles stay, as they are the team's.",
    de="Erledigt: Ihre Fragen und Bewertungen sind gelöscht, und Ihr Name steht nicht mehr an dem, "
    "was Sie geschrieben haben. Artikel bleiben, denn sie gehören dem Team.",
)
NOTHING_KEPT = Text(en="Nothing of yours was kept.", de="Von Ihnen war nichts gespeichert.")
KEPT = Text(
    en="Kept of this workspace: {tables}. All of it as JSON: `helpdesk export {team}` on the "
    "machine "
    "that runs me.",
    de="Von diesem Workspace ist gespeichert: {tables}. Alles als JSON: `helpdesk export "
    "{team}` auf "
    "der Maschine, auf der ich laufe.",
)
EXPORT_ADMINS = Text(
    en="Only admins can see what is kept.", de="Was gespeichert ist, sehen nur Admins."
)
RUN_AGAIN = Text(
    en="I was restarted while I worked on `{typed}`. Please run it again.",
    de="Ich wurde neu gestartet, während ich an `{typed}` war. Bitte geben Sie es noch einmal ein.",
)
