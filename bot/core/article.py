"""Markdown -> Article with Sections, or ArticleError with a line number."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.words import Language


class Audience(StrEnum):
    """Who may read an article: everybody, or the workspace's own members."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Section:
    """One possible answer: a `##` heading of an article in one language, with what is below it."""

    article: str
    id: str
    language: Language
    heading: str
    text: str  # Markdown, without the heading and the comment
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    line: int = 1

    @property
    def key(self) -> str:
        """The section's name in every language: "article-id/section-id"."""
        return f"{self.article}/{self.id}"


@dataclass(frozen=True, slots=True)
class Article:
    """One article in one language, as one file holds it."""

    id: str
    title: str
    language: Language
    sections: tuple[Section, ...]
    keywords: tuple[str, ...] = ()
    introduction: str = ""
    url: str | None = None
    updated: date | None = None
    review_by: date | None = None
    topic: str | None = None
    audience: Audience = Audience.INTERNAL
    source: str = ""  # the file's name, or where else it came from
