"""A TOML table that is read key by key: a missing, wrong or unknown key is an ArticleError."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any, NoReturn, TypeVar

from rapidfuzz import process

from bot.core.errors import ArticleError
from bot.core.lookup import queryable
from bot.core.words import Text

T = TypeVar("T")
ALIKE = 60  # of 100, RapidFuzz's WRatio: "tlsport" is meant for "tls_port", "colour" for nothing
_TOML_LINE = re.compile(r"\(at line (\d+)")
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9])?)*")
_SAID = {str: "a text", int: "a whole number", list: "a list", dict: "a table", date: "a date"}


class Table:
    """One table of a TOML file, with the file's text for naming the line of a fault."""

    def __init__(self, content: Mapping[str, Any], source: str, text: str, path: str = "") -> None:
        self._content = content
        self._source = source
        self._text = text
        self._path = path
        self._read: set[str] = set()

    @classmethod
    def load(cls, text: str, source: str) -> "Table":
        """The whole file. Raises ArticleError for what is not TOML."""
        try:
            return cls(tomllib.loads(text), source, text)
        except tomllib.TOMLDecodeError as fault:
            line = _TOML_LINE.search(str(fault))
            last = len(text.splitlines()) or 1
            raise ArticleError(source, int(line[1]) if line else last, f"{fault}.") from None

    def fault(self, key: str, sentence: str) -> NoReturn:
        """Raise an ArticleError about a key of this table."""
        found = re.search(rf"^\s*(\[+[\w.-]*\b)?{re.escape(key)}\b", self._text, re.MULTILINE)
        line = self._text.count("\n", 0, found.end()) + 1 if found else 1
        raise ArticleError(self._source, line, sentence)

    def value(self, key: str, kind: type[T], default: T | None = None) -> T:
        """The key's value; without a default the key must be there."""
        self._read.add(key)
        value = self._content.get(key, default)
        if value is None:
            table = f" in [{self._path}]" if self._path else ""
            self.fault(self._path or key, f"`{key}` is missing{table}; add it.")
        if not isinstance(value, kind) or isinstance(value, bool):
            self.fault(key, f"`{key}` must be {_SAID[kind]}.")
        return value

    def optional(self, key: str, kind: type[T]) -> T | None:
        """The key's value, or None where the key is not there."""
        self._read.add(key)
        return self.value(key, kind) if key in self._content else None

    def host(self, key: str) -> str | None:
        """A host name, or None where the key is not there."""
        name = self.optional(key, str)
        return None if name is None else self._host(key, name)

    def hosts(self, key: str) -> tuple[str, ...]:
        """A list of host names; none where the key is not there."""
        return tuple(self._host(key, name) for name in self.value(key, list, []))

    def _host(self, key: str, name: object) -> str:
        if not isinstance(name, str) or not _HOST.fullmatch(name) or not queryable(name):
            self.fault(key, f"`{name}` in `{key}` must be a host name in lower case.")
        return name

    def sentence(self) -> Text:
        """The keys `en` and `de` as one sentence in both languages."""
        return Text(en=self.value("en", str), de=self.value("de", str))

    def table(self, key: str) -> "Table | None":
        """The table below a key, or None where it is not there."""
        content = self.optional(key, dict)
        return None if content is None else self._below(key, content)

    def tables(self, key: str) -> "tuple[Table, ...]":
        """The tables of an array of tables (`[[key]]`)."""
        contents = self.value(key, list, [])
        if not all(isinstance(content, dict) for content in contents):
            self.fault(key, f"`{key}` must be written as `[[{key}]]` tables.")
        return tuple(self._below(key, content) for content in contents)

    def empty(self, key: str) -> "Table":
        """A table without keys, for one that may be missing."""
        return self._below(key, {})

    def _below(self, key: str, content: Mapping[str, Any]) -> "Table":
        path = f"{self._path}.{key}" if self._path else key
        return Table(content, self._source, self._text, path)

    def names(self) -> tuple[str, ...]:
        """Every key of a table whose author chooses them."""
        return tuple(self._content)

    def done(self) -> None:
        """Refuse keys that nobody asked for, naming the nearest that exists."""
        for key in self._content:
            if key not in self._read:
                nearest = process.extract(key, sorted(self._read), limit=1, score_cutoff=ALIKE)
                meant = f"; did you mean `{nearest[0][0]}`?" if nearest else "; remove it."
                self.fault(key, f"`{key}` is unknown{meant}")
