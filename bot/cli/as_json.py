"""The JSON that the reading commands print; other programs rely on every key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import typer

from bot.core.reply import Found, NotFound, Reply, Unsure
from bot.core.words import Language

if TYPE_CHECKING:  # no command waits for what another one prints
    from bot.core.feedback import Standing
    from bot.core.finding import Finding
    from bot.core.review import Review
    from bot.core.sender import SenderReport
    from bot.core.shelf import Shelf
    from bot.core.spf.result import Branch, Node, SpfReport, Verdict

Json = dict[str, Any]

SCORE_DIGITS = 4


def show(value: Json | list[Json]) -> None:
    """Print it for people and programs: indented, umlauts as they are."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def reply(reply: Reply) -> Json:
    """A reply: `section` is null unless found, `choices` are there if unsure, scores always."""
    return {
        **_outcome(reply),
        "score": round(reply.score, SCORE_DIGITS),
        "language": str(reply.language),
        "ranked": [[match.section.key, round(match.score, SCORE_DIGITS)] for match in reply.ranked],
    }


def _outcome(reply: Reply) -> Json:
    match reply.outcome:
        case Found(section):
            return {"outcome": "found", "section": section.key}
        case Unsure(choices):
            return {
                "outcome": "unsure",
                "section": None,
                "choices": [section.key for section in choices],
            }
        case NotFound():
            return {"outcome": "not_found", "section": None}


def verdict(verdict: Verdict, language: Language) -> Json:
    """The result of check_host() for one client."""
    return {
        "result": str(verdict.result),
        "explanation": verdict.explanation,
        "reason": verdict.reason.to(language),
        "lookups": verdict.lookups,
        "void_lookups": verdict.void_lookups,
    }


def spf_report(report: SpfReport, language: Language) -> Json:
    """The survey of a domain."""
    return {
        "domain": report.domain,
        "record": report.record,
        "status": str(report.status),
        "lookups": report.lookups,
        "void_lookups": report.void_lookups,
        "findings": _findings(report.findings, language),
        "suggested_record": report.suggested_record,
        "tree": report.tree and _node(report.tree, language),
        "provider": report.provider,
    }


def sender_report(report: SenderReport, language: Language) -> Json:
    """What the sender rule says of an address and an account; an empty sender is "<>"."""
    return {
        "address": str(report.address or "<>"),
        "account": report.account and str(report.account),
        "verdict": str(report.verdict),
        "reason": report.reason.to(language),
        "findings": _findings(report.findings, language),
        "advice": [
            {"code": item.code, "message": item.sentence.to(language), "value": item.value}
            for item in report.advice
        ],
    }


def review(shelf: Shelf, review: Review) -> Json:
    """What is wrong in the folder, and which questions, sections and keywords are weak."""
    return {
        "problems": [
            {"source": one.source, "line": one.line, "message": one.sentence}
            for one in shelf.problems
        ],
        "asked": review.asked,
        "missed": [
            {
                "section": one.section.key,
                "question": one.question,
                "place": one.place,
                "rival": one.rival,
            }
            for one in review.missed
        ],
        "overlaps": [
            {"section": one.section, "rival": one.rival, "taken": one.taken, "asked": one.asked}
            for one in review.overlaps
        ],
        "idle_keywords": [
            {"section": one.section.key, "keyword": one.keyword} for one in review.idle
        ],
    }


def standing(standing: Standing) -> Json:
    """Questions, ratings and gaps; times are seconds since 1970 (UTC)."""
    return {
        "questions": {outcome.value: number for outcome, number in standing.questions.items()},
        "ratings": [
            {
                "section": tally.section,
                "count": tally.count,
                "average": tally.average,
                "stars": {str(stars): people for stars, people in tally.stars.items()},
                "helpful": tally.helpful,
                "not_helpful": tally.not_helpful,
            }
            for tally in standing.tallies
        ],
        "gaps": [
            {
                "id": gap.id,
                "question": gap.latest.question,
                "language": gap.latest.language.value,
                "count": gap.count,
                "latest": gap.latest.at,
            }
            for gap in standing.gaps
        ],
    }


def _findings(findings: tuple[Finding, ...], language: Language) -> list[Json]:
    return [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "message": _message(finding, language),
        }
        for finding in findings
    ]


def _message(finding: Finding, language: Language) -> str:
    sentence = finding.sentence.to(language)
    return f"{sentence} {finding.cure.to(language)}" if finding.cure else sentence


def _node(node: Node, language: Language) -> Json:
    return {
        "domain": node.domain,
        "record": node.record,
        "terms": [_branch(branch, language) for branch in node.branches],
    }


def _branch(branch: Branch, language: Language) -> Json:
    return {
        "term": branch.term,
        "number": branch.number,
        "void": branch.void,
        "note": branch.note and branch.note.to(language),
        "node": branch.node and _node(branch.node, language),
    }
