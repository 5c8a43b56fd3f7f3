"""The files' articles and what the team wrote in Slack -> the articles in force."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.core.article import Article, Section, render, slug
from bot.core.words import Language
from bot.core.written import Sample, Written

SLACK = "Slack"  # the source of an article that no file holds
LONGEST_ID = 60  # characters of a section id made from its title
_BIG_HEADING = re.compile(r"^#{1,2}[ \t]+", re.MULTILINE)


def lay(
    articles: Sequence[Article], written: Iterable[Written], samples: Iterable[Sample] = ()
) -> tuple[Article, ...]:
    """The articles with the written sections put in or over the files', and the filed questions.

    Where both have a section, the newer wins: what was written in Slack, unless the file's
    article says that it was updated on a later day.
    """
    laid = {(article.id, article.language): article for article in articles}
    for piece in written:
        key = (piece.section.article, piece.section.language)
        there = laid.get(key)
        if there is None or not _is_newer(there, piece):
            laid[key] = _with(there or _article(piece), piece.section)
    return tuple(_filed(article, list(samples)) for article in laid.values())


def shadowed(articles: Iterable[Article], written: Iterable[Written]) -> tuple[Written, ...]:
    """The written sections that stand in place of a file's."""
    held = {
        (section.key, section.language): article
        for article in articles
        for section in article.sections
    }
    pairs = ((piece, held.get((piece.section.key, piece.section.language))) for piece in written)
    return tuple(piece for piece, there in pairs if there and not _is_newer(there, piece))


def section_id(title: str) -> str:
    """A section's id from its title; "section" from a title without letters."""
    return slug(title)[:LONGEST_ID].strip("-") or "section"


def tamed(text: str) -> str:
    """Text written in Slack with its headings made small enough to stay inside one section."""
    return _BIG_HEADING.sub("### ", text)


def export(
    articles: Sequence[Article], written: Sequence[Written], samples: Sequence[Sample]
) -> dict[str, str]:
    """The files that hold what was written in Slack, by name: for review, and for the folder.

    A file's article comes whole, with what was written put in; others get a file of their own.
    """
    laid = lay(articles, written, samples)
    touched = (article for article in laid if article not in articles)
    return {_file_name(article): render(article) for article in touched}


def _file_name(article: Article) -> str:
    own = article.source.endswith(".md")
    return article.source if own else f"{article.id}.{article.language.value}.md"


def _is_newer(article: Article, piece: Written) -> bool:
    if article.source == SLACK or article.updated is None:
        return False
    return article.updated > datetime.fromtimestamp(piece.at, UTC).date()


def _article(piece: Written) -> Article:
    return Article(
        id=piece.section.article,
        title=piece.title,
        language=piece.section.language,
        sections=(),
        audience=piece.audience,
        source=SLACK,
    )


def _with(article: Article, section: Section) -> Article:
    """The article with this section: in place of its namesake, or at the end."""
    old = [other for other in article.sections if other.id == section.id]
    if not old:
        return replace(article, sections=(*article.sections, section))
    kept = replace(section, questions=old[0].questions, elsewhere=old[0].elsewhere)
    sections = tuple(kept if other.id == section.id else other for other in article.sections)
    return replace(article, sections=sections)


def _filed(article: Article, samples: Sequence[Sample]) -> Article:
    """The article with the questions that the team filed under its sections."""
    if not any(_belongs(sample, article.id, article.language) for sample in samples):
        return article
    return replace(
        article, sections=tuple(_asked(section, samples) for section in article.sections)
    )


def _asked(section: Section, samples: Sequence[Sample]) -> Section:
    own = tuple(
        s.question for s in samples if s.section == section.key and s.language is section.language
    )
    return replace(section, questions=(*section.questions, *own)) if own else section


def _belongs(sample: Sample, article: str, language: Language) -> bool:
    return sample.section.rpartition("/")[0] == article and sample.language is language
