"""SenderReport -> the message of `/checksender`."""

from collections.abc import Sequence

from bot.core.finding import Severity
from bot.core.sender import Comparison, Ruling, SenderReport
from bot.core.spf.limits import MAX_LOOKUPS
from bot.core.spf.result import SpfReport
from bot.core.words import Language
from bot.core.words.slack import checks as say
from bot.slack import markup
from bot.slack.blocks import findings, spf
from bot.slack.blocks.parts import (
    Block,
    Message,
    actions,
    button,
    code,
    context,
    message,
    paragraph,
    plain_text,
    shorten,
    verdict,
)
from bot.slack.blocks.richtext import Element
from bot.slack.blocks.shown import Shown

MAX_WRONG = 2  # findings, and lines of the two columns, before *Show details*
MAX_LINES = 4  # of the two columns; a section has ten fields, two of them the heads
MAX_CELL = 300  # characters of one field; Slack takes 2,000
DOMAIN_ON_BUTTON = 50  # characters of a domain that a button shows

_ICONS = {
    Ruling.ALLOWED: "white_check_mark",
    Ruling.REFUSED: "x",
    Ruling.UNKNOWN: "grey_question",
}
_WORDS = {
    Ruling.ALLOWED: say.ALLOWED,
    Ruling.REFUSED: say.REFUSED,
    Ruling.UNKNOWN: say.CANNOT_TELL,
}


def report(sender: SenderReport, shown: Shown) -> Message:
    """The verdict first, then why and what to do; the rest, if `shown` is not `whole`, on request."""
    language = shown.language
    parts = _whole(sender, language) if shown.whole else _brief(sender, language)
    return message(
        f"{_line(sender, language)}. {sender.reason.to(language)}",
        [
            _verdict(sender, language),
            paragraph(sender.reason.to(language)),
            *parts,
            context(_spf_line(sender.spf, language)) if sender.spf else None,
            shown.signature(),
            actions(_buttons(sender, shown)),
        ],
        subject=f"checksender {shown.typed}",
    )


def _brief(sender: SenderReport, language: Language) -> list[Block | None]:
    """The one thing to do, and what is wrong: what fits on a screen and is read in 20 seconds."""
    wrong = [finding for finding in sender.findings if finding.severity is not Severity.NOTE]
    differing = [line for line in sender.comparison if not line.agrees]
    return [
        findings.advice(sender.advice[:1], language),
        _columns(differing[:MAX_WRONG], language),
        findings.findings(wrong[:MAX_WRONG], language),
    ]


def _whole(sender: SenderReport, language: Language) -> list[Block | None]:
    """What the server says, both columns, every way to mend it, and what else was noticed."""
    return [
        *_server(sender, language),
        _columns(sender.comparison, language),
        findings.advice(sender.advice, language),
        *findings.compact(sender.findings, language),
    ]


def several(senders: Sequence[SenderReport], shown: Shown) -> Message:
    """A verdict and its reason for each of several senders; the details are for one alone."""
    language = shown.language
    parts = [
        part
        for sender in senders
        for part in (_verdict(sender, language), paragraph(sender.reason.to(language)))
    ]
    buttons = [*shown.buttons("sender"), _read_section(senders[0], language)]
    text = ". ".join(_line(sender, language) for sender in senders)
    blocks = [*parts, shown.signature(), actions(buttons)]
    return message(text, blocks, subject=f"checksender {shown.typed}")


def _line(sender: SenderReport, language: Language) -> str:
    return f"{_WORDS[sender.verdict].to(language)}: {_about(sender, language)}"


def _verdict(sender: SenderReport, language: Language) -> Block:
    word = _WORDS[sender.verdict].to(language)
    return verdict(_ICONS[sender.verdict], word, _about(sender, language))


def _about(sender: SenderReport, language: Language) -> str:
    empty, named = sender.address is None, sender.account is not None
    through = say.EMPTY_THROUGH if empty else say.SENDER_THROUGH
    alone = say.EMPTY_ALONE if empty else say.SENDER_ALONE
    sentence = through if named else alone
    return sentence.fill(address=sender.address, account=sender.account).to(language)


def _server(sender: SenderReport, language: Language) -> list[Block]:
    if sender.server_text is None:
        return []
    return [paragraph(say.SERVER_SAYS.to(language)), code(sender.server_text)]


def _columns(lines: Sequence[Comparison], language: Language) -> Block | None:
    """What is beside what should be, in two columns; None where there is nothing to compare."""
    if not lines:
        return None
    cells = [say.IS.to(language), say.SHOULD_BE.to(language)]
    for line in lines[:MAX_LINES]:
        mark = "" if line.agrees else " ≠"
        cells += [
            f"{line.label.to(language)}: {line.found.to(language)}{mark}",
            line.wanted.to(language),
        ]
    fields = [plain_text(cell.replace("`", ""), MAX_CELL) for cell in cells]
    return {"type": "section", "fields": fields}


def _spf_line(survey: SpfReport, language: Language) -> str:
    line = say.SPF_LINE.fill(
        domain=survey.shown,
        status=spf.WORDS[survey.status],
        count=survey.lookups,
        limit=MAX_LOOKUPS,
    )
    return f":{spf.icon(survey)}: {markup.escape(line.to(language))}"


def _buttons(sender: SenderReport, shown: Shown) -> list[Element]:
    language = shown.language
    buttons = [*shown.details("sender"), *shown.buttons("sender")]
    if sender.spf:
        label = say.CHECK_SPF.fill(domain=shorten(sender.spf.shown, DOMAIN_ON_BUTTON)).to(language)
        buttons.append(button(label, "spf.offer", f"{language.value} {sender.spf.domain}"))
    return [*buttons, _read_section(sender, language)]


def _read_section(sender: SenderReport, language: Language) -> Element:
    value = f"{language.value} {sender.section or ''}".strip()
    return button(say.READ_SECTION.to(language), "sender.explain", value)
