"""The shipped glossary with the stems of its phrases, made beforehand: half of all that loading takes.

`glossary.jsonl` holds, after the hash of the text that it was made of, one group a line. Any other
text is read as always. `make glossary` makes the file anew, and a test fails where it is not current.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from bot.core.search.glossary import Glossary, Synonyms
from bot.core.search.terms import spelling

FILE = Path(__file__).with_name("glossary.jsonl")


@lru_cache(maxsize=2)  # the shipped one is read by every desk of a process
def read(toml: str, source: str = "glossary.toml") -> Glossary:
    """The glossary that a file's text holds; `ArticleError` names the line and the cure."""
    with FILE.open(encoding="utf-8") as lines:
        if json.loads(next(lines)) == _hash(toml):
            return Glossary(tuple(_group(*json.loads(line)) for line in lines))
    return Glossary.parse(toml, source)


def _group(
    phrases: list[str], weight: float, article: str | None, words: str, forms: list[str]
) -> Synonyms:
    spelled = (tuple(words.split()), tuple(tuple(form.split()) for form in forms))
    return Synonyms(tuple(phrases), weight, article, spelled)


def compiled(toml: str) -> Iterator[str]:
    """The lines of the file for a glossary's text."""
    yield json.dumps(_hash(toml))
    for group in Glossary.parse(toml).groups:
        words, forms = spelling(group)
        spelled = (" ".join(words), [" ".join(form) for form in forms])
        entry = (group.phrases, group.weight, group.article, *spelled)
        yield json.dumps(entry, ensure_ascii=False)


def _hash(toml: str) -> str:
    return sha256(toml.encode("utf-8", "surrogatepass")).hexdigest()


if __name__ == "__main__":
    shipped = Path(__file__).parents[3] / "knowledge" / "glossary.toml"
    made = "\n".join(compiled(shipped.read_text("utf-8")))
    FILE.write_text(made + "\n", "utf-8")
