"""Questions, ratings and gaps on a terminal."""

from rich.text import Text as Styled

from bot.cli.screen import QUIET, Screen, printable
from bot.core.feedback import STARS, Standing, Tally
from bot.core.words import terminal


def standing(screen: Screen, standing: Standing) -> None:
    """Questions, ratings with their spread over the stars, and gaps with how often."""
    counts = {str(outcome): number for outcome, number in standing.questions.items()}
    screen.say(terminal.QUESTIONS.fill(**counts))
    screen.say(terminal.RATINGS if standing.tallies else terminal.NO_RATINGS, "bold")
    for tally in standing.tallies:
        _tally(screen, tally)
    screen.say(terminal.GAPS if standing.gaps else terminal.NO_GAPS, "bold")
    for gap in standing.gaps:
        screen.print(Styled(f"  {gap.count} ×  {printable(gap.latest.question)}"))


def _tally(screen: Screen, tally: Tally) -> None:
    average = "–" if tally.average is None else f"{tally.average:.1f}"
    screen.say(
        terminal.RATING.fill(
            section=tally.section,
            average=average,
            count=tally.count,
            helpful=tally.helpful,
            not_helpful=tally.not_helpful,
        )
    )
    for stars in reversed(STARS) if tally.count else ():
        share = round(100 * tally.share(stars))
        screen.say(terminal.STARS.fill(stars=stars, share=share), QUIET)
    for suggestion in tally.suggestions:
        screen.say(terminal.SUGGESTION.fill(text=printable(suggestion)), QUIET)
