"""Gaps that close themselves, as dialogues: the Home tab, the answer written there, shortcuts."""

from pathlib import Path

import pytest

from tests.slack.office import Office, office

pytestmark = pytest.mark.asyncio(loop_scope="module")

BREAD = "How do I bake bread without yeast?"


async def home_id(it: Office, user: str) -> str:
    await it.home(user)
    view = it.slack.home(user)
    assert view is not None
    return view.id


async def test_a_gap_becomes_a_live_section_in_four_clicks_and_stays_after_a_restart(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as it:
        assert "I have found no answer" in await it.ask("ada", "#general", f"@helpdesk {BREAD}")
        await it.press("anna", await home_id(it, "anna"), "gap.write")
        wrong = await it.submit("anna", title=BREAD, text="   ", language="en")
        assert wrong == {"text": "Write the answer."}
        assert (
            await it.submit(
                "anna",
                title=BREAD,
                text="Use **baking powder**.",
                language="en",
                keywords="bread, yeast",
            )
            == {}
        )
        again = await it.ask("ada", "#general", "@helpdesk baking bread with no yeast, how?")
        assert "Use baking powder." in again
        assert (
            BREAD not in (await it.home("anna")).split("Ratings")[0].split("Questions without")[1]
        )
    async with office(tmp_path) as it:
        later = await it.ask("ada", "#general", "@helpdesk baking bread with no yeast, how?")

        assert "Use baking powder." in later


@pytest.mark.parametrize(
    ("chosen", "told"), [({}, True), ({"audience": "internal"}, False)], ids=["as is", "changed"]
)
async def test_the_answer_to_a_guest_is_for_guests_unless_the_team_says_otherwise(
    tmp_path: Path, chosen: dict[str, str], *, told: bool
) -> None:
    question = "Wie lange hält sich Honig im Glas?"
    async with office(tmp_path) as it:
        await it.ask("carl", "dm", question)
        await it.press("anna", await home_id(it, "anna"), "gap.write")
        await it.submit("anna", title=question, text="Viele Jahre.", language="de", **chosen)
        guest = await it.ask("carl", "dm", "Honig im Glas, wie lange hält der sich?")
        member = await it.ask("ada", "#general", "@helpdesk Honig im Glas, wie lange hält der?")

    assert ("Viele Jahre." in guest) is told
    assert "Viele Jahre." in member


async def test_a_gap_can_be_filed_under_a_section(it: Office) -> None:
    odd = "Wherefore does the frobnicator gurgle at noon?"
    assert "found no answer" in await it.ask("ada", "#general", f"@helpdesk {odd}")
    await it.press("anna", await home_id(it, "anna"), "gap.belongs")
    await it.submit("anna", section="ionos-sender-2024/why")
    reply = await it.ask("ada", "#general", f"@helpdesk {odd}")

    assert reply.startswith(("Why there is this rule", "The reason"))


async def test_a_gap_can_be_let_go(it: Office) -> None:
    await it.ask("ada", "#general", f"@helpdesk {BREAD}")
    await it.press("anna", await home_id(it, "anna"), "gap.dismiss")

    assert "None at the moment." in await it.home("anna")


async def test_alike_questions_are_one_gap_with_a_count(it: Office) -> None:
    await it.ask("ada", "#general", f"@helpdesk {BREAD}")
    await it.ask("carl", "dm", "How do I bake bread without any yeast")

    assert "asked 2 times, last by <@U0CARL001>" in await it.home("anna")


async def test_everybody_sees_search_topics_and_their_own_open_questions(it: Office) -> None:
    await it.ask("carl", "dm", "Wie backe ich Brot ohne Hefe?")
    home = await it.home("carl")

    assert home.startswith("Hallo! Ich beantworte Fragen")
    assert "Ihre offenen Fragen\n• Wie backe ich Brot ohne Hefe?" in home
    assert "Fragen ohne gute Antwort" not in home
    assert "Support-Kanäle" not in home


async def test_the_team_sees_gaps_and_admins_see_settings(it: Office) -> None:
    team, admin = await it.home("anna"), await it.home("ada")

    assert "Questions without a good answer" in team
    assert "Support channels" not in team
    assert "Support channels" in admin
    view = it.slack.home("ada")
    assert view is not None
    menus = [block["accessory"] for block in view.body["blocks"] if "accessory" in block]
    (digest,) = [menu for menu in menus if menu["action_id"] == "channel.digest"]
    assert digest["placeholder"]["text"] == "Choose a channel"


async def test_what_helpdesk_can_do_is_one_click_away_from_a_teams_home_tab(it: Office) -> None:
    home = await it.home("anna")
    assert "[What Helpdesk can do]" in home
    await it.press("anna", await home_id(it, "anna"), "home.help")

    assert "Ask me a question" in it.modal("anna")


async def test_a_question_asked_in_the_home_tab_is_answered_in_a_modal(it: Office) -> None:
    view = await home_id(it, "carl")
    await it.press("carl", view, "home.ask", value="Ab wann gilt die neue Regel von IONOS?")

    assert "29. Januar 2024" in it.modal("carl")


async def test_the_team_can_try_a_question_and_sees_why(it: Office) -> None:
    view = await home_id(it, "anna")
    await it.press("anna", view, "home.try", value="sender address not allowed")

    assert "→" in it.modal("anna")


async def test_a_topic_is_read_from_the_menu(it: Office) -> None:
    view = await home_id(it, "ada")
    await it.press("ada", view, "home.read", value="en ionos-sender-2024/relay")

    assert it.modal("ada").startswith("Relay server or smarthost")


async def test_a_message_can_be_answered_from_its_menu(it: Office) -> None:
    ts = await it.say("carl", "#general", BREAD)
    await it.slack.shortcut("anna", "message.answer", ts)
    await it.quiet()
    await it.submit("anna", title=BREAD, text="Use soda.", language="en")

    assert it.replies(ts)[-1].startswith(f"{BREAD}\nUse soda.")
    assert "Use soda." in await it.ask("ada", "#general", f"@helpdesk {BREAD}")


async def test_a_persons_reply_can_be_saved_as_an_article(it: Office) -> None:
    ts = await it.say("anna", "#general", "For bread without yeast, take baking powder.")
    await it.slack.shortcut("anna", "message.save", ts)
    await it.quiet()
    await it.submit("anna", title="Bread without yeast", language="en")

    assert "take baking powder" in await it.ask("ada", "#general", "@helpdesk bread without yeast?")


FILE = """---
id: team-answers
title: Answers of the team
language: en
updated: 2024-02-01
---
## Bread without yeast {#bread-without-yeast}
Take the old baking powder.
"""


async def test_what_is_written_in_slack_wins_over_an_older_file_and_the_home_tab_says_so(
    tmp_path: Path,
) -> None:
    (tmp_path / "team-answers.en.md").write_text(FILE, encoding="utf-8")
    async with office(tmp_path, knowledge=tmp_path) as it:
        assert "the old baking powder" in await it.ask("ada", "dm", "bread without yeast?")
        for title, text in (("Bread without yeast", "Take soda."), ("Tea", "Take leaves.")):
            ts = await it.say("anna", "#general", text)
            await it.slack.shortcut("anna", "message.save", ts)
            await it.quiet()
            await it.submit("anna", title=title, language="en")
        reply = await it.ask("ada", "dm", "bread without yeast?")

        assert "Take soda." in reply
        told = "Written in Slack, and live: Bread without yeast"
        home = await it.home("anna")
        assert told in home
        assert f"{told}, Tea" not in home


async def test_a_customer_cannot_write_articles(it: Office) -> None:
    ts = await it.say("carl", "#general", BREAD)
    await it.slack.shortcut("carl", "message.answer", ts)
    await it.quiet()

    assert it.modal("carl") == ""
    assert it.private("carl")[-1] == "Das kann nur das Team."
