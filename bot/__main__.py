"""`python -m bot`, the `helpdesk` command: reads the environment and hands it on."""

import gc
import os
from collections.abc import Mapping
from pathlib import Path

WRITTEN = Path(".env")
YOUNG = 50_000  # objects until Python looks for garbage: what a start makes stays for the most part


def main() -> None:
    """Run the command line with the variables of the environment, over those of `./.env`."""
    gc.set_threshold(YOUNG)
    from bot.cli import app

    app(obj={**_written(), **os.environ})


def _written() -> Mapping[str, str]:
    if not WRITTEN.exists():
        return {}
    from dotenv import dotenv_values

    return {key: value for key, value in dotenv_values(WRITTEN).items() if value}


if __name__ == "__main__":
    main()
