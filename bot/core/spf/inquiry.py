"""Asks DNS for one SPF evaluation, within the limits of RFC 7208, 4.6.4, and knows its macros."""

from bot.core.lookup import Kind, Lookups, NoResponse, Query, Records, Response
from bot.core.spf.limits import MAX_LOOKUPS, MAX_PTR, MAX_VOID_LOOKUPS
from bot.core.spf.macro import MacroString
from bot.core.spf.record import Mechanism, Redirect
from bot.core.spf.result import Result
from bot.core.spf.saying import told
from bot.core.spf.session import Session, askable, name_of
from bot.core.words import Text
from bot.core.words import spf_reason as words


class Stop(Exception):
    """temperror and permerror end everything at once (RFC 7208, 2.6.6, 2.6.7).

    Only `check_host` reads it, and makes a Verdict of it.
    """

    def __init__(self, result: Result, reason: Text) -> None:
        super().__init__(reason.en)
        self.result = result
        self.reason = reason


class Inquiry:
    """What one evaluation asks: counts terms and void look-ups, remembers the client's names."""

    def __init__(self, session: Session) -> None:
        self.client = session.client
        self.address_kind = session.address_kind
        self.terms = 0
        self.voids = 0
        self.decided = False  # the result stands; nothing asked for its explanation counts (6.2)
        self._values = session.values()
        self._names: tuple[str, ...] | None = None

    def count(self, term: Mechanism | Redirect, domain: str) -> None:
        """Count a term that asks DNS; the eleventh is permerror."""
        self.terms += 1
        if self.terms > MAX_LOOKUPS:
            counted = {"number": self.terms, "limit": MAX_LOOKUPS}
            reason = told(words.TOO_MANY_TERMS, term=term, domain=domain, **counted)
            raise Stop(Result.PERMERROR, reason)

    def ask(self, name: str, kind: Kind) -> Lookups[Records]:
        """What DNS says about a name; silence is temperror, the third void answer permerror."""
        response = yield from self.ask_softly(name, kind)
        if isinstance(response, NoResponse):
            raise silence(Query(name, kind), response)
        return response

    def ask_softly(self, name: str, kind: Kind) -> Lookups[Response]:
        """The same, but silence is left to the caller."""
        if not askable(name):
            return Records(name_exists=False)
        response = yield Query(name.lower(), kind)
        if isinstance(response, Records) and not response.values and not self.decided:
            self.voids += 1
            if self.voids > MAX_VOID_LOOKUPS:
                reason = told(words.TOO_MANY_VOIDS, name=name, limit=MAX_VOID_LOOKUPS)
                raise Stop(Result.PERMERROR, reason)
        return response

    def client_names(self) -> Lookups[tuple[str, ...]]:
        """The client's validated names; none where DNS did not tell (RFC 7208, 5.5)."""
        pointers = yield from self.ask_softly(self.client.reverse_pointer, Kind.PTR)
        found = pointers.values if isinstance(pointers, Records) else ()
        names = [name.removesuffix(".") for name in found if isinstance(name, str)][:MAX_PTR]
        validated = []
        for name in names:
            addresses = yield from self.ask_softly(name, self.address_kind)
            if isinstance(addresses, Records) and self.client in addresses.values:
                validated.append(name)
        self._names = tuple(validated)
        return self._names

    def target(self, spec: MacroString | None, domain: str) -> Lookups[str]:
        """The name a term of the domain's record leads to (RFC 7208, 4.8)."""
        if spec is None:
            return domain
        values = yield from self.values_for(spec, domain)
        return name_of(spec, values)

    def values_for(self, macros: MacroString, domain: str) -> Lookups[dict[str, str]]:
        """The values of the letters in use; `%{p}` asks for the client's names first."""
        values = self._values | {"d": domain}
        if "p" in macros.letters:
            names = self._names
            if names is None:  # RFC 7208, 4.6.4: every ptr term counts its void look-ups, %{p} once
                names = yield from self.client_names()
            values["p"] = _best_name(names, domain)
        return values


def _best_name(names: tuple[str, ...], domain: str) -> str:
    """The value of `%{p}` (RFC 7208, 7.3): the domain, else one inside it, else any."""
    exact = [name for name in names if name.lower() == domain.lower()]
    inside = [name for name in names if within(name, domain)]
    return next(iter([*exact, *inside, *names]), "unknown")


def within(name: str, domain: str) -> bool:
    """Whether a name is the domain or lies below it."""
    return f".{name}".lower().endswith(f".{domain}".lower())


def silence(query: Query, response: NoResponse) -> Stop:
    """temperror, because DNS did not tell."""
    why = words.SILENCE[response.reason]
    reason = told(words.DNS_DID_NOT_TELL, name=query.name, kind=query.kind, why=why)
    return Stop(Result.TEMPERROR, reason)
