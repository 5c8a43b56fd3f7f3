"""The little language the tables are written in, and its one reader; pure.

A shape checks a value and yields complaints, each a pair of a path and a sentence in Slack's words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

Complaint: TypeAlias = tuple[str, str]  # JSON pointer, what is wrong there
Rule: TypeAlias = Callable[[Mapping[str, Any]], str | None]


class Shape(Protocol):
    """What a value must look like."""

    def complaints(self, value: Any, path: str) -> Iterator[Complaint]:
        """Everything that is wrong with the value at this path."""
        ...


@dataclass(frozen=True, slots=True)
class Str:
    """A string of limited length, of a pattern, or one of a few words."""

    most: int = 3000
    least: int = 1
    words: tuple[str, ...] = ()
    pattern: str | None = None

    def complaints(self, value: Any, path: str) -> Iterator[Complaint]:
        """Slack counts characters, not bytes."""
        if not isinstance(value, str):
            yield path, "must be a string"
        elif len(value) > self.most:
            yield path, f"must be less than {self.most + 1} characters"
        elif len(value) < self.least:
            yield path, f"must be more than {self.least - 1} characters"
        elif self.words and value not in self.words:
            yield path, f"must be one of: {', '.join(self.words)}"
        elif self.pattern and not re.fullmatch(self.pattern, value):
            yield path, "does not match the expected pattern"


@dataclass(frozen=True, slots=True)
class Bool:
    """True or false, not a word for it."""

    def complaints(self, value: Any, path: str) -> Iterator[Complaint]:
        """Only JSON's own two."""
        if not isinstance(value, bool):
            yield path, "must be a boolean"


@dataclass(frozen=True, slots=True)
class Int:
    """A whole number in a range."""

    least: int = 0
    most: int = 2**53

    def complaints(self, value: Any, path: str) -> Iterator[Complaint]:
        """A boolean is no number here."""
        if not isinstance(value, int) or isinstance(value, bool):
            yield path, "must be an integer"
        elif not self.least <= value <= self.most:
            yield path, f"must be between {self.least} and {self.most}"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of one shape with limited length."""

    of: Shape
    most: int
    least: int = 1

    def complaints(self, value: Any, path: str) -> Iterator[Complaint]:
        """Complains about the length first, then about each item."""
        if not isinstance(value, list):
            yield path, "must be an array"
            return
        if len(value) > self.most:
            yield path, f"no more than {self.most} items allowed"
        if len(value) < self.least:
            yield path, f"no fewer than {self.least} items allowed"
        for position, item in enumerate(value):
            yield from self.of.complaints(item, f"{path}/{position}")


@dataclass(frozen=True, slots=True)
class Obj:
    """An object: fields that must be there, fields that may, and rules between them."""

    must: Mapping[str, Shape] = field(default_factory=dict)
    may: Mapping[str, Shape] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def complaints(self, value: Any, path: str) -> Iterator[Complaint]:
        """A field that is in neither table is refused, as Slack does."""
        if not isinstance(value, dict):
            yield path, "must be an object"
            return
        for name in self.must.keys() - value.keys():
            yield path, f"missing required field: {name}"
        for name, item in value.items():
            shape = self.must.get(name) or self.may.get(name)
            if shape is None:
                yield path, f"invalid additional property: {name}"
            elif item is not None or name in self.must:
                yield from shape.complaints(item, f"{path}/{name}")
        for rule in self.rules:
            if broken := rule(value):
                yield path, broken


@dataclass(frozen=True, slots=True)
class ByType:
    """One of several objects, told apart by their `type`."""

    shapes: Mapping[str, Shape]

    def complaints(self, value: Any, path: str) -> Iterator[Complaint]:
        """An unknown type is one complaint."""
        if not isinstance(value, dict):
            yield path, "must be an object"
            return
        kind = value.get("type")
        if kind is None:
            yield path, "missing required field: type"
        elif not isinstance(kind, str) or kind not in self.shapes:
            yield f"{path}/type", f"unsupported type: {kind}"
        else:
            yield from self.shapes[kind].complaints(value, path)


def one_of(*names: str) -> Rule:
    """A rule: at least one of these fields must be there."""

    def rule(value: Mapping[str, Any]) -> str | None:
        if any(value.get(name) is not None for name in names):
            return None
        return f"missing required field: {' or '.join(names)}"

    return rule


def not_both(one: str, other: str) -> Rule:
    """A rule: two fields exclude each other."""

    def rule(value: Mapping[str, Any]) -> str | None:
        if one in value and other in value:
            return f"{one} and {other} cannot be used together"
        return None

    return rule
