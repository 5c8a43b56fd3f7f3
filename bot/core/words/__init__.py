"""Every sentence of the interface, in German and in English: what a text is and how it is filled."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language that Helpdesk speaks."""

    EN = "en"
    DE = "de"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence of the interface in both languages.

    A sentence may mark a value as code with backticks (`` `v=spf1 -all` ``); every face renders
    the mark its own way. Placeholders are `{named}` and the same in both languages.
    """

    en: str
    de: str

    @classmethod
    def same(cls, text: str) -> "Text":
        """What is the same in both languages: a name, a list of values, another program's words."""
        return cls(en=text, de=text)

    def fill(self, **values: object) -> "Text":
        """The same sentence with its placeholders replaced; a `Text` value fills each language.

        Values are never read as templates, and a backtick in one cannot end the code mark.
        """
        return Text(
            self.en.format(**{k: _shown(v, Language.EN) for k, v in values.items()}),
            self.de.format(**{k: _shown(v, Language.DE) for k, v in values.items()}),
        )

    def to(self, language: Language) -> str:
        """The sentence in one language."""
        return self.de if language is Language.DE else self.en

    def __str__(self) -> str:
        return self.en


def _shown(value: object, language: Language) -> str:
    return value.to(language) if isinstance(value, Text) else str(value).replace("`", "ˋ")
