"""Which words a slip may have been meant for. The Zipf values are those of the shipped lists."""

import pytest

from bot.core.search.typos import nearest, slips_in

# (a slip, the words near it, what it is read as); "warden" is a real word, though a rare one
READ = [
    pytest.param("smarthots", ["smarthost", "smartphone"], ["smarthost"], id="the nearest"),
    pytest.param(
        "warden", ["harden", "wardens", "warder", "werden"], ["werden"], id="a common one"
    ),
    pytest.param("warden", ["harden", "warder"], [], id="none that is common enough"),
    pytest.param("xhase", ["phase", "chase"], ["phase", "chase"], id="of equals the first"),
]


@pytest.mark.parametrize(("slip", "candidates", "meant"), READ)
def test_a_slip_is_read_as_the_nearest_word_that_is_common_enough(
    slip: str, candidates: list[str], meant: list[str]
) -> None:
    assert [word for word, _ in nearest(slip, candidates, slips_in(slip))] == meant


@pytest.mark.parametrize(("word", "slips"), [("mail", 0), ("wo", 0), ("x2", 0), ("xrelay", 1)])
def test_a_common_word_has_no_slip(word: str, slips: int) -> None:
    assert slips_in(word) == slips
