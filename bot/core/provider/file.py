"""A file of knowledge/providers -> Provider, or ArticleError with the line and the cure."""

import re
from datetime import date

from bot.core.provider.facts import Cname, Provider, ProviderKind, SenderRule, ServerText, Site
from bot.core.provider.table import Table

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_PORT = 65535


def parse(text: str, source: str) -> Provider:
    """The provider that a TOML file describes; `source` is the file's name for error sentences.

    Raises ArticleError, with line and cure, for what is not TOML, for a missing or wrong value
    and for a key that is unknown (naming the nearest known one).
    """
    file = Table.load(text, source)
    spf = file.table("spf") or file.empty("spf")
    smtp = file.table("smtp") or file.empty("smtp")
    includes = _includes(spf)
    provider = Provider(
        id=_id(file),
        name=file.value("name", str),
        kind=_kind(file),
        sites=tuple(_site(table) for table in file.tables("sites")),
        mx_suffixes=file.hosts("mx"),
        name_servers=file.hosts("name_servers"),
        spf=includes,
        default_region=spf.value("default_region", str, next(iter(includes), "")),
        legacy_includes=spf.hosts("legacy"),
        wrong_includes=spf.hosts("wrong"),
        smtp_hosts=smtp.hosts("hosts"),
        smtp_shown=smtp.value("shown", str, ""),
        tls_port=_port(smtp, "tls_port"),
        starttls_port=_port(smtp, "starttls_port"),
        dkim=tuple(_cname(table) for table in file.tables("dkim")),
        autodiscover=file.host("autodiscover"),
        domains=file.hosts("domains"),
        rule=_rule(file.table("sender_rule")),
        server_texts=tuple(_server_text(table) for table in file.tables("server_texts")),
    )
    for table in (file, spf, smtp):
        table.done()
    _check_regions(file, provider)
    return provider


def _id(file: Table) -> str:
    identifier = file.value("id", str)
    if not _ID.fullmatch(identifier):
        file.fault("id", f"`{identifier}` must be lower-case words with hyphens, like `ionos`.")
    return identifier


def _kind(file: Table) -> ProviderKind:
    kind = file.value("kind", str, ProviderKind.MAILBOXES.value)
    if kind not in set(ProviderKind):
        file.fault("kind", f"`{kind}` must be one of {', '.join(ProviderKind)}.")
    return ProviderKind(kind)


def _includes(spf: Table) -> dict[str, str]:
    includes = spf.table("includes")
    if includes is None:
        return {}
    return {region: includes.host(region) or "" for region in includes.names()}


def _site(table: Table) -> Site:
    site = Site(
        region=table.value("region", str),
        mx=table.hosts("mx"),
        smtp=table.host("smtp"),
        dmarc=table.host("dmarc"),
    )
    table.done()
    return site


def _port(smtp: Table, key: str) -> int | None:
    port = smtp.optional(key, int)
    if port is not None and not 0 < port <= MAX_PORT:
        smtp.fault(key, f"`{port}` in `{key}` must be a port, 1 to {MAX_PORT}.")
    return port


def _cname(table: Table) -> Cname:
    name, target = table.host("name"), table.host("target")
    if name is None or target is None:
        table.fault("dkim", "A `[[dkim]]` table needs `name` and `target`; add them.")
    table.done()
    return Cname(name, target)


def _rule(table: Table | None) -> SenderRule | None:
    if table is None:
        return None
    rule = SenderRule(
        id=table.value("id", str),
        about=table.sentence(),
        since=table.optional("since", date),
        refusal=table.optional("refusal", str),
        no_host=table.optional("no_host", str),
        sections=_sections(table.table("sections")),
    )
    table.done()
    return rule


def _sections(table: Table | None) -> dict[str, str]:
    if table is None:
        return {}
    return {topic: table.value(topic, str) for topic in table.names()}


def _server_text(table: Table) -> ServerText:
    means = table.value("means", str, "other")
    if means not in {"sender-rule", "other"}:
        table.fault("means", f"`{means}` must be `sender-rule` or `other`.")
    text = ServerText(table.value("says", str), table.sentence(), means == "sender-rule")
    table.done()
    return text


def _check_regions(file: Table, provider: Provider) -> None:
    for region in (provider.default_region, *(site.region for site in provider.sites)):
        if provider.spf and region not in provider.spf:
            known = ", ".join(provider.spf)
            file.fault(
                "region", f"The region `{region}` has no include in [spf.includes] ({known})."
            )
