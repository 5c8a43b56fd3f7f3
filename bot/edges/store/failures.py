"""What goes wrong in a database, in sentences: away, or unable to keep what it was given."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from bot.core.errors import BotError, Unavailable

PRIMARY = 0xFF  # the bits of an error code that say its kind: sqlite.org/rescode.html, section 2
SENTENCES = {
    sqlite3.SQLITE_CANTOPEN: "The database file cannot be opened: is its folder there, and may "
    "Helpdesk write in it?",
    sqlite3.SQLITE_READONLY: "The database file cannot be written: give Helpdesk the right to "
    "write the file and its folder.",
    sqlite3.SQLITE_FULL: "The disk is full: the database cannot be written.",
    sqlite3.SQLITE_CORRUPT: "The database file is damaged: put a backup in its place.",
    sqlite3.SQLITE_NOTADB: "The database file is none: put a backup in its place, or name another "
    "file.",
}


class Unstorable(BotError):
    """What was to be kept fits no column; trying again will not help. Logged."""


@contextmanager
def translated() -> Iterator[None]:
    """Every way in which a database can be away, as `Unavailable`."""
    try:
        yield
    except DataError as error:
        # What the database says may hold what people wrote: only the kind of the error leaves.
        raise Unstorable(f"The database cannot keep this ({_kind(error)}).") from None
    except (DBAPIError, NoConnectionLeft, OSError, TimeoutError) as error:
        raise Unavailable(_sentence(error)) from error


def _sentence(error: Exception) -> str:
    cause = getattr(error, "orig", None)
    code: Any = getattr(cause, "sqlite_errorcode", None)
    told = SENTENCES.get(code & PRIMARY) if isinstance(code, int) else None
    return told or f"The database does not answer ({type(error).__name__})."


def _kind(error: DataError) -> str:
    return type(error.orig).__name__
