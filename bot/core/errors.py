"""The errors that leave the core and the edges; each class says who reads its sentence."""

from bot.core.words import Text


class BotError(Exception):
    """Anything Helpdesk raises on purpose. Nobody reads this one: raise a subclass."""


class BadInput(BotError):
    """What a person typed cannot be understood. Shown to that person as it is, in their language."""

    def __init__(self, sentence: Text) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence


class Unavailable(BotError):
    """Something outside (Slack, the store) does not answer. Logged; the person gets a fixed sentence."""


class ArticleError(BotError):
    """An article, provider or glossary file is wrong. Read by its author: file, line and the cure.

    `sentence` is English, for terminal and log; `text` has it in both languages, for Slack.
    """

    def __init__(self, source: str, line: int, sentence: str | Text) -> None:
        super().__init__(f"{source}:{line}: {sentence}")
        self.source = source
        self.line = line
        self.sentence = str(sentence)
        self.text = sentence if isinstance(sentence, Text) else Text.same(sentence)
