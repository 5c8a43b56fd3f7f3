"""Questions in Slack, as dialogues: mentions, DMs, choices, honesty, and never twice."""

import pytest

from tests.slack.office import Office, read

pytestmark = pytest.mark.asyncio(loop_scope="module")

BREAD = "How do I bake bread without yeast?"
RULE = "Why does IONOS say Sender address is not allowed?"


async def test_a_mention_is_answered_in_its_thread_with_source_and_buttons(it: Office) -> None:
    reply = await it.ask("ada", "#general", f"@helpdesk {RULE}")

    assert "Sender address is not allowed" in reply
    assert "From “IONOS: which sender addresses may send since January 2024”" in reply
    assert "[Text for the customer] [I need a person]" in reply
    assert reply.endswith("[Helpful] [Not helpful]")


async def test_the_reply_speaks_the_language_of_the_question(it: Office) -> None:
    reply = await it.ask(
        "ada",
        "#general",
        "@helpdesk Ab wann gilt die neue Regel von IONOS?",
    )

    assert "Aus „IONOS: welche Absender seit Januar 2024 senden dürfen“" in reply
    assert "[Text für den Kunden] [Ich brauche einen Menschen]" in reply


async def test_a_direct_message_needs_no_mention(it: Office) -> None:
    reply = await it.ask("carl", "dm", RULE)

    assert "[Helpful] [Not helpful]" in reply


async def test_not_knowing_is_said_honestly(it: Office) -> None:
    reply = await it.ask("ada", "#general", "@helpdesk How do I bake bread without yeast?")

    assert reply == (
        "I have found no answer to that in our articles. Other words may help. I can also check "
        "a sender (`checksender max@gmail.com info@example.com`) or an SPF record "
        "(`checkspf example.com`).\n"
        "[I need a person]"
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("535 Authentication failure", "user name or password are wrong"),
        ("Was heißt 421 Rate limit reached?", "zu viele E-Mails in kurzer Zeit"),
    ],
)
async def test_what_a_mail_server_says_is_explained_without_an_article(
    it: Office, asked: str, told: str
) -> None:
    reply = await it.ask("ada", "#general", f"@helpdesk {asked}")

    assert told in reply
    assert "have found no answer" not in reply
    assert "[I need a person]" in reply or "[Ich brauche einen Menschen]" in reply


async def test_who_writes_that_a_person_is_wanted_gets_the_way_to_one(it: Office) -> None:
    reply = await it.ask("carl", "dm", "Ich möchte mit einem Menschen sprechen")
    await it.press("carl", it.slack.messages("carl", "dm")[-1].ts, "person.call")

    assert reply.startswith("Ich kann jemanden aus dem Team rufen.")
    assert reply.endswith("[Ich brauche einen Menschen]")
    assert "Ich möchte" not in read(it.slack.messages("anna", "dm")[-1])
    assert await it.front.team.gaps() == ()
    (private,) = await it.command("ada", "#general", "/helpdesk ask I need a person")
    assert private.startswith("I can call a person from the team.")


async def test_a_person_wanted_below_an_answer_is_told_what_it_was_about(it: Office) -> None:
    root = await it.slack.say("ada", "#general", f"@helpdesk {BREAD}")
    await it.slack.settled()
    await it.slack.say("ada", "#general", "@helpdesk I need a person", root)
    await it.slack.wait_for(lambda: len(it.slack.thread(root)) == 3)
    await it.press("ada", it.slack.thread(root)[-1].ts, "person.call")

    assert BREAD in read(it.slack.thread(root)[-1])


async def test_a_bare_mention_gets_help(it: Office) -> None:
    reply = await it.ask("ada", "#general", "@helpdesk")

    assert reply.startswith("What Helpdesk can do\n• Ask me a question")


async def test_topics_are_listed(it: Office) -> None:
    reply = await it.ask("carl", "dm", "Themen")

    assert reply.startswith("Alle Themen\n")
    assert "Relay-Server oder Smarthost" in reply


async def test_the_private_answer_is_seen_by_the_asker_only(it: Office) -> None:
    (answer,) = await it.command("ada", "#general", f"/helpdesk ask {RULE}")

    assert "Sender address is not allowed" in answer
    assert it.private("anna") == []


async def test_a_private_question_without_an_answer_is_a_gap(it: Office) -> None:
    (answer,) = await it.command("ada", "#general", f"/helpdesk ask {BREAD}")

    assert answer.startswith("I have found no answer")
    assert f"{BREAD}\nasked once, by <@U0ADA0001>" in await it.home("anna")
    assert f"Your open questions\n• {BREAD}" in await it.home("ada")


