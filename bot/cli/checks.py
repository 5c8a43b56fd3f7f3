"""The commands `checkspf` and `checksender`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from bot.cli import as_json
from bot.cli.as_json import Json
from bot.cli.lines import answer_lines, text
from bot.cli.run import Exit, refuse, with_desk
from bot.cli.screen import Screen
from bot.cli.show import sender as show_sender
from bot.cli.show import spf as show_spf
from bot.core.sender import Ruling, Sending, sendings
from bot.core.spf.result import Result, Status
from bot.core.typed import Address, Route, SenderCheck
from bot.desk import Desk

BY_STATUS = {Status.OK: Exit.FINE, Status.PROBLEM: Exit.PROBLEM, Status.UNKNOWN: Exit.UNKNOWN}
BY_RULING = {
    Ruling.ALLOWED: Exit.FINE,
    Ruling.REFUSED: Exit.PROBLEM,
    Ruling.UNKNOWN: Exit.UNKNOWN,
}

SENDER_AND_ACCOUNT = ("ADDRESS", "ACCOUNT")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsLines = Annotated[
    bool, typer.Option("--jsonl", help="Read JSON lines from standard input, print JSON lines.")
]


def checkspf(
    context: typer.Context,
    domain: Annotated[str, typer.Argument(help="The domain, however it is written.")] = "",
    ip: Annotated[str, typer.Option(help="A client's address: what a receiver would decide.")] = "",
    sender: Annotated[str, typer.Option(help="The client's MAIL FROM.")] = "",
    helo: Annotated[str, typer.Option(help="The client's HELO name.")] = "",
    json_: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Survey a domain's SPF, or with --ip decide for one client as a receiver does (RFC 7208)."""
    if jsonl:
        with_desk(context, _spf_lines)
    if not domain:
        refuse("Name a domain, such as: helpdesk checkspf example.com")

    async def survey(desk: Desk, screen: Screen) -> Exit:
        report = await desk.check_spf(domain)
        if json_:
            as_json.show(as_json.spf_report(report, screen.language))
        else:
            show_spf.survey(screen, report)
        return BY_STATUS[report.status]

    async def decide(desk: Desk, screen: Screen) -> Exit:
        verdict = await desk.check_host(ip=ip, sender=sender or domain, helo=helo or domain)
        if json_:
            as_json.show(as_json.verdict(verdict, screen.language))
        else:
            show_spf.verdict(screen, verdict)
        return _by_result(verdict.result)

    with_desk(context, decide if ip else survey)


def checksender(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ADDRESS [ACCOUNT]",
            help="The sender's address (<> for the empty one), and the mailbox that logs in.",
        ),
    ] = None,
    relay: Annotated[
        bool, typer.Option("--relay", help="Sent through a relay (smarthost).")
    ] = False,
    webspace: Annotated[
        bool, typer.Option("--webspace", help="Sent by a script on webspace.")
    ] = False,
    json_: AsJson = False,
    jsonl: AsLines = False,
) -> None:
    """Say whether the sender rule lets this address out, and if not, what to change."""
    if relay and webspace:
        refuse("Choose one of --relay and --webspace: mail leaves one way or the other.")
    if jsonl:
        with_desk(context, _sender_lines)
    if not words:
        refuse("Name the sender, such as: helpdesk checksender shop@example.com info@example.com")

    async def work(desk: Desk, screen: Screen) -> Exit:
        ways = _ways(words, relay=relay, webspace=webspace)
        reports = [await desk.check_sending(way) for way in ways]
        if json_:
            found = [as_json.sender_report(report, screen.language) for report in reports]
            as_json.show(found[0] if len(found) == 1 else found)
        for report in () if json_ else reports:
            show_sender.sender(screen, report)
        return max(BY_RULING[report.verdict] for report in reports)

    with_desk(context, work)


async def _spf_lines(desk: Desk, screen: Screen) -> Exit:
    async def work(asked: Json) -> Json:
        if "domain" in asked and "ip" not in asked:
            return as_json.spf_report(await desk.check_spf(text(asked, "domain")), screen.language)
        verdict = await desk.check_host(
            ip=text(asked, "ip"), sender=text(asked, "sender"), helo=text(asked, "helo")
        )
        return as_json.verdict(verdict, screen.language)

    return await answer_lines(work, screen.language)


async def _sender_lines(desk: Desk, screen: Screen) -> Exit:
    async def work(asked: Json) -> Json:
        report = await desk.check_sender(
            text(asked, "address"),
            text(asked, "account") if asked.get("account") else None,
            relay=bool(asked.get("relay")),
            webspace=bool(asked.get("webspace")),
        )
        return as_json.sender_report(report, screen.language)

    return await answer_lines(work, screen.language)


def _ways(words: Sequence[str], *, relay: bool, webspace: bool) -> tuple[Sending, ...]:
    """What was typed: an address, several with commas between, or a whole bounce; an account."""
    if len(words) == len(SENDER_AND_ACCOUNT):
        check = replace(SenderCheck.parse(words[0]), account=Address.parse(words[1]))
    else:
        check = SenderCheck.parse(" ".join(words))
    if relay or webspace:
        check = replace(check, route=Route.RELAY if relay else Route.WEBSPACE)
    return sendings(check)


def _by_result(result: Result) -> Exit:
    if result is Result.TEMPERROR:
        return Exit.UNKNOWN
    return Exit.FINE if result is Result.PASS else Exit.PROBLEM
