"""Every action checks on our side who presses it: yesterday's buttons, other hands, forged values."""

from typing import Any

import pytest

from bot.playground.workspace import Message
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")

BREAD = "@helpdesk How do I bake bread without yeast?"


async def button(it: Office, action: str, value: str) -> str:
    """A message of ours in #general that holds one forged or remembered button; its ts."""
    element: dict[str, Any] = {
        "type": "button",
        "action_id": action,
        "value": value,
        "text": {"type": "plain_text", "text": "Press"},
    }
    blocks = ({"type": "actions", "elements": [element]},)
    service = it.slack.service
    ts = service.post(Message("C0GENERAL", service.new_ts(), "U0HELPBOT", "x", blocks)).ts
    await it.quiet()
    return ts


TEAM_ONLY = [
    ("gap.write", "de 1"),
    ("gap.belongs", "de 1"),
    ("gap.dismiss", "de 1"),
    ("person.take", "de C0GENERAL 1.0"),
]


@pytest.mark.parametrize(("action", "value"), TEAM_ONLY, ids=lambda value: value)
async def test_what_is_for_the_team_is_refused_to_a_customer(
    it: Office, action: str, value: str
) -> None:
    await it.say("ada", "#general", BREAD)
    ts = await button(it, action, value)
    await it.press("carl", ts, action)

    assert it.private("carl") == ["Das kann nur das Team."]
    assert it.modal("carl") == ""
    assert len(await it.front.team.gaps()) == 1


@pytest.mark.parametrize("action", ["channel.choose", "channel.digest"])
async def test_settings_are_refused_to_whoever_is_no_admin(it: Office, action: str) -> None:
    ts = await button(it, action, "en")
    await it.press("anna", ts, action)

    assert it.private("anna") == ["Only admins can change settings."]
    assert (await it.front.manners()).digest is None


GONE = [
    ("gap.write", "en 99", "This question has been dealt with already."),
    ("gap.dismiss", "en nonsense", "This question has been dealt with already."),
    ("person.take", "en C0GENERAL 9.9", "This call for a person is no longer there."),
    ("person.solve", "en", "This call for a person is no longer there."),
    ("reply.choose.0", "en gone/section", "That answer is no longer there."),
    ("reply.all", "xx", "That answer is no longer there."),
    ("reply.customer", "en", "That answer is no longer there."),
    ("spf.again", "en ", "example.com"),
    ("sender.again", "en not an address", ""),
]


@pytest.mark.parametrize(
    ("action", "value", "sentence"), GONE, ids=[f"{action} {value}" for action, value, _ in GONE]
)
async def test_a_button_about_what_is_gone_or_forged_gets_a_sentence(
    it: Office, action: str, value: str, sentence: str
) -> None:
    ts = await button(it, action, value or " ")
    await it.press("anna", ts, action)
    shown = [*it.private("anna"), *it.slack.transcript("anna", "#general")]

    assert any(sentence in line for line in shown)
    assert not any("Something went wrong" in line for line in shown)


async def test_a_guest_gets_public_articles_only(it: Office) -> None:
    await it.say("ada", "#general", BREAD)
    await it.home("anna")
    view = it.slack.home("anna")
    assert view is not None
    await it.press("anna", view.id, "gap.write")
    await it.submit("anna", title="Bread without yeast", text="Use soda.", language="en")

    inside = await it.ask("ada", "#general", "@helpdesk bread without yeast")
    outside = await it.ask("carl", "dm", "bread without yeast")
    assert "Use soda." in inside
    assert "Use soda." not in outside


async def test_what_is_for_few_is_logged_whether_granted_or_refused(
    it: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "helpdesk.rights")
    ts = await button(it, "channel.digest", "C0GENERAL")
    await it.press("anna", ts, "channel.digest")
    await it.press("ada", ts, "channel.digest")

    assert [record.getMessage() for record in caplog.records] == [
        "channel.digest by U0ANNA001: refused",
        "channel.digest by U0ADA0001: granted",
    ]


async def test_a_channel_that_is_none_is_not_set_and_the_home_tab_stays(it: Office) -> None:
    ts = await button(it, "channel.digest", "no channel " * 9)
    await it.press("ada", ts, "channel.digest")

    assert (await it.front.manners()).digest is None
    assert await it.home("ada") != ""
