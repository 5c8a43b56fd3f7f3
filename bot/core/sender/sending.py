"""One way of sending, to be checked: who sends, who logs in, by which route."""

from dataclasses import dataclass

from bot.core.typed import Address, Domain, Route, SenderCheck


@dataclass(frozen=True, slots=True)
class Sending:
    """One sender (None: the empty one, `<>`) through one account (None: none was named).

    `header_from` is the From that people see where it differs from the sender; `context` is the
    text in which all this was said, for what it tells about the outgoing server.
    """

    sender: Address | None
    account: Address | None = None
    route: Route = Route.MAILBOX
    header_from: Address | None = None
    context: str = ""

    @property
    def subject(self) -> Domain | None:
        """The domain that DNS is asked about: the sender's, for an empty sender the account's."""
        address = self.sender or self.account
        return address.domain if address else None

    @property
    def visible(self) -> Domain | None:
        """The domain of the From that people see, on which DMARC rests."""
        return self.header_from.domain if self.header_from else self.subject


def sendings(check: SenderCheck) -> tuple[Sending, ...]:
    """One `Sending` for each sender of a command or a pasted text."""
    return tuple(
        Sending(sender, check.account, check.route, check.header_from, check.context)
        for sender in check.senders
    )
