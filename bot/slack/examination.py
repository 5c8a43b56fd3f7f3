"""What `helpdesk doctor` finds out from Slack: tokens, scopes, channels, clock."""

from collections.abc import AsyncIterator, Iterable
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot.core.checkup import Line, State
from bot.core.words import Text
from bot.core.words import doctor as say
from bot.settings import Settings
from bot.slack.connection import LONGEST_SILENCE, client_for

SKEW = 60.0  # seconds off from which the clock is called wrong; Slack's limit for requests is 300


async def examined(settings: Settings, scopes: Iterable[str], *, now: float) -> AsyncIterator[Line]:
    """One line each, as they are found out.

    `scopes` are those the manifest asks for; `now` is in seconds since 1970 (UTC).
    """
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(LONGEST_SILENCE)) as session:
        client = client_for(settings, session, settings.bot_token)
        try:
            async for line in _examine(settings, client, scopes, now):
                yield line
        except (SlackClientError, aiohttp.ClientError, TimeoutError):
            yield Line(say.SLACK, State.OPEN, say.SLACK_AWAY)


async def _examine(
    settings: Settings, client: AsyncWebClient, scopes: Iterable[str], now: float
) -> AsyncIterator[Line]:
    try:
        told = await client.auth_test(token=settings.bot_token)
    except SlackApiError as error:
        yield Line(say.BOT_TOKEN, State.WRONG, say.BOT_TOKEN_REFUSED.fill(code=_code(error)))
        return
    about = say.BOT_TOKEN_OK.fill(name=told.get("user"), team=told.get("team"))
    yield Line(say.BOT_TOKEN, State.OK, about)
    yield _scopes(told.headers, scopes)
    if settings.app_token:
        yield await _app_token(settings, client)
    for channel in sorted(settings.support_channels):
        yield await _channel(settings, client, channel)
    yield _clock(told.headers, now)


def _scopes(headers: Any, wanted: Iterable[str]) -> Line:
    granted = {scope.strip() for scope in _header(headers, "x-oauth-scopes").split(",")}
    missing = sorted(set(wanted) - granted)
    if missing:
        return Line(say.SCOPES, State.WRONG, say.SCOPES_MISSING.fill(scopes=", ".join(missing)))
    return Line(say.SCOPES, State.OK, say.SCOPES_OK)


async def _app_token(settings: Settings, client: AsyncWebClient) -> Line:
    try:
        await client.apps_connections_open(app_token=settings.app_token or "")
    except SlackApiError as error:
        return Line(say.APP_TOKEN, State.WRONG, say.APP_TOKEN_REFUSED.fill(code=_code(error)))
    return Line(say.APP_TOKEN, State.OK, say.APP_TOKEN_OK)


async def _channel(settings: Settings, client: AsyncWebClient, channel: str) -> Line:
    subject = say.CHANNEL.fill(channel=channel)
    try:
        told = await client.conversations_info(token=settings.bot_token, channel=channel)
    except SlackApiError as error:
        if _code(error) == "missing_scope":  # the line on scopes has said it
            return Line(subject, State.OPEN, say.CHANNEL_REFUSED.fill(code="missing_scope"))
        return Line(subject, State.WRONG, say.CHANNEL_REFUSED.fill(code=_code(error)))
    if told["channel"].get("is_member"):
        return Line(subject, State.OK, say.CHANNEL_OK)
    return Line(subject, State.WRONG, say.CHANNEL_OUT)


def _clock(headers: Any, now: float) -> Line:
    try:
        theirs = parsedate_to_datetime(_header(headers, "date")).timestamp()
    except ValueError:
        return Line(say.CLOCK, State.OPEN, say.SLACK_AWAY)
    off = abs(now - theirs)
    seconds: Text = (say.CLOCK_OK if off < SKEW else say.CLOCK_WRONG).fill(seconds=round(off))
    return Line(say.CLOCK, State.OK if off < SKEW else State.WRONG, seconds)


def _header(headers: Any, name: str) -> str:
    """A header whatever its case; Slack's client gives lists or texts."""
    for key, value in dict(headers).items():
        if key.lower() == name:
            return value[0] if isinstance(value, list) else str(value)
    return ""


def _code(error: SlackApiError) -> str:
    """Slack's word for a refusal; where a proxy answers in its place, that it is away."""
    content = getattr(error.response, "data", None)
    if not isinstance(content, dict):
        raise SlackClientError("It is not Slack that answers.") from error
    return str(content.get("error", "unknown"))
