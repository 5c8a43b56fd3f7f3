"""Support channels, as dialogues: sure answers to questions, and otherwise not one word."""

import pytest

from bot.slack.listeners.overheard import midnight
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "Why does IONOS say Sender address is not allowed?"

SMALL_TALK = [
    "Good morning everyone!", "Guten Morgen zusammen", "hi", "Thanks a lot, that helped!",
    "Danke, hat geklappt", "ok", "👍", "lol", "Mahlzeit!", "See you tomorrow", "Schönes Wochenende!",
    "I'll be ten minutes late", "Wer kommt mit zum Essen?", "Anyone up for lunch?", "brb",
    "The coffee machine is broken again", "Die Kaffeemaschine ist schon wieder kaputt",
    "Where is the IONOS invoice for March?", "Wo finde ich die IONOS-Rechnung?",
    "How do I reset my IONOS password?", "Wie setze ich mein Passwort zurück?",
    "How do I set an A record at IONOS?", "Can somebody book the meeting room?",
    "What time is the standup?", "Wann ist das Standup?", "Who is on call this weekend?",
    "Wie ist das WLAN-Passwort?", "My laptop does not start", "Is the VPN down?",
    "Kann mir jemand den Link schicken?", "Where do I find the holiday calendar?",
    "How much RAM does the server have?", "Is anybody at the office today?", "Feierabend!",
    "What is the customer number of Meier?", "How do I cancel my domain contract?",
    "Wie kündige ich meinen Vertrag?", "Can you send me the slides?", "+1", "done",
]  # fmt: skip


async def test_forty_messages_of_small_talk_and_near_misses_get_not_one_word(
    it: Office,
) -> None:
    for text in SMALL_TALK:
        await it.slack.say("carl", "#support", text)
    await it.quiet()
    said = [line for line in it.slack.transcript("ada", "#support") if "Helpdesk" in line]

    assert len(SMALL_TALK) == 40
    assert said == []


async def test_a_sure_answer_to_a_question_is_given_unasked(it: Office) -> None:
    reply = await it.ask("carl", "#support", RULE)

    assert "Sender address is not allowed" in reply
    assert "[Mute in this channel for today]" in reply


async def test_a_question_without_a_question_mark_is_one(it: Office) -> None:
    reply = await it.ask("carl", "#support", "IONOS sagt: Sender address is not allowed")

    assert "[Mute in this channel for today]" in reply or "[In diesem Kanal" in reply


async def test_elsewhere_nothing_is_said_unasked(it: Office) -> None:
    ts = await it.say("carl", "#general", RULE)

    assert it.replies(ts) == []


async def test_the_teams_own_helper_is_left_alone(it: Office) -> None:
    ts = await it.say("anna", "#support", RULE)

    assert it.replies(ts) == []


async def test_in_a_thread_nothing_is_said_unasked(it: Office) -> None:
    root = await it.say("carl", "#support", "Hallo zusammen")
    await it.say("carl", "#support", RULE, root)

    assert len(it.replies(root)) == 1


async def test_a_question_told_in_pieces_is_judged_together(it: Office) -> None:
    first = await it.say("carl", "#support", "Hello, I have a problem with IONOS.")
    second = await it.say("carl", "#support", "It says: sender address is not allowed")

    assert it.replies(first) == []
    assert len(it.replies(second)) == 1


async def test_a_gap_of_the_first_post_closes_when_both_together_are_answered(it: Office) -> None:
    await it.say("carl", "#support", "How can it be that IONOS does this to my mail?")
    assert len(await it.front.team.gaps()) == 1
    second = await it.say("carl", "#support", "It says: sender address is not allowed")

    assert len(it.replies(second)) == 1
    assert await it.front.team.gaps() == ()


async def test_a_gap_of_another_question_stays_open(it: Office) -> None:
    await it.say("carl", "#support", "How do I set up autodiscover for Outlook at IONOS?")
    await it.slack.say("ada", "#support", "No idea.")
    await it.say("carl", "#support", RULE)

    assert len(await it.front.team.gaps()) == 1


async def test_what_follows_an_answer_is_not_answered_once_more(it: Office) -> None:
    first = await it.say("carl", "#support", RULE)
    second = await it.say("carl", "#support", "hello everybody")

    assert len(it.replies(first)) == 1
    assert it.replies(second) == []


async def test_muting_keeps_quiet_until_mentioned(it: Office) -> None:
    ts = await it.say("carl", "#support", RULE)
    (reply,) = it.slack.thread(ts)
    await it.press("anna", reply.ts, "channel.mute")
    assert "I keep quiet here until tomorrow" in it.private("anna")[-1]
    again = await it.say("carl", "#support", RULE)
    mentioned = await it.say("carl", "#support", f"@helpdesk {RULE}")

    assert it.replies(again) == []
    assert len(it.replies(mentioned)) == 1


async def test_an_overheard_question_without_an_answer_becomes_a_gap_and_chatter_does_not(
    it: Office,
) -> None:
    await it.say("carl", "#support", "How do I set up autodiscover for Outlook at IONOS?")
    await it.say("carl", "#support", "Thanks everybody!")
    home = await it.home("anna")

    assert "autodiscover" in home
    assert "Thanks everybody" not in home


async def test_an_overheard_question_can_still_be_put_to_us_by_an_edit(it: Office) -> None:
    text = "How do I set up autodiscover for Outlook at IONOS?"
    ts = await it.say("carl", "#support", text)
    assert it.replies(ts) == []
    await it.slack.edit("carl", ts, f"@helpdesk {text}")
    await it.slack.wait_for(lambda: it.slack.thread(ts))
    await it.quiet()

    assert len(it.replies(ts)) == 1


async def test_a_german_question_is_answered_in_german(it: Office) -> None:
    reply = await it.ask("carl", "#support", "Ab wann gilt die neue Regel von IONOS?")

    assert "[In diesem Kanal für heute stumm]" in reply


async def test_another_channel_can_be_chosen_for_sure_answers(it: Office) -> None:
    await it.home("ada")
    view = it.slack.home("ada")
    assert view is not None
    await it.press("ada", view.id, "channel.choose")
    await it.submit("ada", channel="C0GENERAL", mode="sure")
    ts = await it.say("carl", "#general", RULE)

    assert len(it.replies(ts)) == 1


@pytest.mark.parametrize(
    ("now", "offset", "until"),
    [
        pytest.param(1_700_000_000, 0, 1_700_006_400, id="22:13 in London"),
        pytest.param(1_700_000_000, 3600, 1_700_002_800, id="23:13 in Berlin"),
        pytest.param(1_700_000_000, -18_000, 1_700_024_400, id="17:13 in New York"),
    ],
)
async def test_muted_for_today_ends_at_the_pressers_midnight(
    now: int, offset: int, until: int
) -> None:
    assert midnight(now, offset) == until


@pytest.mark.parametrize("mode", ["off", "mentioned"])
async def test_a_channel_can_be_set_to_less(it: Office, mode: str) -> None:
    home = await it.home("ada")
    assert "[Choose a channel]" in home
    view = it.slack.home("ada")
    assert view is not None
    await it.press("ada", view.id, "channel.choose")
    await it.submit("ada", channel="C0SUPPORT", mode=mode)
    unasked = await it.say("carl", "#support", RULE)
    asked = await it.say("carl", "#support", f"@helpdesk {RULE}")

    assert it.replies(unasked) == []
    assert len(it.replies(asked)) == (0 if mode == "off" else 1)
