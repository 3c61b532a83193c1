from __future__ import annotations

import pytest

from tests.figures.reading import amounts, stated

RANGES = [
    ("20-30 people came", [((20, 30), "people")]),
    ("between 20 and 30 people came", [((20, 30), "people")]),
    ("bids from $10 to $12 million", [((10e6, 12e6), "dollar")]),
    ("a rise of 12–15 per cent", [((12, 15), "percentage")]),
    ("claims ranging from $200 to $4 million", [((200, 4e6), "dollar")]),
    ("$10 to $15 billion a year", [((10e9, 15e9), "dollar per year")]),
    ("winds of 15 to 22 miles per hour", [((15, 22), "mile per hour")]),
    ("five per cent to 20 per cent", [((5, 20), "percentage")]),
    ("three or four years", [((3, 4), "year")]),
    ("women aged 25 to 54", [((25, 54), "year of age")]),
    ("a 5-10W lamp", [((5, 10), "watt")]),
    ("from up to 20 miles to 30 miles", [((20, 30), "mile")]),
    ("a current of 1.3 amperes to 0.03 amperes", [((0.03, 1.3), "ampere")]),
    ("jobs at $12 an hour to $15 an hour", [((12, 15), "dollar per hour")]),
    ("between 20 km a day and 30 km a day", [((20, 30), "kilometre per day")]),
    ("cut from two hours to one hour", [(2, "hour"), (1, "hour")]),
    ("The yen traded at 136.03/14 in London.", [((136.03, 136.14), None)]),
    ("children aged 5 through 12", [((5, 12), "year of age")]),
    ("between minus ten and five degrees", [((-10, 5), "degree")]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_ranges(text: str, expected: list[tuple[object, str]]) -> None:
    assert stated(text) == expected


def test_a_movement_is_two_figures() -> None:
    first, second = amounts("Gold fell from $2,415 to $2,315 an ounce.")
    assert [(f.value, f.role) for f in (first, second)] == [(2415, "from"), (2315, "to")]


SCORES = [
    ("United won 7-2 at home.", (7, 2)),
    ("They lost 27-17 to Chicago.", (27, 17)),
    ("The Senate voted 52-48 for it.", (52, 48)),
    ("He hit 3-of-5 from the line.", (3, 5)),
    ("It passed by a vote of 12 to 3.", (12, 3)),
    ("They host the 0-14 Rams.", (0, 14)),
    ("The club is 45-7-2 under him.", (45, 7)),
]


@pytest.mark.parametrize(("text", "value"), SCORES)
def test_scores(text: str, value: tuple[float, float]) -> None:
    (figure,) = amounts(text)
    assert (figure.kind, figure.value) == ("score", value)


def test_sets_of_a_match() -> None:
    assert [f.value for f in amounts("She won 6-4 7-6.")] == [(6, 4), (7, 6)]
