"""A big index and a small one over it, for what was written since the big one was built."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.core.article import Article, Audience
from bot.core.reply import Match
from bot.core.search.build import build
from bot.core.search.glossary import Glossary
from bot.core.search.index import RANKED, Index
from bot.core.words import Language

BIG = 3_000  # sections of a library that is not built anew for every change: takes half a second
DELTA = 500  # changed sections that are laid over it; beyond them everything is built anew


def renewed(
    base: Index,
    old: Iterable[Article],
    new: Sequence[Article],
    glossary: Glossary,
    *,
    big: int = BIG,
) -> Index | Layered:
    """The index of a library's new articles, given that of its old ones.

    A small change of a library of at least `big` sections is laid over; else all is built anew.
    """
    before = {(article.id, article.language): article for article in old}
    now = {(article.id, article.language): article for article in new}
    touched = {key[0] for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
    changed = [article for article in new if article.id in touched]
    small = sum(len(article.sections) for article in changed) <= DELTA
    if not small or len(base.documents) < big or glossary != base.reader.glossary:
        return build(new, glossary)
    return Layered.over(base, changed, removed=touched)


@dataclass(frozen=True, slots=True)
class Layered:
    """Asks both indexes and merges what they find; the newer versions hide the older ones."""

    base: Index
    delta: Index

    @classmethod
    def over(
        cls, base: Index, changed: Sequence[Article], *, removed: Collection[str] = ()
    ) -> Layered:
        """The base with every version of these articles in place of the old ones.

        `removed` names articles that are gone. Takes as long as the changed articles are big, not
        as the library is; build the whole index anew when there is time.
        """
        hidden = {*removed, *(article.id for article in changed)}
        delta = build(changed, base.reader.glossary, base.weights)
        return cls(base.without(hidden), delta)

    def search(
        self,
        question: str,
        *,
        language: Language | None = None,
        audience: Audience = Audience.INTERNAL,
        limit: int = RANKED,
    ) -> list[Match]:
        """The matches of both, best first, as one index would give them."""
        found = [
            match
            for index in (self.delta, self.base)
            for match in index.search(question, language=language, audience=audience, limit=limit)
        ]
        return sorted(found, key=lambda match: (-match.score, match.section.key))[:limit]