async def test_a_private_choice_closes_its_gap(it: Office) -> None:
    text = "IONOS relay and the same domain or what to do"
    (unsure,) = await it.command("ada", "#general", f"/helpdesk ask {text}")
    assert "[None of these]" in unsure
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "reply.choose.0")

    assert await it.front.team.gaps() == ()


async def test_who_asked_privately_gets_a_person_privately(it: Office) -> None:
    await it.command("ada", "#general", f"/helpdesk ask {BREAD}")
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "person.call")
    letter = it.slack.messages("anna", "dm")[-1]

    assert it.private("ada")[-1].startswith("I have called a person")
    assert BREAD in read(letter)
    assert "<@U0ADA0001>, who asked privately" in await it.home("anna")
    assert it.slack.transcript("anna", "#general") == []
    await it.press("anna", letter.ts, "person.take")
    assert ":hand: Taken by" in read(it.slack.messages("anna", "dm")[-1])
    await it.press("anna", letter.ts, "person.solve")
    await it.submit("anna", how="By phone.")
    assert "By phone." in read(it.slack.messages("anna", "dm")[-1])
    assert await it.front.team.waiting() == ()


async def test_a_private_answer_that_did_not_help_is_a_gap(it: Office) -> None:
    await it.command("ada", "#general", f"/helpdesk ask {RULE}")
    assert await it.front.team.gaps() == ()
    await it.press("ada", it.slack.ephemerals("ada")[-1].ts, "feedback.say", value="negative")

    (gap,) = await it.front.team.gaps()
    assert gap.latest.question == RULE


async def test_a_person_is_called_once_for_a_private_question(it: Office) -> None:
    await it.command("ada", "#general", f"/helpdesk ask {BREAD}")
    asked = it.slack.ephemerals("ada")[-1].ts
    for _ in range(2):
        await it.press("ada", asked, "person.call")

    assert len(it.slack.messages("anna", "dm")) == 1


async def test_a_question_of_the_home_tab_is_kept_and_can_be_chosen_and_handed_on(
    it: Office,
) -> None:
    await it.home("ada")
    view = it.slack.home("ada")
    assert view is not None
    await it.press("ada", view.id, "home.ask", value=BREAD)
    assert "[I need a person]" in it.modal("ada")
    modal = it.slack.modal("ada")
    assert modal is not None
    await it.press("ada", modal.id, "person.call")

    assert f"Your open questions\n• {BREAD}" in await it.home("ada")
    assert read(it.slack.messages("ada", "dm")[-1]).startswith("I have called a person")
    assert BREAD in read(it.slack.messages("anna", "dm")[-1])


async def test_a_greeting_in_a_direct_message_is_no_question_without_an_answer(it: Office) -> None:
    assert (await it.ask("carl", "dm", "Hallo zusammen")).startswith("Ich bin da. Fragen Sie mich")
    assert (await it.ask("ada", "dm", "hi there!")).startswith("I am here. Ask me")


async def test_what_is_asked_about_the_bot_itself_is_no_gap(it: Office) -> None:
    english = await it.ask("ada", "#general", "@helpdesk how old are you?")
    german = await it.ask("carl", "dm", "Erzähl mir mal einen Witz!")

    assert english.startswith("I am here. Ask me")
    assert german.startswith("Ich bin da. Fragen Sie mich")
    assert await it.front.team.gaps() == ()


async def test_thanks_put_to_us_are_no_gap(it: Office) -> None:
    english = await it.ask("ada", "#general", "@helpdesk thanks a lot!")
    german = await it.ask("carl", "dm", "Vielen Dank, hat geklappt :+1:")

    assert english == "You are welcome. If something is still open, just ask."
    assert german == "Gern geschehen. Wenn noch etwas offen ist, fragen Sie einfach."
    assert await it.front.team.gaps() == ()


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("/helpdesk", "What Helpdesk can do"),
        ("/helpdesk topics", "All topics"),
        ("/helpdesk stats", "Questions: 0 answered, 0 with a choice, 0 without an answer."),
        ("/helpdesk ask", "What is your question?"),
        ("/helpdesk frobnicate", "I do not know `frobnicate`."),
        (f"/helpdesk {RULE}", 'Example: "Sender address is not allowed"'),
        (f"/helpdesk {BREAD}", "I have found no answer to that"),
    ],
    ids=["help", "topics", "stats", "ask nothing", "unknown", "a question", "no answer"],
)
async def test_every_word_of_the_command_is_answered(it: Office, line: str, start: str) -> None:
    (answer,) = await it.command("ada", "#general", line)

    assert answer.startswith(start)


