"""The wheel holds all that Helpdesk needs, and works in an empty folder; built without the network."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
QUESTION = "Why does IONOS say Sender address is not allowed?"
CLOSED = "127.0.0.1:9"  # nobody listens there: no resolver of this machine is asked
# What is no module of Python, and so could be forgotten.
SHIPPED = (
    "bot/py.typed",
    "bot/manifest.yaml",
    "bot/core/search/glossary.jsonl",
    "bot/knowledge/README.md",
    "bot/knowledge/glossary.toml",
    *(
        f"bot/{path.relative_to(ROOT)}"
        for kind in ("*.en.md", "*.de.md", "providers/*.toml")
        for path in sorted((ROOT / "knowledge").glob(kind))
    ),
    *(
        str(path.relative_to(ROOT))
        for folder in ("bot/playground/page", "bot/edges/store/migrations/versions")
        for path in sorted((ROOT / folder).iterdir())
        if path.is_file()
    ),
)


def run(*command: str, folder: Path, path: Path | None = None) -> str:
    """What a program prints, with nothing of this process's environment but where programs are."""
    environ = {"PATH": os.environ["PATH"], "HELPDESK_NAMESERVERS": CLOSED}  # noqa: TID251 - for a child
    if path is not None:
        environ["PYTHONPATH"] = str(path)
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_everything_and_answers_in_an_empty_folder(tmp_path: Path) -> None:
    target, empty = tmp_path / "target", tmp_path / "empty"
    empty.mkdir()
    offline = ("--no-deps", "--no-index")
    build = ("--no-build-isolation", "--wheel-dir", str(tmp_path))
    run(*PIP, "wheel", *offline, *build, str(ROOT), folder=empty)
    [wheel] = tmp_path.glob("helpdesk_bot-*.whl")
    names = ZipFile(wheel).namelist()
    install = ("--no-compile", "--target", str(target))
    run(*PIP, "install", *offline, *install, str(wheel), folder=empty)
    origin = run(sys.executable, "-c", "import bot; print(bot.__file__)", folder=empty, path=target)
    reply = run(sys.executable, "-m", "bot", "ask", "--json", QUESTION, folder=empty, path=target)

    assert [name for name in SHIPPED if name not in names] == []
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert Path(origin.strip()).is_relative_to(target)
    assert json.loads(reply)["section"] == "ionos-sender-2024/example"
    assert (target / "bin" / "helpdesk").is_file()
