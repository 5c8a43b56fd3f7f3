"""The command `doctor`: everything Helpdesk needs, each line ok or with the cure."""

import time
from collections.abc import AsyncIterator

import typer

from bot.cli.run import Exit, run, screen, settings
from bot.cli.show.line import line as show
from bot.core.checkup import Line, State
from bot.core.errors import Unavailable
from bot.core.words import Text
from bot.core.words import doctor as say
from bot.edges import manifest
from bot.edges.dns import Probe, open_dns
from bot.edges.library import Library
from bot.settings import BadSettings, Http, Settings, SocketMode


def doctor(context: typer.Context) -> None:
    """Look at settings, tokens, scopes, channels, DNS, database and articles; name each cure."""
    chosen = settings(context)
    shown = screen(chosen.language)

    async def examine() -> Exit:
        states = []
        async for line in found_out(chosen, now=time.time()):
            show(shown, line)
            states.append(line.state)
        if State.WRONG in states:
            return Exit.PROBLEM
        return Exit.UNKNOWN if State.OPEN in states else Exit.FINE

    raise typer.Exit(run(examine()))


async def found_out(chosen: Settings, *, now: float) -> AsyncIterator[Line]:
    """One line for each thing that Helpdesk needs. `now` is in seconds since 1970 (UTC)."""
    yield _transport(chosen)
    async for line in _articles(chosen):
        yield line
    async for line in _dns(chosen):
        yield line
    async for line in _database(chosen, now):
        yield line
    if chosen.bot_token:
        from bot.slack.examination import examined

        async for line in examined(chosen, manifest.scopes(), now=now):
            yield line


def _transport(chosen: Settings) -> Line:
    try:
        transport = chosen.transport()
    except BadSettings as error:
        return Line(say.SETTINGS, State.WRONG, Text.same(" ".join(error.mistakes)))
    match transport:
        case SocketMode():
            return Line(say.SETTINGS, State.OK, say.OVER_SOCKET)
        case Http(port=port):
            return Line(say.SETTINGS, State.OK, say.OVER_HTTP.fill(port=port))
        case None:
            return Line(say.SETTINGS, State.OK, say.NO_SLACK)


async def _articles(chosen: Settings) -> AsyncIterator[Line]:
    library = await Library.open(chosen.knowledge)
    shelf = library.shelf()
    for problem in shelf.problems:
        where = f"{problem.source}:{problem.line}: "
        told = Text(en=where + problem.text.en, de=where + problem.text.de)
        yield Line(say.ARTICLES, State.WRONG, told)
    if not shelf.articles:
        yield Line(say.ARTICLES, State.WRONG, say.NO_ARTICLES)
        return
    sections = sum(len(article.sections) for article in shelf.articles)
    counted = say.SHELF.fill(articles=len(shelf.articles), sections=sections)
    yield Line(say.ARTICLES, State.OK, counted)


async def _dns(chosen: Settings) -> AsyncIterator[Line]:
    async with open_dns(chosen.nameservers, chosen.dns_timeout) as resolver:
        for probe in await resolver.probe():
            yield _server(probe)


def _server(probe: Probe) -> Line:
    subject = say.DNS.fill(server=probe.server)
    if probe.udp:
        return Line(subject, State.WRONG, say.DNS_SILENT.fill(reason=probe.udp))
    for way, reason in ((say.WITH_EDNS, probe.edns), (say.OVER_TCP, probe.tcp)):
        if reason:
            return Line(subject, State.WRONG, say.DNS_SMALL.fill(way=way, reason=reason))
    return Line(subject, State.OK, say.DNS_OK)


async def _database(chosen: Settings, now: float) -> AsyncIterator[Line]:
    from bot.edges.store import open_store

    try:
        async with open_store(chosen.database_url, owner="doctor") as store:  # migrates it
            await store.writings.writable()
            latest = await store.claims.latest_message()
    except Unavailable as error:
        yield Line(say.DATABASE, State.WRONG, say.DATABASE_AWAY.fill(problem=error))
        return
    yield Line(say.DATABASE, State.OK, say.DATABASE_OK)
    if chosen.bot_token:
        yield _events(latest, now)


def _events(latest: float | None, now: float) -> Line:
    """Slack tells nobody which events it sends: only what has come shows that it does."""
    if latest is None:
        return Line(say.EVENTS, State.OK, say.NO_EVENTS)
    minutes = max(0, round((now - latest) / 60))
    return Line(say.EVENTS, State.OK, say.EVENTS_OK.fill(minutes=minutes))
