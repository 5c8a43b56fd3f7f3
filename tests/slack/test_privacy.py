"""What is forgotten: one person's questions on request, and a workspace that has left."""

import pytest

from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")

BREAD = "@helpdesk How do I bake bread without yeast?"


async def test_somebody_can_have_their_questions_forgotten(it: Office) -> None:
    await it.say("ada", "#general", BREAD)
    assert len(await it.front.team.gaps()) == 1
    (answer,) = await it.command("ada", "#general", "/helpdesk forget me")

    assert answer.startswith("Done: your questions and ratings are deleted")
    assert await it.front.team.gaps() == ()


@pytest.mark.parametrize(
    "events",
    [
        [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0HELPBOT"]}}],
        [{"type": "tokens_revoked", "tokens": {"bot": ["U0HELPBOT"]}}, {"type": "app_uninstalled"}],
    ],
    ids=["uninstalled first", "revoked first"],
)
async def test_a_workspace_that_leaves_is_forgotten_in_either_order(
    it: Office, events: list[dict[str, object]]
) -> None:
    await it.say("ada", "#general", BREAD)
    for event in events:
        it.slack.service.emit(str(event["type"]), event)
    await it.quiet()

    assert await it.front.team.gaps() == ()


async def test_somebody_elses_token_is_no_reason_to_forget(it: Office) -> None:
    await it.say("ada", "#general", BREAD)
    it.slack.service.emit("tokens_revoked", {"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}})
    await it.quiet()

    assert len(await it.front.team.gaps()) == 1


async def test_what_a_workspace_wrote_is_answered_no_more_once_it_has_left(it: Office) -> None:
    ts = await it.say("anna", "#random", "Use soda.")
    await it.slack.shortcut("anna", "message.save", ts)
    await it.quiet()
    await it.submit("anna", title="Bread without yeast", language="en")
    assert "Use soda." in await it.ask("ada", "dm", "bread without yeast")
    it.slack.service.emit("app_uninstalled", {"type": "app_uninstalled"})
    await it.quiet()
    await it.front.desk.refresh()  # as it does every two seconds

    assert "Use soda." not in await it.ask("ada", "dm", "bread without yeast")


async def test_the_team_still_sees_the_call_of_somebody_who_was_forgotten(it: Office) -> None:
    ts = await it.say("ada", "#general", "@helpdesk Was ist neu bei IONOS seit 2024?")
    await it.press("ada", it.slack.thread(ts)[-1].ts, "person.call")
    await it.command("ada", "#general", "/helpdesk forget me")
    await it.home("anna")
    calls = it.slack.called("views.publish")

    assert [call.error for call in calls] == [None] * len(calls)
    assert calls
    await it.press("anna", it.slack.thread(ts)[-1].ts, "person.take")
    assert "Taken by" in it.replies(ts)[-1] or "bernommen" in it.replies(ts)[-1]
