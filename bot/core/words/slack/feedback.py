"""What people read when they say how good an answer was."""

from bot.core.words import Text

HELPFUL = Text(en="Helpful", de="Hilfreich")
NOT_HELPFUL = Text(en="Not helpful", de="Nicht hilfreich")
HELPFUL_LABEL = Text(en="This answer was helpful", de="Diese Antwort war hilfreich")
NOT_HELPFUL_LABEL = Text(en="This answer was not helpful", de="Diese Antwort war nicht hilfreich")

RATE_TITLE = Text(en="Rate this answer", de="Antwort bewerten")
THANKS_HELPFUL = Text(
    en="Thank you! Good to know that this answer helped ({heading}). If you like, rate it too:",
    de="Danke! Gut zu wissen, dass diese Antwort geholfen hat ({heading}). Wenn Sie mögen, "
    "bewerten Sie sie noch:",
)
THANKS_NOT_HELPFUL = Text(
    en="Thank you. The team will see that this answer did not help ({heading}). If you like, say "
    "more:",
    de="Danke. Das Team sieht, dass diese Antwort nicht geholfen hat ({heading}). Wenn Sie mögen, "
    "sagen Sie mehr dazu:",
)
STARS = Text(en="How many stars?", de="Wie viele Sterne?")
SUGGESTION = Text(
    en="How can we improve this article?", de="Wie können wir diesen Artikel verbessern?"
)
SEND = Text(en="Send", de="Senden")
CLOSE = Text(en="Close", de="Schließen")
THANKS = Text(en="Thank you, that is noted.", de="Danke, das ist notiert.")

STATS_TITLE = Text(en="How the answers are rated", de="Wie die Antworten bewertet sind")
STATS_LINE = Text(
    en="{average} out of 5 stars ({count}) · {helpful} helpful, {unhelpful} not helpful",
    de="{average} von 5 Sternen ({count}) · {helpful} hilfreich, {unhelpful} nicht hilfreich",
)
STATS_NO_STARS = Text(
    en="no stars yet · {helpful} helpful, {unhelpful} not helpful",
    de="noch keine Sterne · {helpful} hilfreich, {unhelpful} nicht hilfreich",
)
STARS_SHARE = Text(en="{stars} stars {share} %", de="{stars} Sterne {share} %")
STAR_SHARE = Text(en="1 star {share} %", de="1 Stern {share} %")
STATS_QUESTIONS = Text(
    en="Questions: {found} answered, {unsure} with a choice, {not_found} without an answer.",
    de="Fragen: {found} beantwortet, {unsure} mit Auswahl, {not_found} ohne Antwort.",
)
SUGGESTIONS = Text(en="What could be better", de="Was besser sein könnte")
SUGGESTED = Text(en="{heading}: {text}", de="{heading}: {text}")
NO_RATINGS = Text(
    en="Nobody has rated an answer yet.", de="Noch hat niemand eine Antwort bewertet."
)
