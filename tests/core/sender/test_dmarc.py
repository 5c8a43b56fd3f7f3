"""The tree walk of RFC 9989 without a server: names, policy, organizational domain, alignment."""

import pytest

from bot.core.lookup import Lookups, NoResponse, Query, Reason, Records, Response
from bot.core.sender.dmarc import TreeWalk, aligned, walk, walk_names

Dns = dict[str, list[str] | Reason]


def drive(lookups: Lookups[TreeWalk], dns: Dns) -> tuple[TreeWalk, list[str]]:
    """The walk's value, and the names it asked, from a table of TXT records."""
    asked: list[str] = []

    def respond(query: Query) -> Response:
        asked.append(query.name)
        known = dns.get(query.name, [])
        return NoResponse(known) if isinstance(known, Reason) else Records(tuple(known))

    try:
        query = next(lookups)
        while True:
            query = lookups.send(respond(query))
    except StopIteration as end:
        return end.value, asked


def walked(domain: str, dns: Dns) -> TreeWalk:
    return drive(walk(domain), dns)[0]


def test_a_short_name_is_walked_label_by_label() -> None:
    assert walk_names("mail.example.com") == (
        "_dmarc.mail.example.com",
        "_dmarc.example.com",
        "_dmarc.com",
    )


def test_a_long_name_jumps_to_seven_labels_and_costs_eight_queries() -> None:
    # RFC 9989, 4.10: a.b.c.d.e.f.g.h.i.j.mail.example.com goes on at g.h.i.j.mail.example.com.
    names = walk_names("a.b.c.d.e.f.g.h.i.j.mail.example.com")

    assert len(names) == 8
    assert names[:3] == (
        "_dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com",
        "_dmarc.g.h.i.j.mail.example.com",
        "_dmarc.h.i.j.mail.example.com",
    )
    assert names[-1] == "_dmarc.com"


def test_a_name_of_eight_labels_asks_each_level_once() -> None:
    assert len(walk_names("a.b.c.d.e.f.example.com")) == 8


NONE, REJECT, QUARANTINE = "v=DMARC1; p=none", "v=DMARC1; p=reject", "v=DMARC1; p=quarantine"

POLICIES = {
    "at the domain": ("example.com", {"_dmarc.example.com": [REJECT]}, ("example.com", "reject")),
    "of the organization": (
        "mail.example.com",
        {"_dmarc.example.com": [REJECT]},
        ("example.com", "reject"),
    ),
    "for subdomains": (
        "mail.example.com",
        {"_dmarc.example.com": ["v=DMARC1; p=reject; sp=none"]},
        ("example.com", "none"),
    ),
    "own before the organization's": (
        "mail.example.com",
        {"_dmarc.mail.example.com": [QUARANTINE], "_dmarc.example.com": [REJECT]},
        ("mail.example.com", "quarantine"),
    ),
    "the middle one is passed over": (
        "a.mail.example.com",
        {"_dmarc.mail.example.com": [QUARANTINE], "_dmarc.example.com": [REJECT]},
        ("example.com", "reject"),
    ),
    "psd=n stops the walk": (
        "a.mail.example.com",
        {"_dmarc.mail.example.com": [QUARANTINE + "; psd=n"], "_dmarc.example.com": [REJECT]},
        ("mail.example.com", "quarantine"),
    ),
    "of a public suffix": (
        "example.bank",
        {"_dmarc.bank": ["v=DMARC1; p=reject; psd=y"]},
        ("bank", "reject"),
    ),
    "spaces and case": (
        "example.com",
        {"_dmarc.example.com": [" V = dmarc1 ;P= Reject "]},
        ("example.com", "reject"),
    ),
    "no p is none": ("example.com", {"_dmarc.example.com": ["v=DMARC1; rua=mailto:a@b.c"]}, ("example.com", "none")),
    "unknown p is none": ("example.com", {"_dmarc.example.com": ["v=DMARC1; p=refuse"]}, ("example.com", "none")),
    "other records beside it": (
        "example.com",
        {"_dmarc.example.com": ["hello", REJECT]},
        ("example.com", "reject"),
    ),
    "two records count as none": ("example.com", {"_dmarc.example.com": [REJECT, NONE]}, None),
    "version not first": ("example.com", {"_dmarc.example.com": ["p=reject; v=DMARC1"]}, None),
    "nothing": ("example.com", {}, None),
}  # fmt: skip


