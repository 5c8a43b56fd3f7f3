"""One domain's SPF policy out of the TXT records of its name, read once a check (RFC 7208, 4.5)."""

from dataclasses import dataclass

from bot.core.lookup import Records, Response
from bot.core.spf.record import Broken, Record, is_spf, parse


@dataclass(frozen=True, slots=True)
class Policy:
    """How many SPF records a name has, and what the only one says; None for none and several."""

    count: int
    record: Record | Broken | None


class Policies:
    """The policies of one check: what look-ahead and evaluation both need is parsed once."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[Response, Policy]] = {}

    def read(self, name: str, response: Response) -> Policy:
        """The policy of a name, from memory where it is the very same response."""
        before, policy = self._read.get(name, (None, None))
        if policy is None or before is not response:
            policy = _policy(response)
            self._read[name] = (response, policy)
        return policy


def _policy(response: Response) -> Policy:
    values = response.values if isinstance(response, Records) else ()
    texts = [text for text in values if isinstance(text, str) and is_spf(text)]
    return Policy(len(texts), parse(texts[0]) if len(texts) == 1 else None)
