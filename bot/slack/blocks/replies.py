"""Reply, Section, Article -> the messages that answer a question."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import format_date

from bot.core.article import Article, Section
from bot.core.provider import ServerText
from bot.core.words import Language, Text
from bot.core.words.sender_findings import SERVER_MEANS
from bot.core.words.slack import home, person
from bot.core.words.slack import replies as say
from bot.slack import markup
from bot.slack.blocks import feedback, prose, richtext
from bot.slack.blocks.parts import (
    Block,
    Message,
    actions,
    button,
    context,
    message,
    paragraph,
    shorten,
)
from bot.slack.blocks.richtext import Element

CUT_BELOW = 375  # the same where a check's verdict stands above it
CUT = 740  # characters of Markdown shown before "Show all": what a thread on a laptop holds
LONGEST = 11_000  # characters of Markdown that fit into one message with all that is around it
BUTTON_SHOWN = 30  # characters of a button that the narrow column of a thread shows
MAX_NEIGHBOURS = 2  # buttons, each a line of a thread; more would fill the screen


@dataclass(frozen=True, slots=True)
class Answer:
    """How an answer is shown.

    `question` is the `ts` of the question it stands under, empty for a private answer; `whole`
    shows a long section to its end; `unasked` offers to keep quiet; `check` is a button that
    offers the live check which the question asks for; `below` that the result of one stands above.
    """

    question: str = ""
    whole: bool = False
    unasked: bool = False
    check: Element | None = None
    below: bool = False

    @property
    def longest(self) -> int:
        """Characters of Markdown that are shown."""
        return LONGEST if self.whole else CUT_BELOW if self.below else CUT

    def value(self, section: Section) -> str:
        """What a button about this section carries: language, section, question."""
        return f"{section.language.value} {section.key} {self.question}".strip()


PRIVATE = Answer()


def found(section: Section, article: Article | None, shown: Answer = PRIVATE) -> Message:
    """The answer, its source, what stands next to it, feedback, and the way to a person.

    `article` is None where the section's article is not at hand.
    """
    text, more = prose.cut(section.text, shown.longest)
    parts = [
        richtext.section(richtext.words(section.heading, richtext.BOLD)),
        *prose.markdown(text),
    ]
    return message(
        f"{section.heading}: {richtext.plain(parts[1:])}",
        [
            richtext.block(parts),
            source(article, section.language) if article else None,
            actions(_near(section, article, shown, more=more and not shown.whole)),
            actions(_further(section, shown)),
            feedback.buttons(f"{section.key} {shown.question}".strip(), section.language),
        ],
        subject=section.key,
    )


def source(article: Article, language: Language) -> Block:
    """Where an answer comes from: the article's title, linked if it has an address, and its date."""
    title = article.title
    linked = markup.link(article.url, title) if article.url else markup.escape(title)
    dated = (
        say.UPDATED.fill(date=_day(article.updated, language)) if article.updated else Text("", "")
    )
    parts = [say.SOURCE.to(language).format(title=linked), dated.to(language)]
    return context(" · ".join(part for part in parts if part))


@cache  # as many as articles have been updated on
def _day(updated: date, language: Language) -> str:
    return format_date(updated, "long", locale=language.value)


def _near(section: Section, article: Article | None, shown: Answer, *, more: bool) -> list[Element]:
    """*Show all*, and the neighbours in the article."""
    rest = [button(say.SHOW_ALL.to(section.language), "reply.all", shown.value(section))]
    return (rest if more else []) + [
        button(neighbour.heading, f"reply.neighbour.{number}", shown.value(neighbour))
        for number, neighbour in enumerate(neighbours(section, article))
    ]


def _further(section: Section, shown: Answer) -> list[Element]:
    """What can be done with the answer, or instead of it."""
    language, value = section.language, shown.value(section)
    buttons = [button(say.CUSTOMER_TEXT.to(language), "reply.customer", value)]
    if shown.check:
        buttons.insert(0, shown.check)
    if shown.question:
        buttons.append(button(person.CALL.to(language), "person.call", value))
    if shown.unasked:
        buttons.append(button(home.MUTE.to(language), "channel.mute", language.value))
    return buttons


