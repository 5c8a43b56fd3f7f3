"""Logs: one line an event, and no secret in it whatever happens."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.cli import logs


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = root.handlers, root.level
    sink = io.StringIO()
    logs.configure(sink, readable=False)
    yield sink
    root.handlers = before
    root.setLevel(level)
    structlog.reset_defaults()


def lines(sink: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in sink.getvalue().splitlines()]


@pytest.mark.parametrize(
    "secret",
    [
        pytest.param("xoxb-123-456-abcDEF", id="bot token"),
        pytest.param("xapp-1-A0-123-abc", id="app token"),
        pytest.param("https://hooks.slack.com/commands/T0/1/s3cret", id="response url"),
        pytest.param("https://hooks.slack.com/actions/T0/1/s3cret", id="action url"),
        pytest.param("postgresql://user:s3cret@db/helpdesk", id="database password"),
    ],
)
def test_no_secret_reaches_the_log_by_any_way(log: io.StringIO, secret: str) -> None:
    logger = logging.getLogger("helpdesk.test")
    logger.error("in the text: %s", secret)
    structlog.get_logger("helpdesk.test").info("in a field", field=secret, nested={"a": [secret]})
    logger.error("in an exception", exc_info=ValueError(secret))

    shown = log.getvalue()
    assert len(lines(log)) == 3
    assert "s3cret" not in shown
    assert "abc" not in shown


def test_an_event_is_one_line_with_time_level_and_name(log: io.StringIO) -> None:
    logging.getLogger("helpdesk.slack").error("Reference %s: a listener failed", "c0ffee")
    (line,) = lines(log)

    assert line["event"] == "Reference c0ffee: a listener failed"
    assert (line["level"], line["logger"]) == ("error", "helpdesk.slack")
    assert line["timestamp"].endswith("Z")


def test_other_libraries_say_warnings_only(log: io.StringIO) -> None:
    logging.getLogger("slack_sdk").info("what somebody wrote")
    logging.getLogger("slack_sdk").warning("a warning")

    assert [line["event"] for line in lines(log)] == ["a warning"]
