"""What the sender rule says of an address, on a terminal."""

from rich.text import Text as Styled

from bot.cli.screen import Screen, printable, sentence
from bot.core.sender import Ruling, SenderReport
from bot.core.words import terminal

RULING_STYLE = {Ruling.ALLOWED: "green", Ruling.REFUSED: "red", Ruling.UNKNOWN: "yellow"}


def sender(screen: Screen, report: SenderReport) -> None:
    """The ruling, why, what the server answers, findings, and what to change where."""
    subject = f"{_shown(report.address)} → {_shown(report.account)}"
    if report.account is None:
        subject = _shown(report.address)
    screen.verdict(terminal.RULING[report.verdict], RULING_STYLE[report.verdict], subject)
    screen.say(report.reason)
    if report.server_text:
        screen.say(terminal.SERVER_SAYS.fill(text=report.server_text))
    screen.findings(report.findings)
    if report.advice:
        screen.say(terminal.ADVICE, "bold")
    for advice in report.advice:
        screen.print(Styled("  • ").append(sentence(advice.sentence.to(screen.language))))
        if advice.value:
            screen.code(advice.value, indent="    ")


def _shown(address: object) -> str:
    return "<>" if address is None else printable(str(address))
