"""Every button and form, pressed by whom it is not for, too late, twice, or into the void."""

import pytest

from bot.playground.workspace import Json
from bot.slack.app import ACTIONS, FORMS
from tests.slack.forging import STRANGER, press, repeat, send, welcome
from tests.slack.office import Office, together

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "@helpdesk Why does IONOS say Sender address is not allowed?"
BREAD = "How do I bake bread without yeast?"
OLD = ["", "en", "de 0", "xx yy zz", "en no-such/section 1.1", "+ - * /", "en 99999999999999999999"]
TEXT: Json = {"type": "plain_text_input", "value": "Something long enough"}
ENTERED: dict[str, dict[str, Json]] = {
    "gap.written": {"title": TEXT, "text": TEXT},
    "gap.filed": {"section": {"selected_option": {"value": "ionos-sender-2024/why"}}},
    "channel.chosen": {
        "channel": {"selected_conversation": "C0GENERAL"},
        "mode": {"selected_option": {"value": "sure"}},
    },
    "feedback.stars": {"stars": {"selected_option": {"value": "5"}}},
    "person.solved": {"how": TEXT},
}


async def gap(it: Office) -> str:
    """A gap's button value."""
    await it.ask("ada", "#general", f"@helpdesk {BREAD}")
    (found,) = await it.front.team.gaps()
    return f"en {found.id}"


async def handoff(it: Office) -> str:
    """A hand-off's button value: Ada waits for a person."""
    ts = await it.say("ada", "#general", RULE)
    await it.press("ada", it.slack.thread(ts)[-1].ts, "person.call")
    return f"en C0GENERAL {ts}"


TEAMS = ["gap.write", "gap.belongs", "gap.dismiss", "person.take", "home.try"]
SETTINGS = ["channel.choose", "channel.digest"]


@pytest.mark.parametrize("action", [*TEAMS, *SETTINGS, "channel.mute", "person.solve"])
async def test_a_stranger_who_is_admin_at_home_is_none_here(it: Office, action: str) -> None:
    value = await (handoff(it) if action.startswith("person") else gap(it))
    sam = welcome(it)
    await press(it, sam, action, value)

    assert it.private(sam)[-1].startswith("Only ")
    assert it.modal(sam) == ""
    assert len(await it.front.team.gaps()) == (0 if action.startswith("person") else 1)


async def test_only_asker_and_team_may_close_a_call(it: Office) -> None:
    await press(it, "carl", "person.solve", await handoff(it))

    assert it.private("carl")[-1].startswith("Schließen können das nur")


@pytest.mark.parametrize("form", ["gap.written", "gap.filed", "channel.chosen", "person.solved"])
async def test_a_form_forged_by_a_plain_member_changes_nothing_and_says_so(
    it: Office, form: str
) -> None:
    meta = await (handoff(it) if form == "person.solved" else gap(it))
    await send(it, "carl", form, meta, ENTERED[form])

    assert "nur" in it.slack.messages("carl", "dm")[-1].text
    assert await it.front.team.written() == ()
    assert not (await it.front.manners()).modes
    assert len(await it.front.team.waiting()) == (1 if form == "person.solved" else 0)


@pytest.mark.parametrize("action", sorted(ACTIONS))
async def test_a_button_of_an_older_version_gets_a_sentence_and_no_failure(
    it: Office, action: str, caplog: pytest.LogCaptureFixture
) -> None:
    await together(*(press(it, "ada", action, value) for value in OLD))

    said = [*it.private("ada"), *(m.text for m in it.slack.messages("ada", "#general"))]
    assert not any("went wrong" in text for text in said)
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize("form", sorted(FORMS))
async def test_a_form_of_an_older_version_does_no_harm(
    it: Office, form: str, caplog: pytest.LogCaptureFixture
) -> None:
    filled = [send(it, "ada", form, meta, ENTERED[form]) for meta in OLD]
    empty = [send(it, "ada", form, meta, {}) for meta in OLD]
    await together(*filled, *empty)

    assert not [record for record in caplog.records if record.exc_info]


async def test_a_form_that_nobody_knows_any_more_says_so(it: Office) -> None:
    await send(it, "ada", "form.of.last.year", "", {})

    assert it.slack.messages("ada", "dm")[-1].text.startswith("This form is from an older version")


async def test_an_answer_sent_twice_is_written_once_and_posted_once(it: Office) -> None:
    ts = await it.say("carl", "#general", BREAD)
    await it.slack.shortcut("anna", "message.answer", ts)
    await it.quiet()
    await it.submit("anna", title=BREAD, text="Use soda.", language="en")
    await repeat(it, "view_submission")

    assert len(await it.front.team.written()) == 1
    assert len(it.replies(ts)) == 1


async def test_a_rating_sent_twice_counts_once(it: Office) -> None:
    ts = await it.say("ada", "#general", RULE)
    await it.press("ada", it.slack.thread(ts)[-1].ts, "feedback.say", value="positive")
    await it.submit("ada", stars="4")
    await repeat(it, "view_submission")

    (tally,) = await it.front.team.tallies()
    assert (tally.count, tally.average) == (1, 4.0)


async def test_a_gap_filed_twice_is_filed_once(it: Office) -> None:
    value = await gap(it)
    for _ in range(2):
        await send(it, "anna", "gap.filed", value, ENTERED["gap.filed"])

    assert len(await it.front.team.samples()) == 1
    assert it.slack.messages("anna", "dm")[-1].text.startswith("This question has been dealt with")


