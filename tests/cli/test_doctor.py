"""`helpdesk doctor`: each thing broken in turn gets its line with the cure, and the others stay ok."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.cli.doctor import found_out
from bot.core.checkup import State
from bot.core.work import Key
from bot.edges import manifest
from bot.edges.store import open_store
from bot.playground import HANG_UP, SERVER_ERROR, Options, Playground, read_manifest
from bot.playground.faults import Fault
from bot.playground.nameserver import NameServer
from bot.settings import Settings

NOON = 1_700_000_000.0
INSTALLED = read_manifest(manifest.parsed())


@asynccontextmanager
async def clinic(folder: Path, *without: str) -> AsyncIterator[tuple[Playground, Settings]]:
    """A Slack, a name server and a database that has heard a message; scopes can be missing."""
    url = f"sqlite:///{folder}/helpdesk.db"
    async with open_store(url, owner="test") as store:
        await store.claims.claim(Key("T1", "C1", "1700000000.1"), {}, at=NOON - 120)
        await store.claims.claim(Key("T1", "C1", "command 1"), {}, at=NOON - 60)
    options = Options(installed=INSTALLED.without(*without))
    async with Playground.serve(options) as slack, NameServer.serve({}) as names:
        yield (
            slack,
            Settings(
                bot_token=slack.bot_token,
                app_token=slack.app_token,
                api_url=slack.api_url,
                database_url=url,
                nameservers=(names.address,),
                dns_timeout=0.2,
                support_channels=frozenset({"C0SUPPORT"}),
            ),
        )


async def lines(chosen: Settings, now: float) -> dict[str, tuple[State, str]]:
    return {
        line.subject.en: (line.state, line.sentence.en) async for line in found_out(chosen, now=now)
    }


async def test_where_all_is_well_every_line_is_ok(tmp_path: Path) -> None:
    async with clinic(tmp_path) as (_, chosen):
        found = await lines(chosen, time.time())

    assert {state for state, _ in found.values()} == {State.OK}
    assert [subject.split(" ")[0] for subject in found] == [
        "Settings",
        "Articles",
        "DNS",
        "Database",
        "Events",
        "Bot",
        "Scopes",
        "App",
        "Channel",
        "Clock",
    ]


BROKEN: dict[str, tuple[dict[str, Any], str, State, str]] = {
    "the bot token": ({"bot_token": "xoxb-wrong"}, "Bot token", State.WRONG, "copy the Bot User"),
    "the app token": ({"app_token": "xapp-wrong"}, "App token", State.WRONG, "connections:write"),
    "one token missing": (
        {"app_token": None},
        "Settings",
        State.WRONG,
        "SLACK_APP_TOKEN is missing",
    ),
    "Slack away": ({"api_url": "http://127.0.0.1:9/api/"}, "Slack", State.OPEN, "HTTPS_PROXY"),
    "a channel not entered": (
        {"support_channels": frozenset({"C0RANDOM1"})},
        "Channel C0RANDOM1",
        State.WRONG,
        "/invite @helpdesk",
    ),
    "a channel that is none": (
        {"support_channels": frozenset({"C0NOWHERE"})},
        "Channel C0NOWHERE",
        State.WRONG,
        "check HELPDESK_SUPPORT_CHANNELS",
    ),
    "DNS silent": (
        {"nameservers": ("127.0.0.1:9",)},
        "DNS server 127.0.0.1:9",
        State.WRONG,
        "HELPDESK_NAMESERVERS",
    ),
    "the database away": (
        {"database_url": "postgresql://u:p@127.0.0.1:9/db"},
        "Database",
        State.WRONG,
        "Check DATABASE_URL",
    ),
    "no message ever": ({"database_url": "sqlite://"}, "Events", State.OK, "helpdesk manifest"),
}


@pytest.mark.parametrize("what", BROKEN)
async def test_each_thing_broken_has_its_line_and_cure(tmp_path: Path, what: str) -> None:
    changes, subject, state, cure = BROKEN[what]
    async with clinic(tmp_path) as (_, chosen):
        found = await lines(replace(chosen, **changes), time.time())

    assert found[subject][0] is state
    assert cure in found[subject][1]
    assert found["Articles"][0] is State.OK


async def test_a_missing_scope_is_named(tmp_path: Path) -> None:
    async with clinic(tmp_path, "users:read") as (_, chosen):
        state, sentence = (await lines(chosen, time.time()))["Scopes"]

    assert (state, "users:read" in sentence) == (State.WRONG, True)


async def test_a_clock_that_is_wrong_is_told(tmp_path: Path) -> None:
    async with clinic(tmp_path) as (_, chosen):
        state, sentence = (await lines(chosen, time.time() + 400))["Clock"]

    assert state is State.WRONG
    assert sentence.startswith("Off by ")


async def test_a_broken_article_is_named_with_its_line(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "broken.md").write_text("---\nid: b\nlanguage: xx\n---\n# B\n\n## Two\nText.\n")
    async with clinic(tmp_path) as (_, chosen):
        told = [
            (line.state, line.sentence.en)
            async for line in found_out(replace(chosen, knowledge=articles), now=time.time())
            if line.subject.en == "Articles"
        ]

    assert {state for state, _ in told} == {State.WRONG}
    assert "broken.md:3" in told[0][1]


@pytest.mark.parametrize("method", ["apps.connections.open", "conversations.info"])
@pytest.mark.parametrize("fault", [HANG_UP, SERVER_ERROR], ids=["hangs up", "fails"])
async def test_a_slack_that_breaks_off_in_the_middle_is_a_line(
    tmp_path: Path, method: str, fault: Fault
) -> None:
    async with clinic(tmp_path) as (slack, chosen):
        slack.fail(method, fault, times=5)
        found = await lines(chosen, time.time())

    assert any(state is not State.OK for state, _ in found.values())
    assert found["Bot token"][0] is State.OK


async def test_the_latest_message_is_told_and_a_command_is_none(tmp_path: Path) -> None:
    async with clinic(tmp_path) as (_, chosen):
        found = await lines(chosen, NOON)

    assert found["Events"] == (State.OK, "The latest message came 2 min ago.")
