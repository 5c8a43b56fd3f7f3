"""Feedback and the way to a person, as dialogues."""

from pathlib import Path

import pytest

from bot.playground.workspace import Message
from tests.slack.office import ANNA, Office, office

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "@helpdesk Why does IONOS say Sender address is not allowed?"
BREAD = "@helpdesk How do I bake bread without yeast?"


async def replied(
    it: Office, user: str = "ada", channel: str = "#general", text: str = RULE
) -> Message:
    ts = await it.say(user, channel, text)
    await it.slack.wait_for(lambda: it.slack.thread(ts))
    return it.slack.thread(ts)[-1]


async def test_helpful_opens_the_stars_and_is_counted_even_without_them(it: Office) -> None:
    reply = await replied(it)
    await it.press("ada", reply.ts, "feedback.say", value="positive")

    assert "Good to know" in it.modal("ada")
    assert "How can we improve this article?:" in it.modal("ada")
    (stats,) = await it.command("ada", "#general", "/helpdesk stats")
    assert "no stars yet · 1 helpful, 0 not helpful" in stats


async def test_stars_are_averaged_counted_and_spread(it: Office) -> None:
    reply = await replied(it)
    for user, stars in (("ada", "5"), ("anna", "4")):
        await it.press(user, reply.ts, "feedback.say", value="positive")
        assert await it.submit(user, stars=stars, suggestion="More pictures.") == {}
    (stats,) = await it.command("ada", "#general", "/helpdesk stats")

    assert "4.5 out of 5 stars (2) · 2 helpful, 0 not helpful" in stats
    assert "5 stars 50 % · 4 stars 50 % · 3 stars 0 % · 2 stars 0 % · 1 star 0 %" in stats
    assert "4.5 out of 5 stars (2)" in await it.home("anna")


async def test_a_second_rating_of_one_person_replaces_the_first(it: Office) -> None:
    reply = await replied(it)
    for mark, stars in (("positive", "5"), ("negative", "1")):
        await it.press("ada", reply.ts, "feedback.say", value=mark)
        await it.submit("ada", stars=stars)
    (stats,) = await it.command("ada", "#general", "/helpdesk stats")

    assert "1.0 out of 5 stars (1) · 0 helpful, 1 not helpful" in stats


async def test_a_suggestion_is_read_by_the_team_and_nobody_else(it: Office) -> None:
    reply = await replied(it)
    await it.press("carl", reply.ts, "feedback.say", value="negative")
    await it.submit("carl", stars="2", suggestion="Say it <!channel> shorter.")

    assert "Say it <!channel> shorter." in (await it.home("anna")).split("What could be better")[1]
    assert "shorter" not in await it.home("carl")
    (stats,) = await it.command("carl", "#general", "/helpdesk stats")
    assert "shorter" not in stats


async def test_a_bad_rating_opens_a_gap(it: Office) -> None:
    reply = await replied(it)
    assert "None at the moment." in await it.home("anna")
    await it.press("ada", reply.ts, "feedback.say", value="negative")

    assert "Why does IONOS say Sender address is not allowed?" in await it.home("anna")


async def test_a_person_is_called_with_the_question_and_what_was_tried(it: Office) -> None:
    reply = await replied(it)
    root = reply.thread_ts or ""
    await it.say("ada", "#general", "@helpdesk checkspf silent.example", root)
    await it.slack.wait_for(lambda: len(it.slack.thread(root)) == 3)
    await it.press("ada", reply.ts, "person.call")

    call = it.replies(root)[-1]
    assert "please help" in call
    assert "Why does IONOS say Sender address is not allowed?" in call
    assert "Answers given: Example" in call
    assert "Checks run: `checkspf silent.example`" in call
    assert call.endswith("[Taken] [Solved]")
    assert "<!subteam^S0SUPPORT>" in "\n".join(it.slack.transcript("ada", "#general"))


async def test_a_person_is_called_once_a_thread(it: Office) -> None:
    reply = await replied(it)
    await it.press("ada", reply.ts, "person.call")
    await it.press("carl", reply.ts, "person.call")

    calls = [text for text in it.replies(reply.thread_ts or "") if "please help" in text]
    assert len(calls) == 1
    assert it.private("carl")[-1].startswith("Es ist schon jemand gerufen")


async def test_taken_and_solved_by_the_team_and_how_is_kept(it: Office) -> None:
    reply = await replied(it, text=BREAD)
    await it.press("ada", reply.ts, "person.call")
    call = it.slack.thread(reply.thread_ts or "")[-1]
    await it.press("anna", call.ts, "person.take")
    assert ":hand: Taken by " in it.replies(reply.thread_ts or "")[-1]
    await it.press("anna", call.ts, "person.solve")
    await it.submit("anna", how="Sourdough works.")

    done = it.replies(reply.thread_ts or "")[-1]
    assert ":white_check_mark: Solved by : Sourdough works." in done
    assert "[Taken]" not in done


async def test_the_asker_may_close_but_a_bystander_may_not(it: Office) -> None:
    reply = await replied(it, user="carl", channel="#support", text=BREAD)
    await it.press("carl", reply.ts, "person.call")
    call = it.slack.thread(reply.thread_ts or "")[-1]
    await it.press("carl", call.ts, "person.take")
    assert it.private("carl")[-1] == "Das kann nur das Team."
    await it.press("carl", call.ts, "person.solve")
    await it.submit("carl")

    assert ":white_check_mark: Solved by" in it.replies(reply.thread_ts or "")[-1]


async def test_in_a_direct_message_the_helpers_are_written_to(it: Office) -> None:
    reply = await replied(it, user="carl", channel="dm", text="Wie backe ich Brot ohne Hefe?")
    await it.press("carl", reply.ts, "person.call")

    assert it.replies(reply.thread_ts or "")[-1].startswith("Ich habe jemanden gerufen")
    letter = "\n".join(it.slack.transcript("anna", "dm"))
    assert "Wie backe ich Brot ohne Hefe?" in letter


async def test_without_anybody_to_call_it_says_so(tmp_path: Path) -> None:
    async with office(tmp_path, handoff=None, team=frozenset({ANNA})) as it:
        reply = await replied(it)
        await it.press("ada", reply.ts, "person.call")

        assert it.private("ada")[-1].startswith(
            "I cannot call anybody yet; please ask in a channel"
        )
