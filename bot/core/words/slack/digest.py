"""The weekly digest for the team's channel."""

from bot.core.words import Text

TITLE = Text(en="The week at the help desk", de="Die Woche am Helpdesk")
COUNTS = Text(
    en="So far: {found} questions answered, {unsure} with a choice, {not_found} without an answer.",
    de="Bisher: {found} Fragen beantwortet, {unsure} mit Auswahl, {not_found} ohne Antwort.",
)
GAPS = Text(
    en="Still without a good answer (write it in my Home tab):",
    de="Noch ohne gute Antwort (schreiben Sie sie in meinem Home-Tab):",
)
GAP = Text(en="{question} ({count}×)", de="{question} ({count}×)")
NO_GAPS = Text(en="Every question has a good answer.", de="Jede Frage hat eine gute Antwort.")
RATED = Text(en="Ratings:", de="Bewertungen:")
