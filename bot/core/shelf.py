"""What the knowledge folder held at one moment: articles, providers, and what is wrong there."""

from dataclasses import dataclass

from bot.core.article import Article
from bot.core.errors import ArticleError
from bot.core.provider import Provider


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is in force now; a new shelf takes its place when the folder changes.

    Articles are in the order of their ids and languages, providers in that of their ids. `problems` name what was left out, or is
    used in an older version. `revision` grows by one with every change.
    """

    articles: tuple[Article, ...] = ()
    providers: tuple[Provider, ...] = ()
    problems: tuple[ArticleError, ...] = ()
    revision: int = 0
