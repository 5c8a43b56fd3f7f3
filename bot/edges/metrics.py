"""What is counted for Prometheus; the only importer of its client."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.desk import Meter

ACK_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0)  # Slack waits for 3 s
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics(Meter):
    """Questions, checks, acks, duplicates, and what DNS refused."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._questions = self._counter("questions", "Questions by how they ended", "outcome")
        self._checks = self._counter("checks", "Live checks by kind and verdict", "kind", "verdict")
        self._duplicates = self._counter("duplicates_dropped", "Deliveries that were there already")
        self._acks = Histogram(
            "helpdesk_ack_seconds",
            "From a delivery to the claim that lets Slack have its ack",
            buckets=ACK_SECONDS,
            registry=self.registry,
        )

    def question(self, outcome: str) -> None:
        self._questions.labels(outcome).inc()

    def check(self, kind: str, verdict: str) -> None:
        self._checks.labels(kind, verdict).inc()

    def acknowledged(self, seconds: float) -> None:
        self._acks.observe(seconds)

    def duplicate(self) -> None:
        self._duplicates.inc()

    def watch(self, name: str, what: str, counts: Callable[[], Mapping[Any, int]]) -> None:
        self.registry.register(_Watched(f"helpdesk_{name}", what, counts))

    def gauge(self, name: str, what: str, number: Callable[[], int]) -> None:
        """Show this number as it is whenever somebody looks."""
        Gauge(f"helpdesk_{name}", what, registry=self.registry).set_function(number)

    def text(self) -> bytes:
        """Everything in Prometheus' own format."""
        return generate_latest(self.registry)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"helpdesk_{name}", what, labels, registry=self.registry)


class _Watched(Collector):
    def __init__(self, name: str, what: str, counts: Callable[[], Mapping[Any, int]]) -> None:
        self._name, self._what, self._counts = name, what, counts

    def collect(self) -> Iterator[Metric]:
        family = CounterMetricFamily(self._name, self._what, labels=["reason"])
        for reason, number in self._counts().items():
            family.add_metric([str(reason)], number)
        yield family
