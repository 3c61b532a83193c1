"""What the times of two claims say of each other."""

import pytest

from claimcheck.alignment.moments import other_period


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("2003-q1",), ("2003-q2",)),
        (("q2",), ("--03-31",)),
        (("2003",), ("2004-05-12",)),
        (("last year",), ("this year",)),
        (("first half",), ("second half",)),
        (("2003-q1",), ("2003-q1", "year earlier")),
    ],
)
def test_other_periods(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    assert other_period(one, two)
    assert other_period(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("2003-q1",), ("q1",)),
        (("q1",), ("2003-03-31",)),
        (("monday",), ("tuesday",)),
        (("q2",), ("--03-11",)),
        (("--03-31",), ("q3", "--03-31")),
        (("last year",), ("last month",)),
        ((), ("2003",)),
    ],
)
def test_no_other_period(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    assert not other_period(one, two)
    assert not other_period(two, one)
