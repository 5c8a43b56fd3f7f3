"""The desk's index follows the library, however big that is."""

from dataclasses import replace

from bot.core.article import Article, Section
from bot.core.reply import Found
from bot.core.search import Index, Layered
from bot.core.search.layered import BIG
from bot.core.shelf import Shelf
from bot.core.words import Language
from bot.desk.answers import Answers
from bot.desk.needs import UNWATCHED


def article(name: str, heading: str) -> Article:
    section = Section(name, "only", Language.EN, heading, "At the reception.")
    return Article(name, name, Language.EN, (section,))


BIG_SHELF = Shelf(tuple(article(f"a{n}", f"Room {n}") for n in range(BIG)))
BIKES = article("bikes", "The key of the bicycle shed")


class Folder:
    """A library whose shelf the test swaps."""

    def __init__(self, shelf: Shelf) -> None:
        self.held = shelf

    def shelf(self) -> Shelf:
        return self.held

    async def changed(self) -> bool:
        return True

    async def reload(self) -> Shelf:
        return self.held


async def test_what_is_written_in_a_big_library_is_found_without_building_it_anew() -> None:
    folder = Folder(BIG_SHELF)
    answers = Answers(folder, Language.EN, UNWATCHED)
    await answers.refresh()
    built = answers._index
    folder.held = replace(BIG_SHELF, articles=(*BIG_SHELF.articles, BIKES))
    await answers.refresh()
    reply = await answers.ask("Where is the key of the bicycle shed?")

    assert isinstance(built, Index)
    assert isinstance(answers._index, Layered)
    assert reply.outcome == Found(BIKES.sections[0])
    assert answers.shelf is folder.held
