"""A question that names a domain or addresses gets the live check along with its reply."""

import pytest

from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAMED = "Why can't I send as max@gmail.com when I log in as info@example.com at IONOS?"
CHOICE = "relay or smarthost at IONOS"


async def test_a_question_that_names_addresses_gets_the_check_as_well(it: Office) -> None:
    text = "Why can't I send as max@gmail.com when I log in as info@example.com at IONOS?"
    ts = await it.say("ada", "#general", f"@helpdesk {text}")

    (reply,) = it.replies(ts)
    assert reply.startswith(":x: *Refused* – `max@gmail.com` through `info@example.com`")
    assert "[Show details]" in reply
    assert "[Helpful] [Not helpful]" in reply or "[None of these]" in reply


async def test_a_question_that_names_a_domain_gets_its_spf_checked(it: Office) -> None:
    ts = await it.say("carl", "dm", "Stimmt der SPF-Eintrag von example.com?")

    assert it.replies(ts)[-1].startswith(":white_check_mark: *In Ordnung* – SPF von `example.com`")


async def test_below_a_verdict_choices_are_an_offer_and_no_doubt(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {CHOICE} max@gmail.com info@example.com")
    (reply,) = it.replies(ts)

    assert "Is there more to it? Then choose:" in reply
    assert "not sure" not in reply + it.slack.thread(ts)[0].text


async def test_a_question_without_a_name_gets_no_check(it: Office) -> None:
    ts = await it.say("ada", "#general", "@helpdesk What is an SPF record?")

    assert len(it.replies(ts)) == 1


async def test_unasked_the_check_is_only_offered_and_seen_by_who_wants_it(it: Office) -> None:
    text = (
        "Sender address is not allowed, says IONOS, when max@gmail.com sends via info@example.com"
    )
    ts = await it.say("carl", "#support", text)
    (reply,) = it.slack.thread(ts)
    await it.press("anna", reply.ts, "sender.offer")

    assert "[Check sender max@gmail.com]" in it.replies(ts)[0]
    assert it.private("anna")[-1].startswith(":x: *Refused*")
    assert len(it.replies(ts)) == 1


@pytest.mark.parametrize(
    "action", ["reply.neighbour.0", "reply.all", "reply.choose.0", "reply.none"]
)
async def test_the_verdict_stays_when_what_is_below_it_is_replaced(it: Office, action: str) -> None:
    asked = (
        NAMED
        if action in {"reply.neighbour.0", "reply.all"}
        else f"{CHOICE} max@gmail.com info@example.com"
    )
    ts = await it.say("ada", "#general", f"@helpdesk {asked}")
    (reply,) = it.slack.thread(ts)
    (before,) = it.replies(ts)
    verdict = before.split("[Show details]")[0]
    assert verdict.startswith(":x: *Refused* – `max@gmail.com` through `info@example.com`")
    await it.press("ada", reply.ts, action)

    (after,) = it.replies(ts)
    assert after != before
    assert after.startswith(verdict + "[Show details]\n")
    await it.press("ada", reply.ts, "sender.details")
    assert "550 Sender address is not allowed" in it.private("ada")[-1]
