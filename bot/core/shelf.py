"""What the knowledge folder held at one moment, and what is wrong there."""

from dataclasses import dataclass, field

from bot.core.article import Article
from bot.core.errors import ArticleError
from bot.core.provider import Provider
from bot.core.search.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is in force now; a new shelf takes its place when the folder changes.

    Articles are in the order of their ids and languages, providers in that of their ids.
    `problems` name what was left out, or is used in an older version. `revision` grows by one
    with every change.
    """

    articles: tuple[Article, ...] = ()
    providers: tuple[Provider, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    problems: tuple[ArticleError, ...] = ()
    revision: int = 0
