"""A local stand-in for Slack with a web page, for trying Helpdesk out and for its tests."""

from bot.playground.faults import HANG_UP, HANG_UP_DONE, SERVER_ERROR, Fault, silence, too_many
from bot.playground.installed import Installed, read_manifest
from bot.playground.playground import Options, Playground
from bot.playground.rates import Rates
from bot.playground.refusal import NotPossible
from bot.playground.timing import Timing

__all__ = [
    "HANG_UP",
    "HANG_UP_DONE",
    "SERVER_ERROR",
    "Fault",
    "Installed",
    "NotPossible",
    "Options",
    "Playground",
    "Rates",
    "Timing",
    "read_manifest",
    "silence",
    "too_many",
]
