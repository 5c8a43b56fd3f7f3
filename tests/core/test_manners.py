"""Where Helpdesk speaks unasked, and which posts count as one question."""

import pytest

from bot.core.manners import Manners, Post, Setting, together
from bot.core.written import Mode

NOW = 1000.0


@pytest.mark.parametrize(
    ("settings", "speaks", "listens"),
    [
        pytest.param({}, True, True, id="a channel of the environment"),
        pytest.param({"mode:C1": "mentioned"}, False, True, id="chosen: when mentioned"),
        pytest.param({"mode:C1": "off"}, False, False, id="chosen: off"),
        pytest.param({"mode:C1": "nonsense"}, True, True, id="a mode of another version"),
        pytest.param({"muted:C1": NOW + 1}, False, True, id="muted"),
        pytest.param({"muted:C1": NOW}, True, True, id="muted until now"),
        pytest.param({"muted:C1": "later"}, True, True, id="muted until nonsense"),
    ],
)
def test_a_channels_setting_decides(
    settings: dict[str, Setting],
    speaks: bool,  # noqa: FBT001 - a table's column
    listens: bool,  # noqa: FBT001 - a table's column
) -> None:
    manners = Manners.read(settings, {"C1"})

    assert (manners.speaks_unasked("C1", NOW), manners.listens("C1")) == (speaks, listens)


def test_a_channel_that_nobody_chose_is_answered_when_mentioned() -> None:
    assert Manners().mode("C9") is Mode.MENTIONED


ANNA, BEN = "U1", "U2"


@pytest.mark.parametrize(
    ("posts", "text"),
    [
        pytest.param([(ANNA, "a", 950.0), (ANNA, "b", 990.0)], "a\nb", id="within a minute"),
        pytest.param([(ANNA, "a", 900.0), (ANNA, "b", 990.0)], "b", id="too long ago"),
        pytest.param(
            [(ANNA, "a", 950.0), (BEN, "x", 960.0), (ANNA, "b", 990.0)], "b", id="somebody spoke"
        ),
        pytest.param([(BEN, "x", 960.0)], "", id="only others"),
    ],
)
def test_posts_of_one_person_within_a_minute_are_one_question(
    posts: list[tuple[str, str, float]], text: str
) -> None:
    pieces = together([Post(*post) for post in posts], ANNA, NOW)

    assert "\n".join(piece.text for piece in pieces) == text
