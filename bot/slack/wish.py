"""What somebody wants who writes to us: a check, help, the topics, or an answer. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.slack.markup import Said


class Check(StrEnum):
    """The two live checks."""

    SPF = "spf"
    SENDER = "sender"


class Menu(StrEnum):
    """What can be asked for in one word."""

    HELP = "help"
    TOPICS = "topics"
    STATS = "stats"


@dataclass(frozen=True, slots=True)
class CheckWish:
    """A check, and everything typed behind it."""

    check: Check
    typed: str


@dataclass(frozen=True, slots=True)
class Question:
    """Anything else: a question in the asker's words."""

    text: str


Wish: TypeAlias = CheckWish | Menu | Question

_CHECK = re.compile(r"/?check[ _-]?(spf|sender)\b[:\s]*", re.IGNORECASE)
_MENU = {
    "": Menu.HELP,
    "help": Menu.HELP,
    "hilfe": Menu.HELP,
    "topics": Menu.TOPICS,
    "themen": Menu.TOPICS,
    "stats": Menu.STATS,
    "statistik": Menu.STATS,
}


def read(said: Said) -> Wish:
    """The wish in a mention or a DM, where checks are called by the same words as the commands."""
    check = _CHECK.match(said.typed)
    if check:
        return CheckWish(Check(check[1].lower()), said.typed[check.end() :].strip())
    word = said.text.strip(" /?!.").casefold()
    return _MENU.get(word) or Question(said.text)
