"""DMARC of a domain by the tree walk of RFC 9989: policy, organizational domain, alignment."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.core.lookup import Kind, Lookups, NoResponse, Query, Reason, Response, queryable

LONGEST_WALK = 8  # queries of one tree walk (RFC 9989, 4.10)
LABELS_AFTER_A_JUMP = 7  # where a name of 8 labels or more goes on (RFC 9989, 4.10)
VERSION = "dmarc1"
POLICIES = ("none", "quarantine", "reject")


@dataclass(frozen=True, slots=True)
class DmarcRecord:
    """One DMARC policy record: where it was found, its tags (names in lower case), its TTL."""

    domain: str
    tags: dict[str, str] = field(hash=False)
    ttl: int = 0

    @property
    def psd(self) -> str:
        """The tag psd: "y" public suffix, "n" organizational domain, "u" unsaid (RFC 9989, 4.7)."""
        return self.tags.get("psd", "u").lower()

    def policy(self, *, below: bool, exists: bool = True) -> str:
        """The policy for this domain itself, or for one below it that exists or does not.

        A missing or unknown value is "none" (RFC 9989, 4.7: p, sp, np).
        """
        names = ("p",) if not below else ("sp", "p") if exists else ("np", "sp", "p")
        value = next((self.tags[name] for name in names if name in self.tags), "none").lower()
        return value if value in POLICIES else "none"

    def strict(self, tag: str) -> bool:
        """Whether "aspf" or "adkim" demands the same domain instead of the same organization."""
        return self.tags.get(tag, "r").lower() == "s"


@dataclass(frozen=True, slots=True)
class TreeWalk:
    """What the walk from a domain upwards found: records from below to above, and who was silent."""

    domain: str
    records: tuple[DmarcRecord, ...] = ()
    silent: tuple[tuple[str, Reason], ...] = ()

    @property
    def organizational(self) -> str | None:
        """The organizational domain (RFC 9989, 4.10.2); None where silence leaves it open."""
        for record in self.records:
            if record.psd == "n":
                return record.domain
            if record.psd == "y" and record.domain != self.domain:
                return _one_below(record.domain, self.domain)
        if self.silent:
            return None
        return self.records[-1].domain if self.records else self.domain

    @property
    def record(self) -> DmarcRecord | None:
        """The record whose policy holds for the domain (RFC 9989, 4.10.1); None if there is none.

        Also None where a silent server may hide the right one: ask `unknown`.
        """
        if self.unknown:
            return None
        at_domain = self.records and self.records[0].domain == self.domain
        return self.records[0] if at_domain else self._of_organization()

    @property
    def unknown(self) -> bool:
        """Whether DNS did not tell enough to say which policy holds."""
        found_at_domain = bool(self.records) and self.records[0].domain == self.domain
        return not found_at_domain and bool(self.silent)

    def _of_organization(self) -> DmarcRecord | None:
        by_domain = {record.domain: record for record in self.records}
        of_suffix = next((record for record in self.records if record.psd == "y"), None)
        return by_domain.get(self.organizational or "") or of_suffix


def walk_names(domain: str) -> tuple[str, ...]:
    """The names that a tree walk may ask, in its order: `_dmarc.` before each (RFC 9989, 4.10)."""
    labels = domain.split(".")
    if len(labels) > LABELS_AFTER_A_JUMP:
        steps = [labels, *(labels[-count:] for count in range(LABELS_AFTER_A_JUMP, 0, -1))]
    else:
        steps = [labels[start:] for start in range(len(labels))]
    names = ("_dmarc." + ".".join(step) for step in steps)
    return tuple(name for name in names if queryable(name))[:LONGEST_WALK]


def walk(domain: str) -> Lookups[TreeWalk]:
    """The tree walk from a domain in A-labels up to its top-level domain."""
    records: list[DmarcRecord] = []
    silent: list[tuple[str, Reason]] = []
    for name in walk_names(domain):
        response = yield Query(name, Kind.TXT)
        if isinstance(response, NoResponse):
            silent.append((name, response.reason))
            continue
        record = _only_record(name.removeprefix("_dmarc."), response)
        if record:
            records.append(record)
        if record and record.psd in {"y", "n"}:
            break
    return TreeWalk(domain, tuple(records), tuple(silent))


def _only_record(domain: str, response: Response) -> DmarcRecord | None:
    """The one record at a name; several count as none (RFC 9989, 4.10)."""
    if isinstance(response, NoResponse):
        return None
    tags = [_tags(value) for value in response.values if isinstance(value, str)]
    found = [tag for tag in tags if tag]
    return DmarcRecord(domain, found[0], response.ttl) if len(found) == 1 else None


def _tags(text: str) -> dict[str, str]:
    """The tags of a record, empty if `v=DMARC1` is not the first (RFC 9989, 4.7)."""
    pairs = [part.partition("=") for part in text.split(";") if part.strip()]
    tags = [(name.strip().lower(), value.strip()) for name, _, value in pairs]
    if not tags or tags[0][0] != "v" or tags[0][1].lower() != VERSION:
        return {}
    return dict(reversed(tags))  # of two tags with one name the first counts


def _one_below(suffix: str, domain: str) -> str:
    count = suffix.count(".") + 2
    return ".".join(domain.split(".")[-count:])


def aligned(first: TreeWalk, second: TreeWalk, *, strict: bool) -> bool | None:
    """Whether two domains align (RFC 9989, 4.10 and 5.1); None where silence leaves it open."""
    if first.domain == second.domain:
        return True
    if strict:
        return False
    if first.organizational is None or second.organizational is None:
        return None
    return first.organizational == second.organizational


def queries(domains: Iterable[str]) -> tuple[Query, ...]:
    """Every question of the walks from these domains, each once, to be started at once."""
    names = (name for domain in domains for name in walk_names(domain))
    return tuple(dict.fromkeys(Query(name, Kind.TXT) for name in names))
