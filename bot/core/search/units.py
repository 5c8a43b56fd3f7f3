"""Articles -> documents, and the lines of text that a question is held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from bot.core.article import Article, Audience, Section
from bot.core.search.weights import Field
from bot.core.text import plain, sentences
from bot.core.words import Language

Unit: TypeAlias = tuple[Field, str]
"""One line of a document, and the field it stands in."""

Version: TypeAlias = tuple[Section, Article]
"""A section in one language, and the article it belongs to."""


@dataclass(frozen=True, slots=True)
class Document:
    """A section in every language it has, for one audience.

    Where it does not `answer`, it stands for a question that an article leaves to others: its only
    section is none that could be shown.
    """

    audience: Audience
    sections: tuple[Section, ...]
    answers: bool = True

    @property
    def key(self) -> str:
        """The section's name in every language."""
        return self.sections[0].key

    @property
    def article(self) -> str:
        """The id of the article it belongs to."""
        return self.sections[0].article

    def version(self, language: Language | None) -> Section:
        """The section in a language, or in the first it has."""
        wanted = (section for section in self.sections if section.language is language)
        return next(wanted, self.sections[0])


def documents(articles: Iterable[Article]) -> Iterator[tuple[Document, list[Version]]]:
    """The documents of a library with their versions; the order of the articles does not matter."""
    articles = tuple(articles)
    versions = [(section, article) for article in articles for section in article.sections]
    versions.sort(key=_rank)
    for (_, audience), group in groupby(versions, lambda v: (v[0].key, v[1].audience)):
        of_document = list(group)
        yield Document(audience, tuple(section for section, _ in of_document)), of_document
    left = ((section, article) for article in articles for section in _elsewhere(article))
    for version in sorted(left, key=_rank):
        yield Document(version[1].audience, version[:1], answers=False), [version]


def _elsewhere(article: Article) -> Iterator[Section]:
    """Every question that an article leaves to others, as if it were a section of it.

    The article's keywords count for it in full: that it is about IONOS tells nothing here.
    """
    for section in article.sections:
        for question in section.elsewhere:
            yield Section(
                article.id,
                "",
                article.language,
                heading=question,
                text="",
                keywords=article.keywords,
                questions=(question,),
            )


def _rank(version: Version) -> tuple[str, ...]:
    section, article = version
    place = (section.key, article.audience, section.language, article.source)
    return (*place, section.heading, section.text)


def units(versions: Sequence[Version]) -> Iterator[Unit]:
    """The lines of a document, in every language it has."""
    for section, article in versions:
        yield Field.HEADING, plain(section.heading)
        yield from ((Field.KEYWORD, plain(keyword)) for keyword in section.keywords)
        yield from ((Field.QUESTION, plain(question)) for question in section.questions)
        yield from ((Field.BODY, line) for line in sentences(plain(section.text)))
        yield Field.ARTICLE, plain(article.title)
        yield from ((Field.ARTICLE, plain(keyword)) for keyword in article.keywords)