@pytest.mark.parametrize(("domain", "dns", "expected"), POLICIES.values(), ids=POLICIES.keys())
def test_the_policy_is_found_as_the_standard_says(
    domain: str, dns: Dns, expected: tuple[str, str] | None
) -> None:
    found = walked(domain, dns)
    record = found.record

    assert not found.unknown
    assert (record and (record.domain, record.policy(below=record.domain != domain))) == expected


def test_a_domain_that_does_not_exist_falls_under_np() -> None:
    record = walked(
        "gone.example.com", {"_dmarc.example.com": ["v=DMARC1; p=none; np=reject"]}
    ).record

    assert record
    assert record.policy(below=True, exists=False) == "reject"


ORGANIZATIONS = {
    "no record at all": ("a.example.com", {}, "a.example.com"),
    "fewest labels": ("a.example.com", {"_dmarc.example.com": [NONE], "_dmarc.a.example.com": [NONE]}, "example.com"),
    "one below a public suffix": ("a.b.example.bank", {"_dmarc.bank": [NONE + "; psd=y"]}, "example.bank"),
    "psd=n": ("a.b.example.com", {"_dmarc.b.example.com": [NONE + "; psd=n"], "_dmarc.example.com": [NONE]}, "b.example.com"),
    "the public suffix itself": ("bank", {"_dmarc.bank": [NONE + "; psd=y"]}, "bank"),
    "silence above": ("a.example.com", {"_dmarc.example.com": Reason.TIMED_OUT}, None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("domain", "dns", "organization"), ORGANIZATIONS.values(), ids=ORGANIZATIONS.keys()
)
def test_the_organizational_domain_is_found_as_the_standard_says(
    domain: str, dns: Dns, organization: str | None
) -> None:
    assert walked(domain, dns).organizational == organization


SILENT = {
    "at the domain": ({"_dmarc.mail.example.com": Reason.SERVFAIL, "_dmarc.example.com": [REJECT]}, True),
    "above, none below": ({"_dmarc.example.com": Reason.TIMED_OUT}, True),
    "above, but the domain has its own": ({"_dmarc.mail.example.com": [REJECT], "_dmarc.com": Reason.REFUSED}, False),
}  # fmt: skip


@pytest.mark.parametrize(("dns", "unknown"), SILENT.values(), ids=SILENT.keys())
def test_silence_is_never_taken_for_no_policy(dns: Dns, *, unknown: bool) -> None:
    assert walked("mail.example.com", dns).unknown is unknown


def test_the_walk_asks_no_further_once_it_knows_the_organization() -> None:
    _, asked = drive(walk("mail.example.com"), {"_dmarc.example.com": [NONE + "; psd=n"]})

    assert asked == ["_dmarc.mail.example.com", "_dmarc.example.com"]


ALIGNMENT = {
    "same": ("example.com", "example.com", {}, True, True),
    "subdomain, relaxed": ("mail.example.com", "example.com", {"_dmarc.example.com": [NONE]}, False, True),
    "subdomain, strict": ("mail.example.com", "example.com", {"_dmarc.example.com": [NONE]}, True, False),
    "siblings, relaxed": ("a.example.com", "b.example.com", {"_dmarc.example.com": [NONE]}, False, True),
    "siblings without any record": ("a.example.com", "b.example.com", {}, False, False),
    "strangers": ("example.com", "example.org", {"_dmarc.example.com": [NONE]}, False, False),
    "silence": ("a.example.com", "b.example.com", {"_dmarc.example.com": Reason.TIMED_OUT}, False, None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "dns", "strict", "expected"), ALIGNMENT.values(), ids=ALIGNMENT.keys()
)
def test_domains_align_by_organization_or_strictly(
    one: str, other: str, dns: Dns, *, strict: bool, expected: bool | None
) -> None:
    assert aligned(walked(one, dns), walked(other, dns), strict=strict) is expected
