"""A call for a person in a thread: waiting, taken, solved."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.words import Language
from bot.core.words.slack import person as say
from bot.core.written import Handoff, Stage
from bot.slack.blocks import richtext
from bot.slack.blocks.forms import Form, View, field, modal, text_field
from bot.slack.blocks.parts import Message, actions, button, message, paragraph
from bot.slack.blocks.richtext import Element

SOLVE = Form("person.solved", say.SOLVE_TITLE, say.SOLVE)
MAX_QUESTION = 1500  # characters of the question that are repeated


@dataclass(frozen=True, slots=True)
class Tried:
    """What Helpdesk has done in the thread so far: headings of answers, checks as typed."""

    answers: Sequence[str] = ()
    checks: Sequence[str] = ()


def call(handoff: Handoff, helpers: str | None, tried: Tried, language: Language) -> Message:
    """The message that calls `helpers`, a user or user-group id, and how far it has come."""
    wanted = say.WANTED.to(language)
    if helpers is None:  # nobody is called any more: the sentence begins here
        wanted = wanted[0].upper() + wanted[1:]
    return message(
        f"{say.NOTICE.to(language)} {handoff.question}",
        [
            richtext.block(
                [
                    richtext.section(
                        [
                            richtext.emoji("raising_hand"),
                            *richtext.words(" "),
                            *(mention(helpers) if helpers else []),
                            *richtext.words(f" {wanted} "),
                            *mention(handoff.asker),
                        ]
                    ),
                    *_question(handoff, language),
                ]
            ),
            _answers(tried, language),
            _checks(tried, language),
            _progress(handoff, language),
            actions(_buttons(handoff, language)),
        ],
    )


def mention(who: str) -> list[Element]:
    """A mention that notifies: a user, or a user group by its S."""
    if who.startswith("S"):
        return [{"type": "usergroup", "usergroup_id": who}]
    return [{"type": "user", "user_id": who}]


def _question(handoff: Handoff, language: Language) -> list[Element]:
    if not handoff.question:
        return []
    quoted = richtext.words(handoff.question[:MAX_QUESTION])
    label = richtext.section(richtext.words(say.QUESTION.to(language)))
    return [label, {"type": "rich_text_quote", "elements": quoted}]


def _answers(tried: Tried, language: Language) -> Element | None:
    if not tried.answers:
        return None
    return paragraph(say.TRIED.fill(answers="; ".join(tried.answers)).to(language))


def _checks(tried: Tried, language: Language) -> Element | None:
    if not tried.checks:
        return None
    label = richtext.words(f"{say.CHECKED.to(language)} ")
    checks = [
        element
        for number, check in enumerate(tried.checks)
        for element in (
            *richtext.words("; " if number else ""),
            *richtext.words(check, richtext.CODE),
        )
    ]
    return richtext.block([richtext.section([*label, *checks])])


def _progress(handoff: Handoff, language: Language) -> Element | None:
    if handoff.helper is None and handoff.stage is not Stage.SOLVED:
        return None
    solved = handoff.stage is Stage.SOLVED
    label = (say.SOLVED_BY if solved else say.TAKEN_BY).to(language)
    elements = [
        richtext.emoji("white_check_mark" if solved else "hand"),
        *richtext.words(f" {label} "),
        *mention(handoff.helper or handoff.asker),
    ]
    if handoff.solution:
        elements += richtext.words(f": {handoff.solution}")
    return richtext.block([richtext.section(elements)])


def _buttons(handoff: Handoff, language: Language) -> list[Element]:
    value = f"{language.value} {handoff.channel} {handoff.thread}"
    buttons = []
    if handoff.stage is Stage.WAITING:
        buttons.append(button(say.TAKE.to(language), "person.take", value, style="primary"))
    if handoff.stage is not Stage.SOLVED:
        buttons.append(button(say.SOLVE.to(language), "person.solve", value))
    return buttons


def solve_form(language: Language, meta: str) -> View:
    """How was it solved?"""
    how = text_field(multiline=True)
    hint = say.HOW_HINT.to(language)
    return modal(
        SOLVE,
        language,
        meta,
        [field("how", say.HOW.to(language), how, optional=True, hint=hint)],
    )
