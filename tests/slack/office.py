"""A whole Helpdesk on the playground's Slack: real sockets, real DNS on loopback, a real database."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from bot.desk import open_desk
from bot.edges.store import Store, open_store
from bot.playground import Options, Playground, Timing, read_manifest
from bot.playground.faults import Faults
from bot.playground.nameserver import NameServer, Zone
from bot.playground.rates import Rates
from bot.playground.workspace import Message, new_workspace
from bot.settings import Settings
from bot.slack.connection import Bot, connect
from bot.slack.front import Front
from bot.slack.socketmode import socket_mode
from tests.slack.reading import seen

MANIFEST = yaml.safe_load(Path("manifest.yaml").read_text(encoding="utf-8"))
PATIENCE = 30.0  # seconds; the machine may be busy with other things
QUIET = 0.012  # seconds without a change; what is under way is waited for by itself
FAST = Timing().scaled(0.5)
SUPPORT = "C0SUPPORT"
ANNA, CARL, ADA = "U0ANNA001", "U0CARL001", "U0ADA0001"


class Office:
    """What happens in Slack, told by the people in it."""

    def __init__(self, slack: Playground, bot: Bot, store: Store) -> None:
        self.slack = slack
        self.store = store
        self.bot = bot

    @property
    def front(self) -> Front:
        """What the bot's listeners work with."""
        return self.bot.front

    async def tidy(self) -> None:
        """Clear every desk: nothing was ever said, kept or set; the next test may come in."""
        await self.quiet()
        old, new = self.slack.service.workspace, new_workspace()
        old.users, old.channels, old.groups = new.users, new.channels, new.groups
        for drawer in (old.messages, old.modals, old.homes, old.statuses):
            drawer.clear()
        self.slack.log.clear()
        self.slack.calls.clear()
        self.slack.api.faults = Faults()
        await self.store.privacy.wipe(old.team)
        front = self.bot.front
        front.recent.clear()
        front.people.forget()
        await front.team.set_digest(None, ADA)  # moves the revision, and drops what was remembered
        await front.desk.refresh()

    async def say(self, user: str, channel: str, text: str, thread: str | None = None) -> str:
        """Somebody writes; waits until all is quiet again."""
        ts = await self.slack.say(user, channel, text, thread)
        await self.quiet()
        return ts

    async def ask(self, user: str, channel: str, text: str) -> str:
        """Somebody asks, and waits for the reply in the thread; what it shows."""
        ts = await self.slack.say(user, channel, text)
        await self.slack.wait_for(lambda: self.slack.thread(ts))
        return read(self.slack.thread(ts)[-1])

    async def command(self, user: str, channel: str, line: str) -> list[str]:
        """Somebody types a slash command; every message they alone see from then on."""
        before = len(self.slack.ephemerals(user))
        await self.slack.command(user, channel, line)
        await self.slack.wait_for(lambda: _answered(self.private(user)[before:]))
        await self.quiet()
        return self.private(user)[before:]

    async def press(self, user: str, where: str, action: str, **more: Any) -> None:
        """Somebody presses a button; waits until all is quiet again."""
        await self.slack.click(user, where, action, **more)
        await self.quiet()

    async def submit(self, user: str, **values: Any) -> dict[str, str]:
        """Somebody sends the modal; what is wrong with it, by field."""
        mistakes = await self.slack.submit(user, values)
        await self.quiet()
        return mistakes

    async def quiet(self) -> None:
        """Wait until nothing happens any more, in Slack and behind it."""
        await self.slack.settled(quiet=QUIET, patience=PATIENCE)
        await self.bot.front.busy.idle()
        await self.slack.settled(quiet=QUIET, patience=PATIENCE)

    def replies(self, ts: str) -> list[str]:
        """What the thread of a message shows to everybody."""
        return [read(message) for message in self.slack.thread(ts) if message.only_for is None]

    def private(self, user: str) -> list[str]:
        """What only this user sees."""
        return [read(message) for message in self.slack.ephemerals(user)]

    def modal(self, user: str) -> str:
        """The modal on top of what this user sees."""
        view = self.slack.modal(user)
        return seen(view.body["blocks"]) if view else ""

    async def home(self, user: str) -> str:
        """The Home tab as this user sees it when they open it."""
        await self.slack.open_home(user)
        await self.slack.wait_for(lambda: self.slack.home(user))
        await self.quiet()
        view = self.slack.home(user)
        return seen(view.body["blocks"]) if view else ""


def _answered(messages: Sequence[str]) -> bool:
    """Whether there is an answer, not only the line that a check runs."""
    return bool(messages) and not messages[-1].startswith(("Checking", "Ich prüfe"))


def read(message: Message) -> str:
    """A message as a person sees it."""
    return seen(message.blocks) if message.blocks else message.text


@asynccontextmanager
async def office(
    folder: Path,
    *,
    zone: Zone | None = None,
    options: Options | None = None,
    **settings: Any,
) -> AsyncIterator[Office]:
    """Helpdesk at work; `settings` go over the usual ones, the database lies in `folder`."""
    options = options or Options(
        installed=read_manifest(MANIFEST), timing=FAST, rates=Rates(off=True)
    )
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(Playground.serve(options))
        names = await stack.enter_async_context(NameServer.serve(zone or {}))
        chosen = usual(slack, names, folder, settings)
        desk = await stack.enter_async_context(open_desk(chosen))
        store = await stack.enter_async_context(open_store(chosen.database_url, owner="test"))
        bot = await stack.enter_async_context(connect(desk, chosen, store))
        await stack.enter_async_context(socket_mode(bot, slack.app_token))
        await slack.connected()
        yield Office(slack, bot, store)


def usual(slack: Playground, names: NameServer, folder: Path, more: Mapping[str, Any]) -> Settings:
    """The settings of a team whose one support channel is #support and whose helper is Anna."""

    return replace(
        Settings(
            bot_token=slack.bot_token,
            app_token=slack.app_token,
            api_url=slack.api_url,
            database_url=f"sqlite:///{folder / 'helpdesk.db'}",
            nameservers=(names.address,),
            dns_timeout=0.3,
            support_channels=frozenset({SUPPORT}),
            handoff="S0SUPPORT",
        ),
        **more,
    )


async def together(*things: Any) -> Sequence[Any]:
    """Several things at once."""
    return await asyncio.gather(*things)
