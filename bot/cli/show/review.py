"""What is wrong or weak in the articles, on a terminal."""

from rich.text import Text as Styled

from bot.cli.screen import QUIET, Screen, sentence
from bot.core.review import Asked, Review
from bot.core.shelf import Shelf
from bot.core.words import Text, terminal


def review(screen: Screen, shelf: Shelf, review: Review) -> None:
    """What is wrong with file and line; then what is weak, the worst first."""
    for problem in shelf.problems:
        where = f"{problem.source}:{problem.line}: "
        screen.print(Styled(where, "bold red").append(sentence(problem.text.to(screen.language))))
    if not shelf.problems:
        screen.say(terminal.NO_PROBLEMS.fill(articles=len(shelf.articles)), "green")
    first = review.asked - len(review.missed)
    screen.say(terminal.REVIEWED.fill(first=first, asked=review.asked))
    for asked in sorted(review.missed, key=lambda asked: not asked.is_lost):
        screen.say(_missed(asked), "yellow" if asked.is_lost else QUIET)
    for one in review.overlaps:
        screen.say(
            terminal.OVERLAP.fill(
                section=one.section, rival=one.rival, taken=one.taken, asked=one.asked
            )
        )
    for idle in review.idle:
        screen.say(terminal.IDLE.fill(keyword=idle.keyword, section=idle.section.key), QUIET)


def _missed(asked: Asked) -> Text:
    if asked.is_lost:
        text = terminal.LOST if asked.rival else terminal.LOST_ALONE
    else:
        text = terminal.SECOND
    return text.fill(question=asked.question, section=asked.section.key, rival=asked.rival)
