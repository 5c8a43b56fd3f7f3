"""The running bot: over HTTP with signatures, its health, its metrics, and what it forgets."""

import json
import re
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml

from bot.cli.wiring import CLAIMS_KEPT, DAY, keep_house, running
from bot.core.feedback import Answered, Asked
from bot.core.words import Language
from bot.core.work import Key
from bot.core.written import Handoff
from bot.edges.store import open_store
from bot.playground import Options, Playground, Timing, read_manifest
from bot.playground.httpmode import sign
from bot.settings import Settings

MANIFEST = yaml.safe_load(Path("manifest.yaml").read_text(encoding="utf-8"))
QUESTION = "@helpdesk Why does IONOS say Sender address is not allowed?"
ANNA, SUPPORT = "U0ANNA001", "C0SUPPORT"
NOON = 1_700_000_000.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def served(
    folder: Path, *, http: bool, knowledge: Path | None = None
) -> AsyncIterator[tuple[Playground, str]]:
    """The whole bot behind the playground; gives the address of its health."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    options = Options(
        installed=read_manifest(MANIFEST),
        timing=Timing().scaled(0.05),
        request_url=f"{url}/slack/events" if http else None,
    )
    async with Playground.serve(options) as slack:
        settings = Settings(
            bot_token=slack.bot_token,
            app_token=None if http else slack.app_token,
            signing_secret=slack.signing_secret if http else None,
            port=port,
            status_port=None if http else port,
            api_url=slack.api_url,
            database_url=f"sqlite:///{folder}/helpdesk.db",
            knowledge=knowledge,
            nameservers=("127.0.0.1:9",),
            dns_timeout=0.1,
        )
        async with running(settings):
            yield slack, url


async def get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


async def post(url: str, body: str, headers: dict[str, str]) -> int:
    headers = {**headers, "Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as response,
    ):
        return response.status


@pytest.mark.parametrize("transport", ["HTTP", "Socket Mode"])
async def test_a_question_is_answered_and_shows_in_health_and_metrics(
    tmp_path: Path, transport: str
) -> None:
    async with served(tmp_path, http=transport == "HTTP") as (slack, url):
        ts = await slack.say(ANNA, SUPPORT, QUESTION)
        await slack.wait_for(lambda: slack.thread(ts))
        await slack.settled()
        alive = await get(f"{url}/healthz")
        status, ready = await get(f"{url}/readyz")
        _, metrics = await get(f"{url}/metrics")

    assert alive == (200, "alive\n")
    assert status == 200
    assert json.loads(ready)["slack"] == json.loads(ready)["database"] == "ok"
    assert 'helpdesk_questions_total{outcome="Found"} 1.0' in metrics
    assert re.search(r"^helpdesk_ack_seconds_count [1-9]", metrics, re.MULTILINE)
    assert "helpdesk_duplicates_dropped_total" in metrics
    assert re.search(r"^helpdesk_under_way \d", metrics, re.MULTILINE)
    assert re.search(r"^helpdesk_sending \d", metrics, re.MULTILINE)


def event(text: str) -> dict[str, Any]:
    return {
        "type": "event_callback",
        "team_id": "T0PLAY001",
        "event_id": "Ev1",
        "event": {
            "type": "app_mention",
            "user": ANNA,
            "text": text,
            "channel": SUPPORT,
            "ts": "1700000000.000100",
        },
    }


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="none"),
        pytest.param({"X-Slack-Signature": "v0=00", "X-Slack-Request-Timestamp": "1"}, id="wrong"),
        pytest.param(sign(json.dumps(event(QUESTION)), int(NOON)), id="years old"),
        pytest.param(sign("another body", int(time.time())), id="of another body"),
    ],
)
async def test_a_request_without_a_good_signature_gets_401_and_leaves_no_trace(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    async with served(tmp_path, http=True) as (_, url):
        status = await post(f"{url}/slack/events", json.dumps(event(QUESTION)), headers)
    async with open_store(f"sqlite:///{tmp_path}/helpdesk.db", owner="test") as store:
        claimed = await store.claims.claim(
            Key("T0PLAY001", SUPPORT, "1700000000.000100"), {}, at=NOON
        )

    assert status == 401
    assert claimed is True


async def test_slacks_own_question_for_the_url_is_answered(tmp_path: Path) -> None:
    async with served(tmp_path, http=True) as (slack, _):
        verified = await slack.verify_url()

    assert verified


async def test_a_broken_article_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "good.en.md").write_text("---\nid: a\n---\n# A\n\n## One {#one}\nText.\n")
    (tmp_path / "broken.md").write_text("---\nid: b\nlanguage: xx\n---\n# B\n\n## Two\nText.\n")
    async with served(tmp_path, http=False, knowledge=tmp_path) as (_, url):
        status, ready = await get(f"{url}/readyz")

    assert status == 200
    assert "broken.md:3" in json.loads(ready)["articles"]


async def test_what_has_been_kept_long_enough_is_forgotten(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path}/helpdesk.db", owner="test") as store:
        for number, age in enumerate((1, 29, 31, 367)):
            at = NOON - age * DAY
            asked = Asked(0, "?", Language.EN, Answered.NOT_FOUND, at, "U1", "C1", f"{number}")
            await store.questions.keep("T1", asked, gap=True)
            await store.handoffs.open("T1", Handoff("C1", f"{number}", "U1", "?", at))
        key = Key("T1", "C1", "1")
        await store.claims.claim(key, {}, at=NOON - CLAIMS_KEPT - 1)
        await store.claims.finish(key)
        await keep_house(store, 30, now=lambda: NOON)

        assert [asked.ts for asked in await store.questions.open("T1")] == ["0", "1"]
        assert [call.thread for call in await store.handoffs.waiting("T1")] == ["1", "0"]
        assert (await store.questions.counts("T1"))[Answered.NOT_FOUND] == 3
        assert await store.claims.claim(key, {}, at=NOON) is True
