"""What an answer to a response URL, or in an acknowledgement, does to the channel."""

from bot.playground.methods.call import Call
from bot.playground.methods.chat import content, metadata
from bot.playground.refusal import Refused
from bot.playground.responses import ResponseUrl
from bot.playground.service import Service
from bot.playground.workspace import BOT_USER, Json, Message


def respond(service: Service, url: ResponseUrl, body: Json) -> str:
    """Post, replace or delete as the body says; gives the ts of what stands there now.

    Only the one person sees it, unless the body says `in_channel`.
    """
    call = Call(service, body)
    original = _original(service, url)
    if call.flag("delete_original"):
        if original is None:
            raise Refused("message_not_found")
        service.delete(original)
        return ""
    text, blocks = content(call)
    # A slash command has no original: there Slack posts a second message.
    if call.flag("replace_original") and original:
        # Seen in Slack: an ephemeral message that stood in a thread comes back in the channel.
        place = {"thread_ts": None} if original.only_for else {}
        return service.edit(original, text=text, blocks=blocks, **place).ts
    return _post(call, url, text, blocks)


def _post(call: Call, url: ResponseUrl, text: str, blocks: tuple[Json, ...]) -> str:
    in_channel = call.text("response_type", "ephemeral") == "in_channel"
    message = Message(
        channel=url.channel,
        ts=call.service.new_ts(),
        user=BOT_USER,
        text=text,
        blocks=blocks,
        thread_ts=call.text("thread_ts") or None,
        only_for=None if in_channel else url.user,
        metadata=metadata(call),
    )
    return call.service.post(message).ts


def _original(service: Service, url: ResponseUrl) -> Message | None:
    messages = service.workspace.messages.get(url.channel, {})
    return messages.get(url.original) if url.original else None
