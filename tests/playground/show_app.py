"""A Bolt app that uses everything the page can show, for the page's own tests."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Playground

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def button(text: str, action: str, **fields: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action, **fields}


ANSWER: list[Json] = [
    {"type": "header", "text": plain("An answer")},
    {
        "type": "section",
        "text": {"type": "mrkdwn", "text": ":white_check_mark: *Allowed*, see `v=spf1 -all`"},
    },
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_preformatted",
                "elements": [{"type": "text", "text": "v=spf1 <script>alert(1)</script> -all"}],
            }
        ],
    },
    {
        "type": "actions",
        "elements": [
            button("Choose me", "choose", style="primary"),
            button("Write an answer", "write"),
            {
                "type": "static_select",
                "action_id": "stars",
                "placeholder": plain("Stars"),
                "options": [{"text": plain(f"{n} stars"), "value": str(n)} for n in (1, 5)],
            },
        ],
    },
    {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": "rate",
                "positive_button": {"text": plain("Helpful"), "value": "yes"},
                "negative_button": {"text": plain("Not helpful"), "value": "no"},
            }
        ],
    },
]
FORM: Json = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Write an answer"),
    "submit": plain("Save"),
    "blocks": [
        {
            "type": "input",
            "block_id": "heading",
            "label": plain("Heading"),
            "hint": plain("What people ask"),
            "element": {"type": "plain_text_input", "action_id": "words"},
        },
        {
            "type": "input",
            "block_id": "audience",
            "label": plain("Who may read it"),
            "optional": True,
            "element": {
                "type": "radio_buttons",
                "action_id": "who",
                "options": [
                    {"text": plain("Everybody"), "value": "all"},
                    {"text": plain("The team"), "value": "team"},
                ],
            },
        },
    ],
}
HOME: Json = {
    "type": "home",
    "blocks": [
        {"type": "header", "text": plain("Your questions")},
        {"type": "actions", "elements": [button("Refresh", "refresh")]},
    ],
}


class Show:
    """What the app heard: "chosen", "stars 5", "rated yes", "saved Max team", "refreshed"."""

    def __init__(self, slack: Playground) -> None:
        self.heard: list[str] = []
        self.client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        self.app = AsyncApp(client=self.client)
        app = self.app
        app.event("app_mention")(self.answer)
        app.event("app_home_opened")(self.home)
        app.event("message")(self.nothing)
        app.command("/checkspf")(self.check)
        app.action("choose")(self.choose)
        app.action("write")(self.write)
        app.action("stars")(self.note)
        app.action("rate")(self.note)
        app.action("refresh")(self.note)
        app.view("form")(self.saved)
        app.shortcut("write_message")(self.write)

    async def nothing(self) -> None:
        """Hear a message without a word."""

    async def answer(self, event: Json, client: AsyncWebClient) -> None:
        await client.chat_postMessage(
            channel=event["channel"],
            thread_ts=event["ts"],
            text="An answer",
            blocks=ANSWER,
            metadata={"event_type": "reply", "event_payload": {"section": "a/b", "score": 0.9}},
        )

    async def home(self, event: Json, client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view=HOME)

    async def check(self, ack: AsyncAck, command: Json) -> None:
        await ack(f"Checked {command['text']}")

    async def choose(self, ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        self.heard.append("chosen")
        await respond(text="You chose.", replace_original=True)

    async def write(self, ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=FORM)

    async def note(self, ack: AsyncAck, action: Json) -> None:
        await ack()
        option = action.get("selected_option") or {}
        self.heard.append(f"{action['action_id']} {option.get('value') or action.get('value')}")

    async def saved(self, ack: AsyncAck, body: Json) -> None:
        values = body["view"]["state"]["values"]
        words = values["heading"]["words"]["value"]
        if words == "taken":
            await ack(response_action="errors", errors={"heading": "There is one already"})
            return
        option = values["audience"]["who"]["selected_option"]
        self.heard.append(f"saved {words} {option and option['value']}")
        await ack()
