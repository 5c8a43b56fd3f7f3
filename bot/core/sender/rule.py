"""The sender rule: facts -> one decision. The table at the end is the rule; the rest picks the row."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.core.finding import Ruling
from bot.core.provider import Provider, ProviderKind
from bot.core.sender.domain_facts import is_personal
from bot.core.sender.facts import Facts
from bot.core.sender.signs import Entry, Home, entry, home, refused_by_rule
from bot.core.typed import Route
from bot.core.words import Text
from bot.core.words import sender_reason as words

SAME, OTHER, EMPTY = "same", "other", "empty"


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict, a stable code for it, and the one sentence that decides."""

    code: str
    ruling: Ruling
    reason: Text


def decide(facts: Facts) -> Decision:
    """What the rule says about this way of sending; UNKNOWN where no fact decides.

    Only what was said, or what DNS answered, becomes ALLOWED or REFUSED; silence never does.
    """
    if facts.provider is None:
        return Decision("no-rule", Ruling.UNKNOWN, words.NO_RULE)
    code = _BY_ROUTE[facts.sending.route](facts)
    if _ROWS[code][0] is Ruling.ALLOWED and facts.subject:
        code = _UNREACHABLE.get(facts.subject.reachable, code)
    ruling, sentence = _ROWS[code]
    return Decision(code, ruling, fill(_missing(code, facts) or sentence, facts))


def _missing(code: str, facts: Facts) -> Text | None:
    """The sentence in place of an open row's where DNS has nothing for a domain it speaks of."""
    found, _, then = code.partition("-")
    if found not in _WHY or then not in _THEN:
        return None
    gone = found == Home.OPEN and facts.account is not None and facts.account.exists is False
    nothing_receives = facts.subject is not None and facts.subject.reachable is False
    why = words.WHY_GONE if gone else _WHY[Home(found)]
    end = words.THEN_NO_HOST if then == SAME and nothing_receives else _THEN[then]
    return _open(why, end)[1]


def relation(facts: Facts) -> str:
    """How the sender stands to the account: "same" domain, "other" domain, or "empty"."""
    sender, account = facts.sending.sender, facts.sending.account
    if sender is None:
        return EMPTY
    return SAME if account and account.domain.ascii == sender.domain.ascii else OTHER


def _by_mailbox(facts: Facts) -> str:
    if facts.sending.account is None:
        return _without_account(facts)
    found, kin = home(facts), relation(facts)
    if found is not Home.HERE:
        return f"{found}-{kin}"
    if kin != SAME:
        return f"{kin}-domain" if kin == OTHER else "empty"
    return "server-contradicts" if refused_by_rule(facts) else "same-domain"


def _without_account(facts: Facts) -> str:
    is_empty = facts.sending.sender is None
    if refused_by_rule(facts):
        return "server-said-empty" if is_empty else "server-said"
    if is_empty:
        return "empty-refused" if facts.server else "no-account-empty"
    if is_personal(facts.subject):
        return "no-account-personal"
    return "no-account"


def _by_relay(facts: Facts) -> str:
    if facts.sending.account is None:
        return "server-said" if refused_by_rule(facts) else "relay-no-account"
    found, kin = home(facts), relation(facts)
    if kin != SAME:
        here = "relay-other-domain" if kin == OTHER else "empty"
        return here if found is Home.HERE else f"{found}-{kin}"
    if found is Home.HERE or entry(facts) is not Entry.MISSING:
        return f"relay-entry-{entry(facts)}"
    return f"{found}-relay-no-entry"


def _by_webspace(facts: Facts) -> str:
    if facts.sending.sender is None:
        return "webspace-empty"
    if is_personal(facts.subject):
        return "webspace-personal"
    at_home = home(facts) in {Home.HERE, Home.LIKELY}
    return "webspace-same" if relation(facts) == SAME and at_home else "webspace-contract"


_BY_ROUTE: dict[Route, Callable[[Facts], str]] = {
    Route.MAILBOX: _by_mailbox,
    Route.RELAY: _by_relay,
    Route.WEBSPACE: _by_webspace,
}


def fill(sentence: Text, facts: Facts, domain: str | None = None) -> Text:
    """A sentence about this way of sending with the usual names in it.

    `domain` is the sender's where no other is given.
    """
    provider, account = facts.provider, facts.sending.account
    subject = facts.subject.domain.shown if facts.subject else ""
    host = facts.account.host if facts.account else None
    return sentence.fill(
        domain=domain or subject,
        account_domain=account.domain.shown if account else subject,
        provider=provider.name if provider else "",
        smtp=provider.smtp_shown or next(iter(provider.smtp_names), "") if provider else "",
        host=name_of(host.provider) if host else "",
    )


