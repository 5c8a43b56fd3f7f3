"""What the stand-in refuses, in Slack's own error codes; holds no state."""

from typing import Any


class Refused(Exception):
    """A Web API call that Slack would refuse. Read by the caller of the API: `error` is Slack's code.

    `messages` are Slack's explaining lines ("[ERROR] … [json-pointer:/blocks/0]"), `extra` further
    fields of the answer, `status` the HTTP status and `retry_after` seconds for 429.
    """

    def __init__(self, error: str, *messages: str, **extra: Any) -> None:
        super().__init__(f"{error}: {'; '.join(messages)}" if messages else error)
        self.error = error
        self.messages = messages
        self.status = 200
        self.retry_after: int | None = None
        self.extra = extra

    def body(self) -> dict[str, Any]:
        """The JSON that the caller gets."""
        answer: dict[str, Any] = {"ok": False, "error": self.error, **self.extra}
        if self.messages:
            answer["response_metadata"] = {"messages": list(self.messages)}
        return answer


def rate_limited(seconds: int) -> Refused:
    """Slack's 429, to be retried after so many seconds."""
    refused = Refused("ratelimited")
    refused.status = 429
    refused.retry_after = seconds
    return refused


class NotPossible(Exception):
    """Slack's own client would not let a person do this. The sentence is shown as it is."""
