"""The live checks in Slack, as dialogues: privately, by words, shown to the channel, hostile DNS."""

import pytest

from bot.playground.workspace import Message
from tests.slack.conftest import HOSTILE, IONOS
from tests.slack.office import Office

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_check_runs_privately_and_says_so_at_once(it: Office) -> None:
    *_, result = await it.command("ada", "#general", "/checkspf example.com")

    assert result.startswith(":white_check_mark: *In order* – SPF of `example.com`")
    assert f"    {IONOS}" in result
    assert "1 of 10 look-ups" in result
    assert "[Check again] [Show to channel] [What is SPF?]" in result
    assert it.private("anna") == []


async def test_a_check_speaks_the_language_of_the_one_who_asks(it: Office) -> None:
    *_, result = await it.command("carl", "#general", "/checkspf example.com")

    assert result.startswith(":white_check_mark: *In Ordnung* – SPF von `example.com`")


async def test_the_result_can_be_shown_to_the_channel(it: Office) -> None:
    await it.command("ada", "#general", "/checkspf example.com")
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "spf.show")

    public = it.slack.transcript("anna", "#general")
    assert public[0] == "Helpdesk: :white_check_mark: *In order* – SPF of `example.com`"
    assert any("Shown by <@U0ADA0001>" in line for line in public)


async def test_checking_again_replaces_the_result(it: Office) -> None:
    before = await it.command("ada", "#general", "/checkspf example.com")
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "spf.again")

    assert it.private("ada") == before


async def test_what_spf_is_comes_from_the_articles(it: Office) -> None:
    await it.command("ada", "#general", "/checkspf example.com")
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "spf.explain")

    assert it.private("ada")[-1].startswith("What an SPF record is\n")


async def test_a_mention_runs_a_check_in_the_thread(it: Office) -> None:
    reply = await it.ask("ada", "#general", "@helpdesk checkspf example.com")

    assert reply.startswith(":white_check_mark: *In order*")
    assert "[Show to channel]" not in reply


async def test_while_a_check_runs_the_thread_says_so(it: Office) -> None:
    await it.say("carl", "#general", "@helpdesk checkspf example.com")

    (call,) = it.slack.called("assistant.threads.setStatus")
    assert call.arguments["status"] == "fragt DNS…"
    assert it.slack.service.workspace.statuses == {}


async def test_a_check_works_inside_a_thread(it: Office) -> None:
    root = await it.say("ada", "#general", "A customer of ours cannot send.")
    await it.say("anna", "#general", "@helpdesk checksender max@gmail.com info@example.com", root)

    assert it.replies(root)[-1].startswith(
        ":x: *Refused* – `max@gmail.com` through `info@example.com`"
    )


async def test_a_direct_message_runs_a_check(it: Office) -> None:
    reply = await it.ask("carl", "dm", "checksender sales@example.com info@example.com")

    assert reply.startswith(":white_check_mark: *Erlaubt*")


async def test_a_sender_is_refused_with_the_reason_and_the_one_thing_to_do(it: Office) -> None:
    *_, result = await it.command("ada", "#general", "/checksender max@gmail.com info@example.com")

    assert result == (
        ":x: *Refused* – `max@gmail.com` through `info@example.com`\n"
        "The sender is in `gmail.com`, the mailbox that logs in is in `example.com`: IONOS sends "
        "only for the mailbox's own domain.\n"
        "What to do\n"
        "• Mail program: enter as the account's e-mail address (the sender):\n"
        "    max@example.com\n"
        "Is | Should be\n"
        "Sender's domain: gmail.com ≠ | example.com\n"
        ":white_check_mark: SPF of `example.com`: In order, 1 of 10 look-ups\n"
        "[Show details] [Check again] [Show to channel] [Check SPF of example.com] "
        "[Read the article section]"
    )


async def test_the_details_of_a_private_check_replace_it(it: Office) -> None:
    await it.command("ada", "#general", "/checksender max@gmail.com info@example.com")
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "sender.details")

    (result,) = it.private("ada")
    assert "550 Sender address is not allowed" in result
    assert "Scanner or multifunction printer" in result
    assert "[Show details]" not in result


