"""A small bilingual library for the tests of the search."""

from bot.core.article import Article, Audience, Section
from bot.core.search import Glossary, Synonyms
from bot.core.words import Language

GLOSSARY = Glossary(
    (
        Synonyms(("relay", "smarthost", "mail relay", "Relay-Server")),
        Synonyms(("sender", "Absender", "From address", "Von-Adresse")),
        Synonyms(("domain", "Domäne"), article="elsewhere"),
    )
)

_RULE = {
    Language.EN: (
        ("relay", "Relay server: what it needs", "It needs a mailbox and an SPF record.", ()),
        ("why", "The reason: security", "A foreign sender is a danger.", ("Why was it changed?",)),
        ("same", "Same domain: nothing to do", "Sender and mailbox share a domain.", ()),
    ),
    Language.DE: (
        ("relay", "Relay-Server: was er braucht", "Er braucht ein Postfach und SPF.", ()),
        ("why", "Der Grund: Sicherheit", "Ein fremder Absender ist gefährlich.", ("Warum das?",)),
        ("same", "Gleiche Domain: nichts zu tun", "Absender und Postfach passen.", ()),
    ),
}
_PRINTER = (
    ("paper", "Paper jam in the printer", "Open the tray and pull the sheet out.", ()),
    ("toner", "Changing the toner cartridge", "Cartridges are in the cupboard.", ("toner empty?",)),
)


def article(
    name: str,
    language: Language,
    rows: tuple[tuple[str, str, str, tuple[str, ...]], ...],
    audience: Audience = Audience.PUBLIC,
) -> Article:
    """An article of rows: section id, heading, text, sample questions."""
    sections = tuple(
        Section(name, id_, language, heading, text, questions=questions)
        for id_, heading, text, questions in rows
    )
    return Article(
        name, name, language, sections, audience=audience, source=f"{name}.{language}.md"
    )


RULE_EN = article("rule", Language.EN, _RULE[Language.EN])
RULE_DE = article("rule", Language.DE, _RULE[Language.DE])
PRINTER = article("printer", Language.EN, _PRINTER, Audience.INTERNAL)
LIBRARY = (RULE_EN, RULE_DE, PRINTER)
