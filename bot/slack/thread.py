"""What a thread tells: our reply to a question, what was spoken of, who takes part. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from bot.slack import markup

Thread: TypeAlias = Sequence[Mapping[str, Any]]

CHECK = "check"  # how the subject of a check begins
PRIVATE = "private-"  # how the `ts` of a question begins that stands in no channel


def about(message: Mapping[str, Any]) -> Mapping[str, str]:
    """What we keep with a message of ours: "question" and "subject"."""
    kept: Mapping[str, str] = message.get("metadata", {}).get("event_payload", {})
    return kept


def reply_to(thread: Thread, question: str) -> Mapping[str, Any] | None:
    """Our reply to the question with this `ts`."""
    return next((one for one in thread if about(one).get("question") == question), None)


def text_of(thread: Thread, ts: str) -> str:
    """What the message with this `ts` says now; "" where it is no longer there."""
    found = (str(message.get("text") or "") for message in thread if message.get("ts") == ts)
    return next(found, "")


def subjects(thread: Thread) -> list[str]:
    """What we have said, in order, each once: section keys, and checks as they were typed."""
    told = (about(message).get("subject", "") for message in thread)
    return list(dict.fromkeys(filter(None, told)))


def spoken_of(thread: Thread) -> Iterator[tuple[str, str]]:
    """The section and question of each answer of ours, the latest first; a choice has no section."""
    for message in reversed(thread):
        kept = about(message)
        subject, question = kept.get("subject", ""), kept.get("question", "")
        if question and not subject.startswith(CHECK):
            yield subject, question


def between_us(thread: Thread, user: str, me: str) -> bool:
    """Whether somebody began this thread by a mention of us, and nobody else has spoken in it."""
    if not thread or not markup.mentions(thread[0].get("text", ""), me):
        return False
    return all(message.get("user") in {user, me} for message in thread)
