"""The files of one folder, read with care: a size limit, no way out by links, last good values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from bot.core.errors import ArticleError
from bot.core.words.knowledge import NOT_UTF8, OUTSIDE, TOO_BIG, TOO_DEEP, UNREADABLE

MAX_FILE = 1024 * 1024  # bytes; a long article has 20,000
KIB = 1024  # bytes

T = TypeVar("T")

Parse: TypeAlias = Callable[[str, str], T]
"""A file's text and its name -> its value, or ArticleError."""


@dataclass(frozen=True, slots=True)
class File:
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
class Kept(Generic[T]):
    """What is known of one file: its last good value, and what is wrong with it now."""

    signature: tuple[int, ...]
    value: T | None
    problem: ArticleError | None = None


def files_of(folder: Path, pattern: str, root: Path) -> list[File]:
    """The files of one folder, in an order that no file system decides."""
    names = sorted(
        path.name
        for path in folder.glob(pattern)
        if not path.name.startswith(".") and _may_be_read(path)
    )
    inside = folder.relative_to(root)
    return [File(folder / name, (inside / name).as_posix(), root) for name in names]


def listable(folder: Path) -> bool:
    """Whether this is a folder that we can look into now."""
    try:
        next(folder.iterdir(), None)
    except OSError:
        return False
    return True


def _may_be_read(path: Path) -> bool:
    """No folder or pipe, which would keep us waiting for ever; what is amiss shows at reading."""
    try:
        return path.is_file() or path.is_symlink()
    except OSError:
        return True


def refreshed(
    files: Iterable[File], known: Mapping[str, Kept[T]], parse: Parse[T]
) -> dict[str, Kept[T]]:
    """What is known of these files now; only those that changed are read."""
    return {file.source: _fresh(file, known.get(file.source), parse) for file in files}


def _fresh(file: File, known: Kept[T] | None, parse: Parse[T]) -> Kept[T]:
    """What is known of a file now. Its signature is taken first: a later write is seen next time."""
    signature = file.signature()
    if known and signature and known.signature == signature:
        return known
    try:
        return Kept(signature, _parsed(file, parse))
    except ArticleError as error:
        return Kept(signature, known.value if known else None, error)


def _parsed(file: File, parse: Parse[T]) -> T:
    try:
        return parse(file.text(), file.source)
    except RecursionError as error:  # tomllib follows brackets as deep as they go
        raise ArticleError(file.source, 1, TOO_DEEP) from error
