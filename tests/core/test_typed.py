"""What people type and paste -> values, or one sentence that names it and gives an example."""

# ruff: noqa: RUF001 - look-alike letters are what is tested

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import BadInput
from bot.core.typed import Address, Domain, SpfCheck, parse_ip, visible

DOMAINS = {
    "bare": ("example.com", "example.com"),
    "upper case": ("EXAMPLE.Com", "example.com"),
    "URL": ("https://example.com/a/b?c=d#e", "example.com"),
    "URL with port and user": ("http://me:pw@example.com:8080/", "example.com"),
    "port": ("example.com:25", "example.com"),
    "path without scheme": ("example.com/imprint", "example.com"),
    "www stays": ("www.example.com", "www.example.com"),
    "address": ("john.doe@example.com", "example.com"),
    "mailto": ("mailto:john@example.com?subject=x", "example.com"),
    "angle brackets": ("<example.com>", "example.com"),
    "final dot": ("example.com.", "example.com"),
    "comma": ("example.com,", "example.com"),
    "full stop and bracket": ("(example.com).", "example.com"),
    "smart quotes": ("“example.com”", "example.com"),
    "German quotes": ("„example.com“", "example.com"),
    "backticks": ("`example.com`", "example.com"),
    "bold": ("*example.com*", "example.com"),
    "zero-width space": ("exam\u200bple.com\u200b", "example.com"),
    "zero-width joiner": ("exam\u200dple.com", "example.com"),
    "byte order mark": ("\ufeffexample.com", "example.com"),
    "no-break space around": ("\u00a0example.com\u202f", "example.com"),
    "soft hyphen": ("exam\u00adple.com", "example.com"),
    "Outlook's direction marks": ("\u202aexample.com\u202c", "example.com"),
    "non-breaking hyphen": ("my\u2011shop.com", "my-shop.com"),
    "umlaut": ("Müller.de", "xn--mller-kva.de"),
    "umlaut of two characters": ("mu\u0308ller.de", "xn--mller-kva.de"),
    "A-label": ("XN--mller-KVA.de", "xn--mller-kva.de"),
    "sharp s is not ss": ("straße.de", "xn--strae-oqa.de"),
    "fullwidth": ("ｅｘａｍｐｌｅ．ｃｏｍ", "example.com"),
    "ideographic full stop": ("example。com", "example.com"),
    "underscore": ("_spf-eu.ionos.com", "_spf-eu.ionos.com"),
    "underscore beside an umlaut": ("_spf.müller.de", "_spf.xn--mller-kva.de"),
    "hyphens at three and four": ("r3---sn-abc.example.com", "r3---sn-abc.example.com"),
    "test domain": ("shop.example.test", "shop.example.test"),
    "Persian with its joiner": ("نامه\u200cای.com", "xn--mgba3gch31f060k.com"),
    "an A-label that IDNA refuses": ("xn--i-7iq.ws", "xn--i-7iq.ws"),
    "63 characters": ("a" * 63 + ".de", "a" * 63 + ".de"),
}


@pytest.mark.parametrize(("typed", "ascii_name"), DOMAINS.values(), ids=DOMAINS.keys())
def test_a_domain_is_read_however_it_is_typed(typed: str, ascii_name: str) -> None:
    assert Domain.parse(typed).ascii == ascii_name


NO_DOMAINS = {
    "nothing": ("", "Please name a domain"),
    "only punctuation": ('<>"', "Please name a domain"),
    "only a zero-width space": ("\u200b", "Please name a domain"),
    "IPv4": ("192.0.2.1", "is an IP address"),
    "IPv4 network": ("192.0.2.0/24", "is an IP address"),
    "IPv6": ("2001:db8::1", "is an IP address"),
    "address literal": ("info@[192.0.2.1]", "is an IP address"),
    "one label": ("localhost", "has no ending"),
    "two words": ("exam ple.com", "is not a domain"),
    "two dots": ("example..com", "two dots"),
    "leading dot": (".example.com", "two dots"),
    "253 and more": ("a." * 160 + "com", "is too long"),
    "long label": ("a" * 64 + ".com", "is too long"),
    "long umlaut label": ("ü" * 70 + ".de", "is too long"),
    "number at the end": ("example.123", "is not a domain"),
    "hyphen in front": ("-example.com", "is not a domain"),
    "snowman": ("☃.net", "is not a domain"),
    "slash only": ("https://", "is not a domain"),
    "record": ("v=spf1 include:example.com -all", "is an SPF record"),
    "exclamation": ("exa!mple.com", "is not a domain"),
    "turned round": ("exa\u202emple.com", "invisible"),
    "control character": ("exa\x07mple.com", "invisible"),
}


