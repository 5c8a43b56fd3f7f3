"""A record being repaired: mended, merged and tidied by its text alone, always one legal record."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.spf.grammar import read_term
from bot.core.spf.network import EVERYBODY, Network
from bot.core.spf.opening import VERSION
from bot.core.spf.record import Broken, Fault, Record
from bot.core.spf.slip import suspect
from bot.core.spf.target import matches
from bot.core.spf.term import (
    All,
    Explanation,
    Include,
    Ip4,
    Ip6,
    Mechanism,
    Modifier,
    Ptr,
    Qualifier,
    Redirect,
    Term,
    Unknown,
)

SOFT_END = All(Qualifier.SOFTFAIL)  # refuses nobody outright: the safe end of a repaired record
REFUSING = frozenset({Qualifier.FAIL, Qualifier.SOFTFAIL})


@dataclass(frozen=True, slots=True)
class Draft:
    """One record to be: its mechanisms in their order, how it ends, its other modifiers.

    `str()` prints it. It is legal by its making; whether it *works* only a survey can tell.
    """

    mechanisms: tuple[Mechanism, ...] = ()
    end: All | Redirect = SOFT_END
    modifiers: tuple[Explanation | Unknown, ...] = ()

    def __str__(self) -> str:
        return " ".join([VERSION, *map(str, (*self.mechanisms, self.end, *self.modifiers))])

    def without(self, dropped: Iterable[Mechanism]) -> "Draft":
        """The draft without some of its mechanisms."""
        gone = set(dropped)
        return replace(self, mechanisms=tuple(m for m in self.mechanisms if m not in gone))

    def without_ptr(self) -> "Draft":
        """The draft without `ptr`, which SHOULD NOT be published (RFC 7208, 5.5), if more is left."""
        others = tuple(m for m in self.mechanisms if not isinstance(m, Ptr))
        return replace(self, mechanisms=others) if others else self


def draft(records: Iterable[Record | Broken]) -> Draft:
    """All that is right in the records, as one: slips mended, repetitions and `+all` gone.

    Terms behind an `all` come before it; of several ends that disagree the softer one is kept; a
    redirect that cannot end the record becomes an include of the same name.
    """
    sources = [tuple(_mended(record)) for record in records]
    ends = [_end(parts) for parts in sources]
    end = ends[0] if ends and all(other == ends[0] for other in ends) else SOFT_END
    parts = [part for source in sources for part in _with_redirects_as(end, source)]
    mechanisms = [part for part in parts if not isinstance(part, All | Modifier)]
    return Draft(_tidy(mechanisms), end, tuple(_other_modifiers(parts)))


def nobody_sends(records: Sequence[Record | Broken]) -> bool:
    """Whether the records say on purpose that nobody sends, like `v=spf1 -all`."""
    ends = [term for record in records for term in record.terms if not isinstance(term, Modifier)]
    refusing = all(isinstance(end, All) and end.qualifier in REFUSING for end in ends)
    return bool(ends) and refusing and not any(isinstance(r, Broken) for r in records)


def _mended(record: Record | Broken) -> Iterator[Term]:
    """The terms of a record, with what was surely meant in place of each slip."""
    if isinstance(record, Broken):
        for part in record.parts:
            yield from _meant(part) if isinstance(part, Fault) else _mended_terms((part,))
    else:
        yield from _mended_terms(record.terms)


def _mended_terms(terms: tuple[Term, ...]) -> Iterator[Term]:
    for term in terms:
        slip = suspect(0, term)
        yield from slip.meant if slip else (term,)


def _meant(fault: Fault) -> tuple[Term, ...]:
    if fault.code == "repeated-modifier":
        again = read_term(fault.term)
        return (again,) if isinstance(again, Redirect) else ()
    return fault.meant


def _end(parts: tuple[Term, ...]) -> All | Redirect:
    """How a record ends: its first `all`, or its only redirect, or else softly."""
    ends = [part for part in parts if isinstance(part, All)]
    if ends:
        return SOFT_END if ends[0].qualifier is Qualifier.PASS else ends[0]
    redirects = dict.fromkeys(part for part in parts if isinstance(part, Redirect))
    return next(iter(redirects)) if len(redirects) == 1 else SOFT_END


def _with_redirects_as(end: All | Redirect, parts: tuple[Term, ...]) -> Iterator[Term]:
    yield from (part for part in parts if not isinstance(part, Redirect))
    for part in parts:
        if isinstance(part, Redirect) and part != end:
            yield Include(part.domain)


def _tidy(mechanisms: Iterable[Mechanism]) -> tuple[Mechanism, ...]:
    """Each mechanism once, the first wins; without what stands for the whole world."""
    first: dict[Network | str | None, Mechanism] = {}
    for mechanism in mechanisms:
        first.setdefault(matches(mechanism), mechanism)
    return tuple(m for m in first.values() if not _is_everybody(m))


def _is_everybody(mechanism: Mechanism) -> bool:
    return isinstance(mechanism, Ip4 | Ip6) and mechanism.network in EVERYBODY


def _other_modifiers(parts: Iterable[Term]) -> Iterator[Explanation | Unknown]:
    explained = False
    for part in dict.fromkeys(parts):
        if isinstance(part, Explanation):
            if not explained:
                yield part
            explained = True
        elif isinstance(part, Unknown):
            yield part
