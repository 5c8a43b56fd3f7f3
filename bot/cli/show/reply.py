"""An answer on a terminal: section, source, score and runners-up."""

from rich.text import Text as Styled

from bot.cli.screen import QUIET, Screen, printable
from bot.core.article import Article
from bot.core.reply import Found, NotFound, Reply, Unsure
from bot.core.words import terminal


def reply(screen: Screen, reply: Reply, article: Article | None, *, why: bool) -> None:
    """The answer, its source, its score and the runners-up; with `why`, the words that met."""
    match reply.outcome:
        case Found(section):
            screen.print(Styled(printable(section.heading), style="bold"))
            screen.print(Styled(printable(section.text)))
            _source(screen, article)
        case Unsure(choices):
            screen.say(terminal.UNSURE, "yellow")
            for choice in choices:
                screen.print(Styled(f"  {choice.heading}  ").append(choice.key, QUIET))
        case NotFound():
            screen.say(terminal.NOT_FOUND, "yellow")
    screen.say(terminal.SCORE.fill(score=f"{reply.score:.2f}"), QUIET)
    _ranked(screen, reply, why=why)


def _source(screen: Screen, article: Article | None) -> None:
    if article is None:
        return
    text = terminal.SOURCE_DATED if article.updated else terminal.SOURCE
    screen.say(text.fill(title=article.title, date=article.updated), QUIET)
    if article.url:
        screen.print(Styled(article.url, QUIET))


def _ranked(screen: Screen, reply: Reply, *, why: bool) -> None:
    first = 0 if why else 1
    if reply.ranked[first:]:
        screen.say(terminal.WHY if why else terminal.RUNNERS_UP, "bold")
    for match in reply.ranked[first:]:
        line = Styled(f"  {match.score:.2f}  {match.section.key}")
        if why:
            line.append("  " + ", ".join(f"{ours}→{theirs}" for ours, theirs in match.why), QUIET)
        screen.print(line)
