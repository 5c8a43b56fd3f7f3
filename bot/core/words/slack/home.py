"""What the Home tab says, to everyone, to the team and to admins, and the forms it opens."""

from bot.core.words import Text

WELCOME = Text(
    en="Hello! I answer questions from our articles and check senders and SPF records.",
    de="Hallo! Ich beantworte Fragen aus unseren Artikeln und prüfe Absender und SPF-Einträge.",
)
SEARCH = Text(en="Ask a question", de="Eine Frage stellen")
SEARCH_HINT = Text(
    en="Why is my sender address not allowed?", de="Warum ist meine Absenderadresse nicht erlaubt?"
)
YOUR_OPEN = Text(en="Your open questions", de="Ihre offenen Fragen")

GAPS = Text(en="Questions without a good answer", de="Fragen ohne gute Antwort")
NO_GAPS = Text(en="None at the moment.", de="Zurzeit keine.")
GAP_COUNT = Text(
    en="asked {count} times, last by <@{user}>", de="{count}-mal gefragt, zuletzt von <@{user}>"
)
GAP_ONCE = Text(en="asked once, by <@{user}>", de="einmal gefragt, von <@{user}>")
MORE_GAPS = Text(en="… and {count} more.", de="… und {count} weitere.")
WRITE = Text(en="Write the answer", de="Antwort schreiben")
BELONGS = Text(en="Belongs to section …", de="Gehört zu Abschnitt …")
NOT_FOR_US = Text(en="Not for us", de="Nichts für uns")
GAP_GONE = Text(
    en="This question has been dealt with already.", de="Diese Frage ist schon erledigt."
)

WAITING = Text(en="Waiting for a person", de="Warten auf einen Menschen")
WAITING_PRIVATE = Text(
    en="<@{asker}>, who asked privately", de="<@{asker}>, hat nicht öffentlich gefragt"
)
WAITING_LINE = Text(en="<@{asker}> in <#{channel}>", de="<@{asker}> in <#{channel}>")
RATINGS = Text(en="Ratings", de="Bewertungen")
SHADOWED = Text(
    en="Written in Slack, and live: {sections}",
    de="In Slack geschrieben und in Gebrauch: {sections}",
)

CHANNELS = Text(en="Support channels", de="Support-Kanäle")
CHANNELS_HINT = Text(
    en="In these I answer questions by myself when I am sure; everywhere else only when mentioned.",
    de="Hier beantworte ich Fragen von selbst, wenn ich sicher bin; überall sonst nur, wenn ich "
    "erwähnt werde.",
)
CHOOSE_CHANNEL = Text(en="Choose a channel", de="Einen Kanal wählen")
MODE_OFF = Text(en="off", de="aus")
MODE_MENTIONED = Text(en="when mentioned", de="wenn erwähnt")
MODE_SURE = Text(en="sure answers to questions", de="sichere Antworten auf Fragen")
MODE_LINE = Text(en="<#{channel}>: {mode}", de="<#{channel}>: {mode}")
DIGEST = Text(en="Channel for the weekly digest", de="Kanal für den Wochenbericht")
ONLY_ADMINS = Text(
    en="Only admins can change settings.", de="Einstellungen ändern können nur Admins."
)

WRITE_TITLE = Text(en="Write the answer", de="Antwort schreiben")
FIELD_TITLE = Text(en="Title", de="Titel")
FIELD_TEXT = Text(en="Text", de="Text")
TEXT_HINT = Text(
    en="Markdown, as an agent would paste it to a customer.",
    de="Markdown, so wie man es einem Kunden schicken würde.",
)
FIELD_LANGUAGE = Text(en="Language", de="Sprache")
FIELD_KEYWORDS = Text(en="Keywords, separated by commas", de="Stichwörter, durch Kommas getrennt")
FIELD_AUDIENCE = Text(en="Who may read it", de="Wer es lesen darf")
EVERYBODY = Text(
    en="everybody, also guests and people of other workspaces",
    de="alle, auch Gäste und Leute aus anderen Workspaces",
)
MEMBERS = Text(en="members of this workspace only", de="nur Mitglieder dieses Workspaces")
SAVE = Text(en="Save", de="Speichern")
CANCEL = Text(en="Cancel", de="Abbrechen")
ARTICLE_TITLE = Text(en="Answers of the team", de="Antworten des Teams")
TITLE_MISSING = Text(
    en="Give it a title of at least three characters.",
    de="Geben Sie ihm einen Titel aus mindestens drei Zeichen.",
)
TEXT_MISSING = Text(en="Write the answer.", de="Schreiben Sie die Antwort.")
BELONGS_TITLE = Text(en="Belongs to a section", de="Gehört zu Abschnitt")
FIELD_SECTION = Text(en="Section", de="Abschnitt")
MUTE = Text(en="Mute in this channel for today", de="In diesem Kanal für heute stumm")
ONLY_MEMBERS = Text(
    en="Only members of this workspace can do this.",
    de="Das können nur Mitglieder dieses Workspaces.",
)
MUTED = Text(
    en="I keep quiet here until tomorrow, unless somebody mentions me.",
    de="Ich schweige hier bis morgen, außer jemand erwähnt mich.",
)
ENGLISH = Text(en="English", de="Englisch")
GERMAN = Text(en="German", de="Deutsch")
NO_TEXT = Text(en="There is no text in this message.", de="In dieser Nachricht steht kein Text.")
CLOSE = Text(en="Close", de="Schließen")
TRY = Text(en="Try a question and see why", de="Eine Frage ausprobieren und sehen, warum")
FIELD_MODE = Text(en="What to do there", de="Was dort zu tun ist")
NOTHING_MATCHED = Text(en="No section matched.", de="Kein Abschnitt passte.")
