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


def for_http(url: str) -> str:
    """The manifest for HTTP in place of Socket Mode, its comments kept.

    `url` is where Slack is to send everything (https://…/slack/events).
    """
    lines = []
    for line in read().splitlines():
        key = line.strip()
        if key.startswith("socket_mode_enabled:"):
            lines.append(line.replace("true", "false"))
            continue
        lines.append(line)
        if key.startswith("- command:"):
            lines.append(f"{_indent(line)}  url: {url}")
        elif key in {"event_subscriptions:", "interactivity:"}:
            lines.append(f"{_indent(line)}  request_url: {url}")
    return "\n".join(lines) + "\n"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
