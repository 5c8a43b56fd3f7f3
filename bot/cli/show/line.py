"""One line of the doctor's on a terminal."""

from rich.text import Text as Styled

from bot.cli.screen import Screen, sentence
from bot.core.checkup import Line, State
from bot.core.words import doctor

STATE = {
    State.OK: ("green", doctor.OK),
    State.WRONG: ("red", doctor.WRONG),
    State.OPEN: ("yellow", doctor.OPEN),
}


def line(screen: Screen, line: Line) -> None:
    """One line of the doctor's: how it is in a word, what it is, and the cure."""
    style, word = STATE[line.state]
    shown = Styled(word.to(screen.language) + "  ", style)
    shown.append(line.subject.to(screen.language) + ": ", "bold")
    screen.print(shown.append(sentence(line.sentence.to(screen.language))))
