"""Survey -> the tree of `Node` and `Branch` that people are shown, with a note where one helps."""

from bot.core.spf.limits import MAX_MX
from bot.core.spf.record import Broken, Fault, Record
from bot.core.spf.result import Branch, Node
from bot.core.spf.saying import shortened
from bot.core.spf.term import Redirect
from bot.core.spf.tree import Fate, Page, Step, Survey, Visit, parts_of
from bot.core.words import Text
from bot.core.words.spf_tree import (
    NOTE_AFTER_ALL,
    NOTE_BAD_NAME,
    NOTE_BROKEN,
    NOTE_CUT,
    NOTE_IGNORED,
    NOTE_LOOP,
    NOTE_MANY_MX,
    NOTE_NEEDS_CLIENT,
    NOTE_NONE,
    NOTE_SEVERAL,
    NOTE_SILENT,
    NOTE_UNREACHABLE,
    NOTE_VOID,
    REASONS,
)

ARROW = " → "

NOTES = {
    Fate.AFTER_ALL: NOTE_AFTER_ALL,
    Fate.UNREACHABLE: NOTE_UNREACHABLE,
    Fate.IGNORED: NOTE_IGNORED,
    Fate.LOOP: NOTE_LOOP,
    Fate.NEEDS_CLIENT: NOTE_NEEDS_CLIENT,
    Fate.BAD_NAME: NOTE_BAD_NAME,
    Fate.MANY_MX: NOTE_MANY_MX,
    Fate.CUT: NOTE_CUT,
}


def outline(survey: Survey) -> Node | None:
    """The tree of a survey; None where the domain publishes no SPF record, or DNS was silent."""
    return _node(survey.root)


def _node(visit: Visit) -> Node | None:
    page = visit.page
    if not page.records:
        return None
    nodes = [
        Node(page.domain, record.text, _branches(record, trunk, plain=not visit.remarkable))
        for record, trunk in zip(page.records, visit.trunks, strict=True)
    ]
    if len(nodes) == 1:
        return nodes[0]
    return Node(page.domain, None, tuple(Branch(node.record or "", node=node) for node in nodes))


def _branches(
    record: Record | Broken, trunk: tuple[Step, ...], *, plain: bool
) -> tuple[Branch, ...]:
    if plain and isinstance(record, Record):
        return tuple(map(Branch, record.words))
    return tuple(map(_branch, trunk, _words(record)))


def _words(record: Record | Broken) -> list[str]:
    """The words of a record, as it says them where it is legal, in the order of evaluation."""
    parts = parts_of(record)
    words = record.words if isinstance(record, Record) else map(str, parts)
    said = zip(parts, words, strict=True)
    return [word for _, word in sorted(said, key=lambda pair: isinstance(pair[0], Redirect))]


def _branch(step: Step, word: str) -> Branch:
    if not step.is_remarkable:
        return Branch(word)
    return Branch(
        term=word,
        number=step.number,
        void=step.voids > 0,
        note=_note(step),
        node=_node(step.visit) if step.visit else None,
    )


def _note(step: Step) -> Text | None:
    if isinstance(step.part, Fault):
        return step.part.sentence
    if step.reason:
        return NOTE_SILENT.fill(reason=REASONS[step.reason])
    if step.fate in NOTES:
        return NOTES[step.fate].fill(
            all=shortened(step.by),
            path=shortened(ARROW.join(step.path)),
            count=step.hosts,
            limit=MAX_MX,
        )
    if step.visit and not step.visit.usable:
        return _trouble(step.visit.page)
    return NOTE_VOID if step.voids else None


def _trouble(page: Page) -> Text:
    """Why the page that an include or redirect leads to cannot be used."""
    if not page.records:
        return NOTE_NONE
    if len(page.records) > 1:
        return NOTE_SEVERAL.fill(count=len(page.records))
    record = page.records[0]
    text = "" if isinstance(record, Record) else str(record.faults[0])
    return NOTE_BROKEN.fill(text=shortened(text))
