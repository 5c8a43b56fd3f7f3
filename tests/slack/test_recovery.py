"""What a dead process left is answered once; what it had answered is not answered again."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio

from bot.core.work import Key
from bot.core.written import Handoff
from bot.edges.store.claims import LEASE, Claims
from bot.playground import SERVER_ERROR, silence
from bot.slack import recovery
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "What is new at IONOS since 29 January 2024?"
TEAM = "T0PLAYGRND"


@pytest_asyncio.fixture(loop_scope="module")
async def dead(it: Office) -> AsyncIterator[Claims]:
    """The claims of a process that has died."""
    yield Claims(it.store.database, "dead")


def event(ts: str, text: str) -> dict[str, Any]:
    inner = {"type": "message", "channel": "C0GENERAL", "user": "U0ADA0001", "ts": ts, "text": text}
    return {"team_id": TEAM, "event": inner | {"channel_type": "channel"}}


async def test_a_question_left_behind_is_answered_once(it: Office, dead: Claims) -> None:
    ts = await it.say("ada", "#general", RULE)  # without a mention nobody heard it
    payload = event(ts, f"<@U0HELPBOT> {RULE}")
    assert await dead.claim(Key(TEAM, "C0GENERAL", ts), payload, at=it.front.team.now())

    assert await recovery.take_up(it.front, alone=True) == 1
    assert await recovery.take_up(it.front, alone=True) == 0
    assert len(it.replies(ts)) == 1


async def test_an_edit_left_behind_changes_the_reply(it: Office, dead: Claims) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    before = event(ts, f"<@U0HELPBOT> {RULE}")["event"]
    after = before | {"text": "<@U0HELPBOT> What is an SPF record?", "edited": {"ts": "9.9"}}
    changed = {"type": "message", "subtype": "message_changed", "channel": "C0GENERAL"}
    payload = {"team_id": TEAM, "event": changed | {"message": after, "previous_message": before}}
    workspace = it.slack.service.workspace
    workspace.put(replace(workspace.messages["C0GENERAL"][ts], text=after["text"]))
    key = Key(TEAM, "C0GENERAL", f"{ts} revised 9.9")
    await dead.claim(key, payload, at=it.front.team.now())
    await recovery.take_up(it.front, alone=True)

    (reply,) = it.replies(ts)
    assert reply.startswith("What an SPF record is")


async def test_before_posting_again_it_looks_whether_the_reply_stands(
    it: Office, dead: Claims
) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    assert len(it.replies(ts)) == 1
    again = Key(TEAM, "C0GENERAL", f"{ts} as if unfinished")
    await dead.claim(again, event(ts, f"<@U0HELPBOT> {RULE}"), at=it.front.team.now())

    assert await recovery.take_up(it.front, alone=True) == 1
    assert len(it.replies(ts)) == 1
    assert await it.store.claims.unfinished() == 0


async def test_a_command_left_behind_leaves_one_note(it: Office, dead: Claims) -> None:
    payload = {
        "command": "/checkspf",
        "text": "example.com",
        "user_id": "U0ADA0001",
        "channel_id": "C0GENERAL",
        "trigger_id": "t1",
    }
    await dead.claim(Key(TEAM, "C0GENERAL", "command t1"), payload, at=it.front.team.now())
    await recovery.take_up(it.front, alone=True)

    assert it.private("ada") == [
        "I was restarted while I worked on `/checkspf example.com`. Please run it again."
    ]


async def test_what_kills_whoever_works_on_it_is_left_alone_and_the_asker_told(
    it: Office, dead: Claims
) -> None:
    ts = await it.say("ada", "#general", RULE)
    now = it.front.team.now() - recovery.POISON_AFTER - 60
    await dead.claim(Key(TEAM, "C0GENERAL", ts), event(ts, f"<@U0HELPBOT> {RULE}"), at=now)
    for number in range(2, recovery.ATTEMPTS + 1):
        await Claims(it.store.database, f"the {number}.").take_over(at=now, alone=True)
    await recovery.take_up(it.front, alone=True)

    (told,) = it.replies(ts)
    assert told.startswith("Something went wrong on my side.")
    assert await it.store.claims.unfinished() == 0


@pytest.mark.parametrize("taken", [False, True], ids=["nobody else did", "another replica took it"])
async def test_who_stood_still_for_longer_than_a_lease_looks_before_it_speaks(
    it: Office, dead: Claims, *, taken: bool
) -> None:
    it.slack.fail("users.info", silence(1.0))
    ts = await it.slack.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.wait_for(lambda: it.front.busy.keys)
    now = it.front.team.now()
    it.front.busy.hold(it.front.busy.keys, now - LEASE - 1)  # as after a suspension
    if taken:
        assert len(await dead.take_over(at=now + LEASE + 1)) == 1
    await it.quiet()

    assert len(it.replies(ts)) == (0 if taken else 1)
    assert await it.store.claims.unfinished() == (1 if taken else 0)


async def test_a_press_that_kills_whoever_works_on_it_is_left_alone(
    it: Office, dead: Claims
) -> None:
    payload = pressed("feedback.say", "en + ionos-sender-2024/why 1.1", "C0GENERAL", "1.1", None)
    now = it.front.team.now() - recovery.POISON_AFTER - 60
    await dead.claim(Key(TEAM, "C0GENERAL", "press gone"), payload, at=now)
    for number in range(2, recovery.ATTEMPTS + 1):
        await Claims(it.store.database, f"the {number}.").take_over(at=now, alone=True)
    await recovery.take_up(it.front, alone=True)

    assert await it.store.ratings.all(TEAM) == ()
    assert await it.store.claims.unfinished() == 0


async def test_slack_being_away_is_no_attempt(it: Office, dead: Claims) -> None:
    ts = await it.say("ada", "#general", RULE)
    now = it.front.team.now()
    await dead.claim(Key(TEAM, "C0GENERAL", ts), event(ts, f"<@U0HELPBOT> {RULE}"), at=now)
    it.slack.fail("conversations.replies", SERVER_ERROR)
    await recovery.take_up(it.front, alone=True)
    (work,) = await dead.take_over(at=now + 60)

    assert it.replies(ts) == []
    assert work.attempt == 2


async def test_a_rating_left_behind_is_kept(it: Office, dead: Claims) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    payload = {
        "actions": [{"action_id": "feedback.say", "value": "en + ionos-sender-2024/what-changed"}],
        "user": {"id": "U0ADA0001"},
        "channel": {"id": "C0GENERAL"},
        "container": {"message_ts": ts},
        "trigger_id": "gone",
    }
    now = it.front.team.now()
    await dead.claim(Key(TEAM, "C0GENERAL", "press gone"), payload, at=now)
    await recovery.take_up(it.front, alone=True)

    (rating,) = await it.store.ratings.all(TEAM)
    assert (rating.section, rating.helpful) == ("ionos-sender-2024/what-changed", True)


async def test_a_form_sent_twice_is_worked_on_once(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.press("ada", it.slack.thread(ts)[-1].ts, "feedback.say", value="positive")
    await it.submit("ada", stars="5")
    sent = it.slack.log[-1].envelope
    again = await it.slack.service.interact(sent.payload).wait()
    await it.quiet()

    assert again.acked
    assert await it.store.claims.unfinished() == 0


async def test_a_lease_that_still_runs_is_respected(it: Office, dead: Claims) -> None:
    ts = await it.say("ada", "#general", RULE)
    payload = event(ts, f"<@U0HELPBOT> {RULE}")
    await dead.claim(Key(TEAM, "C0GENERAL", ts), payload, at=it.front.team.now())

    assert await recovery.take_up(it.front) == 0
    assert it.replies(ts) == []


def pressed(
    action: str, value: str, channel: str, message: str, thread: str | None
) -> dict[str, Any]:
    return {
        "actions": [{"action_id": action, "value": value}],
        "user": {"id": "U0ADA0001" if action == "person.call" else "U0ANNA001"},
        "channel": {"id": channel},
        "container": {"message_ts": message, "thread_ts": thread},
        "trigger_id": "gone",
    }


async def left_pressed(it: Office, dead: Claims, payload: dict[str, Any]) -> None:
    """A dead process took this press; whatever it got done, it is taken up."""
    channel = payload["channel"]["id"]
    await dead.claim(Key(TEAM, channel, "press gone"), payload, at=it.front.team.now())
    assert await recovery.take_up(it.front, alone=True) == 1
    await it.quiet()


def calls(it: Office, root: str) -> list[str]:
    return [text for text in it.replies(root) if "please help" in text]


@pytest.mark.parametrize("kept", [False, True], ids=["before it was kept", "after it was kept"])
async def test_a_call_for_a_person_left_behind_is_made_once(
    it: Office, dead: Claims, *, kept: bool
) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    value = f"en ionos-sender-2024/what-changed {ts}"
    payload = pressed("person.call", value, "C0GENERAL", it.slack.thread(ts)[-1].ts, ts)
    if kept:
        handoff = Handoff("C0GENERAL", ts, "U0ADA0001", RULE, it.front.team.now())
        assert await it.front.team.call_person(handoff)
    await left_pressed(it, dead, payload)

    assert len(calls(it, ts)) == 1


async def test_a_call_that_stands_already_is_not_made_again(it: Office, dead: Claims) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    reply = it.slack.thread(ts)[-1].ts
    await it.press("ada", reply, "person.call")
    value = f"en ionos-sender-2024/what-changed {ts}"
    await left_pressed(it, dead, pressed("person.call", value, "C0GENERAL", reply, ts))

    assert len(calls(it, ts)) == 1


async def test_a_call_from_a_dm_that_was_made_is_not_made_again(it: Office, dead: Claims) -> None:
    dm = "D0ADA0001"  # Ada and the bot
    ts = await it.say("ada", dm, RULE)
    reply = it.slack.thread(ts)[-1].ts
    await it.press("ada", reply, "person.call")
    before = len(it.slack.called("chat.postMessage"))
    value = f"en ionos-sender-2024/what-changed {ts}"
    await left_pressed(it, dead, pressed("person.call", value, dm, reply, ts))

    assert len(it.slack.called("chat.postMessage")) == before


async def test_a_taken_left_behind_shows(it: Office, dead: Claims) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.press("ada", it.slack.thread(ts)[-1].ts, "person.call")
    call = it.slack.thread(ts)[-1].ts
    await left_pressed(
        it, dead, pressed("person.take", f"en C0GENERAL {ts}", "C0GENERAL", call, ts)
    )

    assert ":hand: Taken by" in it.replies(ts)[-1]


async def test_a_note_about_a_command_reaches_its_person_where_we_are_no_member(
    it: Office, dead: Claims
) -> None:
    payload = {
        "command": "/checkspf",
        "text": "example.com",
        "user_id": "U0ADA0001",
        "channel_id": "C0NOWHERE",
        "response_url": f"{it.slack.url}/response/long-dead",
        "trigger_id": "t2",
    }
    await dead.claim(Key(TEAM, "C0NOWHERE", "command t2"), payload, at=it.front.team.now())
    await recovery.take_up(it.front, alone=True)

    assert "Please run it again" in "\n".join(it.slack.transcript("ada", "dm"))


@pytest.mark.parametrize("posted", [False, True], ids=["not posted yet", "posted, not answered"])
async def test_what_a_stop_breaks_off_is_answered_once_by_the_successor(
    it: Office, *, posted: bool
) -> None:
    it.slack.fail("chat.postMessage", silence(1.0, done=posted))
    ts = await it.slack.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.wait_for(lambda: it.front.busy.keys)
    if posted:
        await it.slack.wait_for(lambda: it.replies(ts))
    await it.front.busy.stop(longest=0.05)
    await it.store.claims.release()
    successor = replace(it.front, claims=Claims(it.store.database, "successor"))
    taken = await recovery.take_up(successor)
    await it.quiet()

    assert taken == 1
    assert len(it.replies(ts)) == 1
    assert await it.store.claims.unfinished() == 0
