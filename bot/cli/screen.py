"""A console in one language: sentences, code to copy, findings; colour where there is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text as Styled

from bot.core.finding import Finding, Severity
from bot.core.words import Language, Text, terminal

if TYPE_CHECKING:  # only a survey shows a tree
    from rich.console import Console
    from rich.tree import Tree

CODE = "bold cyan"
QUIET = "dim"
SEVERITY_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: QUIET}

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def printable(text: str) -> str:
    """The text with control and direction characters made visible: DNS must not drive a terminal."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def sentence(text: str, style: str = "") -> Styled:
    """A sentence with its code marks shown in their own style."""
    line = Styled(style=style)
    for number, part in enumerate(printable(text).split("`")):
        line.append(part, CODE if number % 2 else None)
    return line


class Screen:
    """Prints in one language to one console."""

    def __init__(self, console: Console, language: Language) -> None:
        self._console = console
        self.language = language

    def to(self, language: Language) -> Screen:
        """The same console in another language."""
        return Screen(self._console, language)

    def print(self, line: Styled | Tree) -> None:
        """One line, or one tree, as it is."""
        self._console.print(line)

    def say(self, text: Text | str, style: str = "") -> None:
        """One sentence on a line of its own."""
        shown = text.to(self.language) if isinstance(text, Text) else text
        self.print(sentence(shown, style))

    def code(self, text: str, indent: str = "  ") -> None:
        """Something to copy, on lines of its own."""
        for line in printable(text).split("\n"):
            self.print(Styled(indent + line, style=CODE))

    def verdict(self, verdict: Text, style: str, subject: str) -> None:
        """The verdict in its colour, and whose it is."""
        self.print(
            Styled(verdict.to(self.language), f"bold {style}").append(f"  {subject}", "bold")
        )

    def findings(self, findings: Iterable[Finding]) -> None:
        """Each finding with its severity in words, its cure below it."""
        for finding in findings:
            style = SEVERITY_STYLE[finding.severity]
            line = Styled(terminal.SEVERITY[finding.severity].to(self.language) + ": ", style)
            self.print(line.append(sentence(finding.sentence.to(self.language))))
            if finding.cure:
                self.print(Styled("  → ").append(sentence(finding.cure.to(self.language))))