async def test_solved_twice_is_solved_once(it: Office) -> None:
    value = await handoff(it)
    for how in ("First.", "Second."):
        entered = {"how": {"type": "plain_text_input", "value": how}}
        await send(it, "anna", "person.solved", value, entered)

    done = await it.front.team.handoff("C0GENERAL", value.split(" ")[2])
    assert done is not None
    assert done.solution == "First."


async def test_a_gap_dismissed_twice_says_that_it_is_done(it: Office) -> None:
    value = await gap(it)
    for _ in range(2):
        await press(it, "anna", "gap.dismiss", value)

    assert it.private("anna")[-1] == "This question has been dealt with already."


async def test_a_button_pressed_while_its_message_is_deleted_is_a_logged_line(
    it: Office, caplog: pytest.LogCaptureFixture
) -> None:
    ts = await it.say("ada", "#general", RULE)
    (reply,) = it.slack.thread(ts)
    await it.press("ada", reply.ts, "reply.neighbour.0")
    it.slack.service.delete(it.slack.thread(ts)[0])
    await repeat(it, "block_actions")

    assert not [record for record in caplog.records if record.exc_info]
    assert "[Helpful] [Not helpful]" in await it.ask("ada", "#general", RULE)


async def test_a_call_whose_message_is_deleted_can_still_be_closed(it: Office) -> None:
    value = await handoff(it)
    ts = value.split(" ")[2]
    call = it.slack.thread(ts)[-1]
    await it.press("anna", call.ts, "person.solve")
    it.slack.service.delete(call)
    await it.submit("anna", how="By phone.")

    assert await it.front.team.waiting() == ()


async def test_removed_from_the_channel_it_falls_silent_and_comes_back(
    it: Office, caplog: pytest.LogCaptureFixture
) -> None:
    ts = await it.say("ada", "#general", RULE)
    await it.slack.remove("ada", "#general")
    await it.press("ada", it.slack.thread(ts)[-1].ts, "person.call")
    assert len(it.replies(ts)) == 1
    await it.slack.invite("ada", "#general")

    assert "[Helpful] [Not helpful]" in await it.ask("ada", "#general", RULE)
    assert not [record for record in caplog.records if record.exc_info]


async def test_without_a_scope_the_rest_still_works(
    it: Office, caplog: pytest.LogCaptureFixture
) -> None:
    service = it.slack.service
    whole = service.installed
    service.installed = whole.without("users:read", "usergroups:read")
    try:
        reply = await it.ask("ada", "#general", RULE)
    finally:
        service.installed = whole

    assert "[Helpful] [Not helpful]" in reply
    assert not [record for record in caplog.records if record.exc_info]


async def test_without_the_scope_to_write_it_is_a_logged_line_and_nothing_is_lost(
    it: Office, caplog: pytest.LogCaptureFixture
) -> None:
    service = it.slack.service
    whole = service.installed
    service.installed = whole.without("chat:write")
    try:
        ts = await it.say("ada", "#general", f"@helpdesk {BREAD}")
    finally:
        service.installed = whole

    assert it.replies(ts) == []
    assert any("missing_scope" in record.getMessage() for record in caplog.records)
    assert not [record for record in caplog.records if record.exc_info]
    assert len(await it.front.team.gaps()) == 1


async def test_guests_and_strangers_read_public_articles_only(it: Office) -> None:
    value = await gap(it)
    await press(it, "anna", "gap.write", value)
    await it.submit("anna", title=BREAD, text="Use soda.", language="en")
    assert "Use soda." in await it.ask("ada", "#general", f"@helpdesk {BREAD}")
    assert "Use soda." not in await it.ask("carl", "dm", BREAD)
    (written,) = await it.front.team.written()
    for user in ("carl", welcome(it)):
        await press(it, user, "reply.customer", f"en {written.section.key} 1.1")

        assert "Use soda." not in it.private(user)[-1]
    assert "Use soda." not in await it.ask(STRANGER.name, "#general", f"@helpdesk {BREAD}")
    assert "Use soda." not in await it.ask("ada", "#general", f"@helpdesk {BREAD}")  # they read


async def test_forget_me_deletes_ones_own_and_nobody_elses(it: Office) -> None:
    await it.ask("carl", "dm", BREAD)
    await it.ask("ada", "dm", "How do I knit a scarf out of moonlight?")
    (done,) = await it.command("carl", "#general", "/helpdesk forget me")

    assert done.startswith("Erledigt: Ihre Fragen und Bewertungen sind gelöscht")
    (left,) = await it.front.team.gaps()
    assert left.latest.user == "U0ADA0001"
    (again,) = await it.command("carl", "#general", "/helpdesk vergiss mich")
    assert again.startswith(("Von Ihnen war nichts", "Erledigt"))


async def test_export_tells_admins_what_is_kept_and_others_nothing(it: Office) -> None:
    await gap(it)
    (told,) = await it.command("ada", "#general", "/helpdesk export")
    (refused,) = await it.command("anna", "#general", "/helpdesk export")

    assert "questions 1" in told
    assert "`helpdesk export T0PLAYGRND`" in told
    assert refused == "Only admins can see what is kept."
