"""The documents say what is true: their commands run, their tables and links fit the code."""

import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from dotenv import dotenv_values
from typer.testing import CliRunner

from bot.cli import COMMANDS, app
from bot.edges.metrics import Metrics
from bot.playground import demo
from bot.settings import VARIABLES, Settings
from tests.cli.conftest import in_thread

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "knowledge").rglob("README.md"),
    ]
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^[ ]*```(\w+)\n(.*?)^[ ]*```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
ANSWERED = frozenset({0, 1})  # an example may well show a problem


def blocks(kind: str) -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for language, text in BLOCK.findall(page.read_text(encoding="utf-8")):
            if language == kind:
                yield page.name, text


def commands() -> Iterator[str]:
    """Every line of the documents that calls `helpdesk`."""
    for _, text in blocks("console"):
        for line in text.splitlines():
            words = line.strip().removeprefix("$ ").removeprefix(".venv/bin/")
            if words.startswith("helpdesk "):
                yield words


@pytest.fixture(scope="module")
def nameserver() -> Iterator[str]:
    with in_thread(demo.ZONE) as address:
        yield address


@pytest.mark.parametrize("line", sorted(set(commands())))
def test_a_command_of_the_documents_runs(line: str, nameserver: str, tmp_path: Path) -> None:
    environ = {
        "HELPDESK_NAMESERVERS": nameserver,
        "DATABASE_URL": f"sqlite:///{tmp_path}/helpdesk.db",
    }
    result = CliRunner().invoke(app, shlex.split(line)[1:], obj=environ)

    assert result.exit_code in ANSWERED, result.output
    assert result.output


@pytest.mark.parametrize(("page", "text"), list(blocks("python")))
def test_the_python_of_the_documents_runs(page: str, text: str) -> None:
    exec(compile(text, page, "exec"), {})  # noqa: S102 - our own documents


@pytest.mark.parametrize(("page", "text"), list(blocks("ini")))
def test_the_settings_of_an_example_are_read(page: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(textwrap.dedent(text).replace("…", "1-example"), encoding="utf-8")
    written = dotenv_values(file)

    assert Settings.read({name: value or "" for name, value in written.items()}).transport()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_kind_of_example_is_known_to_a_test(page: Path) -> None:
    kinds = {kind for kind, _ in BLOCK.findall(page.read_text(encoding="utf-8"))}

    # the whole article of `markdown` is asked in tests/test_knowledge.py; `text` is a drawing
    assert kinds <= {"console", "python", "ini", "markdown", "text"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_make_target_and_folder_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"`make (\w+)`|^make (\w+)$", text, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    unknown = [name for pair in targets for name in pair if name and f"\n{name}:" not in makefile]
    drawn = re.findall(r"\b(?:bot|knowledge)/[a-z_/]*", "".join(drawings(page)))

    assert unknown == []
    assert [path for path in drawn if not (ROOT / path).exists()] == []


def drawings(page: Path) -> list[str]:
    return [text for kind, text in BLOCK.findall(page.read_text("utf-8")) if kind == "text"]


def test_the_metrics_are_those_that_there_are() -> None:
    table = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    metrics = Metrics()
    metrics.watch("dns_failures", "", dict)
    for name in ("sending", "under_way"):
        metrics.gauge(name, "", int)
    there = {
        family.name + ("_total" if family.type == "counter" else "")
        for family in metrics.registry.collect()
    }

    assert set(re.findall(r"^\| `(helpdesk_\w+)`", table, re.MULTILINE)) == there


def test_the_readme_lists_the_settings_that_there_are() -> None:
    table = README[README.index("## Settings") : README.index("## In the terminal")]

    assert set(re.findall(r"`([A-Z][A-Z_]+)`", table)) == set(VARIABLES)


def test_the_readme_lists_the_commands_that_there_are() -> None:
    listed = README[README.index("## In the terminal") : README.index("## Your own articles")]
    named = set(re.findall(r"^helpdesk (\w+)", listed, re.MULTILINE))

    assert named == set(COMMANDS)


def test_the_documents_name_only_slash_commands_of_the_manifest() -> None:
    manifest = yaml.safe_load((ROOT / "manifest.yaml").read_text(encoding="utf-8"))
    known = {command["command"] for command in manifest["features"]["slash_commands"]}
    named = {
        word
        for page in PAGES
        for word in re.findall(r"`(/[a-z]+)[ `]", page.read_text(encoding="utf-8"))
    }

    assert known <= named
    assert named - known <= {"/healthz", "/readyz", "/metrics", "/invite"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]

    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_a_document_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|knowledge|tests|docs)/[\w./-]*\w)/?`", text)
    missing = [path for path in named if not (ROOT / path).exists()]

    assert missing == []