async def test_the_details_of_a_check_in_a_thread_are_for_who_wants_them(it: Office) -> None:
    text = "@helpdesk checksender max@gmail.com info@example.com"
    ts = await it.say("ada", "#general", text)
    await it.press("anna", it.slack.thread(ts)[-1].ts, "sender.details")

    assert "550 Sender address is not allowed" in it.private("anna")[-1]
    assert "550 Sender address" not in it.replies(ts)[-1]


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("max@gmail.com info@example.com", "Different domains: what to do"),
        ("max@gmail.com info@example.com relay", "All senders behind a relay"),
        ("sales@example.com info@example.com", "Same domain: you need not change"),
        ("sales@silent.example", "What is new at IONOS since 29 January 2024"),
    ],
    ids=["refused", "refused behind a relay", "allowed", "unknown"],
)
async def test_the_section_that_explains_the_verdict_is_one_click_away(
    it: Office, typed: str, start: str
) -> None:
    await it.command("ada", "#general", f"/checksender {typed}")
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "sender.explain")

    assert it.private("ada")[-1].startswith(start)


async def test_one_client_is_judged_as_a_receiver_would(it: Office) -> None:
    *_, result = await it.command("ada", "#general", "/checkspf example.com 192.0.2.7")

    assert result.startswith(":white_check_mark: *Pass* – mail of `example.com` from `192.0.2.7`")


@pytest.mark.parametrize(
    "typed", ["is the spf of example.com ok?", "bitte den SPF von example.com prüfen"]
)
async def test_a_sentence_behind_the_command_names_the_domain(it: Office, typed: str) -> None:
    *_, result = await it.command("ada", "#general", f"/checkspf {typed}")

    assert "SPF of `example.com`" in result


async def test_wrong_input_is_answered_with_the_cure(it: Office) -> None:
    (answer,) = await it.command("ada", "#general", "/checkspf")

    assert "example.com" in answer
    assert "[Check again]" not in answer


async def test_a_hostile_record_stays_literal_in_the_channel(it: Office) -> None:
    ts = await it.say("ada", "#general", "@helpdesk checkspf evil.example")
    await it.slack.wait_for(lambda: it.slack.thread(ts))
    (reply,) = it.slack.thread(ts)

    literal = [
        part["elements"][0]["text"]
        for block in reply.blocks
        if block["type"] == "rich_text"
        for part in block["elements"]
        if part["type"] == "rich_text_preformatted"
    ]
    assert HOSTILE in literal
    assert "<!channel>" not in reply.text
    assert all("<!channel>" not in block.get("text", {}).get("text", "") for block in reply.blocks)


async def test_silence_of_dns_is_not_called_a_missing_record(it: Office) -> None:
    *_, result = await it.command("ada", "#general", "/checkspf silent.example")

    assert result.startswith(":grey_question: *Cannot tell*")
    assert "no SPF record" not in result


async def test_a_link_that_lies_is_said(it: Office) -> None:
    ts = await it.slack.say("ada", "#general", "x")
    await it.quiet()
    del ts
    await _pasted(it, "<@U0HELPBOT> checkspf <http://example.com|other.example>")

    reply = it.slack.transcript("ada", "#general")
    assert any("other.example" in line for line in reply)


async def _pasted(it: Office, raw: str) -> None:
    """A rich link, which no plain text field makes."""
    message = Message("C0GENERAL", it.slack.service.new_ts(), "U0ADA0001", raw)
    it.slack.service.post(message)
    await it.slack.wait_for(lambda: it.slack.thread(message.ts))


async def test_a_messages_menu_checks_the_sender_it_names(it: Office) -> None:
    bounce = "550 Sender address is not allowed. From: max@gmail.com, user name: info@example.com"
    ts = await it.say("carl", "#general", bounce)
    await it.slack.shortcut("ada", "message.check", ts)
    await it.quiet()

    assert it.private("ada")[-1].startswith(":x: *Refused* – `max@gmail.com`")


async def test_a_message_without_a_sender_says_so(it: Office) -> None:
    ts = await it.say("carl", "#general", "Good morning everybody")
    await it.slack.shortcut("ada", "message.check", ts)
    await it.quiet()

    assert "@example.com" in it.private("ada")[-1]
