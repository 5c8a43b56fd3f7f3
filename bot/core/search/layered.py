"""A big index and a small one over it, for what was written since the big one was built."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.core.article import Article, Audience
from bot.core.reply import Match
from bot.core.search.build import build
from bot.core.search.index import RANKED, Index
from bot.core.words import Language


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
