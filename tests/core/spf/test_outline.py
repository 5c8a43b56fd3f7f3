"""The tree that people are shown: every record, with numbers, and a note where one helps."""

from collections.abc import Iterator

from bot.core.spf.outline import outline
from bot.core.spf.result import Branch, Node
from bot.core.spf.tree import Survey
from bot.playground.nameserver import TXT
from tests.core.spf.zones import spf, surveyed


def lines(node: Node, indent: str = "") -> Iterator[str]:
    for branch in node.branches:
        yield f"{indent}{branch.number or '-'} {branch.term}{_remark(branch)}"
        if branch.node:
            yield from lines(branch.node, indent + "  ")


def shown(survey: Survey) -> list[str]:
    tree = outline(survey)
    return list(lines(tree)) if tree else []


def _remark(branch: Branch) -> str:
    void = " (void)" if branch.void else ""
    return void + (f": {branch.note}" if branch.note else "")


async def test_the_outline_shows_every_record_with_numbers_and_notes() -> None:
    survey, _ = await surveyed(
        {
            "example.com": spf(
                "include:a.example a:gone.example include=x.example exists:%{i}.example -all mx"
            ),
            "a.example": spf("include:example.com include:b.example include:two.example ~all"),
            "b.example": spf("inclde:c.example"),
            "two.example": [*spf("-all"), *spf("-all")],
        }
    )
    tree = outline(survey)

    assert tree is not None
    assert list(lines(tree)) == [
        "1 include:a.example",
        "  2 include:example.com: leads in a circle: `example.com → a.example → example.com`",
        "  3 include:b.example: not valid: `inclde:c.example`",
        "    - inclde:c.example: `inclde:c.example` is misspelt.",
        "  4 include:two.example: 2 SPF records there",
        "    - v=spf1 -all",
        "      - -all",
        "    - v=spf1 -all",
        "      - -all",
        "  - ~all",
        "5 a:gone.example (void): finds nothing",
        "- include=x.example",
        "6 exists:%{i}.example: depends on the sending server",
        "- -all",
        "- mx: never read: stands after `-all`",
    ]


async def test_a_domain_without_record_has_no_outline() -> None:
    survey, _ = await surveyed({"example.com": [TXT("hello")]})

    assert outline(survey) is None


async def test_the_outline_says_what_the_record_says() -> None:
    legal, _ = await surveyed(
        {
            "example.com": spf("redirect=a.example  IP4:192.0.2.1/32 +a:A.Example +all"),
            "a.example": spf("-all"),
        }
    )
    broken, _ = await surveyed({"example.com": spf("inclde:a.example +all")})

    assert [line.partition(":")[0] for line in shown(legal)] == [
        "- IP4",
        "1 +a",
        "- +all",
        "- redirect=a.example",
    ]
    assert shown(broken)[-1] == "- +all"


async def test_an_all_is_never_shown_without_what_it_says() -> None:
    survey, _ = await surveyed({"example.com": spf("mx all a")})

    assert survey.root.steps[-1].by == "+all"
