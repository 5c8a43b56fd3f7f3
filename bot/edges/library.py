"""The only module that reads the knowledge folder; it notices changes and leaves out what is broken."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar

import bot
from bot.core import article, provider
from bot.core.article import Article
from bot.core.errors import ArticleError
from bot.core.provider import Provider
from bot.core.shelf import Shelf
from bot.core.words import Text
from bot.core.words.knowledge import (
    ARTICLE_TWICE,
    NO_FOLDER,
    NOT_UTF8,
    OUTSIDE,
    PROVIDER_TWICE,
    TOO_BIG,
    UNREADABLE,
)

MAX_FILE = 1024 * 1024  # bytes; a long article has 20,000
KIB = 1024  # bytes
PROVIDERS = "providers"
FOR_AUTHORS = "readme.md"  # tells how to write an article and is none

T = TypeVar("T")

Parse: TypeAlias = Callable[[str, str], T]
"""A file's text and its name -> its value, or ArticleError."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file: where it is, its name for people, and the folder that it may not leave."""

    path: Path
    source: str
    root: Path

    def signature(self) -> tuple[int, ...]:
        """What differs once somebody has written the file; empty where it cannot be reached."""
        try:
            stat = self.path.stat()
        except OSError:
            return ()
        return (stat.st_mtime_ns, stat.st_size, stat.st_ino)

    def text(self) -> str:
        """What the file holds, or ArticleError."""
        content = self._bytes()
        if len(content) > MAX_FILE:
            raise ArticleError(self.source, 1, TOO_BIG.fill(limit=MAX_FILE // KIB))
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise ArticleError(self.source, line, NOT_UTF8) from error

    def _bytes(self) -> bytes:
        try:
            inside = self.path.resolve().is_relative_to(self.root.resolve())
            if not inside:
                raise ArticleError(self.source, 1, OUTSIDE)
            with self.path.open("rb") as file:
                return file.read(MAX_FILE + 1)
        except OSError as error:
            raise self._unreadable(error.strerror or "error") from error
        except RuntimeError as error:  # a link that leads to itself, before Python 3.13
            raise self._unreadable("a loop of links") from error

    def _unreadable(self, problem: str) -> ArticleError:
        return ArticleError(self.source, 1, UNREADABLE.fill(problem=problem))


@dataclass(frozen=True, slots=True)
class _Kept(Generic[T]):
    """What is known of one file: its last good value, and what is wrong with it now."""

    signature: tuple[int, ...]
    value: T | None
    problem: ArticleError | None = None


@dataclass(frozen=True, slots=True)
class _Holdings:
    """What is known of every file, by its name; `gone` tells that the whole folder is away."""

    articles: Mapping[str, _Kept[Article]] = field(default_factory=dict)
    providers: Mapping[str, _Kept[Provider]] = field(default_factory=dict)
    gone: ArticleError | None = None

    def kept(self) -> dict[str, _Kept[Any]]:
        """Every file, whatever it holds."""
        return {**self.articles, **self.providers}


class Library:
    """The articles and providers of one folder, handed out as a `Shelf` that is swapped at once."""

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
    if not folder.is_dir():
        return known.gone is None
    now = {file.source: file.signature() for file in _all_files(folder)}
    return known.gone is not None or now != {
        source: kept.signature for source, kept in known.kept().items()
    }


def _read(folder: Path, known: _Holdings) -> _Holdings:
    if not folder.is_dir():
        return replace(known, gone=ArticleError(str(folder), 1, NO_FOLDER))
    return _Holdings(
        articles=_refreshed(_articles(folder), known.articles, article.parse),
        providers=_refreshed(_providers(folder), known.providers, provider.parse),
    )


def _all_files(folder: Path) -> Iterable[_File]:
    return chain(_articles(folder), _providers(folder))


def _articles(folder: Path) -> list[_File]:
    files = _files(folder, "*.md", folder)
    return [file for file in files if file.path.name.lower() != FOR_AUTHORS]


def _providers(folder: Path) -> list[_File]:
    root = folder if (folder / PROVIDERS).is_dir() else shipped()
    return _files(root / PROVIDERS, "*.toml", root)


def _files(folder: Path, pattern: str, root: Path) -> list[_File]:
    """The files of one folder, in an order that no file system decides."""
    names = sorted(
        path.name
        for path in folder.glob(pattern)
        # A link that leads nowhere is a mistake to name; a pipe would keep us waiting for ever.
        if not path.name.startswith(".") and (path.is_file() or path.is_symlink())
    )
    inside = folder.relative_to(root)
    return [_File(folder / name, (inside / name).as_posix(), root) for name in names]


def _refreshed(
    files: Iterable[_File], known: Mapping[str, _Kept[T]], parse: Parse[T]
) -> dict[str, _Kept[T]]:
    return {file.source: _fresh(file, known.get(file.source), parse) for file in files}


def _fresh(file: _File, known: _Kept[T] | None, parse: Parse[T]) -> _Kept[T]:
    """What is known of a file now. Its signature is taken first: a later write is seen next time."""
    signature = file.signature()
    if known and signature and known.signature == signature:
        return known
    try:
        return _Kept(signature, parse(file.text(), file.source))
    except ArticleError as error:
        return _Kept(signature, known.value if known else None, error)


def _shelve(holdings: _Holdings) -> Shelf:
    articles, articles_twice = _each_once(holdings.articles, _article_name, ARTICLE_TWICE)
    providers, providers_twice = _each_once(holdings.providers, _provider_name, PROVIDER_TWICE)
    broken = [kept.problem for kept in holdings.kept().values() if kept.problem]
    gone = [holdings.gone] if holdings.gone else []
    return Shelf(articles, providers, (*gone, *broken, *articles_twice, *providers_twice))


def _article_name(article: Article) -> Mapping[str, str]:
    return {"id": article.id, "language": article.language}


def _provider_name(provider: Provider) -> Mapping[str, str]:
    return {"id": provider.id}


def _each_once(
    known: Mapping[str, _Kept[T]], name: Callable[[T], Mapping[str, str]], twice: Text
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
    return (shelf.articles, shelf.providers, tuple(map(str, shelf.problems)))
