"""Everything the knowledge folder held at one moment: articles, and what is wrong with the rest."""

from dataclasses import dataclass

from bot.core.article import Article
from bot.core.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is in force now; a new shelf takes its place when the folder changes.

    Articles are in the order of their ids and languages. `problems` name what was left out, or is
    used in an older version. `revision` grows by one with every change.
    """

    articles: tuple[Article, ...] = ()
    problems: tuple[ArticleError, ...] = ()
    revision: int = 0
