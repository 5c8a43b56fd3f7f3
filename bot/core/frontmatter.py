"""The YAML above an article -> fields with their line numbers, or ArticleError."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from rapidfuzz import fuzz, process

from bot.core.errors import ArticleError
from bot.core.words import Text
from bot.core.words.knowledge import (
    BROKEN_YAML,
    KEY_TWICE,
    NOT_A_LIST,
    NOT_A_MAPPING,
    NOT_CLOSED,
    NOT_ONE_TEXT,
    UNKNOWN_KEY,
)

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the front matter with what is written after it, each text on one line."""

    key: str
    value: str | tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of one article's front matter by key, and in which line its body begins."""

    source: str
    fields: Mapping[str, Field]
    body_line: int = 1

    def line(self, key: str) -> int:
        """The line of a field, or 1 where it is missing."""
        return self.fields[key].line if key in self.fields else 1

    def text(self, key: str) -> str | None:
        """One text, or None where the key is missing or nothing stands after it."""
        field = self.fields.get(key)
        if field is None:
            return None
        if not isinstance(field.value, str):
            raise self.wrong(key, NOT_ONE_TEXT.fill(key=key))
        return field.value or None

    def texts(self, key: str) -> tuple[str, ...]:
        """Several texts: a YAML list, or one text with commas."""
        field = self.fields.get(key)
        if field is None:
            return ()
        parts = field.value.split(",") if isinstance(field.value, str) else field.value
        return tuple(filter(None, map(one_line, parts)))

    def wrong(self, key: str, sentence: Text) -> ArticleError:
        """The error to raise where the value of this key cannot be used."""
        return ArticleError(self.source, self.line(key), sentence)


def one_line(text: str) -> str:
    """The text without line breaks, and with single spaces."""
    return " ".join(text.split())


def split(text: str, source: str, known: tuple[str, ...]) -> tuple[FrontMatter, str]:
    """Part an article from its front matter; raise ArticleError for a key that is not known."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return FrontMatter(source, {}), text
    ends = (n for n, line in enumerate(lines) if n and line.rstrip() == FENCE)
    end = next(ends, None)
    if end is None:
        raise ArticleError(source, 1, NOT_CLOSED)
    # The first line becomes an empty one, so that YAML counts lines as the author does.
    fields = _fields("\n".join(["", *lines[1:end]]), source)
    for field in fields.values():
        if field.key not in known:
            raise ArticleError(source, field.line, unknown(field.key, known))
    return FrontMatter(source, fields, end + 2), "\n".join(lines[end + 1 :])


def unknown(key: str, known: tuple[str, ...]) -> Text:
    """The sentence for a key that nobody knows, with the one that was probably meant."""
    nearest = process.extractOne(key.lower(), known, scorer=fuzz.ratio)
    return UNKNOWN_KEY.fill(key=key, nearest=nearest[0])


def dump(fields: Mapping[str, object]) -> str:
    """Front matter that `split` reads back to the same."""
    body = yaml.safe_dump(dict(fields), allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"{FENCE}\n{body}{FENCE}\n"


def _fields(text: str, source: str) -> dict[str, Field]:
    node = _compose(text, source)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise ArticleError(source, node.start_mark.line + 1, NOT_A_MAPPING)
    fields: dict[str, Field] = {}
    for key_node, value_node in node.value:
        field = _field(key_node, value_node, source)
        if field.key in fields:
            raise ArticleError(source, field.line, KEY_TWICE.fill(key=field.key))
        fields[field.key] = field
    return fields


def _field(key: yaml.Node, value: yaml.Node, source: str) -> Field:
    line = key.start_mark.line + 1
    if not isinstance(key, yaml.ScalarNode):
        raise ArticleError(source, line, NOT_A_MAPPING)
    name = one_line(key.value)
    if isinstance(value, yaml.ScalarNode):
        return Field(name, one_line(value.value), line)
    if isinstance(value, yaml.SequenceNode) and all(
        isinstance(item, yaml.ScalarNode) for item in value.value
    ):
        return Field(name, tuple(one_line(item.value) for item in value.value), line)
    raise ArticleError(source, line, NOT_A_LIST.fill(key=name))


def _compose(text: str, source: str) -> yaml.Node | None:
    try:
        # BaseLoader leaves every scalar a text: no date, number or object is ever built.
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise ArticleError(source, line, _broken(error.problem or "unreadable")) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ArticleError(source, line, _broken("a control character")) from error
    except (ValueError, OverflowError, RecursionError) as error:  # "\UFFFFFFFF"; a thousand "["
        raise ArticleError(source, 1, _broken("unreadable")) from error
    return node


def _broken(problem: str) -> Text:
    return BROKEN_YAML.fill(problem=problem)
