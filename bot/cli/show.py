"""Answers and checks on a terminal: colour where there is one, plain lines in a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text as Styled
from rich.tree import Tree

from bot.core.checkup import Line, State
from bot.core.finding import Finding, Ruling, Severity
from bot.core.reply import Found, NotFound, Reply, Unsure
from bot.core.spf.result import Branch, Node, Result, SpfReport, Status, Verdict
from bot.core.words import Language, Text, doctor, terminal

if TYPE_CHECKING:  # no command waits for what another one shows
    from bot.core.article import Article
    from bot.core.feedback import Standing, Tally
    from bot.core.review import Review
    from bot.core.sender import SenderReport
    from bot.core.shelf import Shelf

CODE = "bold cyan"
QUIET = "dim"
SEVERITY_STYLE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: QUIET}
STATUS_STYLE = {Status.OK: "green", Status.PROBLEM: "red", Status.UNKNOWN: "yellow"}
STATE = {
    State.OK: ("green", doctor.OK),
    State.WRONG: ("red", doctor.WRONG),
    State.OPEN: ("yellow", doctor.OPEN),
}
RULING_STYLE = {Ruling.ALLOWED: "green", Ruling.REFUSED: "red", Ruling.UNKNOWN: "yellow"}
RESULT_STYLE = {
    Result.PASS: "green",
    Result.FAIL: "red",
    Result.SOFTFAIL: "red",
    Result.PERMERROR: "red",
    Result.TEMPERROR: "yellow",
    Result.NEUTRAL: "yellow",
    Result.NONE: "yellow",
}

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

    def say(self, text: Text | str, style: str = "") -> None:
        """One sentence on a line of its own."""
        shown = text.to(self.language) if isinstance(text, Text) else text
        self._print(sentence(shown, style))

    def code(self, text: str, indent: str = "  ") -> None:
        """Something to copy, on lines of its own."""
        for line in printable(text).split("\n"):
            self._print(Styled(indent + line, style=CODE))

    def reply(self, reply: Reply, article: Article | None, *, why: bool) -> None:
        """The answer, its source, its score and the runners-up; with `why`, the words that met."""
        match reply.outcome:
            case Found(section):
                self._print(Styled(printable(section.heading), style="bold"))
                self._print(Styled(printable(section.text)))
                self._source(article)
            case Unsure(choices):
                self.say(terminal.UNSURE, "yellow")
                for choice in choices:
                    self._print(Styled(f"  {choice.heading}  ").append(choice.key, QUIET))
            case NotFound():
                self.say(terminal.NOT_FOUND, "yellow")
        self.say(terminal.SCORE.fill(score=f"{reply.score:.2f}"), QUIET)
        self._ranked(reply, why=why)

    def _source(self, article: Article | None) -> None:
        if article is None:
            return
        text = terminal.SOURCE_DATED if article.updated else terminal.SOURCE
        self.say(text.fill(title=article.title, date=article.updated), QUIET)
        if article.url:
            self._print(Styled(article.url, QUIET))

    def _ranked(self, reply: Reply, *, why: bool) -> None:
        first = 0 if why else 1
        if reply.ranked[first:]:
            self.say(terminal.WHY if why else terminal.RUNNERS_UP, "bold")
        for match in reply.ranked[first:]:
            line = Styled(f"  {match.score:.2f}  {match.section.key}")
            if why:
                line.append(
                    "  " + ", ".join(f"{ours}→{theirs}" for ours, theirs in match.why), QUIET
                )
            self._print(line)

    def spf(self, report: SpfReport) -> None:
        """The survey: verdict, record, count, tree, findings, the record to publish."""
        self._verdict(terminal.STATUS[report.status], STATUS_STYLE[report.status], report.domain)
        if report.published:
            self.code(report.published)
        elif report.domain not in report.missing:  # silence is told below, never as "no record"
            self.code(terminal.NO_RECORD.to(self.language))
        self.say(terminal.LOOKUPS.fill(lookups=report.lookups, void=report.void_lookups))
        if report.widest:
            text = terminal.ONE_NETWORK if report.networks == 1 else terminal.NETWORKS
            self.say(text.fill(networks=report.networks, widest=report.widest))
        if report.missing:
            self.say(terminal.MISSING.fill(names=", ".join(report.missing)), "yellow")
        if report.tree and report.tree.branches:
            self._print(self._tree(report.tree))
        self.findings(report.findings)
        if report.suggested_record:
            self.say(terminal.PUBLISH, "bold")
            self.code(report.suggested_record)

    def _verdict(self, verdict: Text, style: str, subject: str) -> None:
        self._print(
            Styled(verdict.to(self.language), f"bold {style}").append(f"  {subject}", "bold")
        )

    def _tree(self, node: Node) -> Tree:
        tree = Tree(Styled(printable(node.domain), "bold"), guide_style=QUIET)
        self._grow(tree, node)
        return tree

    def _grow(self, tree: Tree, node: Node) -> None:
        for branch in node.branches:
            limb = tree.add(self._branch(branch))
            if branch.node:
                self._grow(limb, branch.node)

    def _branch(self, branch: Branch) -> Styled:
        line = Styled(printable(branch.term))
        if branch.number is not None:
            line.append(f"  {branch.number}", "bold yellow" if branch.number > 10 else QUIET)  # noqa: PLR2004 - RFC 7208, 4.6.4: ten look-ups
        if branch.void:
            line.append("  " + terminal.VOID.to(self.language), "yellow")
        if branch.note:
            line.append("  ").append(sentence(branch.note.to(self.language), "yellow"))
        return line

    def findings(self, findings: Iterable[Finding]) -> None:
        """Each finding with its severity in words, its cure below it."""
        for finding in findings:
            style = SEVERITY_STYLE[finding.severity]
            line = Styled(terminal.SEVERITY[finding.severity].to(self.language) + ": ", style)
            self._print(line.append(sentence(finding.sentence.to(self.language))))
            if finding.cure:
                self._print(Styled("  → ").append(sentence(finding.cure.to(self.language))))

    def line(self, line: Line) -> None:
        """One line of the doctor's: how it is in a word, what it is, and the cure."""
        style, word = STATE[line.state]
        shown = Styled(word.to(self.language) + "  ", style)
        shown.append(line.subject.to(self.language) + ": ", "bold")
        self._print(shown.append(sentence(line.sentence.to(self.language))))

    def verdict(self, verdict: Verdict) -> None:
        """The result for one client, and the term that decided."""
        self._print(Styled(str(verdict.result), f"bold {RESULT_STYLE[verdict.result]}"))
        self.say(verdict.reason)
        if verdict.explanation:
            self.say(terminal.EXPLANATION.fill(text=verdict.explanation))
        self.say(terminal.LOOKUPS.fill(lookups=verdict.lookups, void=verdict.void_lookups), QUIET)

    def sender(self, report: SenderReport) -> None:
        """The ruling, why, what the server answers, findings, and what to change where."""
        subject = f"{_shown(report.address)} → {_shown(report.account)}"
        if report.account is None:
            subject = _shown(report.address)
        self._verdict(terminal.RULING[report.verdict], RULING_STYLE[report.verdict], subject)
        self.say(report.reason)
        if report.server_text:
            self.say(terminal.SERVER_SAYS.fill(text=report.server_text))
        self.findings(report.findings)
        if report.advice:
            self.say(terminal.ADVICE, "bold")
        for advice in report.advice:
            self._print(Styled("  • ").append(sentence(advice.sentence.to(self.language))))
            if advice.value:
                self.code(advice.value, indent="    ")

    def review(self, shelf: Shelf, review: Review) -> None:
        """What is wrong with file and line; then what is weak, the worst first."""
        for problem in shelf.problems:
            where = f"{problem.source}:{problem.line}: "
            self._print(Styled(where, "bold red").append(sentence(problem.text.to(self.language))))
        if not shelf.problems:
            self.say(terminal.NO_PROBLEMS.fill(articles=len(shelf.articles)), "green")
        first = review.asked - len(review.missed)
        self.say(terminal.REVIEWED.fill(first=first, asked=review.asked))
        for asked in sorted(review.missed, key=lambda asked: not asked.is_lost):
            text = terminal.LOST if asked.is_lost else terminal.SECOND
            told = text.fill(
                question=asked.question, section=asked.section.key, rival=asked.rival or "–"
            )
            self.say(told, "yellow" if asked.is_lost else QUIET)
        for one in review.overlaps:
            self.say(
                terminal.OVERLAP.fill(
                    section=one.section, rival=one.rival, taken=one.taken, asked=one.asked
                )
            )
        for idle in review.idle:
            self.say(terminal.IDLE.fill(keyword=idle.keyword, section=idle.section.key), QUIET)

    def standing(self, standing: Standing) -> None:
        """Questions, ratings with their spread over the stars, and gaps with how often."""
        counts = {str(outcome): number for outcome, number in standing.questions.items()}
        self.say(terminal.QUESTIONS.fill(**counts))
        self.say(terminal.RATINGS if standing.tallies else terminal.NO_RATINGS, "bold")
        for tally in standing.tallies:
            self._tally(tally)
        self.say(terminal.GAPS if standing.gaps else terminal.NO_GAPS, "bold")
        for gap in standing.gaps:
            self._print(Styled(f"  {gap.count} ×  {printable(gap.latest.question)}"))

    def _tally(self, tally: Tally) -> None:
        from bot.core.feedback import STARS

        average = "–" if tally.average is None else f"{tally.average:.1f}"
        self.say(
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
            self.say(terminal.STARS.fill(stars=stars, share=share), QUIET)

    def _print(self, line: Styled | Tree) -> None:
        self._console.print(line)


def _shown(address: object) -> str:
    return "<>" if address is None else printable(str(address))
