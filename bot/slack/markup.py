"""Slack's text in and out: tokens, unescape, escape. Pure; knows nothing of events or blocks."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_TOKEN = re.compile(r"<([^<>]*)>")
_SPACES = re.compile(r"[ \t]{2,}")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:(//)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link whose words say something else than where it leads."""

    label: str
    target: str  # the host of a web link, the address of a mail link


@dataclass(frozen=True, slots=True)
class Said:
    """What a person wrote, without Slack's tokens and entities.

    `text` is what they saw (for questions), `typed` has each link replaced by where it leads (for
    checks: the host or the address), `users` are the ids of everybody mentioned, `links` those
    whose words and target differ.
    """

    text: str
    typed: str
    users: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    typed: str
    user: str | None = None
    link: Link | None = None


def read(raw: str, *, me: str | None = None) -> Said:
    """Slack's text as the person meant it; the mention of `me`, a user id, is left out."""
    pieces: list[_Piece] = []
    end = 0
    for token in _TOKEN.finditer(raw):
        pieces += [_words(raw[end : token.start()]), _token(token[1], me)]
        end = token.end()
    pieces.append(_words(raw[end:]))
    return Said(
        text=_tidy("".join(piece.text for piece in pieces)),
        typed=_tidy("".join(piece.typed for piece in pieces).replace("`", " ")),
        users=frozenset(piece.user for piece in pieces if piece.user),
        links=tuple(piece.link for piece in pieces if piece.link),
    )


def mentions(raw: str, user: str) -> bool:
    """Whether this text mentions that user id."""
    return any(
        token[1] == f"@{user}" or token[1].startswith(f"@{user}|") for token in _TOKEN.finditer(raw)
    )


def unescape(text: str) -> str:
    """Slack's three entities turned back; `&amp;` last, so that `&amp;lt;` stays `&lt;`."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str) -> str:
    """Text from outside made harmless for mrkdwn: no token, mention or link survives."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(url: str, label: str) -> str:
    """A mrkdwn link, or just its escaped words where the URL is none that a browser opens."""
    if not re.match(r"https?://[^\s|<>]+$", url):
        return escape(label)
    words = label.replace("|", "¦").replace("\n", " ")
    return f"<{escape(url)}|{escape(words)}>"


def _words(text: str) -> _Piece:
    plain = unescape(text)
    return _Piece(plain, plain)


def _token(inside: str, me: str | None) -> _Piece:
    name, _, label = inside.partition("|")
    label = unescape(label)
    if name.startswith("@"):
        return _user(name[1:], label, me)
    if name.startswith("#"):
        return _words(f"#{label}" if label else "")
    if name.startswith("!"):
        return _words(label or "@" + name[1:].partition("^")[0])
    target = unescape(name)
    return _mail(target, label) if target.lower().startswith("mailto:") else _web(target, label)


def _user(user: str, label: str, me: str | None) -> _Piece:
    words = f"@{label}" if label and user != me else " "
    return _Piece(words, words, user=user)


def _mail(target: str, label: str) -> _Piece:
    address = unquote(target[len("mailto:") :].partition("?")[0])
    differs = bool(label) and label.casefold() != address.casefold()
    return _Piece(label or address, address, link=Link(label, address) if differs else None)


def _web(target: str, label: str) -> _Piece:
    host = _host(target)
    same = _host(label).casefold() == host.casefold()
    found = Link(label, host) if label and not same else None
    return _Piece(label or target, host, link=found)


def _host(text: str) -> str:
    """The host of a URL or of a domain with what may follow it; the text itself if neither."""
    address = text if _SCHEME.match(text) else f"//{text}"
    try:
        netloc = urlsplit(address).netloc
    except ValueError:  # brackets that are no IPv6 address
        return text
    host = netloc.rpartition("@")[2]
    if not host.startswith("["):
        host = host.partition(":")[0]
    return host or text


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
