"""Which figures of two stories are linked, and which tempting neighbours are not."""

import pytest

from claimcheck import Checker


def linked(left: str, right: str) -> set[tuple[str, str, str]]:
    report = Checker().compare([left, right])
    number = {
        c.id: left_or_right(c.document, left, right)[c.figure.number_start : c.figure.number_end] for c in report.claims
    }
    return {(number[link.left], number[link.right], link.verdict) for link in report.links}


def left_or_right(document: str, left: str, right: str) -> str:
    return left if document == "text 1" else right


LINKED = [
    (
        "The plant in Dorn lost 1,450 jobs last year.",
        "Last year 1,450 jobs went at the plant in Dorn.",
        {("1,450", "1,450", "match")},
    ),
    (
        "The blast killed 12 miners and wounded 31.",
        "Thirty-one miners were hurt and 12 died in the blast.",
        {("12", "12", "match"), ("31", "Thirty-one", "match")},
    ),
    (
        "Shares of Velmont rose 3.2 percent to $41.80.",
        "Velmont shares closed at $41.80, up 3.2 percent.",
        {("3.2", "3.2", "match"), ("41.80", "41.80", "match")},
    ),
    (
        "The quake in Ardahan killed 210 people.",
        "The quake in Ardahan killed 240 people.",
        {("210", "240", "conflict")},
    ),
]

APART = [
    ("Exports of wool came to 40 tonnes.", "The mayor of Orlau is 61."),
    ("The choir of Piran has 31 singers.", "A bus with 17 tourists broke down near Lienz."),
]


@pytest.mark.parametrize(("left", "right", "expected"), LINKED)
def test_one_fact(left: str, right: str, expected: set[tuple[str, str, str]]) -> None:
    assert linked(left, right) == expected


@pytest.mark.parametrize(("left", "right"), APART)
def test_other_facts(left: str, right: str) -> None:
    assert linked(left, right) == set()


def test_what_spoke_for_a_link_is_told_the_strongest_first() -> None:
    (link,) = Checker().compare(LINKED[0][:2]).links
    weights = [abs(reason.weight) for reason in link.reasons]
    assert weights == sorted(weights, reverse=True)
    assert "equal" in {reason.feature for reason in link.reasons}
