"""Ratings add up as on the help desk's own page, and like questions make one gap."""

import pytest

from bot.core.feedback import Answered, Asked, Rating, group, tally
from bot.core.words import Language


def asked(number: int, question: str) -> Asked:
    return Asked(
        id=number,
        question=question,
        language=Language.EN,
        outcome=Answered.NOT_FOUND,
        at=float(number),
    )


def test_stars_are_counted_averaged_and_spread() -> None:
    stars = [5, 5, 4, 1]
    (of_section,) = tally(Rating("a/b", f"U{n}", n, stars=given) for n, given in enumerate(stars))

    assert of_section.count == 4
    assert of_section.average == 3.75
    assert [of_section.share(n) for n in (1, 2, 3, 4, 5)] == [0.25, 0, 0, 0.25, 0.5]


def test_a_section_nobody_gave_stars_has_no_average() -> None:
    (of_section,) = tally([Rating("a/b", "U1", 1, helpful=True)])

    assert (of_section.count, of_section.average, of_section.share(5)) == (0, None, 0.0)


@pytest.mark.parametrize("stars", [0, 6, -1])
def test_there_are_one_to_five_stars(stars: int) -> None:
    with pytest.raises(ValueError, match="one to five stars"):
        Rating("a/b", "U1", 1, stars=stars)


def test_like_questions_make_one_gap_and_the_most_asked_comes_first() -> None:
    gaps = group(
        [
            asked(1, "How do I reset the mailbox password?"),
            asked(2, "VPN disconnects every ten minutes"),
            asked(3, "reset password mailbox how"),
            asked(4, "How can I reset a mailbox password?"),
        ]
    )

    assert [(gap.id, gap.count, gap.latest.id) for gap in gaps] == [(1, 3, 4), (2, 1, 2)]


def test_the_order_in_which_questions_are_read_does_not_matter() -> None:
    questions = [asked(n, text) for n, text in enumerate(["a b c", "VPN broken", "c b a d", "vpn"])]

    assert group(questions) == group(reversed(questions))
