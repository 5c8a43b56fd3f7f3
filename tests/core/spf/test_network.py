"""Networks of three numbers are those of the standard library."""

from ipaddress import IPv4Address, IPv6Address, ip_network

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.spf.grammar import read_term
from bot.core.spf.network import BITS, Network
from bot.core.spf.term import Ip4, Ip6

addresses = st.ip_addresses()
some_networks = st.builds(
    lambda address, ignored: Network.around(address, max(0, BITS[address.version] - ignored)),
    addresses,
    st.integers(0, 128),
)


@given(some_networks, addresses)
def test_a_network_holds_what_the_standard_library_says(
    network: Network, address: IPv4Address | IPv6Address
) -> None:
    model = ip_network(str(network))

    assert network.holds(address) == (address in model)
    assert network.addresses == model.num_addresses
    assert str(network) == str(model)
    assert network.address == str(model.network_address)


@given(some_networks, some_networks)
def test_a_network_lies_within_another_as_the_standard_library_says(
    network: Network, other: Network
) -> None:
    assume(network.version == other.version)
    one, two = ip_network(str(network)), ip_network(str(other))

    assert network.within(other) == one.subnet_of(two)  # type: ignore[arg-type]  # one family


def test_a_network_is_within_none_of_the_other_family() -> None:
    assert not Network(4, 0, 0).within(Network(6, 0, 0))
    assert not Network(6, 0, 0).within(Network(4, 0, 0))


@given(some_networks, st.data())
def test_a_term_names_the_network_that_the_standard_library_reads(
    network: Network, data: st.DataObject
) -> None:
    inside = network.first | data.draw(st.integers(0, network.addresses - 1))
    host = Network(network.version, inside, BITS[network.version]).address
    term = read_term(f"ip{network.version}:{host}/{network.length}")

    assert isinstance(term, Ip4 | Ip6)
    assert term.network == network
