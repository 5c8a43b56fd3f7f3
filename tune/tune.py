"""Measures the search on the tuning sets and looks for better weights: `make tune`.

Some sets are ours, in `tune/sets`; others are no part of the project: they lie in `../shared/questions`
next to it, or where `--sets` says. Without `--climb` it only measures what `bot/core/search/weights.py` says now. With it, each
weight in turn takes a step where that raises the goal, once on all sets and once without each of
them, so that what a set cost or won that was not looked at stands beside it. The climb starts from
weights that all sets have shaped: "unseen" means unseen by the climb, not by the start.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from bot.core.article import Article, Section, parse
from bot.core.reply import PLAIN, SURE, Found, NotFound, Reply, Unsure, decide
from bot.core.search import build, compiled
from bot.core.search.weights import TUNED, Weights
from bot.core.words import Language

ROOT = Path(__file__).parents[1]
SETS = ROOT.parent / "shared" / "questions"
OWN = ROOT / "tune" / "sets"
ARTICLE = "ionos"  # how the names of the sets on the article begin
SHIPPED = "ionos-sender-2024.*.md"  # the library of a set without one
FALSE = (0.01, 0.015, 0.02, 0.03, 0.04, 0.06)  # shares of false answers: one alone is noisy
STEPS = (0.8, 1.25)  # factors that a weight is tried with
LEAST_GAIN = 0.0005  # of the goal, for a step to be taken
FIXED = {"fields", "boosts", "slope", "middle"}  # tuples by hand; the last two only scale


@dataclass(frozen=True)
class Question:
    """A question of a set, and the ids of the sections that answer it."""

    text: str
    expected: frozenset[str]


@dataclass(frozen=True)
class TuningSet:
    """A library and the questions that are asked of it."""

    articles: tuple[Article, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Figures:
    """How one set came out, each 0 to 1."""

    first: float
    among_three: float
    auroc: float
    at_two: float  # answered rightly where at most 2 % of the unanswerable get an answer
    around_two: float  # the same, averaged over FALSE
    right: float
    wrong: float
    false: float
    choices: float  # how often the right section is among the choices of an Unsure

    @property
    def goal(self) -> float:
        """What is climbed."""
        return self.first + 0.3 * self.among_three + self.auroc + self.around_two


# --- the sets -----------------------------------------------------------------------------------


def read(*folders: Path) -> dict[str, TuningSet]:
    """The tuning sets in these folders, by name."""
    found = sorted(path.parent for folder in folders for path in folder.glob("*/questions.jsonl"))
    return {path.name: TuningSet(_articles(path), _questions(path)) for path in found}


def _questions(folder: Path) -> tuple[Question, ...]:
    lines = (json.loads(line) for line in (folder / "questions.jsonl").open(encoding="utf-8"))
    return tuple(
        Question(line["question"], frozenset(key.split("/")[-1] for key in line["expected"]))
        for line in lines
    )


def _articles(folder: Path) -> tuple[Article, ...]:
    if not (folder / "kb.jsonl").exists():
        files = sorted((ROOT / "knowledge").glob(SHIPPED))
        return tuple(parse(file.read_text("utf-8"), file.name) for file in files)
    found: dict[str, list[Section]] = {}
    titles: dict[str, str] = {}
    for line in (folder / "kb.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        titles[row["article"]] = row["article_title"]
        section = Section(
            row["article"], row["anchor"], Language(row["lang"]), row["title"], row["text"]
        )
        found.setdefault(row["article"], []).append(section)
    return tuple(
        Article(name, titles[name], sections[0].language, tuple(sections))
        for name, sections in found.items()
    )


# --- the figures --------------------------------------------------------------------------------


def measure(tuning: TuningSet, weights: Weights, metrics: ModuleType) -> Figures:
    """Ask every question of a set."""
    glossary = compiled.read((ROOT / "knowledge" / "glossary.toml").read_text("utf-8"))
    index = build(tuning.articles, glossary, weights)
    asked = [(question, decide(question.text, index)) for question in tuning.questions]
    rows = [_row(question, reply) for question, reply in asked]
    summary = metrics.summary(rows)
    inside, points = summary["n_in"], metrics.sweep(rows)
    outside = summary["n_out"]
    around = [metrics.at_false(points, inside, outside, share)[0] for share in FALSE]
    return Figures(
        first=summary["acc1"],
        among_three=summary["hit3"],
        auroc=summary["auroc"],
        at_two=summary["cov2"],
        around_two=sum(around) / len(around),
        **_decided(asked, inside, outside),
    )


def _mean(figures: Sequence[Figures]) -> Figures:
    rows = [[getattr(each, field) for field in Figures.__dataclass_fields__] for each in figures]
    return Figures(*(sum(column) / len(column) for column in zip(*rows, strict=True)))


def _row(question: Question, reply: Reply) -> tuple[bool, bool, float, bool, float]:
    ids = [match.section.id for match in reply.ranked]
    places = [place for place, name in enumerate(ids, 1) if name in question.expected]
    place = places[0] if places else math.inf
    return bool(question.expected), place == 1, 1 / place, place <= 3, reply.score


def _decided(
    asked: Sequence[tuple[Question, Reply]], inside: int, outside: int
) -> Mapping[str, float]:
    right = wrong = false = unsure = offered = 0
    for question, reply in asked:
        match reply.outcome:
            case Found(section) if question.expected:
                right += section.id in question.expected
                wrong += section.id not in question.expected
            case Found():
                false += 1
            case Unsure(choices) if question.expected:
                unsure += 1
                offered += any(section.id in question.expected for section in choices)
            case Unsure() | NotFound():
                pass
    return {
        "right": right / inside,
        "wrong": wrong / inside,
        "false": false / outside,
        "choices": offered / max(unsure, 1),
    }


# --- the climb ----------------------------------------------------------------------------------


def climb(sets: Sequence[TuningSet], metrics: ModuleType) -> Weights:
    """The weights that one round of steps leads to."""
    best = TUNED
    reached = _goal(sets, best, metrics)
    for name, value in _tried(best):
        candidate = replace(best, **{name: value})
        goal = _goal(sets, candidate, metrics)
        if goal > reached + LEAST_GAIN:
            best, reached = candidate, goal
            print(f"  {name} = {value:.3g}: {goal:.4f}", flush=True)
    return best


def _tried(weights: Weights) -> Iterator[tuple[str, float]]:
    for name in Weights.__dataclass_fields__:
        value = getattr(weights, name)
        if name not in FIXED:
            yield from ((name, value * step) for step in STEPS)


def _goal(sets: Sequence[TuningSet], weights: Weights, metrics: ModuleType) -> float:
    return sum(measure(each, weights, metrics).goal for each in sets) / len(sets)


def show(name: str, figures: Figures) -> None:
    """Print one row of the table."""
    values = (getattr(figures, field) for field in Figures.__dataclass_fields__)
    print(f"{name:<24}" + "".join(f"{value:>9.3f}" for value in values), flush=True)


def main(arguments: Sequence[str]) -> None:
    """Print the table, and with --climb the steps and what is left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=Path, default=SETS)
    parser.add_argument("--climb", action="store_true")
    options = parser.parse_args(arguments)
    if not options.sets.is_dir():
        parser.error(f"There are no tuning sets in {options.sets}; name their folder with --sets.")
    sys.path.insert(0, str(options.sets))
    import metrics  # noqa: PLC0415 - lies beside the sets

    sets = read(options.sets, OWN)
    heads = ("acc@1", "hit@3", "AUROC", "C2", "around", "right", "wrong", "false", "choices")
    print(f"SURE = {SURE}, PLAIN = {PLAIN}\n{'':<24}" + "".join(f"{head:>9}" for head in heads))
    found = {name: measure(each, TUNED, metrics) for name, each in sets.items()}
    for name, figures in found.items():
        show(name, figures)
    for name, of_article in (("mean, sender rule", True), ("mean, other libraries", False)):
        show(name, _mean([f for n, f in found.items() if n.startswith(ARTICLE) is of_article]))
    if options.climb:
        print(climb(list(sets.values()), metrics))
        for left_out, each in sets.items():
            print(f"without {left_out}")
            others = [other for name, other in sets.items() if name != left_out]
            show(f"{left_out}, unseen", measure(each, climb(others, metrics), metrics))


if __name__ == "__main__":
    main(sys.argv[1:])
