"""A survey of a domain's SPF on a terminal, and the verdict for one client."""

from rich.text import Text as Styled
from rich.tree import Tree

from bot.cli.screen import QUIET, Screen, printable, sentence
from bot.core.spf.limits import MAX_LOOKUPS
from bot.core.spf.result import Branch, Node, Result, SpfReport, Status, Verdict
from bot.core.typed.domain import u_labels
from bot.core.words import terminal

STATUS_STYLE = {Status.OK: "green", Status.PROBLEM: "red", Status.UNKNOWN: "yellow"}
RESULT_STYLE = {
    Result.PASS: "green",
    Result.FAIL: "red",
    Result.SOFTFAIL: "red",
    Result.PERMERROR: "red",
    Result.TEMPERROR: "yellow",
    Result.NEUTRAL: "yellow",
    Result.NONE: "yellow",
}


def survey(screen: Screen, report: SpfReport) -> None:
    """The survey: verdict, record, count, tree, findings, the record to publish."""
    screen.verdict(terminal.STATUS[report.status], STATUS_STYLE[report.status], report.shown)
    if report.published:
        screen.code(report.published)
    elif report.domain not in report.missing:  # silence is told below, never as "no record"
        screen.code(terminal.NO_RECORD.to(screen.language))
    screen.say(terminal.LOOKUPS.fill(lookups=report.lookups, void=report.void_lookups))
    if report.widest:
        text = terminal.ONE_NETWORK if report.networks == 1 else terminal.NETWORKS
        screen.say(text.fill(networks=report.networks, widest=report.widest))
    if report.missing:
        screen.say(terminal.MISSING.fill(names=", ".join(report.missing)), "yellow")
    if report.tree and report.tree.branches:
        screen.print(_tree(screen, report.tree))
    screen.findings(report.findings)
    if report.suggested_record:
        screen.say(terminal.PUBLISH, "bold")
        screen.code(report.suggested_record)


def _tree(screen: Screen, node: Node) -> Tree:
    tree = Tree(Styled(printable(u_labels(node.domain)), "bold"), guide_style=QUIET)
    _grow(screen, tree, node)
    return tree


def _grow(screen: Screen, tree: Tree, node: Node) -> None:
    for branch in node.branches:
        limb = tree.add(_branch(screen, branch))
        if branch.node:
            _grow(screen, limb, branch.node)


def _branch(screen: Screen, branch: Branch) -> Styled:
    line = Styled(printable(branch.term))
    if branch.number is not None:
        line.append(f"  {branch.number}", "bold yellow" if branch.number > MAX_LOOKUPS else QUIET)
    if branch.void:
        line.append("  " + terminal.VOID.to(screen.language), "yellow")
    if branch.note:
        line.append("  ").append(sentence(branch.note.to(screen.language), "yellow"))
    return line


def verdict(screen: Screen, verdict: Verdict) -> None:
    """The result for one client, and the term that decided."""
    screen.print(Styled(str(verdict.result), f"bold {RESULT_STYLE[verdict.result]}"))
    screen.say(verdict.reason)
    if verdict.explanation:
        screen.say(terminal.EXPLANATION.fill(text=verdict.explanation))
    screen.say(terminal.LOOKUPS.fill(lookups=verdict.lookups, void=verdict.void_lookups), QUIET)