def name_of(provider: Provider) -> Text:
    """A mail host's name in running text; hosts of personal mailboxes go by what they are."""
    is_personal = provider.kind is ProviderKind.PERSONAL
    return words.PERSONAL_HOST if is_personal else Text.same(provider.name)


def _open(why: Text, then: Text) -> tuple[Ruling, Text]:
    both = Text(en=f"{why.en} {then.en}", de=f"{why.de} {then.de}")
    return Ruling.UNKNOWN, both


_WHY = {
    Home.OPEN: words.WHY_OPEN,
    Home.ELSEWHERE: words.WHY_ELSEWHERE,
    Home.LIKELY: words.WHY_LIKELY,
    Home.SILENT: words.WHY_SILENT,
}
_THEN = {
    SAME: words.THEN_ALLOWED,
    OTHER: words.THEN_REFUSED,
    EMPTY: words.THEN_REFUSED,
    "relay-no-entry": words.THEN_NO_ENTRY,
}
_ROWS: dict[str, tuple[Ruling, Text]] = {
    # Where nothing shows that the account is at the provider, the sentence says what decides.
    **{f"{h}-{kin}": _open(why, then) for h, why in _WHY.items() for kin, then in _THEN.items()},
    # A mailbox at the provider: its own domain, and nothing else.
    "same-domain": (Ruling.ALLOWED, words.SAME_DOMAIN),
    "likely-same": (Ruling.ALLOWED, words.LIKELY_SAME),
    "other-domain": (Ruling.REFUSED, words.OTHER_DOMAIN),
    "empty": (Ruling.REFUSED, words.EMPTY_SENDER),
    "empty-refused": (Ruling.REFUSED, words.EMPTY_SENDER_ALONE),
    "no-mail-host": (Ruling.REFUSED, words.NO_MAIL_HOST),
    "mail-host-silent": (Ruling.UNKNOWN, words.MAIL_HOST_SILENT),
    # The server has spoken already.
    "server-said": (Ruling.REFUSED, words.SERVER_SAID),
    "server-said-empty": (Ruling.REFUSED, words.SERVER_SAID_EMPTY),
    "server-contradicts": (Ruling.UNKNOWN, words.SERVER_CONTRADICTS),
    # A relay: one domain for account and senders, and the provider's SPF entry in it.
    "relay-entry-there": (Ruling.ALLOWED, words.RELAY_OK),
    "relay-entry-missing": (Ruling.REFUSED, words.RELAY_NO_ENTRY),
    "relay-entry-void": (Ruling.UNKNOWN, words.RELAY_ENTRY_VOID),
    "relay-entry-unknown": (Ruling.UNKNOWN, words.RELAY_ENTRY_SILENT),
    "relay-other-domain": (Ruling.REFUSED, words.RELAY_OTHER_DOMAIN),
    "relay-no-account": (Ruling.UNKNOWN, words.RELAY_NO_ACCOUNT),
    # Web space: any domain of the same contract, which DNS does not know.
    "webspace-same": (Ruling.ALLOWED, words.WEBSPACE_SAME),
    "webspace-personal": (Ruling.REFUSED, words.WEBSPACE_PERSONAL),
    "webspace-contract": (Ruling.UNKNOWN, words.WEBSPACE_CONTRACT),
    "webspace-empty": (Ruling.UNKNOWN, words.WEBSPACE_EMPTY),
    # No account named: what can be said without it.
    "no-account": (Ruling.UNKNOWN, words.NO_ACCOUNT),
    "no-account-personal": (Ruling.UNKNOWN, words.NO_ACCOUNT_PERSONAL),
    "no-account-empty": (Ruling.UNKNOWN, words.NO_ACCOUNT_EMPTY),
}
# What the rule would let out is refused all the same where nothing can receive for its domain.
_UNREACHABLE: dict[bool | None, str] = {False: "no-mail-host", None: "mail-host-silent"}


def server_text(decision: Decision, provider: Provider | None) -> str | None:
    """What the mail server answers to a sender that it refuses."""
    if decision.ruling is not Ruling.REFUSED or provider is None or provider.rule is None:
        return None
    no_host = decision.code == "no-mail-host"
    return provider.rule.no_host if no_host else provider.rule.refusal
