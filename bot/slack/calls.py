"""One call of Slack's Web API; translates every error of Slack's client, and waits where Slack says so."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, TypeAlias

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.errors import Unavailable

Method: TypeAlias = Callable[..., Awaitable[Any]]
Answer: TypeAlias = Mapping[str, Any]

ATTEMPTS = 3  # of one call that Slack answers with 429; nothing was done then, so again is safe
LONGEST_WAIT = 30  # seconds of Retry-After that we wait for
LARGEST_PAGE = 1000  # messages; docs, conversations.replies
PAGES = 20  # of one thread
TOO_MANY = 429
OUT_OF_REACH = "Slack is out of reach. Can this machine open https://slack.com, or SLACK_API_URL if that is set?"
PROXY = "If a proxy stands before it, check HTTPS_PROXY; else SLACK_API_URL."
SERVER_ERROR = 500
# docs, Web API errors: "it's possible some aspect of the operation succeeded before the error"
MAY_BE_DONE = frozenset({"internal_error", "fatal_error", "request_timeout", "service_unavailable"})


class Refused(Unavailable):
    """Slack did not do what was asked; `code` is its word for it ("not_in_channel"). Logged."""

    def __init__(self, method: str, code: str) -> None:
        super().__init__(f"{method}: {code}")
        self.code = code


class TooMany(Unavailable):
    """Slack did nothing and wants us to wait so many `seconds`. Logged."""

    def __init__(self, method: str, seconds: int) -> None:
        super().__init__(f"{method}: Slack wants us to wait {seconds} s")
        self.seconds = seconds


class Unclear(Unavailable):
    """Slack broke off: whether it has done what was asked, only a look can tell. Logged."""


async def once(method: Method, **arguments: Any) -> Answer:
    """One call, once; arguments that are None are left out."""
    given = {name: value for name, value in arguments.items() if value is not None}
    name = getattr(method, "__name__", "call").replace("_", ".", 1)
    try:
        answer = await method(**given)
    except SlackApiError as error:
        raise _read(name, error.response) from error
    except (aiohttp.ClientError, TimeoutError, SlackClientError) as error:
        raise Unclear(f"{name}: {OUT_OF_REACH}") from error
    found: Answer = answer.data
    return found


async def call(method: Method, **arguments: Any) -> Answer:
    """One call, again after Slack's own waiting time if it was one too many."""
    for _ in range(ATTEMPTS - 1):
        try:
            return await once(method, **arguments)
        except TooMany as wait:
            if wait.seconds > LONGEST_WAIT:
                raise
            await asyncio.sleep(wait.seconds)
    return await once(method, **arguments)


async def pages(method: Method, **arguments: Any) -> AsyncIterator[Answer]:
    """The answers to one call that comes in pages, but no more than `PAGES`."""
    cursor: str | None = None
    for _ in range(PAGES):
        page = await call(method, limit=LARGEST_PAGE, cursor=cursor, **arguments)
        yield page
        cursor = page.get("response_metadata", {}).get("next_cursor")
        if not cursor:
            return


def _read(name: str, response: Any) -> Unavailable:
    """What Slack's refusal means. Without JSON the client hands over the bare HTTP response."""
    status = int(getattr(response, "status_code", 0) or getattr(response, "status", SERVER_ERROR))
    content = getattr(response, "data", None)
    code = str(content.get("error", "unknown")) if isinstance(content, dict) else "unknown"
    if status == TOO_MANY:
        wait = str(response.headers.get("Retry-After", "1"))
        return TooMany(name, int(wait) if wait.isdecimal() else 1)
    if not isinstance(content, dict) and status < SERVER_ERROR:  # no refusal of Slack's
        return Unclear(f"{name}: it is not Slack that answers ({status}). {PROXY}")
    if status >= SERVER_ERROR or code in MAY_BE_DONE:
        return Unclear(f"{name}: Slack failed ({status}, {code})")
    return Refused(name, code)
