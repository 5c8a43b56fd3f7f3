"""The text after /checksender -> SenderCheck: senders, the account that logs in, the route."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.core.errors import BadInput
from bot.core.finding import Finding, Severity
from bot.core.typed.address import Address
from bot.core.typed.pasted import Pasted, read_pasted
from bot.core.typed.roles import read_roles
from bot.core.typed.route import ROUTES, Route, route_in
from bot.core.typed.spelling import plain, visible
from bot.core.words import typed as words

MAX_SENDERS = 10  # of one command: each costs a check of its own
A_PAIR = 2  # addresses: a sender and the account, whatever stands between them
LONGEST_PASTE = 20_000  # characters: a bounce with all its headers
WORDS_OF_A_SENTENCE = 3  # besides addresses: "is a@b through c@d allowed"
EMPTY = "<>"

_LEXER = re.compile(
    r"""(?:"[^"\n]*"\s*)?<(?P<bracketed>[^<>\n]*)>   # "Shop, Ltd" <shop@example.com>, or <>
    | (?P<quoted>"[^"\n]+"@[^\s,;<>]+)               # a quoted local part (RFC 5321, 4.1.2)
    | (?P<comma>[,;])
    | (?P<word>[^\s,;<>]+)""",
    re.VERBOSE,
)
_ACCOUNT_WORDS = frozenset(
    """
    account konto postfach mailbox login user username benutzer benutzername auth via über
    ueber through durch using with mit
    """.split()  # noqa: SIM905 - nobody could read it as a list
)
_FILLERS = frozenset(
    ["sender", "absender", "from", "von", "as", "als", "and", "und", "->", "=>", "→", "|"]
)
_LABELLED = re.compile(r"(?P<label>\w+)[:=](?P<address>[^=]*@.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SenderCheck:
    """What to check. A sender of None is the empty one (`<>`); `account` None: none was named.

    `senders` are envelope senders (MAIL FROM), `header_from` is the From that people see where
    a pasted header shows another one. `context` is the text that was pasted or asked, for what
    it says about the server. `findings` (a link that lies) belong on top of every report.
    """

    senders: tuple[Address | None, ...]
    account: Address | None = None
    route: Route = Route.MAILBOX
    header_from: Address | None = None
    context: str = ""
    findings: tuple[Finding, ...] = ()

    @classmethod
    def parse(cls, text: str, links: Iterable[tuple[str, str]] = ()) -> "SenderCheck":
        """Read `SENDER[, SENDER…] [ACCOUNT] [relay | webspace]`, a bounce or headers.

        `links` are the labels and targets of links in the text that do not agree. Raises
        BadInput with an example for anything else.
        """
        typed = plain(text[:LONGEST_PASTE])
        pasted = read_pasted(typed)
        check = _from_paste(pasted, typed) if pasted else _from_command(typed)
        return replace(check, findings=lying_links(links))

    @classmethod
    def in_prose(cls, text: str, links: Iterable[tuple[str, str]] = ()) -> "SenderCheck | None":
        """The check that a question names by a bounce or by addresses; None where none is clear."""
        typed = plain(text[:LONGEST_PASTE])
        pasted = read_pasted(typed) or Pasted((), None, None)
        try:
            return replace(_from_paste(pasted, typed), findings=lying_links(links))
        except BadInput:
            return None


def lying_links(links: Iterable[tuple[str, str]]) -> tuple[Finding, ...]:
    """A finding for each link whose label (first) names something else than its target."""
    return tuple(
        Finding(
            "link-lies",
            Severity.WARNING,
            words.LINK_LIES.fill(label=visible(label), target=visible(target)),
            words.LINK_LIES_CURE,
        )
        for label, target in links
    )


def _from_paste(pasted: Pasted, typed: str) -> SenderCheck:
    """What a bounce says; where it does not name the sender, the words around the addresses do."""
    said = read_roles(typed)
    senders = pasted.senders or said.senders
    if not 0 < len(senders) <= MAX_SENDERS:
        raise BadInput(words.NOTHING_PASTED.fill(typed=visible(typed)))
    account = pasted.account or (said.account if said.account not in senders else None)
    return SenderCheck(senders, account, route_in(typed), pasted.header_from, context=typed)


def _from_command(typed: str) -> SenderCheck:
    """The command's own form; a whole sentence in its place is read as one."""
    try:
        return _from_words(typed)
    except BadInput:
        said = SenderCheck.in_prose(typed) if _is_sentence(typed) else None
        if said is None:
            raise
        return said


