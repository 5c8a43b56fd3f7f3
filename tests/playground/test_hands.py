"""Buttons, menus, modals and shortcuts, with Bolt on the other side."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Installed, NotPossible, Options, Playground
from bot.playground.installed import Shortcut
from tests.playground.bot_app import connected

Json = dict[str, Any]
SHORTCUTS = (
    Shortcut("ask", "Ask Helpdesk", on_message=True),
    Shortcut("new", "Write", on_message=False),
)


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


BUTTONS: list[Json] = [
    {
        "type": "actions",
        "block_id": "row",
        "elements": [
            {"type": "button", "action_id": "go", "text": plain("Go"), "value": "a"},
            {
                "type": "static_select",
                "action_id": "stars",
                "options": [{"text": plain("Five"), "value": "5"}],
            },
        ],
    },
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "rate",
                "positive_button": {"text": plain("Good"), "value": "yes"},
                "negative_button": {"text": plain("Bad"), "value": "no"},
            }
        ],
    },
]
FORM: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Form"),
    "submit": plain("Send"),
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "name",
            "label": plain("Name"),
            "element": {"type": "plain_text_input", "action_id": "words", "min_length": 2},
        }
    ],
}


class Seen:
    """A bot that keeps every interaction it gets, and answers forms as it is told."""

    def __init__(self, slack: Playground) -> None:
        self.client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        self.app = AsyncApp(client=self.client)
        self.payloads: list[Json] = []
        self.answer: Json = {}
        for listen in (
            self.app.action({"action_id": "go"}),
            self.app.action("stars"),
            self.app.action("rate"),
            self.app.shortcut("ask"),
            self.app.shortcut("new"),
            self.app.view_closed("form"),
        ):
            listen(self.keep)
        self.app.view("form")(self.submitted)

    async def keep(self, ack: AsyncAck, body: Json) -> None:
        self.payloads.append(body)
        await ack()

    async def submitted(self, ack: AsyncAck, body: Json) -> None:
        self.payloads.append(body)
        await (ack(**self.answer) if self.answer else ack())


@asynccontextmanager
async def desk() -> AsyncIterator[tuple[Playground, Seen]]:
    options = Options(installed=replace(Installed(), shortcuts=SHORTCUTS))
    async with Playground.serve(options) as slack:
        seen = Seen(slack)
        async with connected(seen.app, slack):
            yield slack, seen


async def posted(seen: Seen) -> str:
    answer = await seen.client.chat_postMessage(channel="C0SUPPORT", text="x", blocks=BUTTONS)
    return str(answer["ts"])


async def test_a_button_reports_its_value_and_its_message() -> None:
    async with desk() as (slack, seen):
        ts = await posted(seen)
        await slack.click("anna", ts, "go")
        payload = seen.payloads[0]

        assert payload["actions"][0] | {"action_ts": ""} == {
            "type": "button",
            "action_id": "go",
            "block_id": "row",
            "text": plain("Go"),
            "value": "a",
            "action_ts": "",
        }
        assert payload["message"]["ts"] == ts
        assert payload["container"]["is_ephemeral"] is False


async def test_menus_and_feedback_report_what_was_chosen() -> None:
    async with desk() as (slack, seen):
        ts = await posted(seen)
        await slack.click("anna", ts, "stars", value="5")
        await slack.click("anna", ts, "rate", value="negative")
        stars, rate = (payload["actions"][0] for payload in seen.payloads)

        assert stars["selected_option"]["value"] == "5"
        assert (rate["type"], rate["value"]) == ("feedback_buttons", "no")


async def test_what_is_not_there_cannot_be_pressed() -> None:
    async with desk() as (slack, seen):
        ts = await posted(seen)
        with pytest.raises(NotPossible, match="'nothing'"):
            await slack.click("anna", ts, "nothing")
        with pytest.raises(NotPossible, match="no option"):
            await slack.click("anna", ts, "stars", value="6")


async def test_a_trigger_opens_one_modal() -> None:
    async with desk() as (slack, seen):
        await slack.shortcut("anna", "new")
        trigger = seen.payloads[0]["trigger_id"]
        await seen.client.views_open(trigger_id=trigger, view=FORM)
        with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
            await seen.client.views_open(trigger_id=trigger, view=FORM)

        assert slack.modal("anna") is not None
        assert slack.modal("carl") is None


async def test_a_trigger_ends_after_three_seconds() -> None:
    now = [1000.0]
    async with Playground.serve(Options(clock=lambda: now[0])) as slack:
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        trigger = slack.service.triggers.give("U0ANNA001")
        now[0] += 3.1
        with pytest.raises(SlackApiError, match="expired_trigger_id"):
            await client.views_open(trigger_id=trigger, view=FORM)


async def open_form(slack: Playground, seen: Seen) -> None:
    trigger = slack.service.triggers.give("U0ANNA001")
    await seen.client.views_open(trigger_id=trigger, view=FORM)


async def test_a_form_is_checked_before_it_is_sent() -> None:
    async with desk() as (slack, seen):
        await open_form(slack, seen)
        empty = await slack.submit("anna")
        short = await slack.submit("anna", {"words": "x"})

        assert empty == {"name": "Please complete this required field."}
        assert short == {"name": "Please enter 2 to 3000 characters."}
        assert seen.payloads == []


async def test_a_submitted_form_closes_and_reports_its_state() -> None:
    async with desk() as (slack, seen):
        await open_form(slack, seen)
        errors = await slack.submit("anna", {"words": "Max"})

        assert errors == {}
        assert seen.payloads[0]["view"]["state"]["values"] == {
            "name": {"words": {"type": "plain_text_input", "value": "Max"}}
        }
        assert slack.modal("anna") is None


async def test_the_app_may_refuse_a_form_or_show_another() -> None:
    async with desk() as (slack, seen):
        await open_form(slack, seen)
        seen.answer = {"response_action": "errors", "errors": {"name": "Taken"}}
        errors = await slack.submit("anna", {"words": "Max"})
        seen.answer = {"response_action": "update", "view": {**FORM, "title": plain("Again")}}
        await slack.submit("anna", {"words": "Max"})
        view = slack.modal("anna")

        assert errors == {"name": "Taken"}
        assert view is not None
        assert view.body["title"]["text"] == "Again"


async def test_the_app_hears_that_a_form_was_closed() -> None:
    async with desk() as (slack, seen):
        await open_form(slack, seen)
        await slack.close("anna")

        assert [payload["type"] for payload in seen.payloads] == ["view_closed"]
        assert slack.modal("anna") is None


async def test_an_outdated_hash_is_refused() -> None:
    async with desk() as (slack, seen):
        trigger = slack.service.triggers.give("U0ANNA001")
        opened = await seen.client.views_open(trigger_id=trigger, view=FORM)
        old = opened["view"]["hash"]
        view_id = opened["view"]["id"]
        await seen.client.views_update(view_id=view_id, hash=old, view=FORM)
        with pytest.raises(SlackApiError, match="hash_conflict"):
            await seen.client.views_update(view_id=view_id, hash=old, view=FORM)


async def test_a_message_shortcut_brings_the_message() -> None:
    async with desk() as (slack, seen):
        ts = await slack.say("carl", "#support", "help")
        await slack.shortcut("anna", "ask", ts)

        assert seen.payloads[0]["type"] == "message_action"
        assert seen.payloads[0]["message"]["text"] == "help"


async def test_a_command_cannot_be_used_in_a_thread_or_without_a_manifest() -> None:
    async with Playground.serve() as slack:
        ts = await slack.say("anna", "#support", "root")
        with pytest.raises(NotPossible, match="not supported in threads"):
            await slack.command("anna", "#support", "/checkspf x", thread_ts=ts)
        with pytest.raises(NotPossible, match="not a valid command"):
            await slack.command("anna", "#support", "/dance")


async def test_a_home_tab_is_published_for_one_person() -> None:
    async with desk() as (slack, seen):
        home: Json = {"type": "home", "blocks": [{"type": "header", "text": plain("Hello")}]}
        await slack.open_home("ada")
        await seen.client.views_publish(user_id="U0ADA0001", view=home)
        view = slack.home("ada")

        assert view is not None
        assert view.body["blocks"][0]["text"]["text"] == "Hello"
        assert slack.home("anna") is None


async def test_the_app_may_push_or_clear_its_modals() -> None:
    async with desk() as (slack, seen):
        await open_form(slack, seen)
        seen.answer = {"response_action": "push", "view": {**FORM, "title": plain("Second")}}
        await slack.submit("anna", {"words": "Max"})
        second = slack.modal("anna")
        seen.answer = {"response_action": "clear"}
        await slack.submit("anna", {"words": "Max"})

        assert second is not None
        assert second.body["title"]["text"] == "Second"
        assert slack.modal("anna") is None


async def test_a_bad_view_in_an_answer_is_trouble_for_the_person() -> None:
    async with desk() as (slack, seen):
        await open_form(slack, seen)
        seen.answer = {"response_action": "update", "view": {"type": "modal"}}
        errors = await slack.submit("anna", {"words": "Max"})

        assert "We had some trouble connecting" in errors[""]
        assert slack.modal("anna") is not None


async def test_a_form_without_an_app_is_trouble_too() -> None:
    async with Playground.serve() as slack:
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        trigger = slack.service.triggers.give("U0ANNA001")
        await client.views_open(trigger_id=trigger, view=FORM)
        errors = await slack.submit("anna", {"words": "Max"})

        assert errors == {"": "We had some trouble connecting. Try again?"}


async def test_what_is_not_open_cannot_be_filled_in() -> None:
    async with desk() as (slack, seen):
        with pytest.raises(NotPossible, match="no modal open"):
            await slack.submit("anna")
        await open_form(slack, seen)
        with pytest.raises(NotPossible, match="no field colour"):
            await slack.submit("anna", {"colour": "red"})
        view = slack.modal("anna")

        assert view is not None
        with pytest.raises(NotPossible, match="does not see"):
            await slack.click("carl", view.id, "words")


async def test_a_button_in_a_home_tab_brings_the_view() -> None:
    async with desk() as (slack, seen):
        home: Json = {"type": "home", "blocks": [BUTTONS[0]]}
        await seen.client.views_publish(user_id="U0ANNA001", view=home)
        view = slack.home("anna")
        assert view is not None
        await slack.click("anna", view.id, "go", state={"row/stars": "5"})
        payload = seen.payloads[0]

        assert payload["view"]["state"]["values"]["row"]["stars"]["selected_option"]["value"] == "5"
        assert payload["container"] == {"type": "view", "view_id": view.id}


async def test_an_ephemeral_message_is_not_handed_back() -> None:
    async with desk() as (slack, seen):
        await seen.client.chat_postEphemeral(
            channel="C0SUPPORT", user="U0ANNA001", text="x", blocks=BUTTONS
        )
        ts = slack.ephemerals("anna")[0].ts
        await slack.click("anna", ts, "go")

        assert "message" not in seen.payloads[0]
        assert seen.payloads[0]["container"]["is_ephemeral"] is True


async def test_an_external_menu_asks_for_its_options() -> None:
    async with desk() as (slack, seen):
        offered = [{"text": plain("Berlin"), "value": "b"}]

        @seen.app.options("city")
        async def cities(ack: AsyncAck) -> None:
            await ack(options=offered)

        menu = {"type": "external_select", "action_id": "city", "min_query_length": 1}
        blocks = [{"type": "actions", "elements": [menu]}]
        posted = await seen.client.chat_postMessage(channel="C0SUPPORT", text="x", blocks=blocks)

        assert await slack.suggest("anna", str(posted["ts"]), "city", "Ber") == offered
