"""What an SPF evaluation and a survey come to: Result, Verdict, SpfReport."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.core.finding import Finding
from bot.core.typed.domain import u_labels
from bot.core.words import Text


class Result(StrEnum):
    """The seven results of check_host() (RFC 7208, 2.6)."""

    NONE = "none"
    NEUTRAL = "neutral"
    PASS = "pass"
    FAIL = "fail"
    SOFTFAIL = "softfail"
    TEMPERROR = "temperror"
    PERMERROR = "permerror"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a receiver decides for one client, and why.

    `explanation` is the text of `exp=` where the result is fail (RFC 7208, 6.2), else None;
    `reason` says which term of which record decided, or what failed. `lookups` counts terms that
    ask DNS, `void_lookups` questions that were answered with nothing (RFC 7208, 4.6.4).
    """

    result: Result
    explanation: str | None
    reason: Text
    lookups: int
    void_lookups: int


class Status(StrEnum):
    """A survey in one word."""

    OK = "ok"
    PROBLEM = "problem"
    UNKNOWN = "unknown"  # DNS did not tell


class Branch(NamedTuple):
    """One term of a record in the survey's tree.

    `number` is the running number of a counted term (1, 2, …), None for one that asks nothing;
    `void` tells that its question was answered with nothing; `note` is what went wrong or is
    remarkable (a loop's path, unreachable, DNS silent); `node` is the record an include or
    redirect leads to.
    """

    term: str
    number: int | None = None
    void: bool = False
    note: Text | None = None
    node: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Node:
    """One record of the survey's tree: the domain that publishes it, its text, its terms."""

    domain: str
    record: str | None
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class SpfReport:
    """The survey of a domain's SPF: everything `/checkspf DOMAIN` shows.

    `domain` is in A-labels; `record` is None where there is none or DNS did not tell, and the
    first of `records` where the domain publishes several (the tree then shows each);
    `lookups` is the true total, also beyond ten; `suggested_record` is the record to publish
    where a change is advised and a safe one exists; `provider` is the id of the mail host the
    domain uses, where DNS shows one, and `host` what people call it.
    """

    domain: str
    record: str | None
    status: Status
    lookups: int = 0
    void_lookups: int = 0
    findings: tuple[Finding, ...] = ()
    suggested_record: str | None = None
    tree: Node | None = None
    provider: str | None = None
    networks: int = 0  # how many IP networks the whole tree allows
    widest: str | None = None  # the widest of them, "192.0.2.0/24"
    missing: tuple[str, ...] = field(default=())  # names DNS did not tell about
    records: tuple[str, ...] = ()  # every SPF record of the domain, where there are several
    host: str | None = None

    @property
    def shown(self) -> str:
        """The domain as people write it."""
        return u_labels(self.domain)

    @property
    def published(self) -> str | None:
        """What the domain publishes as SPF, one record a line; None as for `record`."""
        return "\n".join(self.records) or self.record
