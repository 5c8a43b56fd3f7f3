"""What every test shares: no network but loopback, and Hypothesis the same everywhere in CI."""

import os
import socket
from ipaddress import ip_address
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("home", deadline=None)
settings.load_profile("ci" if "CI" in os.environ else "home")  # noqa: TID251 - a test's own knob


def pytest_xdist_auto_num_workers() -> int:
    """Half as many workers again as cores: tests wait for sockets for a good part of their time."""
    return (os.cpu_count() or 1) * 3 // 2


_connect = socket.socket.connect
_sendto = socket.socket.sendto


def _refuse_outside(address: Any) -> None:
    if isinstance(address, tuple) and not ip_address(address[0]).is_loopback:
        raise AssertionError(f"A test tried to leave loopback: {address!r}")


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail any test that talks to an address outside this machine, over TCP or UDP."""

    def connect(self: socket.socket, address: Any) -> None:
        _refuse_outside(address)
        _connect(self, address)

    def sendto(self: socket.socket, *args: Any) -> int:
        _refuse_outside(args[-1])
        return _sendto(self, *args)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "sendto", sendto)
