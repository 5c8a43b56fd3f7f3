"""The manifest that comes with Helpdesk, read from the installed package or the checkout."""

from pathlib import Path
from typing import Any

import yaml

import bot

NAME = "manifest.yaml"


def read() -> str:
    """The manifest's text, with the reason for each scope beside it."""
    package = Path(bot.__file__).parent
    inside = package / NAME
    path = inside if inside.is_file() else package.parent / NAME
    return path.read_text(encoding="utf-8")


def parsed() -> dict[str, Any]:
    """The manifest as Slack reads it."""
    manifest: dict[str, Any] = yaml.safe_load(read())
    return manifest


def scopes() -> frozenset[str]:
    """The bot scopes that the manifest asks for."""
    return frozenset(parsed()["oauth_config"]["scopes"]["bot"])
