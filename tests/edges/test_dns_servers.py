import socket

import pytest

from bot.edges.dns.servers import Server, configured


@pytest.mark.parametrize(
    ("text", "family", "address"),
    [
        pytest.param("192.0.2.53", socket.AF_INET, ("192.0.2.53", 53), id="v4"),
        pytest.param(" 192.0.2.53:5353 ", socket.AF_INET, ("192.0.2.53", 5353), id="v4, port"),
        pytest.param("2001:db8::53", socket.AF_INET6, ("2001:db8::53", 53, 0, 0), id="v6"),
        pytest.param("[2001:db8::53]", socket.AF_INET6, ("2001:db8::53", 53, 0, 0), id="[v6]"),
        pytest.param("[::1]:5353", socket.AF_INET6, ("::1", 5353, 0, 0), id="v6, port"),
    ],
)
def test_a_server_is_an_address_and_perhaps_a_port(
    text: str, family: socket.AddressFamily, address: tuple[object, ...]
) -> None:
    server = Server.parse(text)

    assert (server.family, server.address) == (family, address)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":53",
        "ns.example.com",
        "192.0.2.53:",
        "192.0.2.53:0",
        "192.0.2.53:65536",
        "192.0.2.300",
        "[::1",
        "192.0.2.53:dns",
        "192.0.2.53:٥٣",
    ],
)
def test_anything_else_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not an IP address with a port"):
        Server.parse(text)


def test_without_a_list_the_system_tells() -> None:
    assert all(server.address[1] == 53 for server in configured(()))
    assert configured(())


def test_a_list_is_taken_in_its_order() -> None:
    assert [server.text for server in configured(["192.0.2.2", "192.0.2.1"])] == [
        "192.0.2.2",
        "192.0.2.1",
    ]
