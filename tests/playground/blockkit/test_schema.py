"""The tables' reader: one complaint for each thing that is wrong, at its place."""

from typing import Any

import pytest

from bot.playground.blockkit.schema import (
    Bool,
    ByType,
    Int,
    Items,
    Obj,
    Shape,
    Str,
    not_both,
    one_of,
)

THING = Obj({"type": Str(), "name": Str(5)}, {"size": Int(1, 3)}, (not_both("size", "name"),))
COMPLAINTS: dict[str, tuple[Shape, Any, list[tuple[str, str]]]] = {
    "no string": (Str(), 1, [("/x", "must be a string")]),
    "a pattern": (Str(pattern=r"\d+"), "a", [("/x", "does not match the expected pattern")]),
    "no boolean": (Bool(), "true", [("/x", "must be a boolean")]),
    "no number": (Int(), True, [("/x", "must be an integer")]),
    "out of range": (Int(1, 3), 4, [("/x", "must be between 1 and 3")]),
    "no array": (Items(Str(), 2), "ab", [("/x", "must be an array")]),
    "an item": (Items(Str(1), 2), ["a", "bc"], [("/x/1", "must be less than 2 characters")]),
    "no object": (THING, [], [("/x", "must be an object")]),
    "a missing field": (THING, {"type": "t"}, [("/x", "missing required field: name")]),
    "two that exclude each other": (
        THING,
        {"type": "t", "name": "n", "size": 1},
        [("/x", "size and name cannot be used together")],
    ),
    "none of several": (
        Obj(may={"a": Str(), "b": Str()}, rules=(one_of("a", "b"),)),
        {},
        [("/x", "missing required field: a or b")],
    ),
    "no type": (ByType({"t": THING}), {}, [("/x", "missing required field: type")]),
    "nothing with a type": (ByType({"t": THING}), "t", [("/x", "must be an object")]),
    "a null where nothing must be": (Obj(may={"size": Int()}), {"size": None}, []),
}


@pytest.mark.parametrize(("shape", "value", "complaints"), COMPLAINTS.values(), ids=COMPLAINTS)
def test_a_complaint_names_place_and_fault(
    shape: Shape, value: Any, complaints: list[tuple[str, str]]
) -> None:
    said = list(shape.complaints(value, "/x"))

    assert said == complaints
