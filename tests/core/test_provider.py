"""Provider files -> values; MX hosts, name servers and texts -> the provider they show."""

from pathlib import Path

import pytest

from bot.core.errors import ArticleError
from bot.core.provider import (
    Provider,
    ProviderKind,
    named_in,
    parse,
    recognise,
    recognise_gateway,
    recognise_include,
)

FOLDER = Path(__file__).parents[2] / "knowledge" / "providers"
PROVIDERS = tuple(parse(path.read_text(), path.name) for path in sorted(FOLDER.glob("*.toml")))
BY_ID = {provider.id: provider for provider in PROVIDERS}
IONOS = BY_ID["ionos"]


def test_the_shipped_files_are_named_after_their_providers() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(BY_ID)


def test_every_include_belongs_to_one_provider_only() -> None:
    includes = [include for provider in PROVIDERS for include in provider.spf_includes]

    assert len(includes) == len(set(includes))
    assert not set(includes) & {wrong for p in PROVIDERS for wrong in p.wrong_includes}


SHOWN = {
    "Europe": (["mx00.ionos.de", "mx01.ionos.de"], [], "ionos", "eu", "MX"),
    "USA": (["mx00.ionos.com"], [], "ionos", "us", "MX"),
    "United Kingdom": (["mx01.ionos.co.uk"], [], "ionos", "eu", "MX"),
    "upper case, final dot": (["MX00.IONOS.ES."], [], "ionos", "eu", "MX"),
    "legacy 1&1 USA": (["mx01.1and1.com"], [], "ionos", "us", "MX"),
    "legacy kundenserver": (["mx00.kundenserver.de"], [], "ionos", "eu", "MX"),
    "perfora tells no region": (["mx.perfora.net"], [], "ionos", None, "MX"),
    "name servers only": ([], ["ns1042.ui-dns.biz"], "ionos", None, "NS"),
    "MX before NS": (["smtp.google.com"], ["ns1042.ui-dns.de"], "google-workspace", None, "MX"),
    "unknown MX, known NS": (["mx.firma.test"], ["ns1042.ui-dns.de"], "ionos", None, "NS"),
    "gateway is no mail host": (["mx1.pphosted.com"], ["ns1.ui-dns.de"], "ionos", None, "NS"),
    "second MX": (["mx.firma.test", "mx00.ionos.de"], [], "ionos", "eu", "MX"),
    "Microsoft": (["firma-de.mail.protection.outlook.com"], [], "microsoft-365", None, "MX"),
    "Microsoft's new names": (["firma-de.j-v1.mx.microsoft"], [], "microsoft-365", None, "MX"),
    "STRATO": (["smtpin.rzone.de"], [], "strato", None, "MX"),
    "Hetzner": (["www123.your-server.de"], [], "hetzner", None, "MX"),
    "ALL-INKL": (["w0123456.kasserver.com"], [], "all-inkl", None, "MX"),
}


@pytest.mark.parametrize(("mx", "ns", "provider", "region", "by"), SHOWN.values(), ids=SHOWN.keys())
def test_a_provider_is_recognised_by_its_servers(
    mx: list[str], ns: list[str], provider: str, region: str | None, by: str
) -> None:
    found = recognise(PROVIDERS, mx=mx, ns=ns)

    assert found
    assert (found.provider.id, found.region, found.by) == (provider, region, by)


@pytest.mark.parametrize("host", ["mx00.ionos.de.evil.test", "notkundenserver.de", "mx.firma.test"])
def test_a_server_that_only_looks_alike_shows_no_provider(host: str) -> None:
    assert recognise(PROVIDERS, mx=[host], ns=["ns.firma.test"]) is None


def test_a_gateway_is_recognised_by_its_mx_hosts() -> None:
    assert recognise_gateway(PROVIDERS, ["mx.firma.test", "mx1.pphosted.com"]) == "mx1.pphosted.com"
    assert recognise_gateway(PROVIDERS, ["mx00.ionos.de"]) is None


INCLUDES = {
    "Europe": ("_spf-eu.ionos.com", ("ionos", "eu")),
    "USA": ("_spf-us.ionos.com", ("ionos", "us")),
    "legacy": ("_spf.perfora.net", ("ionos", None)),
    "wrong": ("ionos.com", None),
    "Canada was never there": ("_spf-ca.ionos.com", None),
    "Google": ("_spf.google.com", ("google-workspace", "world")),
}


