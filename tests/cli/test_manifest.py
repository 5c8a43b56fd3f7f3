"""`helpdesk manifest`: the same app over Socket Mode or over HTTP."""

from typing import Any

import pytest
import yaml
from typer.testing import CliRunner, Result

from bot.cli import app

URL = "https://help.example.com/slack/events"


def helpdesk(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["manifest", *arguments], obj={})


def manifest(*arguments: str) -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load(helpdesk(*arguments).output)
    return parsed


def test_without_a_choice_it_is_for_socket_mode() -> None:
    assert manifest() == manifest("--socket")
    assert manifest()["settings"]["socket_mode_enabled"] is True


@pytest.mark.parametrize("given", ["https://help.example.com", "https://help.example.com/", URL])
def test_over_http_everything_has_the_url_and_nothing_else_changes(given: str) -> None:
    over_socket, over_http = manifest(), manifest("--http", given)
    settings = over_http["settings"]

    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"].pop("request_url") == URL
    assert settings["interactivity"].pop("request_url") == URL
    assert [one.pop("url") for one in over_http["features"]["slash_commands"]] == [URL] * len(
        over_socket["features"]["slash_commands"]
    )
    settings["socket_mode_enabled"] = True
    assert over_http == over_socket


def test_the_reason_for_each_scope_stays_beside_it() -> None:
    assert "app_mentions:read #" in helpdesk("--http", URL).output


@pytest.mark.parametrize("url", ["help.example.com", "http://help.example.com", "https://"])
def test_a_url_that_slack_cannot_reach_is_a_sentence(url: str) -> None:
    result = helpdesk("--http", url)

    assert result.exit_code == 2
    assert "https://help.example.com" in result.output