async def test_both_forms_of_one_mention_get_one_reply(it: Office) -> None:
    ts = await it.say("ada", "#support", f"@helpdesk {RULE}")

    kinds = [delivery.envelope.payload["event"]["type"] for delivery in it.slack.log]
    assert sorted(kinds[:2]) == ["app_mention", "message"]
    assert len(it.replies(ts)) == 1


async def test_an_edit_that_adds_the_mention_is_answered(it: Office) -> None:
    ts = await it.say("ada", "#general", RULE)
    assert it.replies(ts) == []
    await it.slack.edit("ada", ts, f"@helpdesk {RULE}")
    await it.slack.wait_for(lambda: it.slack.thread(ts))
    await it.quiet()

    assert len(it.replies(ts)) == 1


async def test_an_edit_of_an_answered_question_is_not_answered_again(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    await it.slack.edit("ada", ts, f"@helpdesk {RULE} Please!")
    await it.slack.unfurl(ts)
    await it.quiet()

    assert len(it.replies(ts)) == 1


async def test_a_neighbouring_section_replaces_the_reply(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    (first,) = it.slack.thread(ts)
    await it.press("ada", first.ts, "reply.neighbour.0")

    (second,) = it.slack.thread(ts)
    assert second.ts == first.ts
    assert it.replies(ts) != [it.replies(ts)[0].replace("x", "y")]
    assert second.blocks != first.blocks


async def test_a_long_answer_is_cut_and_shown_whole_on_request(it: Office) -> None:
    story = "\n\n".join(["First part. " + "word " * 240, "word " * 260 + "last part", "The end."])
    ts = await it.say("anna", "#general", story)
    await it.slack.shortcut("anna", "message.save", ts)
    await it.quiet()
    await it.submit("anna", title="The long story of the teapot", language="en")
    asked = await it.say("ada", "#general", "@helpdesk the long story of the teapot")
    assert "[Show all]" in it.replies(asked)[0]
    assert "The end." not in it.replies(asked)[0]
    await it.press("ada", it.slack.thread(asked)[0].ts, "reply.all")

    (whole,) = it.replies(asked)
    assert "The end." in whole
    assert "[Show all]" not in whole


async def test_the_german_text_for_the_customer_is_plain_and_says_sie(it: Office) -> None:
    ts = await it.say("carl", "dm", "Ab wann gilt die neue Regel von IONOS?")
    await it.press("carl", it.slack.thread(ts)[0].ts, "reply.customer")

    (text,) = it.private("carl")
    assert "29. Januar 2024" in text
    assert "Sie" in text
    assert "**" not in text


async def test_the_text_for_the_customer_is_for_the_presser_only(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    (reply,) = it.slack.thread(ts)
    await it.press("anna", reply.ts, "reply.customer")

    (text,) = it.private("anna")
    assert text.startswith("    ")
    assert it.private("ada") == []


async def test_a_button_of_an_older_version_says_so(it: Office) -> None:
    ts = await it.say("ada", "#general", f"@helpdesk {RULE}")
    (reply,) = it.slack.thread(ts)
    old = {
        "type": "button",
        "action_id": "gone.away",
        "text": {"type": "plain_text", "text": "Old"},
    }
    it.slack.service.edit(reply, blocks=({"type": "actions", "elements": [old]},))
    await it.press("ada", reply.ts, "gone.away")

    (answer,) = it.private("ada")
    assert answer.startswith("This button is from an older version of me.")


async def test_strange_text_never_stops_the_bot(it: Office) -> None:
    for text in ("\u0000\u202e", "😀😀😀", "x" * 39_000, "`" * 200, "<!channel> &amp;"):
        await it.say("carl", "dm", text)
    reply = await it.ask("carl", "dm", RULE)

    assert "[Helpful] [Not helpful]" in reply


async def test_somebody_who_asks_much_at_once_is_looked_up_once_and_answered_in_order(
    it: Office,
) -> None:
    asked = [
        await it.slack.say("ada", "#general", f"@helpdesk How do I bake bread number {number}?")
        for number in range(8)
    ]
    await it.slack.wait_for(lambda: all(it.replies(ts) for ts in asked))
    posted = [call.arguments["thread_ts"] for call in it.slack.called("chat.postMessage")]

    assert posted == asked
    assert len(it.slack.called("users.info")) == 1
