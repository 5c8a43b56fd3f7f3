"""Sections -> documents of units: the lines of text that a question is held against."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.core.article import Article, Audience, Section
from bot.core.search.weights import Field
from bot.core.text import plain, sentences
from bot.core.words import Language


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of a section, and the field it stands in."""

    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A section in every language it has, for one audience."""

    key: str
    audience: Audience
    sections: tuple[Section, ...]
    articles: tuple[Article, ...]

    @property
    def article(self) -> str:
        """The id of the article it belongs to."""
        return self.sections[0].article

    def version(self, language: Language | None) -> Section:
        """The section in a language, or in the first it has."""
        wanted = (section for section in self.sections if section.language is language)
        return next(wanted, self.sections[0])

    def units(self) -> Iterator[Unit]:
        """The lines of every language version."""
        for section, article in zip(self.sections, self.articles, strict=True):
            yield Unit(Field.HEADING, section.heading)
            yield from (Unit(Field.KEYWORD, keyword) for keyword in section.keywords)
            yield from (Unit(Field.QUESTION, question) for question in section.questions)
            yield from (Unit(Field.BODY, line) for line in sentences(plain(section.text)))
            yield Unit(Field.ARTICLE, article.title)
            yield from (Unit(Field.ARTICLE, keyword) for keyword in article.keywords)


def documents(articles: Iterable[Article]) -> list[Document]:
    """The documents of a library, in an order that does not depend on that of the articles."""
    pairs = [(section, article) for article in articles for section in article.sections]
    pairs.sort(key=_rank)
    return [
        _document(list(group)) for _, group in groupby(pairs, lambda p: (p[0].key, p[1].audience))
    ]


def _rank(pair: tuple[Section, Article]) -> tuple[str, ...]:
    section, article = pair
    return (
        section.key,
        article.audience,
        section.language,
        article.source,
        section.heading,
        section.text,
    )


def _document(pairs: Sequence[tuple[Section, Article]]) -> Document:
    return Document(
        key=pairs[0][0].key,
        audience=pairs[0][1].audience,
        sections=tuple(section for section, _ in pairs),
        articles=tuple(article for _, article in pairs),
    )
