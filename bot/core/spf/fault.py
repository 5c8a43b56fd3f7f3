"""What is wrong with a word of an SPF record: its place, its name, and its cure."""

from dataclasses import dataclass

from bot.core.spf.term import Term
from bot.core.words import Text
from bot.core.words.spf_reason import CURES, FAULTS, REMOVE, WRITE

OWN_CURES = {
    "version-glued",
    "version-special-space",
    "stray-space",
}  # whose cure is said although the meaning is known
LONGEST_SHOWN = 80  # characters of a word that a sentence repeats


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one word (or two that belong together) of a record.

    `position` is the 0-based offset of `term` in the record's text; `code` is stable; `meant` are
    the terms that the author surely wanted, empty where nobody can know.
    """

    position: int
    term: str
    code: str
    sentence: Text
    cure: Text
    meant: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return self.term


def fault(position: int, term: str, code: str, meant: tuple[Term, ...] = ()) -> Fault:
    """The fault of this code, with its sentences filled."""
    shown = term if len(term) <= LONGEST_SHOWN else term[:LONGEST_SHOWN] + "…"
    cure = WRITE if meant and code not in OWN_CURES else CURES.get(code, REMOVE)
    return Fault(
        position,
        term,
        code,
        FAULTS[code].fill(term=shown),
        cure.fill(term=shown, meant=" ".join(map(str, meant))),
        meant,
    )
