"""The shipped glossary with the stems of its phrases, made beforehand: half of all that loading takes.

`glossary.jsonl` holds, a line each, the hash of the text that it was made of, the groups, and what
`Phrases` holds. Any other text is read as always. `make glossary` makes the file anew, and a test
fails where it is not current.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import Stemmer

from bot.core.search.glossary import Glossary, Synonyms
from bot.core.search.terms import Phrases
from bot.core.search.uncollected import uncollected

FILE = Path(__file__).with_name("glossary.jsonl")


@lru_cache(maxsize=2)  # the shipped one is read by every desk of a process
def read(toml: str, source: str = "glossary.toml") -> Glossary:
    """The glossary that a file's text holds; `ArticleError` names the line and the cure."""
    if not FILE.exists():  # in a tree where it is being made
        return Glossary.parse(toml, source)
    with FILE.open(encoding="utf-8") as lines, uncollected():
        if json.loads(next(lines, "0")) != _hash(toml):
            return Glossary.parse(toml, source)
        synonyms, words, *rest = map(json.loads, lines)
        made = tuple(Synonyms(tuple(phrases), *more) for phrases, *more in synonyms)
        return Glossary(made, Phrases(set(words), *rest))


def lines_of(toml: str) -> Iterator[str]:
    """The lines of the file for a glossary's text."""
    glossary = Glossary.parse(toml)
    phrases = glossary.phrases
    synonyms = [(group.phrases, group.weight, group.article) for group in glossary.groups]
    found = (phrases.group, phrases.others, phrases.reach)
    for part in (_hash(toml), synonyms, sorted(phrases.words), *found):
        yield json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _hash(toml: str) -> str:
    """Of a text, and of the stemmer: another one would make other stems of the library's words."""
    return sha256(f"{Stemmer.version()} {toml}".encode("utf-8", "surrogatepass")).hexdigest()


if __name__ == "__main__":
    shipped = Path(__file__).parents[3] / "knowledge" / "glossary.toml"
    made = "\n".join(lines_of(shipped.read_text("utf-8")))
    FILE.write_text(made + "\n", "utf-8")
