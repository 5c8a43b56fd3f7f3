"""Which mail host a domain uses, and what is particular to it: read from knowledge/providers."""

from bot.core.provider.facts import (
    Cname,
    Provider,
    ProviderKind,
    SenderRule,
    ServerText,
    Site,
    text_in,
)
from bot.core.provider.file import parse
from bot.core.provider.recognise import (
    Recognised,
    ShownBy,
    named_in,
    recognise,
    recognise_gateway,
    recognise_include,
)

__all__ = [
    "Cname",
    "Provider",
    "ProviderKind",
    "Recognised",
    "SenderRule",
    "ServerText",
    "ShownBy",
    "Site",
    "named_in",
    "parse",
    "recognise",
    "recognise_gateway",
    "recognise_include",
    "text_in",
]
