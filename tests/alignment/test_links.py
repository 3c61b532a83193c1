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
        "Shares of Velmont fell 3.6 percent to close at $66.89.",
        "Velmont shares fell about 4 percent to $66.73 in late trading.",
        {("3.6", "4", "conflict"), ("66.89", "66.73", "conflict")},
    ),
    (
        "Shares of Velmont gained $3.10, or 8 percent, to $41.85.",
        "Velmont shares gained 9 percent, or $3.44, to $42.19.",
        {("3.10", "3.44", "update"), ("8", "9", "update"), ("41.85", "42.19", "update")},
    ),
    (  # the two begin at two levels: one of them is wrong
        "Shares of Velmont gained $3.10, or 8 percent, to $41.85.",
        "Velmont shares gained 9 percent, or $3.44, to $41.29.",
        {("3.10", "3.44", "conflict"), ("8", "9", "conflict"), ("41.85", "41.29", "conflict")},
    ),
    (  # both set out from 8,812, and one has turned
        "The Lisbon index was up 36 points at 8,848 by noon.",
        "The Lisbon index fell 21 points to 8,791.",
        {("36", "21", "update"), ("8,848", "8,791", "update")},
    ),
    (  # the second begins where the first ended
        "The Lisbon index rose 41 points to 8,812.",
        "The Lisbon index was up 9 points, or 0.1 percent, at 8,821.",
        {("41", "9", "update"), ("8,812", "8,821", "update")},
    ),
    (  # a beginning that is told does not make two levels right
        "The price of a tonne rose from 50 to 55 euros.",
        "The price of a tonne rose from 50 to 57 euros.",
        {("50", "50", "match"), ("55", "57", "conflict")},
    ),
    (
        "Twenty-one of the 58 hikers had been found alive by Tuesday evening, said the guide Ada Lund.",
        "Twenty-two of the hikers have been found alive, the guide Ada Lund said yesterday.",
        {("Twenty-one", "Twenty-two", "update")},
    ),
    (  # the second begins where the first ended
        "Shares of Velmont lost 40 cents to end at $18.30 on Tuesday.",
        "Shares of Velmont rose $4.10 to $22.40 on Wednesday.",
        {("40", "4.10", "update"), ("18.30", "22.40", "update")},
    ),
    (
        "Shares of Velmont closed at $21.60 on Thursday.",
        "Shares of Velmont fell 54 cents to $21.75 a share at midday.",
        {("21.60", "21.75", "conflict")},
    ),
    (
        "The quake in Ardahan killed 210 people.",
        "The quake in Ardahan killed 240 people.",
        {("210", "240", "conflict")},
    ),
]

APART = [
    ("Exports of wool came to 40 tonnes.", "The mayor of Orlau is 61."),
    (
        "Shares of Velmont were losing 95 cents, or 3.9 percent, to $23.73 on the Lisbon exchange.",
        "Shares of Ostrava Steel were up $1.42, or 4.6 percent, to $32.11 on the Lisbon exchange.",
    ),
    (
        "In the second quarter Velmont lost $146 million on sales of $715 million.",
        "In the quarter ended March 31, Velmont lost $140 million on sales of $645 million.",
    ),
    (
        "Velmont earned $64.2 million, or 27 cents a share, in the quarter.",
        "Velmont earned $54.3 million, or 22 cents a share, in the year-ago quarter.",
    ),
    (
        "The S&P 500 rose 4.3 points, or 0.4 percent, to 980.52.",
        "The Nasdaq Composite rose 17.3 points, or 1.1 percent, to 1,640.13.",
    ),
    ("Sales of trams in Portugal rose 8.8 percent.", "Sales of trams in Norway rose 6.7 percent."),
    ("Velmont posted a 31 percent rise in profit.", "Ostrava Steel posted a 24 percent rise in profit."),
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