def _is_sentence(typed: str) -> bool:
    return sum("@" not in word for word in typed.split()) >= WORDS_OF_A_SENTENCE


@dataclass(frozen=True, slots=True)
class _Item:
    """An address in the command's text, and what stood before it: "," or ";", a word like "via"."""

    text: str
    after: str = ""
    is_account: bool = False


def _from_words(typed: str) -> SenderCheck:
    if not typed.strip(" ,;"):
        raise BadInput(words.NO_SENDER_CHECK)
    words_left = list(_words(typed))
    route = next((ROUTES[w.lower()] for kind, w in words_left if _is_route(kind, w)), Route.MAILBOX)
    items = list(_items([(kind, w) for kind, w in words_left if not _is_route(kind, w)]))
    senders, account = _split(items, typed)
    return SenderCheck(tuple(_sender(item.text) for item in senders), _account(account), route)


def _is_route(kind: str, word: str) -> bool:
    return kind == "word" and word.lower() in ROUTES


def _words(typed: str) -> Iterator[tuple[str, str]]:
    """The command's words as (kind, text), without the words of display names."""
    waiting: list[str] = []
    for token in _LEXER.finditer(typed):
        kind, text = token.lastgroup or "", token[token.lastgroup or 0]
        if kind == "word" and "@" not in text:
            waiting.append(text)
            continue
        has_name = kind == "bracketed" and "@" in text
        yield from (
            ("word", word) for word in (takewhile(_knows, waiting) if has_name else waiting)
        )
        waiting = []
        yield kind, text
    yield from (("word", word) for word in waiting)


def _knows(word: str) -> bool:
    word = word.lower().strip(":=")
    return word in _ACCOUNT_WORDS or word in _FILLERS or word in ROUTES


def _items(tokens: list[tuple[str, str]]) -> Iterator[_Item]:
    after, is_account = "", False
    for kind, text in tokens:
        bare = text.lower().strip(":=")
        if kind == "comma":
            after = text
        elif kind == "word" and bare in _ACCOUNT_WORDS:
            is_account = True
        elif not (kind == "word" and bare in _FILLERS):
            label, address = _label(text)
            yield _Item(address or EMPTY, after, is_account or label in _ACCOUNT_WORDS)
            after, is_account = "", False


def _label(text: str) -> tuple[str, str]:
    labelled = _LABELLED.fullmatch(text)
    if labelled and labelled["label"].lower() in _ACCOUNT_WORDS | _FILLERS:
        return labelled["label"].lower(), labelled["address"]
    return "", text


def _split(items: list[_Item], typed: str) -> tuple[list[_Item], _Item | None]:
    """The senders and the account: what commas join at the start, and the one that follows."""
    accounts = [item for item in items if item.is_account]
    others = [item for item in items if not item.is_account]
    if not others:
        raise BadInput(words.NO_SENDER_CHECK)
    count = next((i for i, item in enumerate(others) if i and not item.after), len(others))
    senders, rest = others[:count], others[count:] + accounts
    if not rest and _is_pair(senders):
        senders, rest = senders[:1], senders[1:]
    if len(rest) > 1:
        raise BadInput(words.SENDER_CHECK_TOO_MANY.fill(typed=visible(typed)))
    if len(senders) > MAX_SENDERS:
        raise BadInput(words.SENDER_LIST_TOO_LONG.fill(count=len(senders), most=MAX_SENDERS))
    return senders, rest[0] if rest else None


def _is_pair(senders: list[_Item]) -> bool:
    """Whether a comma parts a sender from the account: senders alone would decide nothing.

    A semicolon always makes a list of senders.
    """
    if len(senders) != A_PAIR or senders[1].after == ";":
        return False
    return _domain(senders[0]) != _domain(senders[1])


def _domain(item: _Item) -> str:
    return item.text.rpartition("@")[2].lower().strip(" <>\"'.")


def _sender(text: str) -> Address | None:
    return None if text.strip() == EMPTY else Address.parse(text)


def _account(item: _Item | None) -> Address | None:
    if item is None:
        return None
    if item.text.strip() == EMPTY:
        raise BadInput(words.EMPTY_ACCOUNT)
    return Address.parse(item.text)
