"""What a person types -> the text Slack sends to apps; strings only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Slack links a typed name only under a top-level domain it knows; all two-letter ones are countries.
KNOWN_TOP_LEVEL = "com|net|org|info|biz|edu|gov|mil|int|app|dev|online|shop|store|cloud|email|berlin|hamburg|koeln|gmbh|name|site|xyz|tech|pro|jobs|mobi|museum|tel|travel"
_HOST = rf"(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?\.)+(?:{KNOWN_TOP_LEVEL}|[a-z]{{2}})"
_SPECIAL = {"here", "channel", "everyone"}

_TOKEN = re.compile(
    rf"""
    (?P<fence>```.*?```) | (?P<code>`[^`\n]+`)
    | (?P<url>https?://[^\s<>|]*[^\s<>|.,;:!?)'"\]])
    | (?P<mail>(?<![\w.+-])[a-z0-9.!\#$%&'*+/=?^_{{|}}~-]{{1,64}}@{_HOST})(?![\w-])
    | (?<![\w@.-])@(?P<at>[\w.-]*\w)
    | (?<![\w&])\#(?P<hash>[\w-]+)
    | (?<![\w@./-])(?P<host>{_HOST})(?![\w-]|\.\w)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what can be named with @ and #: handle -> id."""

    users: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)


def escape(text: str) -> str:
    """`&`, `<` and `>` as Slack sends them, and only these three."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """The opposite; `&amp;` last."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def spoken(text: str) -> str:
    """Slack's form as a reader sees it, without mentions."""
    without = re.sub(r"<[@!#][^>]*>", "", text)
    return unescape(re.sub(r"<(?:[^|>]*\|)?([^>]*)>", r"\1", without)).strip()


def to_wire(typed: str, names: Names) -> str:
    """The typed text as an app gets it: escaped, with links, addresses and mentions as tokens.

    Code is never linked. A name that nobody has stays text.
    """
    out: list[str] = []
    end = 0
    for match in _TOKEN.finditer(typed):
        out += [escape(typed[end : match.start()]), _token(match, names)]
        end = match.end()
    return "".join([*out, escape(typed[end:])])


def _token(match: re.Match[str], names: Names) -> str:
    kind, found = match.lastgroup, match.group()
    value = match.group(kind) if kind else found
    token: str | None = None
    match kind:
        case "url":
            token = f"<{escape(found)}>"
        case "mail":
            token = f"<mailto:{escape(found)}|{escape(found)}>"
        case "host":
            token = f"<http://{found}|{found}>"
        case "at":
            token = _mention(value, names)
        case "hash" if value in names.channels:
            token = f"<#{names.channels[value]}|{value}>"
    return token or escape(found)


def _mention(name: str, names: Names) -> str | None:
    name = name.lower()
    if name in _SPECIAL:
        return f"<!{name}>"
    if name in names.users:
        return f"<@{names.users[name]}>"
    if name in names.groups:
        return f"<!subteam^{names.groups[name]}|@{name}>"
    return None
