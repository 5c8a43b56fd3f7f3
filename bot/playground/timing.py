"""How long Slack waits for what; numbers only."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Timing:
    """Slack's deadlines in seconds (docs: Events API, Interactivity, Response URLs).

    Tests hand in a faster one (`Timing().scaled(0.01)`), so that five minutes of retries pass in
    seconds; only what is named there is scaled.
    """

    ack: float = 3.0  # an envelope not acknowledged by then counts as lost
    retries: tuple[float, ...] = (0.0, 60.0, 300.0)  # pauses before the three redeliveries
    trigger: float = 3.0  # how long a trigger_id lives
    response_url: float = 1800.0
    response_url_uses: int = 5
    ticket: float = 30.0  # how long the WebSocket address may be used

    def scaled(self, factor: float) -> "Timing":
        """The same deadlines for acknowledging and redelivering, on a faster or slower clock."""
        return replace(
            self,
            ack=self.ack * factor,
            retries=tuple(pause * factor for pause in self.retries),
        )
