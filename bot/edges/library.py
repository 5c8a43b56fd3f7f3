"""The only module that reads the knowledge folder; it notices changes and leaves out what is broken."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import bot
from bot.core import article, provider
from bot.core.article import Article
from bot.core.errors import ArticleError
from bot.core.provider import Provider
from bot.core.search import compiled
from bot.core.search.glossary import Glossary
from bot.core.shelf import Shelf
from bot.core.words import Text
from bot.core.words.knowledge import ARTICLE_TWICE, NO_FOLDER, PROVIDER_TWICE
from bot.edges.files import File, Kept, files_of, listable, refreshed

PROVIDERS = "providers"
GLOSSARY = "glossary.toml"
FOR_AUTHORS = "readme.md"  # tells how to write an article and is none

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Holdings:
    """What is known of every file, by its name; `gone` tells that the whole folder is away."""

    articles: Mapping[str, Kept[Article]] = field(default_factory=dict)
    providers: Mapping[str, Kept[Provider]] = field(default_factory=dict)
    glossary: Mapping[str, Kept[Glossary]] = field(default_factory=dict)  # one file or none
    gone: ArticleError | None = None

    def kept(self) -> dict[str, Kept[Any]]:
        """Every file, whatever it holds."""
        return {**self.articles, **self.providers, **self.glossary}


class Library:
    """The articles, providers and glossary of one folder, handed out as a `Shelf` that is swapped at once."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read before `reload`."""
        self._folder = folder
        self._holdings = _Holdings()
        self._shelf = Shelf()
        self._one_at_a_time = asyncio.Lock()

    @classmethod
    async def open(cls, folder: Path | None = None) -> "Library":
        """Read a folder; without one `./knowledge` if it is there, else what Helpdesk ships."""
        library = cls(folder or _default())
        await library.reload()
        return library

    def shelf(self) -> Shelf:
        """What is in force now; the same object until something changes."""
        return self._shelf

    async def changed(self) -> bool:
        """Whether a file was written, added or taken away since the last `reload`."""
        return await asyncio.to_thread(_differs, self._folder, self._holdings)

    async def reload(self) -> Shelf:
        """Read what has changed, off the event loop, and put the new shelf in force.

        A file that is broken now stays in force as it was when it was last good.
        """
        async with self._one_at_a_time:
            self._holdings = await asyncio.to_thread(_read, self._folder, self._holdings)
            shelf = _shelve(self._holdings)
            if _content(shelf) != _content(self._shelf):
                self._shelf = replace(shelf, revision=self._shelf.revision + 1)
            return self._shelf


def shipped() -> Path:
    """The knowledge that comes with Helpdesk: inside the installed package, or beside it."""
    package = Path(bot.__file__).parent
    inside = package / "knowledge"
    return inside if inside.is_dir() else package.parent / "knowledge"


def _default() -> Path:
    here = Path("knowledge")
    return here if here.is_dir() else shipped()


def _differs(folder: Path, known: _Holdings) -> bool:
    if not listable(folder):
        return known.gone is None
    now = {file.source: file.signature() for file in _every_file(folder)}
    return known.gone is not None or now != {
        source: kept.signature for source, kept in known.kept().items()
    }


def _read(folder: Path, known: _Holdings) -> _Holdings:
    if not listable(folder):
        return replace(known, gone=ArticleError(str(folder), 1, NO_FOLDER))
    return _Holdings(
        articles=refreshed(_articles(folder), known.articles, article.parse),
        providers=refreshed(_providers(folder), known.providers, provider.parse),
        glossary=refreshed(_glossary(folder), known.glossary, compiled.read),
    )


def _every_file(folder: Path) -> Iterable[File]:
    return chain(_articles(folder), _providers(folder), _glossary(folder))


def _articles(folder: Path) -> list[File]:
    files = files_of(folder, "*.md", folder)
    return [file for file in files if file.path.name.lower() != FOR_AUTHORS]


def _providers(folder: Path) -> list[File]:
    root = folder if listable(folder / PROVIDERS) else shipped()
    return files_of(root / PROVIDERS, "*.toml", root)


def _glossary(folder: Path) -> list[File]:
    return files_of(folder, GLOSSARY, folder) or files_of(shipped(), GLOSSARY, shipped())


def _shelve(holdings: _Holdings) -> Shelf:
    articles, articles_twice = _each_once(holdings.articles, _article_name, ARTICLE_TWICE)
    providers, providers_twice = _each_once(holdings.providers, _provider_name, PROVIDER_TWICE)
    broken = [kept.problem for kept in holdings.kept().values() if kept.problem]
    gone = [holdings.gone] if holdings.gone else []
    return Shelf(
        articles=articles,
        providers=providers,
        glossary=next((k.value for k in holdings.glossary.values() if k.value), Glossary()),
        problems=(*gone, *broken, *articles_twice, *providers_twice),
    )


def _article_name(article: Article) -> Mapping[str, str]:
    return {"id": article.id, "language": article.language}


def _provider_name(provider: Provider) -> Mapping[str, str]:
    return {"id": provider.id}


def _each_once(
    known: Mapping[str, Kept[T]], name: Callable[[T], Mapping[str, str]], twice: Text
) -> tuple[tuple[T, ...], list[ArticleError]]:
    """The values in the order of their names, and an error for each file that repeats a name."""
    first: dict[tuple[str, ...], tuple[str, T]] = {}
    problems = []
    for source, kept in known.items():
        if kept.value is None:
            continue
        names = name(kept.value)
        other, value = first.setdefault(tuple(names.values()), (source, kept.value))
        if value is not kept.value:
            problems.append(ArticleError(source, 1, twice.fill(other=other, **names)))
    return tuple(first[key][1] for key in sorted(first)), problems


def _content(shelf: Shelf) -> tuple[object, ...]:
    """What makes a shelf differ from the one before: not its number, and of errors what they say."""
    return (shelf.articles, shelf.providers, shelf.glossary, tuple(map(str, shelf.problems)))
