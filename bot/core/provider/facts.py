"""What is particular to a mail host: the values that a file in knowledge/providers holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.core.words import Text


class ProviderKind(StrEnum):
    """What a provider does for a domain."""

    MAILBOXES = "mailboxes"  # customers have mailboxes in their own domains there
    PERSONAL = "personal"  # people have mailboxes in the provider's domains there
    GATEWAY = "gateway"  # filters incoming mail in front of another host
    SENDING = "sending"  # sends newsletters or shop mail for a domain; has no mailboxes


@dataclass(frozen=True, slots=True)
class Site:
    """One regional set of servers: the MX names (or suffixes of them) and what belongs to them.

    `region` names the SPF include in `Provider.spf`; `smtp` is the outgoing server, `dmarc` the
    target of the CNAME at `_dmarc`.
    """

    region: str
    mx: tuple[str, ...]
    smtp: str | None = None
    dmarc: str | None = None


@dataclass(frozen=True, slots=True)
class Cname:
    """A CNAME that the provider asks for: the name below the domain, and where it points."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class SenderRule:
    """What the outgoing server demands of the sender of a logged-in mailbox.

    `id` is "same-domain" (the rule that Helpdesk decides) or the name of another rule, which it
    only tells about. `refusal` and `no_host` are the server's answers to a wrong sender and to a
    sender's domain with neither MX nor A nor AAAA. `sections` names the article section to read by
    the decision's code, the route or the verdict.
    """

    id: str
    about: Text
    since: date | None = None
    refusal: str | None = None
    no_host: str | None = None
    sections: dict[str, str] = field(default_factory=dict, hash=False)

    def section(self, *topics: str) -> str | None:
        """The article section ("article-id/section-id") of the first topic that has one."""
        return next((self.sections[topic] for topic in topics if topic in self.sections), None)


@dataclass(frozen=True, slots=True)
class ServerText:
    """What the server says, in a piece that identifies it, and what it means."""

    says: str
    meaning: Text
    is_the_rule: bool = False


def text_in(told: str, texts: Iterable[ServerText]) -> ServerText | None:
    """The first of these server texts that stands in what somebody told, in whatever case."""
    words = " ".join(told.lower().split())
    return next((text for text in texts if text.says.lower() in words), None)


@dataclass(frozen=True, slots=True)
class Provider:
    """One mail host. Host names are in A-labels, lower case; a suffix matches on label bounds."""

    id: str
    name: str
    kind: ProviderKind = ProviderKind.MAILBOXES
    sites: tuple[Site, ...] = ()
    mx_suffixes: tuple[str, ...] = ()  # say the provider, not the region
    name_servers: tuple[str, ...] = ()  # suffixes
    spf: dict[str, str] = field(default_factory=dict, hash=False)  # region -> include
    default_region: str = ""
    legacy_includes: tuple[str, ...] = ()
    wrong_includes: tuple[str, ...] = ()
    smtp_hosts: tuple[str, ...] = ()  # further names of the outgoing server
    smtp_shown: str = ""  # how people recognise the outgoing server: "smtp.ionos.*"
    tls_port: int | None = None
    starttls_port: int | None = None
    dkim: tuple[Cname, ...] = ()
    autodiscover: str | None = None
    domains: tuple[str, ...] = ()  # the provider's own, of personal mailboxes
    rule: SenderRule | None = None
    server_texts: tuple[ServerText, ...] = ()

    def spf_include(self, region: str | None = None) -> str | None:
        """The name to put behind `include:`; of the default region where none or another is known."""
        return self.spf.get(region or self.default_region) or self.spf.get(self.default_region)

    @property
    def spf_includes(self) -> tuple[str, ...]:
        """Every include that makes the provider a permitted sender, the advised ones first."""
        return (*self.spf.values(), *self.legacy_includes)

    def site(self, region: str | None, mx: Iterable[str] = ()) -> Site | None:
        """The site that receives for these MX hosts, else the first one of the region."""
        hosts = tuple(mx)
        by_mx = (site for site in self.sites if any(matches(host, site.mx) for host in hosts))
        wanted = region or self.default_region
        by_region = (site for site in self.sites if site.region == wanted and site.smtp)
        return next(by_mx, None) or next(by_region, None)

    @property
    def smtp_names(self) -> tuple[str, ...]:
        """Every name of the outgoing server, the present ones first."""
        return tuple(site.smtp for site in self.sites if site.smtp) + self.smtp_hosts


def matches(host: str, suffixes: Iterable[str]) -> bool:
    """Whether the host is one of these names or below one of them."""
    return any(host == suffix or host.endswith("." + suffix) for suffix in suffixes)
