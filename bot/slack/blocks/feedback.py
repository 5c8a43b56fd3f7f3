"""Feedback buttons, the form behind them, and the tallies of every section."""

from collections.abc import Callable, Iterable, Mapping

from bot.core.article import Section
from bot.core.feedback import STARS, Answered, Tally
from bot.core.words import Language
from bot.core.words.slack import feedback as say
from bot.slack.blocks import richtext
from bot.slack.blocks.forms import Form, View, choice, field, modal, text_field
from bot.slack.blocks.parts import Block, Message, message, paragraph, plain_text, shorten
from bot.slack.blocks.richtext import Element

RATE = Form("feedback.stars", say.RATE_TITLE, say.SEND)
STAR, EMPTY = "★", "☆"
MOST = max(STARS)
SHOWN = 20  # sections in a list of ratings
SUGGESTED = 5  # suggestions in a list, of one section ...
EACH = 2  # ... at most so many, the newest
SUGGESTION = 300  # characters of one that are shown


def buttons(subject: str, language: Language) -> Block:
    """*Helpful / Not helpful*; `subject` names section and question."""
    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "feedback.say",
                "positive_button": _button(
                    say.HELPFUL.to(language),
                    say.HELPFUL_LABEL.to(language),
                    f"+ {subject}",
                    language,
                ),
                "negative_button": _button(
                    say.NOT_HELPFUL.to(language),
                    say.NOT_HELPFUL_LABEL.to(language),
                    f"- {subject}",
                    language,
                ),
            }
        ],
    }


def _button(text: str, label: str, subject: str, language: Language) -> Element:
    return {
        "text": plain_text(text),
        "accessibility_label": label,
        "value": f"{language.value} {subject}",
    }


def form(section: Section, language: Language, meta: str, *, helpful: bool) -> View:
    """One to five stars, and how the article could be better; both may be left out."""
    thanks = say.THANKS_HELPFUL if helpful else say.THANKS_NOT_HELPFUL
    stars = [(str(n), f"{STAR * n}{EMPTY * (MOST - n)}  {n}") for n in reversed(STARS)]
    return modal(
        RATE,
        language,
        meta,
        [
            paragraph(thanks.fill(heading=section.heading).to(language)),
            field("stars", say.STARS.to(language), choice("radio_buttons", stars), optional=True),
            field(
                "suggestion",
                say.SUGGESTION.to(language),
                text_field(multiline=True),
                optional=True,
            ),
        ],
    )


def stats(
    tallies: Iterable[Tally],
    counts: Mapping[Answered, int],
    heading: Callable[[str], str],
    language: Language,
) -> Message:
    """How questions ended and how every section is rated; `heading` names a section."""
    rated = list(tallies)
    questions = say.STATS_QUESTIONS.fill(
        **{outcome.value: counts.get(outcome, 0) for outcome in Answered}
    ).to(language)
    parts = tally_parts(rated, heading, language)
    title = richtext.section(richtext.words(say.STATS_TITLE.to(language), richtext.BOLD))
    return message(
        f"{say.STATS_TITLE.to(language)}. {questions}",
        [paragraph(questions), richtext.block([title, *parts])],
    )


def tally_parts(
    tallies: Iterable[Tally], heading: Callable[[str], str], language: Language
) -> list[Element]:
    """Each section's average, count and distribution over the five stars."""
    rated = sorted(tallies, key=lambda tally: -tally.count)[:SHOWN]
    if not rated:
        return [richtext.section(richtext.words(say.NO_RATINGS.to(language)))]
    return [part for tally in rated for part in _tally(tally, heading(tally.section), language)]


def suggestion_parts(
    tallies: Iterable[Tally], heading: Callable[[str], str], language: Language
) -> list[Element]:
    """What people suggest for the sections, for the team alone; nothing where nobody did."""
    lines = [
        say.SUGGESTED.fill(heading=heading(tally.section), text=shorten(text, SUGGESTION))
        for tally in tallies
        for text in tally.suggestions[:EACH]
    ]
    if not lines:
        return []
    label = richtext.section(richtext.words(say.SUGGESTIONS.to(language), richtext.BOLD))
    items = [richtext.words(line.to(language)) for line in lines[:SUGGESTED]]
    return [label, richtext.listing(items)]


def _tally(tally: Tally, heading: str, language: Language) -> list[Element]:
    shares = " · ".join(
        (say.STARS_SHARE if stars > 1 else say.STAR_SHARE)
        .fill(stars=stars, share=round(100 * tally.share(stars)))
        .to(language)
        for stars in reversed(STARS)
    )
    lines = [_line(tally, language)] + ([shares] if tally.count else [])
    name = richtext.section([*richtext.words(heading, richtext.BOLD)])
    return [name, richtext.listing([richtext.words(line) for line in lines])]


def _line(tally: Tally, language: Language) -> str:
    helpful = {"helpful": tally.helpful, "unhelpful": tally.not_helpful}
    if tally.average is None:
        return say.STATS_NO_STARS.fill(**helpful).to(language)
    average = f"{tally.average:.1f}"
    if language is Language.DE:
        average = average.replace(".", ",")
    return say.STATS_LINE.fill(average=average, count=tally.count, **helpful).to(language)
