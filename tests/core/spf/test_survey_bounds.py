"""A hostile zone costs bounded time and questions, and the survey says that it was cut."""

import pytest

from bot.core.spf.survey import MAX_COUNTED, MAX_DEPTH, MAX_STEPS
from bot.playground.nameserver import Zone
from tests.core.spf.zones import reported, spf, surveyed


def fan(levels: int) -> Zone:
    """A zone in which every record includes the next level twice."""
    zone = {f"n{i}.example": spf(f"include:n{i + 1}.example " * 2 + "-all") for i in range(levels)}
    return {**zone, "example.com": spf("include:n0.example -all")}


HOSTILE: dict[str, Zone] = {
    "records that double at every level": fan(20),
    "a record with a thousand includes": {
        "example.com": spf(" ".join(f"include:i{i}.example" for i in range(1000)) + " -all")
    },
    "a name that grows": {
        "example.com": spf("include:x.%{d} -all"),
        **{f"{'x.' * i}example.com": spf("include:x.%{d} -all") for i in range(1, 102)},
    },
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_zone_is_walked_to_a_bound(name: str) -> None:
    survey, questions = await surveyed(HOSTILE[name])

    assert survey.cut
    assert survey.lookups == (MAX_DEPTH if name == "a name that grows" else MAX_COUNTED)
    assert len(questions) <= 2 * MAX_COUNTED + 1
    assert sum(1 for _ in survey.root.walk()) <= MAX_STEPS


async def test_repeated_long_records_are_walked_to_a_bound() -> None:
    many = " ".join(f"ip4:10.0.{i}.0/24" for i in range(200))
    survey, _ = await surveyed(
        {
            "example.com": spf("include:a.example " * 60 + "-all"),
            "a.example": spf(many + " -all"),
        }
    )

    assert survey.cut
    assert sum(1 for _ in survey.root.walk()) <= MAX_STEPS


@pytest.mark.parametrize("zone", HOSTILE.values(), ids=HOSTILE.keys())
async def test_nothing_is_advised_where_the_tree_is_too_big(zone: Zone) -> None:
    report = await reported(zone)
    findings = {finding.code: finding.sentence.en for finding in report.findings}

    assert report.suggested_record is None
    assert "tree-cut" in findings
    assert "too big to be repaired" in findings["no-safe-repair"]