@pytest.mark.parametrize(("include", "expected"), INCLUDES.values(), ids=INCLUDES.keys())
def test_an_include_names_its_provider_and_region(
    include: str, expected: tuple[str, str | None] | None
) -> None:
    found = recognise_include(PROVIDERS, include)

    assert (found and (found.provider.id, found.region)) == expected


def test_the_include_to_advise_follows_the_region() -> None:
    assert IONOS.spf_include("us") == "_spf-us.ionos.com"
    assert IONOS.spf_include() == IONOS.spf_include("mars") == "_spf-eu.ionos.com"
    assert BY_ID["hetzner"].spf_include() is None


def test_the_outgoing_server_to_advise_follows_the_mx_hosts() -> None:
    french = IONOS.site("eu", ["mx00.ionos.fr"])
    american = IONOS.site("us")

    assert french
    assert french.smtp == "smtp.ionos.fr"
    assert american
    assert american.smtp == "smtp.ionos.com"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("host smtp.ionos.de[192.0.2.9] said", "smtp.ionos.de"),
        ("relay=smtp.ionos.co.uk:587", "smtp.ionos.co.uk"),
        ("I use smtp.ionos.com.", "smtp.ionos.com"),
        ("smtp.ionos.de.evil.test said", None),
        ("mysmtp.ionos.de said", None),
    ],
    ids=["bounce", "log", "prose", "other domain", "other host"],
)
def test_a_text_names_the_outgoing_server_or_not(text: str, name: str | None) -> None:
    assert named_in(text, IONOS) == name


MINIMAL = 'id = "a-host"\nname = "A host"\n'


def test_a_provider_needs_only_an_id_and_a_name() -> None:
    provider = parse(MINIMAL, "a-host.toml")

    assert provider == Provider("a-host", "A host", ProviderKind.MAILBOXES)


WRONG = {
    "no TOML": ("id = ", 1, "Invalid value"),
    "no TOML on line 3": (MINIMAL + "x = [1,", 3, ""),
    "no name": ('id = "a"', 1, "`name` is missing; add it."),
    "misspelt key": (MINIMAL + 'nameservers = ["a.b"]', 3, "did you mean `name_servers`?"),
    "misspelt key below": (MINIMAL + "[smtp]\ntlsport = 465", 4, "did you mean `tls_port`?"),
    "key that is like none": (MINIMAL + "qqqq = 1", 3, "`qqqq` is unknown; remove it."),
    "misspelt table": (MINIMAL + "\n[server_rule]\nid = 1", 4, "did you mean `sender_rule`?"),
    "id": ('name = "A"\nid = "A Host"', 2, "must be lower-case words"),
    "kind": (MINIMAL + 'kind = "mailbox"', 3, "must be one of mailboxes, personal"),
    "host in upper case": (
        MINIMAL + 'mx = ["MX.firma.test"]',
        3,
        "must be a host name in lower case",
    ),
    "host with a space": (MINIMAL + 'mx = ["mx firma.test"]', 3, "must be a host name"),
    "number for a text": ("id = 1", 1, "`id` must be a text"),
    "text for a list": (MINIMAL + 'mx = "mx.firma.test"', 3, "`mx` must be a list"),
    "port as text": (MINIMAL + '[smtp]\ntls_port = "465"', 4, "must be a whole number"),
    "port too big": (MINIMAL + "[smtp]\ntls_port = 70000", 4, "must be a port"),
    "truth for a number": (MINIMAL + "[smtp]\ntls_port = true", 4, "must be a whole number"),
    "region without include": (
        MINIMAL + '[spf.includes]\neu = "a.b"\n[[sites]]\nregion = "us"\nmx = ["c.d"]',
        6,
        "The region `us` has no include",
    ),
    "DKIM without target": (MINIMAL + '[[dkim]]\nname = "s1"', 3, "needs `name` and `target`"),
    "rule in one language": (
        MINIMAL + '[sender_rule]\nid = "x"\nen = "Only this."',
        3,
        "`de` is missing in [sender_rule]",
    ),
    "unknown meaning": (
        MINIMAL + '[[server_texts]]\nsays = "x"\nen = "x"\nde = "x"\nmeans = "rule"',
        7,
        "must be `sender-rule` or `other`",
    ),
}


@pytest.mark.parametrize(("text", "line", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_file_is_refused_with_line_and_cure(text: str, line: int, sentence: str) -> None:
    with pytest.raises(ArticleError) as caught:
        parse(text, "a-host.toml")

    assert sentence in caught.value.sentence
    assert (caught.value.source, caught.value.line) == ("a-host.toml", line)
