"""SpfReport -> the message of `/checkspf DOMAIN`."""

from bot.core.finding import Severity
from bot.core.spf.limits import MAX_LOOKUPS, MAX_VOID_LOOKUPS
from bot.core.spf.result import Result, SpfReport, Status, Verdict
from bot.core.typed.spf_check import SpfCheck
from bot.core.words import Language, Text
from bot.core.words.slack import checks as say
from bot.slack import markup
from bot.slack.blocks import findings
from bot.slack.blocks.parts import (
    Block,
    Message,
    actions,
    button,
    code,
    context,
    message,
    paragraph,
    verdict,
)
from bot.slack.blocks.richtext import Element
from bot.slack.blocks.shown import Shown

_ICONS = {Status.OK: "white_check_mark", Status.PROBLEM: "x", Status.UNKNOWN: "grey_question"}
_RESULT_ICONS = {
    Result.PASS: "white_check_mark",
    Result.FAIL: "x",
    Result.SOFTFAIL: "warning",
    Result.NEUTRAL: "grey_question",
    Result.NONE: "grey_question",
    Result.TEMPERROR: "grey_question",
    Result.PERMERROR: "x",
}
WORDS = {Status.OK: say.IN_ORDER, Status.PROBLEM: say.PROBLEM, Status.UNKNOWN: say.CANNOT_TELL}


def report(spf: SpfReport, shown: Shown) -> Message:
    """The verdict first, then the record, the count, what is wrong, the record to publish, the tree."""
    language = shown.language
    return message(
        _fallback(spf, language),
        [
            verdict(icon(spf), WORDS[spf.status].to(language), _about(spf, language)),
            _record(spf, language),
            context(*_counts(spf, language)),
            *_missing(spf, language),
            findings.findings(spf.findings, language) or _nothing_wrong(spf, language),
            *_suggested(spf, language),
            findings.tree(spf.tree, language),
            shown.signature(),
            actions([*shown.buttons("spf"), _explain(language)]),
        ],
        subject=f"checkspf {shown.typed}",
    )


def verdict_for(found: Verdict, check: SpfCheck, shown: Shown) -> Message:
    """What a receiver decides for one client, and why."""
    language = shown.language
    word = found.result.value.capitalize()  # RFC 7208 names the results; they are not translated
    about = say.SPF_FOR.fill(ip=check.ip, sender=check.sender or check.domain).to(language)
    meaning, reason = say.RESULTS[found.result].to(language), found.reason.to(language)
    return message(
        f"{word}: {about}. {meaning} {reason}",
        [
            verdict(_RESULT_ICONS[found.result], word, about),
            paragraph(meaning, reason),
            *([code(found.explanation)] if found.explanation else []),
            context(*_spent(found.lookups, found.void_lookups, language)),
            shown.signature(),
            actions([*shown.buttons("spf"), _explain(language)]),
        ],
        subject=f"checkspf {shown.typed}",
    )


def icon(spf: SpfReport) -> str:
    """The emoji code of a survey: a problem that refuses no mail is a warning."""
    worst = {finding.severity for finding in spf.findings}
    if spf.status is Status.PROBLEM and Severity.ERROR not in worst:
        return "warning"
    return _ICONS[spf.status]


def _about(spf: SpfReport, language: Language) -> str:
    return say.SPF_OF.fill(domain=spf.shown).to(language)


def _record(spf: SpfReport, language: Language) -> Block:
    if spf.published is not None:
        return code(spf.published)
    return paragraph((say.RECORD_UNKNOWN if _silent(spf) else say.NO_RECORD).to(language))


def _silent(spf: SpfReport) -> bool:
    """DNS did not tell about the record itself: never to be shown as "there is none"."""
    return spf.record is None and spf.status is Status.UNKNOWN


def _counts(spf: SpfReport, language: Language) -> list[str]:
    texts: list[Text] = []
    if spf.widest:
        text = say.ONE_NETWORK if spf.networks == 1 else say.NETWORKS
        texts.append(text.fill(count=spf.networks, widest=spf.widest))
    if spf.host:
        texts.append(say.PROVIDER.fill(provider=spf.host))
    spent = _spent(spf.lookups, spf.void_lookups, language)
    return spent + [markup.escape(text.to(language)) for text in texts]


def _spent(lookups: int, void: int, language: Language) -> list[str]:
    counted = say.LOOKUPS.fill(count=lookups, limit=MAX_LOOKUPS).to(language)
    empty = say.VOID.fill(count=void, limit=MAX_VOID_LOOKUPS).to(language)
    return [counted, empty] if void else [counted]


def _missing(spf: SpfReport, language: Language) -> list[Block]:
    if not spf.missing or _silent(spf):
        return []
    names = ", ".join(f"`{name}`" for name in spf.missing)
    return [paragraph(say.MISSING.to(language).format(names=names))]


def _nothing_wrong(spf: SpfReport, language: Language) -> Block | None:
    return paragraph(say.NO_FINDINGS.to(language)) if spf.status is Status.OK else None


def _suggested(spf: SpfReport, language: Language) -> list[Block]:
    if spf.suggested_record is None:
        return []
    label = say.SUGGESTED.fill(domain=spf.shown).to(language)
    return [paragraph(label), code(spf.suggested_record)]


def _explain(language: Language) -> Element:
    return button(say.WHAT_IS_SPF.to(language), "spf.explain", language.value)


def _fallback(spf: SpfReport, language: Language) -> str:
    count = say.LOOKUPS.fill(count=spf.lookups, limit=MAX_LOOKUPS).to(language)
    start = f"{WORDS[spf.status].to(language)}: {_about(spf, language)}. {count}."
    return " ".join([start, *(finding.sentence.to(language) for finding in spf.findings)])
