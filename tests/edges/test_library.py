"""The knowledge folder on a real disk: what is read, what is refused, and what a change does."""

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from bot.core.errors import ArticleError
from bot.core.shelf import Shelf
from bot.edges.files import MAX_FILE
from bot.edges.library import Library, shipped

ARTICLE = "# Parcels\n\n## Where is it?\nLook at the label.\n"
OTHER = "# Parcels\n\n## Where is it?\nAsk the driver.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "parcels.en.md").write_text(ARTICLE)
    return folder


def texts(shelf: Shelf) -> list[str]:
    return [section.text for article in shelf.articles for section in article.sections]


def said(shelf: Shelf) -> list[str]:
    return [str(problem) for problem in shelf.problems]


async def test_every_article_of_a_folder_is_read_and_nothing_else(folder: Path) -> None:
    (folder / "README.md").write_text("How to write an article.")
    (folder / ".parcels.en.md").write_text("An editor's own file.")
    (folder / "notes.txt").write_text("Not Markdown.")
    (folder / "a folder.md").mkdir()
    os.mkfifo(folder / "pipe.md")

    library = await Library.open(folder)

    assert texts(library.shelf()) == ["Look at the label."]
    assert said(library.shelf()) == []
    assert library.shelf().revision == 1


async def test_the_order_of_the_files_decides_nothing(tmp_path: Path) -> None:
    names = ["c.en.md", "a.de.md", "b.en.md", "a.en.md"]
    shelves = []
    for number, order in enumerate((names, names[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name in order:
            (folder / name).write_text(ARTICLE)
        shelves.append((await Library.open(folder)).shelf())

    assert [article.source for article in shelves[0].articles] == sorted(names)
    assert shelves[0] == shelves[1]


async def test_a_broken_file_is_left_out_and_named(folder: Path) -> None:
    (folder / "broken.en.md").write_text("---\ntitle: T\naudience: all\n---\n## A\nb\n")

    shelf = (await Library.open(folder)).shelf()

    assert texts(shelf) == ["Look at the label."]
    assert said(shelf) == [
        "broken.en.md:3: `all` is no audience; write `audience: public` or `audience: internal`."
    ]


async def test_a_file_broken_later_stays_in_force_as_it_was(folder: Path) -> None:
    library = await Library.open(folder)
    (folder / "parcels.en.md").write_text("Nothing but a text.")

    assert await library.changed()
    broken = await library.reload()
    (folder / "parcels.en.md").write_text(OTHER)
    mended = await library.reload()

    assert texts(broken) == ["Look at the label."]
    assert [problem.source for problem in broken.problems] == ["parcels.en.md"]
    assert texts(mended) == ["Ask the driver."]
    assert mended.problems == ()
    assert (broken.revision, mended.revision) == (2, 3)


async def test_what_is_written_added_or_deleted_is_noticed_once(folder: Path) -> None:
    library = await Library.open(folder)
    first = library.shelf()

    assert not await library.changed()
    assert await library.reload() is first
    (folder / "prices.de.md").write_text(ARTICLE)
    assert await library.changed()
    assert len((await library.reload()).articles) == 2
    assert not await library.changed()
    (folder / "parcels.en.md").unlink()
    assert await library.changed()
    assert [article.id for article in (await library.reload()).articles] == ["prices"]


async def test_a_file_saved_without_a_change_makes_no_new_shelf(folder: Path) -> None:
    library = await Library.open(folder)
    before = library.shelf()
    os.utime(folder / "parcels.en.md", ns=(1, 1))

    assert await library.changed()
    assert await library.reload() is before


async def test_two_files_with_one_article_are_both_named_and_the_first_is_used(
    folder: Path,
) -> None:
    (folder / "copy.md").write_text("---\nid: parcels\nlanguage: en\n---\n" + OTHER)

    shelf = (await Library.open(folder)).shelf()

    assert texts(shelf) == ["Ask the driver."]
    assert [problem.source for problem in shelf.problems] == ["parcels.en.md"]
    assert "`copy.md` holds the article `parcels`" in said(shelf)[0]


async def test_a_missing_folder_is_named_and_a_vanished_one_takes_nothing_with_it(
    folder: Path,
) -> None:
    missing = (await Library.open(folder / "no such")).shelf()
    library = await Library.open(folder)
    shutil.move(folder, folder.with_name("elsewhere"))
    assert await library.changed()
    vanished = await library.reload()
    assert not await library.changed()
    shutil.move(folder.with_name("elsewhere"), folder)
    assert await library.changed()
    back = await library.reload()

    assert missing.articles == ()
    assert "HELPDESK_KNOWLEDGE" in said(missing)[0]
    assert (len(vanished.articles), len(vanished.problems)) == (1, 1)
    assert (len(back.articles), back.problems) == (1, ())


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("parcels.en.md", id="a file"),
        pytest.param("x" * 300, id="a name that no file system takes"),
    ],
)
async def test_what_is_no_folder_is_named_and_never_raises(folder: Path, name: str) -> None:
    library = await Library.open(folder / name)

    assert "cannot be read" in said(library.shelf())[0]
    assert not await library.changed()


async def test_a_link_may_lead_elsewhere_in_the_folder_but_not_out_of_it(folder: Path) -> None:
    outside = folder.parent / "secret.md"
    outside.write_text(ARTICLE)
    (folder / "out.en.md").symlink_to(outside)
    (folder / "nowhere.en.md").symlink_to(folder / "nothing")
    (folder / "round.en.md").symlink_to(folder / "round.en.md")
    (folder / "versions").mkdir()
    (folder / "versions" / "1.md").write_text(OTHER)
    (folder / "in.en.md").symlink_to(folder / "versions" / "1.md")

    shelf = (await Library.open(folder)).shelf()

    assert [article.id for article in shelf.articles] == ["in", "parcels"]
    assert [problem.source for problem in shelf.problems] == [
        "nowhere.en.md",
        "out.en.md",
        "round.en.md",
    ]
    assert "leads out of the knowledge folder" in said(shelf)[1]


async def test_a_file_that_is_too_big_or_no_text_is_refused_with_its_line(folder: Path) -> None:
    (folder / "big.en.md").write_text("## A\n" + "b" * MAX_FILE)
    (folder / "latin.de.md").write_bytes("## A\n\nGrüße\n".encode("latin-1"))
    (folder / "wide.de.md").write_bytes("## A\nb\n".encode("utf-16"))

    shelf = (await Library.open(folder)).shelf()

    assert said(shelf) == [
        "big.en.md:1: The file is larger than 1024 KiB; split it into several articles.",
        "latin.de.md:3: The file is not UTF-8 text; save it with the encoding UTF-8.",
        "wide.de.md:1: The file is not UTF-8 text; save it with the encoding UTF-8.",
    ]


async def test_every_problem_can_be_told_in_german_too(folder: Path) -> None:
    (folder / "x.md").write_text(ARTICLE)

    problem = (await Library.open(folder)).shelf().problems[0]

    assert isinstance(problem, ArticleError)
    assert problem.text.de.startswith("Der Artikel nennt seine Sprache nicht")


async def test_reloads_at_the_same_time_count_one_change(folder: Path) -> None:
    library = await Library.open(folder)
    (folder / "parcels.en.md").write_text(OTHER)
    shelves = await asyncio.gather(*(library.reload() for _ in range(5)))

    assert {id(shelf) for shelf in shelves} == {id(library.shelf())}
    assert library.shelf().revision == 2


async def test_the_shipped_knowledge_is_found_and_without_a_problem() -> None:
    library = await Library.open(shipped())

    assert {article.id for article in library.shelf().articles} == {
        "ionos-sender-2024",
        "ionos-spf",
    }
    assert said(library.shelf()) == []


async def test_a_folder_without_providers_gets_the_shipped_ones(folder: Path) -> None:
    library = await Library.open(folder)
    shipped_ones = library.shelf().providers
    (folder / "providers").mkdir()
    (folder / "providers" / "own.toml").write_text('id = "own"\nname = "Own"\n')

    assert await library.changed()
    assert "ionos" in [provider.id for provider in shipped_ones]
    assert [provider.id for provider in (await library.reload()).providers] == ["own"]


async def test_a_folder_without_a_glossary_gets_the_shipped_one(folder: Path) -> None:
    library = await Library.open(folder)
    shipped_one = library.shelf().glossary
    (folder / "glossary.toml").write_text('[[same]]\nen = ["parcel", "package"]\n')
    assert await library.changed()
    own = (await library.reload()).glossary
    (folder / "glossary.toml").write_text("[[same\n")
    broken = await library.reload()

    assert len(shipped_one.groups) > 1
    assert [group.phrases for group in own.groups] == [("parcel", "package")]
    assert broken.glossary == own
    assert [(p.source, p.line) for p in broken.problems] == [("glossary.toml", 1)]


async def test_a_file_of_nothing_but_brackets_is_refused(folder: Path) -> None:
    (folder / "glossary.toml").write_text("same = " + "[" * 5000)

    assert "brackets" in said((await Library.open(folder)).shelf())[0]


async def test_a_broken_and_a_repeated_provider_are_named(folder: Path) -> None:
    (folder / "providers").mkdir()
    (folder / "providers" / "a.toml").write_text('id = "own"\nname = "Own"\n')
    (folder / "providers" / "b.toml").write_text('id = "own"\nname = "Again"\n')
    (folder / "providers" / "c.toml").write_text('id = "other\n')

    shelf = (await Library.open(folder)).shelf()

    assert [provider.name for provider in shelf.providers] == ["Own"]
    assert [(p.source, p.line) for p in shelf.problems] == [
        ("providers/c.toml", 1),
        ("providers/b.toml", 1),
    ]


async def test_without_a_setting_the_folder_beside_you_counts_else_the_shipped_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    beside = await Library.open()
    monkeypatch.chdir(folder)
    elsewhere = await Library.open()

    assert [article.id for article in beside.shelf().articles] == ["parcels"]
    assert elsewhere.shelf() == (await Library.open(shipped())).shelf()
