"""Posts a message exactly once, however often Slack breaks off: it looks before it posts again."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.calls import LONGEST_WAIT, TooMany, Unclear, once, pages
from bot.slack.lanes import Lane, Lanes

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds before the next attempt, each times 0.5 to 1.5
OURS = "helpdesk_reply"  # the event type of our messages' metadata
QUESTION = "question"  # in it: the `ts` of what this message answers
SIGN = "sign"  # in it: what tells a message from every other that answers no question


class Posting:
    """Posts in each channel in order. `chance` gives numbers from 0 to 1, for the jitter."""

    def __init__(
        self,
        client: AsyncWebClient,
        chance: Callable[[], float],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._client = client
        self._chance = chance
        self.lanes = Lanes(clock)

    async def post(
        self, arguments: Mapping[str, Any], about: Mapping[str, str], *, look: bool
    ) -> str:
        """Post and return the `ts`; with `look`, first see whether the message stands already.

        A message is known by the question that it answers, else by its sign. Raises Unclear where
        Slack stays away, Refused where it says no.
        """
        metadata = {"event_type": OURS, "event_payload": about}
        async with self.lanes.turn(str(arguments["channel"])) as lane:
            for pause in PAUSES:
                try:
                    return await self._attempt(arguments, metadata, look=look)
                except TooMany as wait:
                    await self._hold(lane, wait)
                except Unclear:
                    if arguments.get("thread_ts") is None:
                        raise  # outside of a thread there is nowhere to look
                    look = True
                    await asyncio.sleep(pause * (0.5 + self._chance()))
            return await self._attempt(arguments, metadata, look=look)

    async def _hold(self, lane: Lane, wait: TooMany) -> None:
        if wait.seconds > LONGEST_WAIT:
            raise wait
        self.lanes.refused(lane)
        await asyncio.sleep(wait.seconds)

    async def _attempt(
        self, arguments: Mapping[str, Any], metadata: Mapping[str, Any], *, look: bool
    ) -> str:
        standing = await self._standing(arguments, metadata) if look else None
        if standing is not None:
            return standing
        posted = await once(self._client.chat_postMessage, metadata=metadata, **arguments)
        return str(posted["ts"])

    async def _standing(
        self, arguments: Mapping[str, Any], metadata: Mapping[str, Any]
    ) -> str | None:
        """The `ts` of this message, if it stands in its thread."""
        about = metadata["event_payload"]
        name = QUESTION if QUESTION in about else SIGN
        async for page in pages(
            self._client.conversations_replies,
            channel=arguments["channel"],
            ts=arguments["thread_ts"],
            oldest=about.get(QUESTION),
            include_all_metadata=True,
        ):
            for message in page["messages"]:
                kept = message.get("metadata", {})
                if (
                    kept.get("event_type") == OURS
                    and kept["event_payload"].get(name) == about[name]
                ):
                    return str(message["ts"])
        return None
