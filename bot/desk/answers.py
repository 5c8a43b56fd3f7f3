"""Answers from the articles: which index is in force, and what it says to a question."""

import asyncio
from collections.abc import Iterable

from bot.core import followup
from bot.core import reply as replies
from bot.core.article import Article, Audience, Section
from bot.core.provider import ServerText, text_in
from bot.core.reply import Reply
from bot.core.search import Index, Layered, build, renewed
from bot.core.shelf import Shelf
from bot.core.text import guess_language
from bot.core.words import Language
from bot.desk.needs import Library, Meter

LONGEST_QUESTION = 4000  # characters; what follows is quoted mail, and would drown the question


class Answers:
    """Asks one index, which is built off the event loop and swapped at once."""

    def __init__(self, library: Library, language: Language, meter: Meter) -> None:
        self._library = library
        self._meter = meter
        self._language = language
        self._shelf = self._built = Shelf()
        self._base = build(())  # of what was built; the index lays over it what changed since
        self._index: Index | Layered = self._base

    async def refresh(self) -> None:
        """Put in force what the library holds now, if that has changed."""
        if await self._library.changed():
            await self._library.reload()
        shelf = self._library.shelf()
        if shelf is not self._shelf:
            index = await asyncio.to_thread(
                renewed, self._base, self._built.articles, shelf.articles, shelf.glossary
            )
            if isinstance(index, Index):
                self._base, self._built = index, shelf
            self._index, self._shelf = index, shelf

    @property
    def shelf(self) -> Shelf:
        """The articles, providers and problems in force."""
        return self._shelf

    async def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        unasked: bool = False,
        audience: Audience = Audience.INTERNAL,
        subject: str | None = None,
    ) -> Reply:
        """The reply to a question in the asker's words (plain text, any length).

        `language` is the asker's own, for a question whose words do not tell; `unasked` decides as
        in a support channel, where only the sure may speak; `audience` PUBLIC leaves out what is
        for the workspace's members only. `subject` is the section that the thread is about, for a
        further question in it ("and with a relay?").
        """
        text = question[:LONGEST_QUESTION]
        spoken = guess_language(text) or language or self._language
        reply = replies.decide(
            text, self._index, language=spoken, unasked=unasked, audience=audience
        )
        if subject:
            reply = followup.narrowed(reply, subject)
        self._meter.question(type(reply.outcome).__name__)
        return reply

    def section(
        self, key: str, language: Language, audience: Audience = Audience.INTERNAL
    ) -> Section | None:
        """The section "article-id/section-id", in this language if there is one, else in another.

        None where there is no such section, or these people may not read it.
        """
        article_id, _, section_id = key.rpartition("/")
        for article in self._versions(article_id, language, audience):
            for section in article.sections:
                if section.id == section_id:
                    return section
        return None

    def server_text(self, told: str) -> ServerText | None:
        """What a mail host's server says, if somebody told just that, and what it means."""
        return text_in(told, (text for p in self._shelf.providers for text in p.server_texts))

    def article(
        self, article_id: str, language: Language, audience: Audience = Audience.INTERNAL
    ) -> Article | None:
        """The article of this id, in this language if there is one, else in another."""
        return next(iter(self._versions(article_id, language, audience)), None)

    def articles(
        self, language: Language, audience: Audience = Audience.INTERNAL
    ) -> tuple[Article, ...]:
        """Every article these people may read, each once, by topic and title."""
        ids = dict.fromkeys(article.id for article in self._shelf.articles)
        found = (self.article(article_id, language, audience) for article_id in ids)
        return tuple(
            sorted(
                (article for article in found if article),
                key=lambda article: (article.topic or "", article.title),
            )
        )

    def _versions(
        self, article_id: str, language: Language, audience: Audience
    ) -> Iterable[Article]:
        versions = [
            article
            for article in self._shelf.articles
            if article.id == article_id
            and (audience is Audience.INTERNAL or article.audience is Audience.PUBLIC)
        ]
        return sorted(versions, key=lambda article: article.language is not language)
