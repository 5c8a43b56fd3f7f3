"""The playground has no passwords, so it listens on this machine only, and says so."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.playground import Options, Playground
from bot.settings import BadSettings


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com", ""])  # noqa: S104 - to be refused
async def test_another_address_than_this_machines_own_is_refused(host: str) -> None:
    with pytest.raises(BadSettings, match="listens on this machine only"):
        async with Playground.serve(Options(host=host)):
            pass


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_this_machines_own_addresses_will_do(host: str) -> None:
    async with Playground.serve(Options(host=host)) as slack:
        assert slack.url.startswith(f"http://{host}:")


def test_whoever_asks_for_it_on_the_command_line_is_told(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "bot", "playground", "--host", "0.0.0.0")  # noqa: S104 - to be refused
    environ = {"PYTHONPATH": str(Path(__file__).parents[2]), "HELPDESK_NAMESERVERS": "127.0.0.1:9"}
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False, timeout=60
    )

    assert done.returncode == 2
    assert done.stderr.startswith("The playground listens on this machine only, not on '0.0.0.0'")
