"""glossary.toml -> groups of words that mean the same in both languages, or ArticleError."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.core.errors import ArticleError
from bot.core.search.terms import Phrases
from bot.core.search.typos import Typos
from bot.core.words import Language

DEFAULT_WEIGHT = 0.7  # how much of a word its synonym is worth
TABLE = "same"  # the name of the tables in the file
KNOWN = frozenset({*Language, "weight", "article"})

_HEADER = re.compile(rf"[ \t]*\[\[\s*{TABLE}\s*\]\]")
_TOML_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """One group of words and phrases that mean the same.

    `weight` (0 to 1) says how much of the word itself a synonym is worth; `article` restricts
    the group to the sections of one article.
    """

    phrases: tuple[str, ...]
    weight: float = DEFAULT_WEIGHT
    article: str | None = None


@dataclass(frozen=True)
class Glossary:
    """Every group of synonyms, in the order of the file; `made` are their phrases, if made beforehand."""

    groups: tuple[Synonyms, ...] = ()
    made: Phrases | None = field(default=None, compare=False, repr=False)

    @cached_property
    def phrases(self) -> Phrases:
        """What finds the groups in a text, by their numbers; nobody may change what is shared."""
        return self.made or Phrases.of(group.phrases for group in self.groups)

    @cached_property
    def typos(self) -> Typos:
        """What corrects the words of the phrases; made where somebody makes a slip for the first time."""
        return Typos.of(self.phrases.words)

    @classmethod
    def parse(cls, toml: str, source: str = "glossary.toml") -> "Glossary":
        """The glossary that a file's text holds; `ArticleError` names the line and the cure."""
        try:
            tables = tomllib.loads(toml)
        except tomllib.TOMLDecodeError as error:
            line = _TOML_LINE.search(str(error))
            raise ArticleError(
                source, int(line[1]) if line else 1, f"Not TOML: {error}."
            ) from error
        if stray := sorted(set(tables) - {TABLE}):
            raise ArticleError(
                source, 1, f"{stray[0]!r} is not known here; start groups with [[{TABLE}]]."
            )
        groups = tables.get(TABLE, [])
        if not isinstance(groups, list):
            raise ArticleError(source, 1, f"Write [[{TABLE}]] with two brackets above each group.")
        lines = [n for n, line in enumerate(toml.splitlines(), 1) if _HEADER.match(line)]
        lines += [1] * (len(groups) - len(lines))
        return cls(tuple(_group(g, source, line) for g, line in zip(groups, lines, strict=False)))


def _group(table: Mapping[str, object], source: str, line: int) -> Synonyms:
    if stray := sorted(set(table) - KNOWN):
        raise ArticleError(
            source, line, f"{stray[0]!r} is not known; a group has en, de, weight and article."
        )
    phrases = [p for language in Language for p in _phrases(table, language, source, line)]
    if len(phrases) < 2:  # noqa: PLR2004 - a synonym takes two
        raise ArticleError(source, line, "A group needs at least two words that mean the same.")
    return Synonyms(tuple(phrases), _weight(table, source, line), _article(table, source, line))


def _phrases(table: Mapping[str, object], language: str, source: str, line: int) -> list[str]:
    phrases = table.get(language, [])
    if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
        raise ArticleError(source, line, f'Write {language} as a list: {language} = ["…", "…"].')
    return phrases


def _weight(table: Mapping[str, object], source: str, line: int) -> float:
    weight = table.get("weight", DEFAULT_WEIGHT)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight <= 1:
        raise ArticleError(source, line, "Write weight as a number above 0 and up to 1.")
    return float(weight)


def _article(table: Mapping[str, object], source: str, line: int) -> str | None:
    article = table.get("article")
    if article is not None and not isinstance(article, str):
        raise ArticleError(source, line, "Write article as the id of one article in quotes.")
    return article
