"""Findings, advice, an include tree -> blocks; what the views of both checks share."""

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.core.finding import Advice, Finding, Severity
from bot.core.spf.result import Branch, Node
from bot.core.words import Language
from bot.core.words.slack import checks as say
from bot.slack import markup
from bot.slack.blocks import richtext
from bot.slack.blocks.parts import MAX_CODE, Block, context, shorten
from bot.slack.blocks.richtext import Element

ICONS = {
    Severity.ERROR: "x",
    Severity.WARNING: "warning",
    Severity.NOTE: "information_source",
}
WORST_FIRST = list(ICONS)
MAX_INLINE = 600  # characters of a value within a line
MAX_NOTE = 1900  # characters of a note; Slack takes 2,000 in one element of a context block
TREE_LINES = 40  # lines of the include tree that a message shows
TREE_DEPTH = 12  # levels; a deeper tree is a loop, which a finding names
TERM_LENGTH = 120  # characters of one term in the tree


def compact(found: Sequence[Finding], language: Language) -> list[Block]:
    """What is wrong as paragraphs, the worst first; what is only worth a note in small print."""
    notes = [finding for finding in found if finding.severity is Severity.NOTE]
    wrong = findings([finding for finding in found if finding not in notes], language)
    blocks = [wrong] if wrong else []
    if notes:
        icon = f":{ICONS[Severity.NOTE]}: "
        blocks.append(context(*(icon + _small(note, language) for note in notes)))
    return blocks


def _small(finding: Finding, language: Language) -> str:
    cure = f" {finding.cure.to(language)}" if finding.cure else ""
    return shorten(markup.escape(finding.sentence.to(language) + cure), MAX_NOTE)


def findings(found: Sequence[Finding], language: Language) -> Block | None:
    """Every finding with its cure, the worst first; nothing where there is none."""
    if not found:
        return None
    ordered = sorted(found, key=lambda finding: WORST_FIRST.index(finding.severity))
    return richtext.block([_finding(finding, language) for finding in ordered])


def _finding(finding: Finding, language: Language) -> Element:
    cure = f" {finding.cure.to(language)}" if finding.cure else ""
    return richtext.section(
        [
            richtext.emoji(ICONS[finding.severity]),
            *richtext.words(" "),
            *richtext.sentence(finding.sentence.to(language) + cure),
        ]
    )


def advice(steps: Sequence[Advice], language: Language) -> Block | None:
    """What to do, the most fitting step first; the first value is for copying, others inline."""
    if not steps:
        return None
    title = richtext.section(richtext.words(say.TO_DO.to(language), richtext.BOLD))
    to_copy = next((step for step in steps if step.value), None)
    parts: list[Element] = []
    for step in steps:
        parts += _step(step, language) if step is to_copy else [_in_a_line(step, language)]
    return richtext.block([title, *_joined(parts)])


def _joined(parts: Sequence[Element]) -> list[Element]:
    """The parts, lists that follow each other made one."""
    joined: list[Element] = []
    for part in parts:
        if joined and part["type"] == joined[-1]["type"] == "rich_text_list":
            items = [*joined[-1]["elements"], *part["elements"]]
            joined[-1] = {**joined[-1], "elements": items}
        else:
            joined.append(part)
    return joined


def _in_a_line(step: Advice, language: Language) -> Element:
    value = " ".join(shorten(step.value, MAX_INLINE).split()) if step.value else ""
    code = [*richtext.words(" "), *richtext.words(value, richtext.CODE)] if value else []
    return richtext.listing([[*richtext.sentence(step.sentence.to(language)), *code]])


def _step(step: Advice, language: Language) -> list[Element]:
    item = richtext.listing([richtext.sentence(step.sentence.to(language))])
    return [item, richtext.preformatted(shorten(step.value, MAX_CODE))] if step.value else [item]


def tree(root: Node | None, language: Language) -> Block | None:
    """The include tree as indented text with each counted term's number; nothing for a flat one."""
    if root is None or not any(branch.node for branch in root.branches):
        return None
    lines = list(islice(_lines(root, language), TREE_LINES + 1))
    if len(lines) > TREE_LINES:
        left = sum(1 for _ in _lines(root, language)) - TREE_LINES
        lines[TREE_LINES:] = [say.TREE_MORE.fill(count=left).to(language)]
    title = richtext.section(richtext.words(say.TREE.to(language), richtext.BOLD))
    return richtext.block([title, richtext.preformatted("\n".join(lines))])


def _lines(node: Node, language: Language, depth: int = 0) -> Iterator[str]:
    if depth > TREE_DEPTH:
        return
    for branch in node.branches:
        yield "   " * depth + _line(branch, language)
        if branch.node:
            yield from _lines(branch.node, language, depth + 1)


def _line(branch: Branch, language: Language) -> str:
    number = f"{branch.number:>2}." if branch.number is not None else " ·"
    remarks = [say.TREE_VOID.to(language)] if branch.void else []
    remarks += [branch.note.to(language).replace("`", "")] if branch.note else []
    remark = f"  ← {'; '.join(remarks)}" if remarks else ""
    return f"{number} {shorten(' '.join(branch.term.split()), TERM_LENGTH)}{remark}"
