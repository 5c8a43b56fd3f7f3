"""Guests, and people of other workspaces over Slack Connect: public articles, nothing of ours."""

import json
from collections.abc import AsyncIterator
from typing import TypeAlias

import pytest
import pytest_asyncio

from bot.playground.workspace import Json
from bot.slack.app import ACTIONS, COMMANDS, FORMS, HOME, SHORTCUTS
from tests.slack.forging import STRANGER, press, send, welcome
from tests.slack.office import Office, office

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "Why does IONOS say Sender address is not allowed?"
SECRETS = {
    "Relay of our own for big customers": "The secret relay is relay.intern.example.",
    "Sender address not allowed: what we do for VIPs": "Call the secret number.",
    "Same domain and relay, the secret way": "Ask the secret team.",
}
NEAR = (
    RULE,
    "Which relay of our own is there for big customers?",
    "Sender address not allowed: what do we do for VIPs?",
    "IONOS relay and the same domain or what to do",
    "same domain and relay, the secret way",
)


async def secrets(it: Office) -> None:
    """What the team has written for itself."""
    for title, text in SECRETS.items():
        ts = await it.say("anna", "#random", text)
        await it.slack.shortcut("anna", "message.save", ts)
        await it.quiet()
        await it.submit("anna", title=title, language="en")


def hides(text: str) -> bool:
    """Whether nothing of the team's own shows, neither text nor title."""
    return "secret" not in text and not any(title in text for title in SECRETS)


async def test_a_member_gets_what_the_team_wrote_for_itself(it: Office) -> None:
    await secrets(it)

    assert "relay.intern.example" in await it.ask("ada", "dm", NEAR[1])


async def test_a_stranger_gets_public_answers_choices_and_neighbours_only(it: Office) -> None:
    await secrets(it)
    sam, pressed = welcome(it), set()
    for question in NEAR:
        ts = await it.say(sam, "#general", f"@helpdesk {question}")
        assert hides(it.replies(ts)[-1]), question
        for action in ("reply.choose.0", "reply.neighbour.0"):
            message = it.slack.thread(ts)[-1]
            if action in str(message.blocks):
                await it.press(sam, message.ts, action)
                pressed.add(action)
        assert hides("\n".join(it.replies(ts))), question

    assert pressed == {"reply.choose.0", "reply.neighbour.0"}


@pytest.mark.parametrize("word", ["topics", "help", "stats"])
async def test_a_stranger_sees_no_title_of_the_teams_own(it: Office, word: str) -> None:
    await secrets(it)
    rated = await it.ask("ada", "dm", NEAR[1])
    assert "secret relay" in rated
    await it.press("ada", it.slack.messages("ada", "dm")[-1].ts, "feedback.say", value="positive")
    sam = welcome(it)
    reply = await it.ask(sam, "#general", f"@helpdesk {word}")

    assert hides(reply)


async def test_a_stranger_gets_the_public_answer_with_its_source(it: Office) -> None:
    reply = await it.ask(welcome(it), "#general", f"@helpdesk {RULE}")

    assert "From “IONOS: which sender addresses may send since January 2024”" in reply


async def test_who_asks_where_strangers_read_along_gets_the_public_answer(it: Office) -> None:
    await secrets(it)
    welcome(it)
    ts = await it.say("ada", "#general", f"@helpdesk {NEAR[1]}")
    await it.say("ada", "#general", "and for big customers with a relay of our own?", ts)

    assert all(hides(reply) for reply in it.replies(ts)[::2])


@pytest.mark.parametrize("word", ["topics", "stats", f"ask {NEAR[1]}"])
async def test_a_guest_sees_nothing_of_the_teams_own_privately_either(
    it: Office, word: str
) -> None:
    await secrets(it)
    (answer,) = await it.command("carl", "#general", f"/helpdesk {word}")

    assert hides(answer.replace(NEAR[1], ""))


