"""The table: command, event, action -> listener. Bolt gets everything from here and reads nothing."""

import logging
import re

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.slack import doors, hearing, recovery
from bot.slack.front import Front
from bot.slack.listeners import (
    answers,
    authors,
    checks,
    feedback,
    helpdesk,
    home,
    messages,
    overheard,
    person,
)

COMMANDS = {
    "/checksender": checks.sender_command,
    "/checkspf": checks.spf_command,
    "/helpdesk": helpdesk.command,
}
EVENTS = ("message", "app_mention")  # to messages.heard
HOME = "app_home_opened"
ENDS = ("app_uninstalled", "tokens_revoked")
ACTIONS = {
    "reply.choose": answers.chosen,
    "reply.neighbour": answers.neighbour,
    "reply.none": answers.none_of_these,
    "reply.all": answers.all_of_it,
    "reply.customer": answers.for_customer,
    "feedback.say": feedback.said,
    "person.call": person.call,
    "person.take": person.take,
    "person.solve": person.solve,
    "channel.mute": overheard.mute,
    "channel.choose": authors.choose_channel,
    "channel.digest": authors.digest_channel,
    "gap.write": authors.write,
    "gap.belongs": authors.belongs,
    "gap.dismiss": authors.dismiss,
    "home.ask": home.asked,
    "home.help": home.helped,
    "home.read": home.read,
    "home.try": home.tried,
    "spf.again": checks.again,
    "spf.show": checks.show,
    "spf.details": checks.details,
    "spf.offer": checks.offer,
    "spf.explain": checks.explain_spf,
    "sender.again": checks.again,
    "sender.show": checks.show,
    "sender.details": checks.details,
    "sender.offer": checks.offer,
    "sender.explain": checks.explain_sender,
}
"""By the action id; a number behind a dot tells buttons of one kind apart."""
SHORTCUTS = {
    "message.answer": authors.answer_this,
    "message.save": authors.save_as_article,
    "message.check": checks.this_sender,
}
FORMS = {
    "feedback.stars": feedback.starred,
    "person.solved": person.solved,
    "gap.written": authors.written,
    "gap.filed": authors.filed,
    "channel.chosen": authors.channel_chosen,
}
MISTAKES = {"gap.written": authors.mistakes}
ANYTHING = re.compile(r".*")


def build(front: Front, client: AsyncWebClient, *, signing_secret: str | None = None) -> AsyncApp:
    """Bolt's app with every listener. `client` has no token: that comes with each request.

    `signing_secret` is for requests over HTTP; over Socket Mode nothing is signed.
    """
    app = _bolt(front, client, signing_secret)
    app.middleware(hearing.taken_once(front))
    for name in EVENTS:  # first, since Bolt asks one listener after the other, and most is this
        app.event(name)(hearing.event(front, messages.heard))
    for name, command in COMMANDS.items():
        app.command(name)(doors.command(front, command))
    app.event(HOME)(doors.home(front, home.opened))
    for name, action in ACTIONS.items():
        app.action(re.compile(rf"^{re.escape(name)}(\.\d+)?$"))(
            doors.press(front, action, kept=name in recovery.PRESSES)
        )
    for name, shortcut in SHORTCUTS.items():
        app.shortcut(name)(doors.shortcut(front, shortcut))
    for name, form in FORMS.items():
        mistakes, kept = MISTAKES.get(name, doors.no_mistakes), name in recovery.FORMS
        app.view(name)(doors.submission(front, form, mistakes, kept=kept))
    for name in ENDS:
        app.event(name)(doors.gone(front))
    app.action(ANYTHING)(doors.old_button(front))
    app.view(ANYTHING)(doors.old_form(front))
    app.shortcut(ANYTHING)(doors.nothing_more)
    app.event(ANYTHING)(doors.nothing)
    app.error(doors.failed(front))
    return app


def _bolt(front: Front, client: AsyncWebClient, signing_secret: str | None) -> AsyncApp:
    """An app that takes no setting from the environment: with `authorize` there is no OAuth."""
    token, me = front.settings.bot_token, front.me

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id=me.team, bot_token=token, bot_id=me.bot, bot_user_id=me.user
        )

    # No warning of variables it is not to read, nor of payloads, which it would quote.
    logger = quick("helpdesk.bolt", logging.ERROR)
    return AsyncApp(
        name="helpdesk",
        logger=logger,
        client=client,
        authorize=authorize,
        signing_secret=signing_secret or "Socket Mode signs nothing",
        request_verification_enabled=signing_secret is not None,
    )


def quick(name: str, level: int = logging.WARNING) -> logging.Logger:
    """A logger for Slack's libraries: where no level is set, they compose what nobody will read."""
    logger = logging.getLogger(name)
    logger.setLevel(level)
    return logger