@pytest.mark.parametrize(("typed", "sentence"), NO_DOMAINS.values(), ids=NO_DOMAINS.keys())
def test_what_is_no_domain_gets_one_sentence_with_an_example(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        Domain.parse(typed)

    assert sentence in caught.value.sentence.en
    assert "`example.com`" in caught.value.sentence.en
    assert "`example.com`" in caught.value.sentence.de
    assert len(caught.value.sentence.en) < 200


def test_a_domain_is_shown_in_the_letters_of_its_owner() -> None:
    domain = Domain.parse("xn--mller-kva.de")

    assert (domain.shown, str(domain)) == ("müller.de", "müller.de")


def test_a_subdomain_is_below_its_domain_and_a_lookalike_ending_is_not() -> None:
    example = Domain.parse("example.com")

    assert Domain.parse("mail.example.com").is_below(example)
    assert not Domain.parse("myexample.com").is_below(example)
    assert not example.is_below(example)


ADDRESSES = {
    "bare": ("info@example.com", "info", "example.com"),
    "local part keeps its case": ("Info@EXAMPLE.com", "Info", "example.com"),
    "display name": ('"Shop, Ltd" <shop@example.com>', "shop", "example.com"),
    "display name with an @": ("me@home <shop@example.com>", "shop", "example.com"),
    "mailto": ("mailto:info@example.com?subject=a@b", "info", "example.com"),
    "mailto with a percent sign": ("mailto:a%2Bb@example.com", "a+b", "example.com"),
    "quotes": ("'info@example.com'", "info", "example.com"),
    "smart quotes": ("“info@example.com”", "info", "example.com"),
    "full stop": ("info@example.com.", "info", "example.com"),
    "comma": ("info@example.com,", "info", "example.com"),
    "fullwidth at": ("info＠example.com", "info", "example.com"),
    "zero-width space": ("in\u200bfo@exam\u200bple.com", "info", "example.com"),
    "plus and apostrophe": ("o'hara+x@example.com", "o'hara+x", "example.com"),
    "underscore": ("_a_b@example.com", "_a_b", "example.com"),
    "quoted local part": ('"john doe"@example.com', '"john doe"', "example.com"),
    "international": ("jürgen@müller.de", "jürgen", "xn--mller-kva.de"),
    "test domain": ("info@shop.test", "info", "shop.test"),
    "special-use domain": ("info@printer.local", "info", "printer.local"),
    "Outlook's direction marks": ("\u202ainfo@example.com\u202c", "info", "example.com"),
    "64 characters": ("a" * 64 + "@example.com", "a" * 64, "example.com"),
}


@pytest.mark.parametrize(("typed", "local", "domain"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_an_address_is_read_however_it_is_typed(typed: str, local: str, domain: str) -> None:
    address = Address.parse(typed)

    assert (address.local, address.domain.ascii) == (local, domain)


NO_ADDRESSES = {
    "nothing": ("", "Please name an e-mail address"),
    "empty sender": ("<>", "Please name an e-mail address"),
    "domain": (
        "example.com",
        "has no `@`; write the whole address, for example `info@example.com`",
    ),
    "other domain": ("shop.example", "for example `info@shop.example`"),
    "no local part": ("@example.com", "nothing before the `@`"),
    "no domain": ("info@", "is not an e-mail address"),
    "one label": ("info@localhost", "has no ending"),
    "address literal": ("info@[192.0.2.1]", "an IP address after the `@`"),
    "IPv6 literal": ("info@[IPv6:2001:db8::1]", "an IP address after the `@`"),
    "two dots": ("in..fo@example.com", "before the `@` is not allowed"),
    "space": ("in fo@example.com", "before the `@` is not allowed"),
    "two ats": ("a@b@example.com", "before the `@` is not allowed"),
    "320 characters": ("a" * 308 + "@example.com", "is too long"),
    "65 octets": ("a" * 65 + "@example.com", "is too long"),
    "long domain": ("info@" + "a." * 160 + "com", "is too long"),
    "together too long": ("a" * 60 + "@" + "b." * 100 + "com", "is too long"),
    "turned round": ("in\u202efo@example.com", "invisible"),
    "turned round domain": ("info@exam\u202eple.com", "[U+202E]"),
    "words": ("my printer", "has no `@`"),
}


@pytest.mark.parametrize(("typed", "sentence"), NO_ADDRESSES.values(), ids=NO_ADDRESSES.keys())
def test_what_is_no_address_gets_one_sentence_with_an_example(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        Address.parse(typed)

    assert sentence in caught.value.sentence.en
    assert len(caught.value.sentence.en) < 220


def test_an_address_prints_as_people_write_it() -> None:
    assert str(Address.parse("Jürgen@XN--MLLER-KVA.de")) == "Jürgen@müller.de"


SPF_CHECKS = {
    "domain": ("example.com", ("example.com", None, None)),
    "address": ("info@example.com", ("example.com", None, None)),
    "domain and IP": ("example.com 192.0.2.1", ("example.com", "192.0.2.1", None)),
    "IP first": ("192.0.2.1 example.com", ("example.com", "192.0.2.1", None)),
    "all three": (
        "example.com 2001:DB8::1 a@shop.test",
        ("example.com", "2001:db8::1", "a@shop.test"),
    ),
    "address and IP": ("a@shop.test 192.0.2.1", ("shop.test", "192.0.2.1", "a@shop.test")),
    "commas and a term": ("example.com, ip4:192.0.2.1/32", ("example.com", "192.0.2.1", None)),
    "IPv6 with the zone of an interface": (
        "example.com fe80::1%eth0",
        ("example.com", "fe80::1", None),
    ),
    "IPv4-mapped": ("example.com ::ffff:192.0.2.1", ("example.com", "192.0.2.1", None)),
    "page of a website": ("https://www.example.com/contact?x=1", ("example.com", None, None)),
    "www alone": ("www.example.com", ("www.example.com", None, None)),
    "page of www itself": ("https://www.com/", ("www.com", None, None)),
    "URL and bracketed IP": (
        "https://example.com/ [192.0.2.1]",
        ("example.com", "192.0.2.1", None),
    ),
}


@pytest.mark.parametrize(("typed", "expected"), SPF_CHECKS.values(), ids=SPF_CHECKS.keys())
def test_the_text_after_checkspf_is_read_in_any_order(
    typed: str, expected: tuple[str, str | None, str | None]
) -> None:
    check = SpfCheck.parse(typed)
    domain, ip, sender = expected

    assert check.domain.ascii == domain
    assert (str(check.ip) if check.ip else None) == ip
    assert (str(check.sender) if check.sender else None) == sender


NO_SPF_CHECKS = {
    "nothing": (" ", "Please name a domain"),
    "only an IP": ("192.0.2.1", "Please name a domain"),
    "two domains": ("example.com shop.test", "`shop.test` is one word too many"),
    "not quite an IP": ("example.com 192.0.2.999", "`192.0.2.999` is not an IP address"),
    "network": ("example.com 192.0.2.0/24", "`192.0.2.0/24` is not an IP address"),
    "nonsense": ("a!b!c", "is not a domain"),
    "record": ("v=spf1 include:_spf-eu.ionos.com ~all", "is an SPF record; name the domain"),
    "quoted record": ('"v=spf1 mx -all"', "is an SPF record; name the domain"),
}


@pytest.mark.parametrize(("typed", "sentence"), NO_SPF_CHECKS.values(), ids=NO_SPF_CHECKS.keys())
def test_what_checkspf_cannot_read_gets_one_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        SpfCheck.parse(typed)

    assert sentence in caught.value.sentence.en


@given(st.text(max_size=80))
def test_any_text_gives_a_value_or_its_own_error(text: str) -> None:
    for parse in (Domain.parse, Address.parse, SpfCheck.parse, parse_ip):
        with suppress(BadInput):
            parse(text)


@given(st.from_regex(r"[a-z0-9ßäöü-]{1,20}\.[a-z]{2,8}", fullmatch=True))
def test_a_domain_that_was_printed_reads_back_the_same(text: str) -> None:
    try:
        domain = Domain.parse(text)
    except BadInput:
        return

    assert Domain.parse(domain.ascii) == Domain.parse(domain.shown) == domain


def test_what_was_typed_is_repeated_short_and_without_tricks() -> None:
    assert visible("a\u202eb\x00\nc") == "a[U+202E]b[U+0000] c"
    assert len(visible("x" * 500)) == 48
