"""Which mail hosts a domain sends through, and whether its SPF record names them as they advise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.finding import Finding
from bot.core.provider import Provider, Recognised
from bot.core.spf.draft import Draft
from bot.core.spf.macro import Literal, MacroString
from bot.core.spf.saying import fill
from bot.core.spf.term import Exists, Include, Qualifier, Redirect
from bot.core.spf.tree import Fate, Survey, Visit
from bot.core.words import Text
from bot.core.words import spf_repair as said

BY_ZONE = "NS"  # says who keeps the zone; a weaker sign of who sends than MX or a person's word


@dataclass(frozen=True, slots=True)
class Hosts:
    """What is known about mail hosts: all `providers`, and those this domain `uses`, surest first."""

    providers: tuple[Provider, ...] = ()
    uses: tuple[Recognised, ...] = ()

    def advised(self, provider: Provider) -> str | None:
        """The include that this domain should name for a provider, for its region where known."""
        regions = (used.region for used in self.uses if used.provider.id == provider.id)
        return provider.spf_include(next((region for region in regions if region), None))

    @property
    def own_includes(self) -> frozenset[str]:
        """The includes that the providers themselves tell their customers to name."""
        return frozenset(name for provider in self.providers for name in provider.spf.values())

    @property
    def needed(self) -> frozenset[str]:
        """The includes of the hosts that this domain uses: nobody should be told to do without."""
        return frozenset(name for used in self.uses for name in used.provider.spf.values())

    def owner(self, include: str | None) -> Provider | None:
        """The provider whose customers shall name this include: nobody should be told to drop it."""
        return next((p for p in self.providers if include in p.spf.values()), None)

    def outdated(self, include: str) -> tuple[Provider, str] | None:
        """The provider of an old or wrong include, and the include to name in its place."""
        for provider in self.providers:
            advised = self.advised(provider)
            if advised and include in (*provider.legacy_includes, *provider.wrong_includes):
                return provider, advised
        return None

    def current(self, found: Draft) -> Draft:
        """The draft with every old or wrong include replaced, in its place and once."""
        mechanisms = [
            replace(m, domain=_spec(outdated[1]))
            if isinstance(m, Include) and (outdated := self.outdated(_name(m)))
            else m
            for m in found.mechanisms
        ]
        return replace(found, mechanisms=tuple(dict.fromkeys(mechanisms)))

    def missing(self, survey: Survey, found: Draft) -> Iterator[tuple[Recognised, str]]:
        """The providers in use that neither the draft nor its tree names, each with its include."""
        named = _named(survey, found)
        for used in self.uses:
            include = self.advised(used.provider)
            any_region = () if used.region else used.provider.spf.values()
            if include and not named & {include, *any_region, *used.provider.legacy_includes}:
                yield used, include

    def in_front(self, survey: Survey, found: Draft) -> Draft:
        """The draft with the include of each provider in use in front, unless its tree has it."""
        own = _passing_own(found)
        missing = [include for _, include in self.missing(survey, found)]
        wanted = [self.advised(used.provider) for used in self.uses]
        names = [name for name in wanted if name and (name in own or name in missing)]
        first = [own.get(name) or Include(_spec(name)) for name in names]
        others = [m for m in found.mechanisms if not (isinstance(m, Include) and _name(m) in names)]
        return replace(found, mechanisms=tuple(dict.fromkeys([*first, *others])))

    def findings(self, survey: Survey, found: Draft) -> Iterator[Finding]:
        """Old, wrong and missing includes of mail hosts; `found` is the draft of the record."""
        for name, term in _own(found).items():
            if outdated := self.outdated(name):
                provider, advised = outdated
                wrong = name in provider.wrong_includes
                template = said.WRONG_INCLUDE if wrong else said.LEGACY_INCLUDE
                yield fill(template, term=term, provider=plain(provider.name), current=advised)
        if not survey.silent:  # what was not told may name the provider
            yield from self._missing_findings(survey, self.current(found))

    def _missing_findings(self, survey: Survey, found: Draft) -> Iterator[Finding]:
        named = _named(survey, found)
        unseen = next(_unseen(survey.root), None)
        for used, include in self.missing(survey, found):
            other = named & {*used.provider.spf.values()}
            template = said.PROVIDER_UNSEEN if unseen else _missing_template(used)
            yield fill(
                said.OTHER_REGION if other else template,
                domain=survey.domain,
                provider=plain(used.provider.name),
                current=include,
                other=", ".join(sorted(other)),
                term=unseen,
            )


def _missing_template(used: Recognised) -> Finding:
    return said.PROVIDER_PERHAPS_MISSING if used.by == BY_ZONE else said.PROVIDER_MISSING


def _unseen(visit: Visit) -> Iterator[Include | Exists]:
    """Terms that may let the mail host pass, though a survey cannot follow them: they have macros."""
    for step in visit.steps:
        term = step.part
        if step.fate is Fate.NEEDS_CLIENT and isinstance(term, Include | Exists):
            if term.qualifier is Qualifier.PASS:
                yield term
        elif step.visit and step.passes:
            yield from _unseen(step.visit)


def plain(name: str) -> Text:
    """A name that is the same in both languages."""
    return Text(en=name, de=name)


def _own(found: Draft) -> dict[str, Include]:
    """The includes of a draft by the name they lead to."""
    return {_name(m): m for m in found.mechanisms if isinstance(m, Include)}


def _passing_own(found: Draft) -> dict[str, Include]:
    """Those of them that let clients pass: `-include:` and `?include:` allow nobody to send."""
    own = _own(found).items()
    return {name: term for name, term in own if term.qualifier is Qualifier.PASS}


def _named(survey: Survey, found: Draft) -> set[str]:
    """The names that let clients pass: those of the draft, and those that the tree leads to."""
    end = {_name(found.end)} if isinstance(found.end, Redirect) else set()
    return {*_passing_own(found), *end, *_passing(survey.root)}


def _name(include: Include | Redirect) -> str:
    return str(include.domain).lower().removesuffix(".")


def _spec(name: str) -> MacroString:
    return MacroString(name, (Literal(name),))


def _passing(visit: Visit) -> Iterator[str]:
    """The names whose records let clients pass here, at any depth."""
    for step in visit.steps:
        if step.visit and step.passes:
            yield step.visit.page.domain
            yield from _passing(step.visit)
