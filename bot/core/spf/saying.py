"""Fills the sentences of findings, and keeps what a hostile zone can make them say short."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.core.finding import Finding
from bot.core.typed.domain import u_labels
from bot.core.words import Text
from bot.core.words.spf_tree import MORE

LONGEST_VALUE = 120  # characters of one value in a sentence; a common include has about 30
MOST_ALIKE = 5  # findings of one code that are told one by one


def fill(finding: Finding, **values: object) -> Finding:
    """A finding with the placeholders of its sentences replaced, long values cut, IDNs readable."""
    cure = finding.cure and told(finding.cure, **values)
    return replace(finding, sentence=told(finding.sentence, **values), cure=cure)


def told(sentence: Text, **values: object) -> Text:
    """A sentence with its placeholders replaced, long values cut, the domain as people write it."""
    shown = {key: u_labels(str(v)) if key == "domain" else v for key, v in values.items()}
    return sentence.fill(**{key: shortened(value) for key, value in shown.items()})


def shortened(value: object) -> Text | str:
    """A value as a sentence shows it; a `Text` is left as it is."""
    if isinstance(value, Text):
        return value
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"


def marked(words: list[str]) -> Text:
    """Words, each marked as code, with commas between them; of many the first ones."""
    mark = Text(en="`{word}`", de="`{word}`")
    text = ", ".join(mark.fill(word=shortened(word)).en for word in words[:MOST_ALIKE])
    text += ", …" if len(words) > MOST_ALIKE else ""
    return Text(en=text, de=text)


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings in their order; of each code the first few, then how many more there are."""
    findings = tuple(findings)
    total = Counter(finding.code for finding in findings)
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.code] += 1
        if seen[finding.code] <= MOST_ALIKE:
            yield finding
        elif seen[finding.code] == total[finding.code]:
            more = fill(MORE, count=total[finding.code] - MOST_ALIKE, code=finding.code)
            yield replace(more, code=finding.code, severity=finding.severity)
