"""Markdown -> Article with Sections, or ArticleError with a line number."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.errors import ArticleError
from bot.core.frontmatter import FrontMatter, dump, split
from bot.core.sections import RawSection, body
from bot.core.words import Language
from bot.core.words.knowledge import (
    BAD_DATE,
    BAD_ID,
    BAD_URL,
    NO_ARTICLE_ID,
    NO_LANGUAGE,
    NO_SECTION,
    SECTION_TWICE,
    UNKNOWN_AUDIENCE,
    UNKNOWN_LANGUAGE,
)


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
    elsewhere: tuple[str, ...] = ()  # questions that sound like it and that it does not answer
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


KEYS = (
    "id",
    "title",
    "language",
    "keywords",
    "url",
    "updated",
    "review_by",
    "topic",
    "audience",
)

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FILE_LANGUAGE = re.compile(r"(?P<stem>.*?)(?:\.(?P<language>en|de))?(?:\.md)?", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>|]+")
_BY_HAND = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def parse(text: str, source: str) -> Article:
    """Read one article from the text of a file; `source` is the file's name.

    The name's end (`x.de.md`) tells the language where the front matter does not, and its
    beginning the id. Raises ArticleError with the file's line, for the author.
    """
    front, rest = split(_normal(text), source, KEYS)
    article_id, language = _id(front), _language(front)
    page = body(rest, source, front.body_line, front.text("title"))
    if not page.sections:
        raise ArticleError(source, front.body_line, NO_SECTION)
    return Article(
        id=article_id,
        title=page.title or article_id,
        language=language,
        sections=_sections(page.sections, article_id, language, source),
        keywords=front.texts("keywords"),
        introduction=page.introduction,
        url=_url(front),
        updated=_date(front, "updated"),
        review_by=_date(front, "review_by"),
        topic=front.text("topic"),
        audience=_audience(front),
        source=source,
    )


def render(article: Article) -> str:
    """The file that `parse` reads as this article: front matter, introduction, sections."""
    fields = {
        "id": article.id,
        "title": article.title,
        "language": str(article.language),
        "keywords": list(article.keywords),
        "url": article.url,
        "updated": article.updated and article.updated.isoformat(),
        "review_by": article.review_by and article.review_by.isoformat(),
        "topic": article.topic,
        "audience": str(article.audience),
    }
    front = dump({key: value for key, value in fields.items() if value})
    parts = [article.introduction, *map(_rendered, article.sections)]
    return front + "".join(f"\n{part}\n" for part in parts if part)


def slug(text: str) -> str:
    """An id made from words: "Für Gäste & Co." -> "fuer-gaeste-co"; may be empty."""
    composed = unicodedata.normalize("NFC", text.lower()).translate(_BY_HAND)
    plain = unicodedata.normalize("NFKD", composed).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", plain))


def _rendered(section: Section) -> str:
    notes = {
        "keywords": ", ".join(section.keywords),
        "questions": " | ".join(section.questions),
        "elsewhere": " | ".join(section.elsewhere),
    }
    comment = "; ".join(f"{key}: {value}" for key, value in notes.items() if value)
    below = f"<!-- {comment} -->\n\n" if comment else "\n"
    return f"## {section.heading} {{#{section.id}}}\n{below}{section.text}"


def _normal(text: str) -> str:
    """Line ends as `\\n`, no byte order mark, no NUL (CommonMark 0.31, 2.1 and 2.3)."""
    return (
        text.removeprefix("\ufeff")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\0", "\ufffd")
    )


def _sections(
    raws: tuple[RawSection, ...], article: str, language: Language, source: str
) -> tuple[Section, ...]:
    sections: dict[str, Section] = {}
    for number, raw in enumerate(raws, 1):
        given = slug(raw.heading) or f"section-{number}" if raw.id is None else raw.id
        section_id = _checked_id(given, source, raw.line)
        if twin := sections.get(section_id):
            sentence = SECTION_TWICE.fill(id=section_id, line=twin.line, heading=raw.heading)
            raise ArticleError(source, raw.line, sentence)
        sections[section_id] = Section(
            article=article,
            id=section_id,
            language=language,
            heading=raw.heading,
            text=raw.text,
            keywords=raw.keywords,
            questions=raw.questions,
            elsewhere=raw.elsewhere,
            line=raw.line,
        )
    return tuple(sections.values())


def _checked_id(value: str, source: str, line: int) -> str:
    if _ID.fullmatch(value):
        return value
    raise ArticleError(source, line, BAD_ID.fill(value=value, better=slug(value) or "what-changed"))


def _id(front: FrontMatter) -> str:
    if given := front.text("id"):
        return _checked_id(given, front.source, front.line("id"))
    if made := slug(_file(front)["stem"]):
        return made
    raise front.wrong("id", NO_ARTICLE_ID)


def _file(front: FrontMatter) -> re.Match[str]:
    match = _FILE_LANGUAGE.fullmatch(front.source.rpartition("/")[2].replace("\n", " "))
    assert match  # noqa: S101 - every part of the pattern may be empty
    return match


def _language(front: FrontMatter) -> Language:
    given = front.text("language")
    value = given or _file(front)["language"]
    if value is None:
        raise ArticleError(front.source, 1, NO_LANGUAGE)
    try:
        return Language(value.lower().partition("-")[0])  # de-AT is German
    except ValueError as error:
        raise front.wrong("language", UNKNOWN_LANGUAGE.fill(value=value)) from error


def _audience(front: FrontMatter) -> Audience:
    value = front.text("audience")
    try:
        return Audience((value or Audience.INTERNAL).lower())
    except ValueError as error:
        raise front.wrong("audience", UNKNOWN_AUDIENCE.fill(value=value)) from error


def _date(front: FrontMatter, key: str) -> date | None:
    value = front.text(key)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise front.wrong(key, BAD_DATE.fill(key=key, value=value)) from error


def _url(front: FrontMatter) -> str | None:
    value = front.text("url")
    if value and not _URL.fullmatch(value):
        raise front.wrong("url", BAD_URL.fill(value=value))
    return value
