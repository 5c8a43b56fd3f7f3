"""The weekly digest: how questions ended, the open gaps, the ratings."""

from collections.abc import Callable, Mapping, Sequence

from bot.core.feedback import Answered, Gap, Tally
from bot.core.words import Language
from bot.core.words.slack import digest as say
from bot.slack.blocks import feedback, richtext
from bot.slack.blocks.parts import Block, Message, message, paragraph, shorten

GAPS = 5  # named in a digest
QUESTION = 200  # characters of a question


def digest(
    counts: Mapping[Answered, int],
    gaps: Sequence[Gap],
    ratings: tuple[Sequence[Tally], Callable[[str], str]],
    language: Language,
) -> Message:
    """The message; `ratings` are the tallies, and how a section is named."""
    title = say.TITLE.to(language)
    told = say.COUNTS.fill(**{one.value: counts.get(one, 0) for one in Answered}).to(language)
    label = richtext.section(richtext.words(say.RATED.to(language)))
    return message(
        f"{title}. {told}",
        [
            richtext.block([richtext.section(richtext.words(title, richtext.BOLD))]),
            paragraph(told),
            _gaps(gaps, language),
            richtext.block([label, *feedback.tally_parts(*ratings, language)]),
        ],
    )


def _gaps(gaps: Sequence[Gap], language: Language) -> Block:
    if not gaps:
        return paragraph(say.NO_GAPS.to(language))
    lines = [
        richtext.words(
            say.GAP.to(language).format(
                question=shorten(gap.latest.question, QUESTION), count=gap.count
            )
        )
        for gap in gaps[:GAPS]
    ]
    label = richtext.section(richtext.words(say.GAPS.to(language)))
    return richtext.block([label, richtext.listing(lines)])
