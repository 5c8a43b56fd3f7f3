"""SPF trees to measure on: how deep each is, and how many distinct questions it takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.playground.nameserver import MX, TXT, A, Entry, Zone

PADDING = 600  # octets of the smallest big TXT answer
STEP = 50  # octets by which each is bigger than the one before


@dataclass(frozen=True)
class Tree:
    """One domain with all it includes.

    `depth` is how many replies have to be waited for one after the other, `questions` how many
    distinct ones there are, where hosts are asked for one address family.
    """

    title: str
    domain: str
    records: dict[str, str]
    depth: int
    questions: int
    hosts: dict[str, list[str]]  # the MX names of a domain
    padded: bool = False

    def zone(self) -> Zone:
        """The tree as a name server answers it, under its own domain."""
        entries: dict[str, list[Entry]] = {}
        for number, (name, record) in enumerate(self.records.items()):
            text = self._padded(record, number) if self.padded else record
            entries.setdefault(name, []).append(TXT(text))
        for name, hosts in self.hosts.items():
            entries.setdefault(name, []).extend(MX(10, host) for host in hosts)
            for host in hosts:
                entries.setdefault(host, []).append(A("198.51.100.1"))
        for name in self._addresses():
            entries.setdefault(name, []).append(A("198.51.100.2"))
        return entries

    def _addresses(self) -> Iterator[str]:
        for name, record in self.records.items():
            for term in record.split():
                if term == "a":
                    yield name
                if term.startswith("a:"):
                    yield term[2:]

    def _padded(self, record: str, number: int) -> str:
        """The record with addresses in it until it is as big as its number says."""
        head, end = record.rsplit(" ", 1)
        size = PADDING + STEP * number
        network = 0
        while len(head) + len(end) < size:
            head += f" ip4:192.0.{network}.0/24"
            network += 1
        return f"{head} {end}"


def ten_terms(d: str = "ten.example") -> Tree:
    """Three deep: includes in includes, hosts and mail hosts at the top and below."""
    return Tree(
        "ten terms",
        d,
        {
            d: f"v=spf1 include:a.{d} include:b.{d} include:c.{d} a mx -all",
            f"a.{d}": f"v=spf1 include:a1.{d} include:a2.{d} ~all",
            f"b.{d}": f"v=spf1 include:b1.{d} a:host.{d} ~all",
            f"c.{d}": f"v=spf1 include:c1.{d} ip4:192.0.2.0/28 ~all",
            f"a1.{d}": "v=spf1 ip4:192.0.2.16/28 ip6:2001:db8::/48 ~all",
            f"a2.{d}": "v=spf1 ip4:192.0.2.32/28 ~all",
            f"b1.{d}": "v=spf1 ip4:192.0.2.48/28 ~all",
            f"c1.{d}": "v=spf1 ip4:192.0.2.64/28 ~all",
        },
        depth=3,
        questions=13,
        hosts={d: [f"mx1.{d}", f"mx2.{d}"]},
    )


def nine_terms(title: str = "nine terms", d: str = "nine.example", *, padded: bool = False) -> Tree:
    """Three deep, with or without records that make TXT answers of 600 to 1,150 octets."""
    return Tree(
        title,
        d,
        {
            d: f"v=spf1 include:a.{d} include:b.{d} include:c.{d} a mx -all",
            f"a.{d}": f"v=spf1 include:a1.{d} include:a2.{d} ~all",
            f"b.{d}": f"v=spf1 include:b1.{d} a:host.{d} ~all",
            f"c.{d}": "v=spf1 ip4:192.0.2.0/28 ~all",
            f"a1.{d}": "v=spf1 ip4:192.0.2.16/28 ~all",
            f"a2.{d}": "v=spf1 ip4:192.0.2.32/28 ~all",
            f"b1.{d}": "v=spf1 ip4:192.0.2.48/28 ~all",
        },
        depth=3,
        questions=12,
        hosts={d: [f"mx1.{d}", f"mx2.{d}"]},
        padded=padded,
    )


def three_hosts() -> Tree:
    """A customer of IONOS who also sends through Microsoft and Google."""
    d = "three.example"
    google = [f"_netblocks{number}.google.{d}" for number in ("", "2", "3")]
    return Tree(
        "IONOS + Microsoft + Google + mx",
        d,
        {
            d: f"v=spf1 include:_spf-eu.ionos.{d} include:spf.outlook.{d} include:_spf.google.{d} mx ~all",
            f"_spf-eu.ionos.{d}": "v=spf1 ip4:212.227.126.128/25 ip4:82.165.159.0/26 ?all",
            f"spf.outlook.{d}": "v=spf1 ip4:40.92.0.0/15 ip4:52.100.0.0/15 ip6:2a01:111:f400::/48 -all",
            f"_spf.google.{d}": "v=spf1 "
            + " ".join(f"include:{name}" for name in google)
            + " ~all",
            google[0]: "v=spf1 ip4:35.190.247.0/24 ip4:64.233.160.0/19 ~all",
            google[1]: "v=spf1 ip6:2001:4860:4000::/36 ip6:2404:6800:4000::/36 ~all",
            google[2]: "v=spf1 ip4:172.217.0.0/19 ip4:108.177.96.0/19 ~all",
        },
        depth=3,
        questions=10,
        hosts={d: [f"mx00.ionos.{d}", f"mx01.ionos.{d}"]},
    )


def chain() -> Tree:
    """Eight includes, each in the one before: nothing can be asked ahead."""
    d = "chain.example"
    links = {f"n{n}.{d}": f"v=spf1 include:n{n + 1}.{d} ~all" for n in range(1, 8)}
    records = {d: f"v=spf1 include:n1.{d} -all", **links, f"n8.{d}": "v=spf1 ip4:192.0.2.0/28 ~all"}
    return Tree("chain of eight", d, records, depth=9, questions=9, hosts={})


def sixteen_terms() -> Tree:
    """Six more than are allowed, all to be shown."""
    d = "sixteen.example"
    records = {d: "v=spf1 " + " ".join(f"include:n{n}.{d}" for n in range(4)) + " -all"}
    for n in range(4):
        records[f"n{n}.{d}"] = (
            "v=spf1 " + " ".join(f"include:n{n}{m}.{d}" for m in range(3)) + " ~all"
        )
        records |= {f"n{n}{m}.{d}": f"v=spf1 ip4:192.0.{n}.{m} ~all" for m in range(3)}
    return Tree("sixteen terms", d, records, depth=3, questions=17, hosts={})


def trees() -> list[Tree]:
    """All of them, in the order of the table."""
    big = nine_terms("nine terms, TXT of 600 to 1,150 octets", "big.example", padded=True)
    return [ten_terms(), nine_terms(), three_hosts(), chain(), sixteen_terms(), big]
