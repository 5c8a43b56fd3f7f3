"""What is wrong or weak in the articles, on a terminal."""

from rich.text import Text as Styled

from bot.cli.screen import QUIET, Screen, sentence
from bot.core.review import Review, Trial
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
    for trial in sorted(review.missed, key=lambda trial: not trial.is_lost):
        screen.say(_missed(trial), "yellow" if trial.is_lost else QUIET)
    for one in review.overlaps:
        screen.say(
            terminal.OVERLAP.fill(
                section=one.section, rival=one.rival, taken=one.taken, asked=one.asked
            )
        )
    for idle in review.idle:
        screen.say(terminal.IDLE.fill(keyword=idle.keyword, section=idle.section.key), QUIET)


def _missed(trial: Trial) -> Text:
    if trial.is_lost:
        text = terminal.LOST if trial.rival else terminal.LOST_ALONE
    else:
        text = terminal.SECOND
    return text.fill(question=trial.question, section=trial.section.key, rival=trial.rival)
