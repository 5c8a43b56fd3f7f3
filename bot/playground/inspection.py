"""What led to a message, and what it is made of, for the inspector; pure."""

from collections.abc import Iterator, Sequence

from bot.playground.dispatch import Delivery, Envelope
from bot.playground.payloads import message_json
from bot.playground.service import ApiCall
from bot.playground.workspace import Json, Message, Workspace

TIMES = ("ts", "message_ts", "thread_ts", "timestamp")


def inspect(
    workspace: Workspace, message: Message, log: Sequence[Delivery], calls: Sequence[ApiCall]
) -> Json:
    """The message as JSON, and every delivery and call about it or its thread, the oldest first.

    `steps` have a time in seconds since the Unix epoch; deliveries also how long the app took to
    acknowledge them, in seconds.
    """
    family = {message.ts, message.thread_ts or message.ts}
    steps = [
        *(_delivery(d) for d in log if family & set(_event_times(d.envelope))),
        *(_call(c) for c in calls if family & _call_times(c)),
    ]
    return {
        "message": message_json(workspace, message, metadata=True),
        "steps": sorted(steps, key=lambda step: float(step["at"])),
        "why": (message.metadata or {}).get("event_payload"),
    }


def _event_times(envelope: Envelope) -> Iterator[str]:
    payload = envelope.payload
    event = payload.get("event") or payload
    parts = (event, event.get("message"), event.get("container"), event.get("previous_message"))
    for part in parts:
        if isinstance(part, dict):
            yield from (part[name] for name in TIMES if part.get(name))


def _call_times(call: ApiCall) -> set[str]:
    named = {str(call.arguments[name]) for name in TIMES if call.arguments.get(name)}
    return named | ({call.made} if call.made else set())


def _delivery(delivery: Delivery) -> Json:
    acked = delivery.acked_at
    first = delivery.attempts[0].at if delivery.attempts else 0.0
    return {
        "kind": "delivery",
        "at": first,
        "title": delivery.envelope.title,
        "type": delivery.envelope.type,
        "attempts": len(delivery.attempts),
        "acked_after": None if acked is None else round(acked - delivery.attempts[-1].at, 4),
        "json": delivery.envelope.payload,
    }


def _call(call: ApiCall) -> Json:
    return {
        "kind": "call",
        "at": call.at,
        "title": call.method,
        "error": call.error,
        "json": call.arguments,
    }
