"""Further questions, other people, and edits in a thread, as dialogues."""

import pytest

from bot.playground import silence
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "Why does IONOS say Sender address is not allowed?"
SPF = "What is an SPF record?"


async def test_a_further_question_means_what_the_thread_is_about(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.say("ada", "#general", "@helpdesk and with a relay?", ts)

    assert it.replies(ts)[-1].startswith("Relay server or smarthost")
    alone = await it.ask("ada", "#general", "@helpdesk and with a relay?")
    assert not alone.startswith("Relay server or smarthost")


async def test_a_further_question_in_german(it: Office) -> None:
    ts = await it.say("carl", "dm", "Warum sagt IONOS: Sender address is not allowed?")
    await it.say("carl", "dm", "und ab wann gilt das?", ts)
    assert it.replies(ts)[-1].startswith("Was bei IONOS seit dem 29. Januar 2024 neu ist")
    await it.say("carl", "dm", "und was muss ich jetzt tun?", ts)

    assert "[Verschiedene Domains: was zu tun ist und wo]" in it.replies(ts)[-1]


async def test_a_chosen_section_is_what_the_thread_is_about(it: Office) -> None:
    ts = await it.say("ada", "#general", "@helpdesk IONOS relay and the same domain or what to do")
    (reply,) = it.slack.thread(ts)
    assert "[None of these]" in it.replies(ts)[0]
    await it.press("ada", reply.ts, "reply.choose.0")
    (chosen,) = it.replies(ts)
    assert "[Helpful] [Not helpful]" in chosen
    await it.say("ada", "#general", "@helpdesk since when?", ts)

    assert it.replies(ts)[-1].startswith("What is new at IONOS since 29 January 2024")


async def test_a_chosen_answer_closes_the_gap_and_none_of_these_keeps_it(it: Office) -> None:
    text = "IONOS relay and the same domain or what to do"
    for action, gaps in (("reply.none", True), ("reply.choose.0", False)):
        ts = await it.say("ada", "#general", f"@helpdesk {text}")
        (reply,) = it.slack.thread(ts)
        await it.press("ada", reply.ts, action)

        assert (text in await it.home("anna")) is gaps
        await it.tidy()


async def test_the_asker_need_not_mention_us_again_in_their_own_thread(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.say("ada", "#general", "and with a relay?", ts)

    assert len(it.replies(ts)) == 3
    assert it.replies(ts)[-1].startswith("Relay server or smarthost")


@pytest.mark.parametrize(
    "text",
    ["Thanks a lot!", "ok", "Is the invoice for March out?", "I will try that tomorrow"],
)
async def test_thanks_and_near_misses_in_a_thread_get_not_one_word(it: Office, text: str) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.say("ada", "#general", text, ts)

    assert len(it.replies(ts)) == 2


async def test_once_another_person_talks_it_is_quiet_until_mentioned(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.say("anna", "#general", "Let me have a look with you.", ts)
    await it.say("ada", "#general", "and with a relay?", ts)
    assert len(it.replies(ts)) == 3
    await it.say("ada", "#general", "@helpdesk and with a relay?", ts)

    assert len(it.replies(ts)) == 5


async def test_another_persons_question_in_the_thread_is_left_to_people(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.say("carl", "#general", "and with a relay?", ts)

    assert len(it.replies(ts)) == 2


async def test_below_an_unasked_answer_it_speaks_only_when_mentioned(it: Office) -> None:
    ts = await it.say("carl", "#support", RULE)
    await it.say("carl", "#support", "and with a relay?", ts)
    assert len(it.replies(ts)) == 2
    await it.say("carl", "#support", "@helpdesk and with a relay?", ts)

    assert it.replies(ts)[-1].startswith("Relay server or smarthost")


async def test_a_person_who_was_quicker_keeps_it_silent(it: Office) -> None:
    ts = await it.slack.say("carl", "#support", "Kurze Frage")
    await it.slack.say("anna", "#support", "Ja?", ts)
    await it.slack.edit("carl", ts, RULE)
    await it.quiet()

    assert it.replies(ts) == ["Ja?"]


async def test_an_edit_that_asks_something_else_changes_the_reply(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    before = it.slack.thread(ts)
    await it.slack.edit("ada", ts, f"@helpdesk {SPF}")
    await it.quiet()

    (after,) = it.slack.thread(ts)
    assert it.replies(ts)[0].startswith("What an SPF record is")
    assert after.ts == before[0].ts


@pytest.mark.parametrize("edits", [[SPF], ["Wo ist die Kaffeemaschine?", SPF]], ids=["one", "two"])
async def test_an_edit_while_we_answer_counts(it: Office, edits: list[str]) -> None:
    it.slack.fail("chat.postMessage", silence(0.5))
    ts = await it.slack.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.wait_for(lambda: it.front.busy.keys)
    for text in edits:
        await it.slack.edit("ada", ts, f"@helpdesk {text}")
    await it.quiet()

    (reply,) = it.replies(ts)
    assert reply.startswith("What an SPF record is")


async def test_an_edit_that_asks_the_same_leaves_the_reply_alone(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.edit("ada", ts, f"@helpdesk {RULE} Thanks")
    await it.quiet()

    assert it.slack.called("chat.update") == []


async def test_a_mended_command_mends_its_result(it: Office) -> None:
    ts = await it.say("ada", "#general", "@helpdesk checkspf silent.example")
    assert it.replies(ts)[0].startswith(":grey_question:")
    await it.slack.edit("ada", ts, "@helpdesk checkspf example.com")
    await it.quiet()

    (reply,) = it.replies(ts)
    assert reply.startswith(":white_check_mark: *In order* – SPF of `example.com`")


async def test_an_edit_of_a_direct_message_changes_the_reply(it: Office) -> None:
    ts = await it.say("carl", "dm", RULE)
    await it.slack.edit("carl", ts, "Was ist ein SPF-Eintrag?")
    await it.quiet()

    (reply,) = it.replies(ts)
    assert reply.startswith("Was ein SPF-Eintrag ist")


async def test_an_unasked_answer_follows_the_edit_only_where_it_would_speak(it: Office) -> None:
    ts = await it.say("carl", "#support", RULE)
    (before,) = it.replies(ts)
    await it.slack.edit("carl", ts, "Wo ist die Kaffeemaschine?")
    await it.quiet()

    assert it.replies(ts) == [before]


async def test_a_deleted_question_leaves_the_bot_calm(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.delete("ada", ts)
    reply = await it.ask("ada", "#general", f"@helpdesk {RULE}")

    assert "[Helpful] [Not helpful]" in reply
