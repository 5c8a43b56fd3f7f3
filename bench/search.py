"""The search beside what one would pick instead: build time, memory and time a question.

Libraries of 10 to 100,000 generated sections with a vocabulary that grows as in real text, and
questions of five to nine words of a section, every third with a slip. One run, one process.
"""

import argparse
import random
import sqlite3
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from time import perf_counter

import bm25s
import numpy as np
from rapidfuzz import fuzz, process

from bot.core.article import Article, Section
from bot.core.frequency import folded_list, listed
from bot.core.search import build, compiled
from bot.core.words import Language

SIZES = (10, 100, 1_000, 10_000, 100_000)
QUESTIONS = 300
SLOW_QUESTIONS = 20  # for what takes a third of a second each
SECTIONS_PER_ARTICLE = 10
LINES = 4  # of a section's text
WORDS_PER_LINE = 11
INVENTED = 150_000  # compounds that no list knows, in the longest library

ROOT = Path(__file__).parents[1]
GLOSSARY = compiled.read((ROOT / "knowledge" / "glossary.toml").read_text("utf-8"))

Ask = Callable[[str], object]


@dataclass(frozen=True)
class Corpus:
    """Generated sections as text and as articles, and questions about them."""

    texts: list[str]
    articles: list[Article]
    questions: list[str]


def corpus(size: int, seed: int = 7) -> Corpus:
    """A library of this many sections."""
    chance = random.Random(seed)  # noqa: S311 - a bench, no secret
    draw = _words(chance, size)
    sections = [_section(number, draw) for number in range(size)]
    articles = [
        Article(f"a{n}", f"Article {n}", Language.DE, tuple(sections[n : n + SECTIONS_PER_ARTICLE]))
        for n in range(0, size, SECTIONS_PER_ARTICLE)
    ]
    texts = [f"{section.heading}. {section.text}" for section in sections]
    questions = [_question(chance, chance.choice(texts)) for _ in range(QUESTIONS)]
    return Corpus(texts, articles, questions)


def _words(chance: random.Random, size: int) -> Iterator[str]:
    words = {word for language in Language for word in folded_list(language) if word.isalpha()}
    known = sorted(words, key=lambda word: (-listed(word), word))
    long = [word for word in known if len(word) > 3]
    made = [chance.choice(long) + chance.choice(long) for _ in range(INVENTED * size // SIZES[-1])]
    weights = [10 ** listed(word) for word in known]
    weights += [weights[-1]] * len(made)
    totals = list(accumulate(weights))
    while True:
        yield from chance.choices(known + made, cum_weights=totals, k=100_000)


def _section(number: int, draw: Iterator[str]) -> Section:
    lines = [" ".join(next(draw) for _ in range(WORDS_PER_LINE)) for _ in range(LINES)]
    heading = " ".join(next(draw) for _ in range(4))
    article = f"a{number - number % SECTIONS_PER_ARTICLE}"
    return Section(article, f"s{number}", Language.DE, heading, ". ".join(lines) + ".")


def _question(chance: random.Random, text: str) -> str:
    spoken = [word.strip(".") for word in text.split()]
    picked = chance.sample(spoken, chance.randint(5, 9))
    if chance.random() < 1 / 3:
        slip = max(picked, key=len)
        at = chance.randrange(1, len(slip) - 1)
        picked[picked.index(slip)] = slip[:at] + slip[at + 1] + slip[at] + slip[at + 2 :]
    return " ".join(picked)


# --- who is asked -------------------------------------------------------------------------------


def helpdesk(library: Corpus) -> Ask:
    """This project's index, with the shipped glossary."""
    return build(library.articles, GLOSSARY).search


def wratio(library: Corpus) -> Ask:
    """RapidFuzz over all texts, as first tried by everybody."""
    return lambda question: process.extractOne(question, library.texts, scorer=fuzz.WRatio)


def bm25(library: Corpus) -> Ask:
    """bm25s, BM25 in numpy."""
    index = bm25s.BM25()
    index.index(bm25s.tokenize(library.texts, show_progress=False), show_progress=False)

    def ask(question: str) -> object:
        tokens = bm25s.tokenize(question, show_progress=False)
        return index.retrieve(tokens, k=min(10, len(library.texts)), show_progress=False)

    return ask


def fts5(library: Corpus) -> Ask:
    """SQLite's full-text index with its bm25()."""
    store = sqlite3.connect(":memory:")
    store.execute("CREATE VIRTUAL TABLE sections USING fts5(text)")
    store.executemany("INSERT INTO sections VALUES (?)", ((text,) for text in library.texts))

    def ask(question: str) -> object:
        wanted = " OR ".join(f'"{word}"' for word in question.split())
        query = "SELECT rowid FROM sections WHERE text MATCH ? ORDER BY rank LIMIT 10"
        return store.execute(query, (wanted,)).fetchall()

    return ask


CANDIDATES: dict[str, Callable[[Corpus], Ask]] = {
    "helpdesk": helpdesk,
    "bm25s": bm25,
    "SQLite FTS5": fts5,
    "RapidFuzz WRatio": wratio,
}


# --- how it is measured -------------------------------------------------------------------------


def measure(name: str, library: Corpus) -> str:
    """One row of the table."""
    make = CANDIDATES[name]
    began = perf_counter()
    ask = make(library)
    built = perf_counter() - began
    slow = name.startswith("RapidFuzz") and len(library.texts) >= SIZES[-2]
    asked = library.questions[: SLOW_QUESTIONS if slow else None]
    times = sorted(_time(ask, question) for question in asked)
    median, late = np.percentile(times, [50, 95])
    return f"{len(library.texts):>9,}  {name:<17}{built:>9.2f}{median:>11.3f}{late:>11.3f}"


def _time(ask: Ask, question: str) -> float:
    began = perf_counter()
    ask(question)
    return (perf_counter() - began) * 1000


def memory(library: Corpus) -> tuple[float, float]:
    """MiB that the index of a library holds, and that building it takes at most.

    As Python's allocator and numpy count them, without the articles themselves; what the process
    takes of the system's memory grows by some 15 % more.
    """
    tracemalloc.start()
    index = build(library.articles, GLOSSARY)
    held, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert index.documents
    return held / 2**20, most / 2**20


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--only", choices=CANDIDATES, nargs="*", default=list(CANDIDATES))
    options = parser.parse_args(arguments)
    print(f"{'sections':>9}  {'':<17}{'built s':>9}{'median ms':>11}{'95 % ms':>11}")
    for size in options.sizes:
        library = corpus(size)
        for name in options.only:
            print(measure(name, library), flush=True)
        held, most = memory(library)
        print(
            f"{size:>9,}  {'helpdesk':<17}{held:>9.1f} MiB, {most:.1f} while it is built",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