def neighbours(section: Section, article: Article | None) -> Sequence[Section]:
    """The sections before and after this one, nearest first, in the article's order."""
    if article is None:
        return ()
    ids = [other.id for other in article.sections]
    here = ids.index(section.id) if section.id in ids else 0
    near = sorted(range(len(ids)), key=lambda place: (abs(place - here), -place))
    return [article.sections[place] for place in sorted(near[1 : MAX_NEIGHBOURS + 1])]


def unsure(choices: Sequence[Section], language: Language, shown: Answer = PRIVATE) -> Message:
    """Two or three sections to choose from; the choice replaces this message.

    Below a check's verdict, which may be all that was wanted, they are only offered.
    """
    headings = [choice.heading for choice in choices]
    lead = say.UNSURE_BELOW if shown.below else say.UNSURE
    spoken = say.UNSURE_BELOW_FALLBACK if shown.below else say.UNSURE_FALLBACK
    fallback = spoken.fill(choices=_either(headings)).to(language)
    buttons = [
        button(choice.heading, f"reply.choose.{number}", shown.value(choice))
        for number, choice in enumerate(choices)
    ]
    none = button(say.NONE_OF_THESE.to(language), "reply.none", _asked(shown, language))
    cut = any(len(heading) > BUTTON_SHOWN for heading in headings)
    listed = richtext.block([richtext.listing([richtext.words(h) for h in headings], ordered=True)])
    return message(
        fallback,
        [paragraph(lead.to(language)), listed if cut else None, actions([*buttons, none])],
    )


def _either(headings: Sequence[str]) -> Text:
    return Text(say.OR.en.join(headings), say.OR.de.join(headings))


def not_found(
    language: Language, shown: Answer = PRIVATE, told: ServerText | None = None
) -> Message:
    """Honest, what can be done instead, and the way to a person.

    `told` is what a mail server said in the question: what it means is known without an article.
    """
    texts = (say.NOT_FOUND, say.CAN_DO)
    if told:
        texts = (SERVER_MEANS.fill(says=told.says, meaning=told.meaning), say.NO_MORE)
    sentences = [text.to(language) for text in texts]
    call = button(person.CALL.to(language), "person.call", _asked(shown, language))
    return message(
        sentences[0],
        [paragraph(*sentences), actions([call]) if shown.question else None],
    )


def offer_person(language: Language, shown: Answer = PRIVATE) -> Message:
    """The way to a person, for somebody who asks for nothing else."""
    said = person.OFFER.to(language)
    call = button(person.CALL.to(language), "person.call", _asked(shown, language))
    return message(said, [paragraph(said), actions([call])])


def _asked(shown: Answer, language: Language) -> str:
    return f"{language.value} - {shown.question}"


def sentence(text: Text, language: Language) -> Message:
    """One sentence of the interface: wrong input, a failure, a note."""
    said = text.to(language)
    return message(said, [paragraph(said)])


def usage(language: Language, first: Text | None = None) -> Message:
    """What Helpdesk can do; `first` is the sentence that leads to it."""
    items = [richtext.sentence(line.to(language)) for line in say.HELP]
    title = richtext.section(richtext.words(say.HELP_TITLE.to(language), richtext.BOLD))
    lead = (first or say.HELP_TITLE).to(language)
    return message(
        f"{lead} {say.HELP[0].to(language)}",
        [
            paragraph(first.to(language)) if first else None,
            richtext.block([title, richtext.listing(items)]),
        ],
    )


def topics(articles: Sequence[Article], language: Language) -> Message:
    """All articles by topic, each section a line."""
    if not articles:
        return sentence(say.NO_TOPICS, language)
    title = say.TOPICS_TITLE.to(language)
    parts = [richtext.section(richtext.words(title, richtext.BOLD))]
    for article in articles:
        parts.append(richtext.section(richtext.words(article.title, richtext.BOLD)))
        parts.append(richtext.listing([richtext.words(s.heading) for s in article.sections]))
    titles = ", ".join(article.title for article in articles)
    return message(f"{title}: {titles}", [richtext.block(parts)])


def customer_text(section: Section) -> Message:
    """The answer as plain text to paste into a mail."""
    text = richtext.plain(prose.markdown(section.text))
    return message(text, [richtext.block([richtext.preformatted(shorten(text, LONGEST))])])
