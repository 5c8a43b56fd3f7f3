"""What a survey finds, as values: the page a name publishes, the steps of its records, the tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import NamedTuple, TypeAlias

from bot.core.lookup import NoResponse, Reason, Records, Response, queryable
from bot.core.spf.network import EVERYBODY, Network
from bot.core.spf.record import Broken, Fault, Record, is_spf, parse, resembles_spf
from bot.core.spf.term import All, Include, Modifier, Qualifier, Redirect, Term

Part: TypeAlias = Term | Fault


@dataclass(frozen=True, slots=True)
class Page:
    """What the TXT records at one name are for SPF.

    `nearly` are texts that somebody meant to be SPF though receivers ignore them; `octets` is the
    length of all TXT records together; `silent` tells why DNS did not tell, and then nothing else
    here says anything. `living` is the nearest name above that exists, of a domain that does not.
    """

    domain: str
    records: tuple[Record | Broken, ...] = ()
    nearly: tuple[str, ...] = ()
    octets: int = 0
    name_exists: bool = True
    silent: Reason | None = None
    living: str | None = None

    @property
    def void(self) -> bool:
        """Whether DNS answered that there is no TXT record at all."""
        return self.silent is None and self.octets == 0

    @property
    def record(self) -> Record | None:
        """The one legal record that receivers use; None where there is anything else."""
        only = self.records[0] if len(self.records) == 1 else None
        return only if isinstance(only, Record) else None


def read_page(domain: str, response: Response) -> Page:
    """The page of a domain from the response to its TXT query (RFC 7208, 4.5)."""
    if isinstance(response, NoResponse):
        return Page(domain, silent=response.reason)
    texts = [value for value in response.values if isinstance(value, str)]
    return Page(
        domain,
        records=tuple(map(parse, spf_texts(response))),
        nearly=tuple(text for text in texts if resembles_spf(text) and not is_spf(text)),
        octets=sum(len(text.encode()) + 1 for text in texts),  # 1: a string's length octet
        name_exists=response.name_exists,
    )


def wrong_places(domain: str) -> tuple[str, ...]:
    """Where a record lands that was meant for the domain: at `www`, or its name entered in full."""
    return tuple(name for name in (f"www.{domain}", f"{domain}.{domain}") if queryable(name))


def spf_texts(response: Records) -> list[str]:
    """The SPF records among the TXT records of a name, as published (RFC 7208, 4.5)."""
    return [text for text in response.values if isinstance(text, str) and is_spf(text)]


def parts_of(record: Record | Broken) -> tuple[Part, ...]:
    """Every word of a record in its order: terms, and what is no term."""
    return record.parts if isinstance(record, Broken) else record.terms


class Fate(StrEnum):
    """What became of one term of a record."""

    DONE = "done"
    AFTER_ALL = "after all"  # RFC 7208, 5.1: never tested
    UNREACHABLE = "unreachable"  # behind an include that matches everybody
    IGNORED = "ignored"  # RFC 7208, 6.1: a redirect beside an all
    LOOP = "loop"
    NEEDS_CLIENT = "needs client"  # its macros, or ptr
    BAD_NAME = "bad name"  # a name that DNS cannot be asked for
    MANY_MX = "many mx"  # RFC 7208, 4.6.4
    SILENT = "silent"
    CUT = "cut"


# Looking a member up in an enum takes longer than all else that a step is asked for.
DONE, PASS = Fate.DONE, Qualifier.PASS


class Step(NamedTuple):
    """One term of a record and what it came to.

    `number` runs through the counted terms in the order of evaluation; `voids` counts this term's
    own questions that were answered with nothing; `networks` are those it matches itself;
    `target` is the name it asks about; `path` leads from the domain to here and, in a loop, back
    to a name on it; `by` is the term that keeps it from being read; `hosts` counts MX records.
    """

    part: Part
    fate: Fate = DONE
    number: int | None = None
    target: str | None = None
    voids: int = 0
    networks: tuple[Network, ...] = ()
    visit: "Visit | None" = None
    path: tuple[str, ...] = ()
    reason: Reason | None = None
    by: str = ""
    hosts: int = 0

    @property
    def passes(self) -> bool:
        """Whether a client that this term matches may send."""
        term = self.part
        if self.fate is not DONE or isinstance(term, Fault):
            return False
        if isinstance(term, Modifier):
            return isinstance(term, Redirect)
        return term.qualifier is PASS

    @property
    def is_remarkable(self) -> bool:
        """Whether there is more to it than that it stands there, as most terms of big records do."""
        asks = self.number is not None
        return asks or self.fate is not DONE or isinstance(self.part, Fault)

    @property
    def cost(self) -> int:
        """How many counted terms this one stands for, itself included."""
        return (self.visit.cost if self.visit else 0) + (self.number is not None)

    @property
    def opens(self) -> bool:
        """Whether every client matches it, as far as it is reached."""
        return self.visit.passes_everybody if self.visit else isinstance(self.part, All)

    @property
    def stops(self) -> bool:
        """Whether every client is decided here, so that nothing behind it is read."""
        if self.fate is not DONE:
            return False
        if isinstance(self.part, Include):
            return self.visit is not None and self.visit.passes_everybody
        return isinstance(self.part, All)


def _everybody(steps: tuple[Step, ...]) -> bool:
    """Whether a record with these steps lets every client pass."""
    for step in steps:
        if isinstance(step.part, All) or not step.passes:
            return step.passes
        if step.visit and step.visit.passes_everybody:
            return True
        if isinstance(step.part, Include) and not (step.visit and step.visit.usable):
            return False
    return False


def _in_a_row(trunks: tuple[tuple[Step, ...], ...]) -> tuple[Step, ...]:
    return trunks[0] if len(trunks) == 1 else tuple(chain(*trunks))


@dataclass(frozen=True, slots=True)
class Visit:
    """A page and the steps of each of its records (receivers use them only if there is one)."""

    page: Page
    trunks: tuple[tuple[Step, ...], ...] = ()
    passes_everybody: bool = False  # `+all` with nothing refused before it
    cost: int = 0  # how many counted terms there are, at any depth
    remarkable: tuple[Step, ...] = ()  # the steps that ask DNS, are not read, or are no terms
    allowed: frozenset[Network] = frozenset()  # what gets a pass, as far as no client matters

    @classmethod
    def of(cls, page: Page, trunks: tuple[tuple[Step, ...], ...]) -> "Visit":
        """The visit of a page whose records came to these steps."""
        steps = _in_a_row(trunks)
        remarkable = tuple(step for step in steps if step.is_remarkable)
        cost = sum(step.cost for step in remarkable)
        if page.record is None:
            return cls(page, trunks, cost=cost, remarkable=remarkable)
        passing = [step for step in steps if step.passes]
        everybody = any(step.opens for step in passing) and _everybody(steps)
        allowed = frozenset(chain.from_iterable(map(allowed_by, passing)))
        return cls(page, trunks, everybody, cost, remarkable, allowed)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of all records, one record after the other."""
        return _in_a_row(self.trunks)

    @property
    def usable(self) -> bool:
        """Whether there is one legal record; what it leads to may still fail."""
        return self.page.record is not None

    def walk(self) -> Iterator[Step]:
        """Every step of the whole tree, in the order of evaluation."""
        for step in self.steps:
            yield step
            if step.visit:
                yield from step.visit.walk()

    def walk_remarkable(self) -> Iterator[Step]:
        """Every remarkable step of the whole tree, in the order of evaluation."""
        for step in self.remarkable:
            yield step
            if step.visit:
                yield from step.visit.walk_remarkable()


def allowed_by(step: Step) -> Iterable[Network]:
    """The networks that one step lets pass, where a match of it is a pass."""
    own = EVERYBODY if isinstance(step.part, All) else step.networks
    return step.visit.allowed.union(own) if step.visit else own


@dataclass(frozen=True, slots=True)
class Survey:
    """The whole tree of a domain's SPF, also beyond what a receiver follows.

    `lookups` and `void_lookups` are the true totals; `silent` pairs each name that DNS did not
    tell about with the reason; `cut` tells that the tree is too big to be walked to its end.
    """

    root: Visit
    lookups: int = 0
    void_lookups: int = 0
    silent: tuple[tuple[str, Reason], ...] = field(default=())
    cut: bool = False

    @property
    def domain(self) -> str:
        """The domain whose SPF this is."""
        return self.root.page.domain
