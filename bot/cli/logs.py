"""How Helpdesk logs: one line an event, JSON in a pipe, and no secret in it whatever happens."""

import logging
import re
import sys
from collections.abc import Mapping
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# Slack's tokens (bot, user, app, configuration), its answer addresses, and passwords in URLs.
_SECRETS = re.compile(
    r"""xox[a-z]-[\w-]+ | xapp-[\w-]+ | xoxe[\w.-]+
    | (?<=/commands/)\S+ | (?<=/actions/)\S+
    | (?<=://)[^/\s:@]+:[^/\s@]+(?=@)""",
    re.VERBOSE,
)
HIDDEN = "…"


def configure(sink: TextIO = sys.stderr, *, readable: bool | None = None) -> None:
    """Log to `sink`: readable lines on a terminal, JSON lines elsewhere.

    Ours from INFO on; other libraries' only warnings, since what they say below that may hold
    what people wrote.
    """
    readable = sink.isatty() if readable is None else readable
    shown: Processor = (
        structlog.dev.ConsoleRenderer() if readable else structlog.processors.JSONRenderer()
    )
    handler = logging.StreamHandler(sink)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_COMMON,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                without_secrets,
                shown,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("helpdesk").setLevel(logging.INFO)
    structlog.configure(
        processors=[*_COMMON, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def without_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The event with every token and password hidden, wherever in it they stand."""
    return {key: _hidden(value) for key, value in event.items()}


def _hidden(value: object) -> object:
    match value:
        case str():
            return _SECRETS.sub(HIDDEN, value)
        case Mapping():
            return {key: _hidden(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_hidden(inner) for inner in value]
        case int() | float() | None:
            return value
        case _:
            return _SECRETS.sub(HIDDEN, str(value))


_COMMON: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.PositionalArgumentsFormatter(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
