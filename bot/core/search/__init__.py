"""A library and a question -> ranked matches, each with its reasons; decides nothing."""

from bot.core.search.build import build
from bot.core.search.glossary import Glossary, Synonyms
from bot.core.search.index import Index
from bot.core.search.layered import Layered, renewed

__all__ = ["Glossary", "Index", "Layered", "Synonyms", "build", "renewed"]
