"""What people see in Slack, and what tests ask: messages, transcripts, the log, and waiting."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.playground.dispatch import Delivery
from bot.playground.hands import Hands
from bot.playground.plain import message_lines
from bot.playground.service import ApiCall
from bot.playground.wire import spoken
from bot.playground.workspace import BOT_USER, Json, Message

PATIENCE = 30.0  # seconds a test waits before it gives up; the machine may be busy
QUIET = 0.1  # seconds without anything happening that count as settled


class Eyes(Hands):
    """Looking on, beside the hands.

    `explain` tells the inspector why a question is answered as it is (`why.explained`); whoever
    runs a desk behind the playground sets it.
    """

    explain: Callable[[str], Awaitable[Json]] | None = None

    @property
    def log(self) -> list[Delivery]:
        """Everything that was sent to the app, with its attempts and acknowledgements."""
        return self.service.dispatcher.log

    @property
    def calls(self) -> list[ApiCall]:
        """Every call of the Web API and every answer to a response URL."""
        return self.service.calls

    def called(self, method: str) -> list[ApiCall]:
        """The calls of one method ("response_url" for answers to those)."""
        return [call for call in self.calls if call.method == method]

    def messages(self, user: str, channel: str) -> list[Message]:
        """What this user sees in a channel, threads and ephemeral messages included."""
        person, place = self.user(user), self.channel(user, channel)
        visible = (None, person.id)
        return [m for m in self.service.workspace.in_channel(place.id) if m.only_for in visible]

    def thread(self, ts: str) -> list[Message]:
        """The replies below a message, the oldest first, without the message itself."""
        root = self.service.workspace.find(ts)
        if root is None:
            return []
        return [m for m in self.service.workspace.thread(root.channel, ts) if m.ts != ts]

    def ephemerals(self, user: str) -> list[Message]:
        """Every message that this user alone sees, the oldest first."""
        person, channels = self.user(user), self.service.workspace.messages.values()
        found = [m for channel in channels for m in channel.values() if m.only_for == person.id]
        return sorted(found, key=lambda message: message.ts)

    def transcript(self, user: str, channel: str) -> list[str]:
        """What this user reads in a channel, line by line, replies below their root."""
        messages = self.messages(user, channel)
        roots = [m for m in messages if not m.is_reply]
        ordered = [
            message
            for root in roots
            for message in (root, *(m for m in messages if m.is_reply and m.thread_ts == root.ts))
        ]
        workspace = self.service.workspace
        return [line for message in ordered for line in message_lines(workspace, message)]

    async def why(self, message: Message) -> Json | None:
        """Why the bot gave this answer, where that can be told: the thread began with a question."""
        root = self.service.workspace.find(message.thread_ts or message.ts)
        if self.explain is None or root is None or message.user != BOT_USER or root is message:
            return None
        return await self.explain(spoken(root.text))

    async def wait_for(self, true: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until something holds; `TimeoutError` with the latest log where it never does."""
        try:
            async with asyncio.timeout(patience):
                while not true():
                    await self.service.next_change().wait()
        except TimeoutError:
            lately = [f"{call.method} {call.error or 'ok'}" for call in self.calls[-5:]]
            raise TimeoutError(f"Not so within {patience} s; the latest calls: {lately}") from None

    async def settled(self, quiet: float = QUIET, patience: float = PATIENCE) -> None:
        """Wait until nothing is unacknowledged and nothing has happened for a moment.

        An app that works longer than that without a word is not seen: use `wait_for` there.
        """
        async with asyncio.timeout(patience):
            while True:
                seen = self.service.changes
                await asyncio.sleep(quiet)
                if seen == self.service.changes and not self.service.dispatcher.pending:
                    return