async def test_a_stranger_gets_a_check_and_a_person_like_everybody(it: Office) -> None:
    sam = welcome(it)
    ts = await it.say(sam, "#general", "@helpdesk checkspf example.com")
    assert it.replies(ts)[0].startswith(":white_check_mark:")
    asked = await it.say(sam, "#general", f"@helpdesk {RULE}")
    await it.press(sam, it.slack.thread(asked)[-1].ts, "person.call")

    assert "please help" in it.replies(asked)[-1]
    assert f"<@{STRANGER.id}>" in "\n".join(it.slack.transcript("anna", "#general"))


Visited: TypeAlias = tuple[Office, dict[str, str], str]
"""A team's office, what its buttons carry, and a stranger's id."""

BREAD = "How do I bake bread without yeast?"
WORDS: Json = {"type": "plain_text_input", "value": "Which relay of our own is there?"}
FILLED: dict[str, Json] = {
    "title": WORDS,
    "text": WORDS,
    "section": {"selected_option": {"value": "ionos-sender-2024/why"}},
    "channel": {"selected_conversation": "C0GENERAL"},
    "mode": {"selected_option": {"value": "sure"}},
    "how": WORDS,
    "suggestion": WORDS,
    "stars": {"selected_option": {"value": "1"}},
}


async def prepared(it: Office) -> dict[str, str]:
    """A team's own answers, a gap and a call for a person; what a button about each would carry."""
    await secrets(it)
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.press("ada", it.slack.thread(ts)[-1].ts, "person.call")
    await it.ask("ada", "#general", f"@helpdesk {BREAD}")
    (gap,) = await it.front.team.gaps()
    key = (await it.front.team.written())[0].section.key
    return {
        "gap": f"en {gap.id}",
        "person": f"en C0GENERAL {ts}",
        "channel": "en C0SUPPORT",
        "spf": "en example.com",
        "sender": "en max@example.com",
        "feedback": f"en - {key} 1.1",
        "message": "",
        "sender.explain": f"en {key}",
        "home.ask": NEAR[1],
        "home.try": NEAR[1],
        "": f"en {key} 1.1",
    }


async def kept(it: Office) -> list[object]:
    """All that is the team's: settings, gaps, articles, and how their calls stand."""
    team, settings = it.front.team, await it.store.writings.settings(it.front.me.team)
    waiting = [(call.thread, call.stage) for call in await team.waiting()]
    gaps = [gap for gap in await team.gaps() if gap.latest.user != STRANGER.id]
    return [settings, gaps, await team.written(), await team.samples(), waiting[:1]]


def everything_shown_to(it: Office, user: str, since: str) -> str:
    said = [message.text for message in it.slack.messages(user, "#general") if message.ts > since]
    view = it.slack.home(user)
    shown = json.dumps(view.body["blocks"]) if view else ""
    return "\n".join((*it.private(user), it.modal(user), shown, *said))


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def visited(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Visited]:
    """A team at work and a stranger in it: one for all doors, since nothing behind them may change."""
    async with office(tmp_path_factory.mktemp("visited")) as it:
        yield it, await prepared(it), welcome(it)


DOORS = [*ACTIONS, *FORMS, *SHORTCUTS, *COMMANDS, HOME]


@pytest.mark.parametrize("door", DOORS)
async def test_nobody_of_another_workspace_sees_or_changes_what_is_the_teams(
    visited: Visited, door: str
) -> None:
    it, values, sam = visited
    before, since = await kept(it), await it.say("ada", "#general", "Good morning")
    value = values.get(door) or values.get(door.partition(".")[0]) or values[""]
    if door in ACTIONS:
        await press(it, sam, door, value)
    elif door in FORMS:
        await send(it, sam, door, value, FILLED)
    elif door in SHORTCUTS:
        await it.slack.shortcut(sam, door, since)
        await it.quiet()
    elif door == HOME:
        event = {"type": HOME, "user": STRANGER.id, "channel": "D0", "tab": "home"}
        it.slack.service.emit(HOME, event)
        await it.quiet()
    else:
        for line in ("", "topics", "stats", "export", f"ask {NEAR[1]}", "example.com"):
            await it.command(sam, "#general", f"{door} {line}")
    shown = everything_shown_to(it, sam, since)

    assert hides(shown.replace(NEAR[1], "")), shown
    assert BREAD not in shown
    assert await kept(it) == before
