"""The sentences about articles, providers and glossaries that are wrong: the thing and its cure."""

from bot.core.words import Text

# front matter
NOT_CLOSED = Text(
    en="The front matter that begins with `---` has no end; close it with another line `---`.",
    de="Der Kopf, der mit `---` beginnt, hat kein Ende; schließen Sie ihn mit einer weiteren Zeile `---`.",
)
BROKEN_YAML = Text(
    en="The front matter is not valid YAML ({problem}); put a text with `:` or `#` in it into quotes.",
    de="Der Kopf ist kein gültiges YAML ({problem}); setzen Sie einen Text mit `:` oder `#` in Anführungszeichen.",
)
NOT_A_MAPPING = Text(
    en="The front matter must be lines such as `title: …`.",
    de="Der Kopf muss aus Zeilen wie `title: …` bestehen.",
)
UNKNOWN_KEY = Text(
    en="`{key}` is no key that Helpdesk knows; did you mean `{nearest}`?",
    de="`{key}` ist kein Schlüssel, den Helpdesk kennt; meinten Sie `{nearest}`?",
)
KEY_TWICE = Text(
    en="`{key}` stands there twice; delete one of the two lines.",
    de="`{key}` steht zweimal da; löschen Sie eine der beiden Zeilen.",
)
NOT_ONE_TEXT = Text(
    en="`{key}` must be one text, such as `{key}: …`.",
    de="`{key}` muss ein einzelner Text sein, etwa `{key}: …`.",
)
NOT_A_LIST = Text(
    en="`{key}` must be a list of texts, such as `{key}: [IONOS, SPF]`.",
    de="`{key}` muss eine Liste von Texten sein, etwa `{key}: [IONOS, SPF]`.",
)
NO_LANGUAGE = Text(
    en="The article does not tell its language; write `language: en` or `language: de` into the front matter, or call the file `….en.md` or `….de.md`.",
    de="Der Artikel nennt seine Sprache nicht; schreiben Sie `language: de` oder `language: en` in den Kopf, oder nennen Sie die Datei `….de.md` oder `….en.md`.",
)
UNKNOWN_LANGUAGE = Text(
    en="Helpdesk does not speak `{value}`; write `language: en` or `language: de`.",
    de="Helpdesk spricht `{value}` nicht; schreiben Sie `language: de` oder `language: en`.",
)
UNKNOWN_AUDIENCE = Text(
    en="`{value}` is no audience; write `audience: public` or `audience: internal`.",
    de="`{value}` ist kein Leserkreis; schreiben Sie `audience: public` oder `audience: internal`.",
)
BAD_DATE = Text(
    en="`{key}: {value}` is no date; write it as year, month and day: `{key}: 2024-02-01`.",
    de="`{key}: {value}` ist kein Datum; schreiben Sie Jahr, Monat und Tag: `{key}: 2024-02-01`.",
)
BAD_URL = Text(
    en="`{value}` is no web address; write it in full, from `https://` on and without spaces.",
    de="`{value}` ist keine Webadresse; schreiben Sie sie ganz aus, ab `https://` und ohne Leerzeichen.",
)

# ids, headings, sections
BAD_ID = Text(
    en="`{value}` cannot be an id; use letters without accents, digits and hyphens, such as `{better}`.",
    de="`{value}` kann keine Id sein; nehmen Sie Buchstaben ohne Akzente, Ziffern und Bindestriche, etwa `{better}`.",
)
NO_ARTICLE_ID = Text(
    en="The article's id cannot be made from its file name; write `id: …` into the front matter.",
    de="Aus dem Dateinamen lässt sich keine Id des Artikels bilden; schreiben Sie `id: …` in den Kopf.",
)
EMPTY_HEADING = Text(
    en="This heading has no words; write what the section answers: `## What changed`.",
    de="Diese Überschrift hat keine Wörter; schreiben Sie, was der Abschnitt beantwortet: `## Was ist neu`.",
)
EMPTY_SECTION = Text(
    en="The section `{heading}` has no text; write the answer below the heading, or delete the heading.",
    de="Der Abschnitt `{heading}` hat keinen Text; schreiben Sie die Antwort unter die Überschrift, oder löschen Sie die Überschrift.",
)
SECTION_TWICE = Text(
    en="Two sections have the id `{id}`, the other one in line {line}; give one of them an id of its own: `## {heading} {{#another-id}}`.",
    de="Zwei Abschnitte haben die Id `{id}`, der andere in Zeile {line}; geben Sie einem davon eine eigene: `## {heading} {{#andere-id}}`.",
)
NO_SECTION = Text(
    en="The article has no section; put a heading `## …` above each answer.",
    de="Der Artikel hat keinen Abschnitt; setzen Sie über jede Antwort eine Überschrift `## …`.",
)
COMMENT_ASTRAY = Text(
    en="This comment must stand directly below the `##` heading that it belongs to.",
    de="Dieser Kommentar muss direkt unter der `##`-Überschrift stehen, zu der er gehört.",
)
AFTER_COMMENT = Text(
    en="Text follows the comment on its last line; begin it on a line of its own.",
    de="Nach dem Kommentar folgt in derselben Zeile Text; beginnen Sie damit eine eigene Zeile.",
)

# the folder
NOT_UTF8 = Text(
    en="The file is not UTF-8 text; save it with the encoding UTF-8.",
    de="Die Datei ist kein UTF-8-Text; speichern Sie sie in der Kodierung UTF-8.",
)
TOO_BIG = Text(
    en="The file is larger than {limit} KiB; split it into several articles.",
    de="Die Datei ist größer als {limit} KiB; teilen Sie sie in mehrere Artikel auf.",
)
OUTSIDE = Text(
    en="The file is a link that leads out of the knowledge folder; copy the file itself into the folder.",
    de="Die Datei ist eine Verknüpfung, die aus dem Wissensordner hinausführt; kopieren Sie die Datei selbst hinein.",
)
UNREADABLE = Text(
    en="The file cannot be read ({problem}); check its permissions.",
    de="Die Datei lässt sich nicht lesen ({problem}); prüfen Sie die Zugriffsrechte.",
)
NO_FOLDER = Text(
    en="The folder is not there or cannot be read; set `HELPDESK_KNOWLEDGE` to the folder that holds the articles.",
    de="Der Ordner fehlt oder ist nicht lesbar; setzen Sie `HELPDESK_KNOWLEDGE` auf den Ordner mit den Artikeln.",
)
ARTICLE_TWICE = Text(
    en="`{other}` holds the article `{id}` in the language `{language}` too, so this file is left out; give one of the two another `id`, or delete it.",
    de="Auch `{other}` enthält den Artikel `{id}` in der Sprache `{language}`, deshalb bleibt diese Datei weg; geben Sie einer von beiden eine andere `id`, oder löschen Sie sie.",
)
PROVIDER_TWICE = Text(
    en="`{other}` describes the provider `{id}` too, so this file is left out; give one of the two another `id`, or delete it.",
    de="Auch `{other}` beschreibt den Anbieter `{id}`, deshalb bleibt diese Datei weg; geben Sie einer von beiden eine andere `id`, oder löschen Sie sie.",
)
TOO_DEEP = Text(
    en="The file has more brackets within brackets than anybody can read; take some out.",
    de="Die Datei hat mehr ineinander geschachtelte Klammern, als jemand lesen kann; entfernen Sie welche.",
)
