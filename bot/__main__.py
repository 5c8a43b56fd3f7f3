"""`python -m bot`, the `helpdesk` command: reads the environment and hands it on."""

import os
from pathlib import Path

from dotenv import dotenv_values


def main() -> None:
    """Run the command line with the variables of the environment, over those of `./.env`."""
    from bot.cli import app

    written = {key: value for key, value in dotenv_values(Path(".env")).items() if value}
    app(obj={**written, **os.environ})


if __name__ == "__main__":
    main()
