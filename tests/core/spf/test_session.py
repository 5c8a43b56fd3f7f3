"""Who is checked, and what the macros know of the session."""

from ipaddress import ip_address

import pytest

from bot.core.lookup import Kind
from bot.core.spf.session import Session, a_labels, askable


def session(sender: str, ip: str = "192.0.2.1", helo: str = "mail.example.net") -> Session:
    return Session(ip_address(ip), sender, helo)


IDENTITIES = {
    "4.3 a sender": ("alice@example.com", "alice", "example.com"),
    "4.3 no local-part": ("@example.com", "postmaster", "example.com"),
    "4.3 no @": ("example.com", "postmaster", "example.com"),
    "2.4 no sender": ("", "postmaster", "mail.example.net"),
    "2.4 no sender, as SMTP writes it": ("<>", "postmaster", "mail.example.net"),
    "4.3 the last @ counts": ('"a@b"@example.com', '"a@b"', "example.com"),
    "4.3 a final dot": ("alice@example.com.", "alice", "example.com"),
    "8616 U-labels": ("jörg@Bücher.example", "jörg", "xn--bcher-kva.example"),
}


@pytest.mark.parametrize(("sender", "local", "domain"), IDENTITIES.values(), ids=IDENTITIES.keys())
def test_the_sender_or_else_the_helo_name_is_checked(sender: str, local: str, domain: str) -> None:
    checked = session(sender)

    assert (checked.local_part, checked.domain) == (local, domain)
    assert checked.well_formed


def test_ipv4_that_came_mapped_is_ipv4() -> None:
    mapped = session("", "::ffff:192.0.2.1")

    assert mapped.client == ip_address("192.0.2.1")
    assert mapped.address_kind is Kind.A
    assert session("", "2001:db8::1").address_kind is Kind.AAAA


def test_a_label_that_has_no_a_label_stays_and_is_no_domain() -> None:
    assert a_labels("☃.example") == "☃.example"
    assert not session("alice@☃.example").well_formed


def test_a_surrogate_in_a_sender_is_borne() -> None:
    assert session("\ud800@\ud800.example").values()["o"] == "\ud800.example"


ASKABLE = {
    "a name": ("example.com", True),
    "one label": ("localhost", True),
    "odd but printable": ("a b%20.example", True),
    "nothing": ("", False),
    "an empty label": ("a..b", False),
    "a label of 64": ("x" * 64 + ".example", False),
    "not ASCII": ("jörg.example", False),
    "a control character": ("a\x00.example", False),
}


@pytest.mark.parametrize(("name", "expected"), ASKABLE.values(), ids=ASKABLE.keys())
def test_dns_is_asked_only_for_names_that_can_be(name: str, expected: bool) -> None:  # noqa: FBT001 - a row
    assert askable(name) is expected
