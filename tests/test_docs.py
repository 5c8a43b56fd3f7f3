"""The documents say what is true: their commands run, their tables and links fit the code."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from bot.cli import COMMANDS, app
from bot.playground import demo
from bot.settings import VARIABLES
from tests.cli.conftest import in_thread

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
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
            words = line.strip()
            if words.removeprefix(".venv/bin/").startswith("helpdesk "):
                yield words.removeprefix(".venv/bin/")


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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]

    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_a_document_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|knowledge|tests|docs)/[\w./-]*\w)/?`", text)
    missing = [path for path in named if not (ROOT / path).exists()]

    assert missing == []
