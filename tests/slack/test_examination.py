"""What `helpdesk doctor` finds out from Slack, at the playground's server."""

import time

from bot.core.checkup import State
from bot.edges import manifest
from bot.playground import Options, Playground, read_manifest
from bot.playground.workspace import SUPPORT
from bot.settings import Settings
from bot.slack.examination import examined

INSTALLED = read_manifest(manifest.parsed())


async def lines(options: Options, **environ: str) -> dict[str, State]:
    """What is said of each subject."""
    async with Playground.serve(options) as slack:
        tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
        settings = Settings.read({**tokens, "SLACK_API_URL": slack.api_url, **environ})
        found = [line async for line in examined(settings, INSTALLED.scopes, now=time.time())]
    return {line.subject.en: line.state for line in found}


async def test_an_app_installed_from_the_manifest_is_in_order() -> None:
    told = await lines(Options(installed=INSTALLED), HELPDESK_SUPPORT_CHANNELS=SUPPORT)

    assert set(told) == {"Bot token", "Scopes", "App token", f"Channel {SUPPORT}", "Clock"}
    assert set(told.values()) == {State.OK}


async def test_a_scope_that_was_not_granted_is_missed() -> None:
    told = await lines(Options(installed=INSTALLED.without("im:history")))

    assert told["Scopes"] is State.WRONG


async def test_a_token_that_slack_refuses_is_wrong() -> None:
    told = await lines(Options(), SLACK_BOT_TOKEN="xoxb-another")  # noqa: S106 - no token at all

    assert told == {"Bot token": State.WRONG}
