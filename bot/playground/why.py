"""Why the desk answers a question as it does, for the inspector; pure."""

from bot.core.reply import Found, Match, NotFound, Reply, Unsure
from bot.playground.workspace import Json

SHOWN = 5  # runners-up


def explained(reply: Reply) -> Json:
    """What was decided, how sure, and the best sections with the words that met."""
    return {
        "question": reply.question,
        "decided": _decided(reply),
        "score": round(reply.score, 3),
        "language": reply.language.value,
        "best sections": [_line(match) for match in reply.ranked[:SHOWN]],
    }


def _decided(reply: Reply) -> str:
    match reply.outcome:
        case Found(section):
            return f"found {section.key}"
        case Unsure(choices):
            return "unsure between " + ", ".join(choice.key for choice in choices)
        case NotFound():
            return "nothing that answers it"


def _line(match: Match) -> str:
    met = ", ".join(
        asked if asked == there else f"{asked} ~ {there}" for asked, there in match.why[:SHOWN]
    )
    return f"{match.score:.3f}  {match.section.key}" + (f"  ({met})" if met else "")
