from __future__ import annotations

import pytest

from claimcheck.documents import Document
from claimcheck.figures import read_figures
from tests.figures.reading import amounts

HEDGES = [
    ("about 50 people", "about", "~"),
    ("around 50 people", "about", "~"),
    ("some 540 people", "about", "~"),
    ("roughly 50 people", "about", "~"),
    ("an estimated 50 people", "about", "~"),
    ("~50 people", "about", "~"),
    ("50 people or so", "about", "~"),
    ("50-odd people", "about", "~"),
    ("nearly 50 people", "nearly", "~"),
    ("almost 50 people", "nearly", "~"),
    ("just under 50 people", "just-under", "<"),
    ("just over 50 people", "just-over", ">"),
    ("over 50 people", "over", ">"),
    ("more than 50 people", "over", ">"),
    ("at least 50 people", "at-least", ">"),
    ("no fewer than 50 people", "at-least", ">"),
    ("a minimum of 50 people", "at-least", ">"),
    ("as few as 50 people", "at-least", ">"),
    ("50 people or more", "at-least", ">"),
    ("50 or more people", "at-least", ">"),
    ("50-plus people", "at-least", ">"),
    ("50+ people", "at-least", ">"),
    ("up to 50 people", "up-to", "<"),
    ("as many as 50 people", "up-to", "<"),
    ("no more than 50 people", "up-to", "<"),
    ("fewer than 50 people", "under", "<"),
    ("under 50 people", "under", "<"),
    ("less than or equal to 50 people", "up-to", "<"),
    ("larger than 50 people", "over", ">"),
    ("50 people and more", "at-least", ">"),
]


@pytest.mark.parametrize(("phrase", "hedge", "bound"), HEDGES)
def test_hedges(phrase: str, hedge: str, bound: str) -> None:
    (figure,) = amounts(f"Police counted {phrase} there.")
    assert (figure.hedge, figure.bound, figure.text) == (hedge, bound, phrase)


def test_a_hedge_between_two_figures_is_the_second_ones() -> None:
    days, hours = amounts("They talked for four days and more than 30 hours.")
    assert [(each.text, each.bound) for each in (days, hours)] == [("four days", "="), ("more than 30 hours", ">")]


INTERVALS = [
    ("Turnout was 70%.", 69.5, 70.5),
    ("It sold 1.2 million copies.", 1_150_000, 1_250_000),
    ("It sold over 11,000 copies.", 11_000, None),
    ("It rose nearly 11 percent.", 9.9, 11),
    ("He served 24 years.", 24, 24),
    ("They killed 12 rebels.", 12, 12),
    ("It has 11,000 workers.", 10_500, 11_500),
    ("It has 1,752 workers.", 1752, 1752),
    ("Up to 40 boats sank.", None, 40),
    ("It drew 20 to 30 protesters.", 20, 30),
    ("Dozens of boats sank.", 24, 99),
    ("It cost $3.50.", 3.495, 3.505),
]


@pytest.mark.parametrize(("text", "low", "high"), INTERVALS)
def test_what_a_figure_admits(text: str, low: float | None, high: float | None) -> None:
    (figure,) = amounts(text)
    assert (figure.low, figure.high) == (low, high)


def test_a_conversion_shares_the_hedge() -> None:
    first, second = amounts("It flew over 100 kilometres (60 miles).")
    assert (first.bound, second.bound) == (">", ">")


def test_a_hedge_belongs_to_the_figure_behind_it() -> None:
    first, second = amounts("They sent dozens of shells and over 300 crates.")
    assert (first.text, second.text) == ("dozens of shells", "over 300 crates")


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The siren went at around half past eight.", ["~"]),
        ("It was about a quarter to nine.", ["~"]),
        ("They left shortly after half past six.", [">"]),
        ("The train left at half past eight.", ["="]),
        ("over 100 kilometres (62 miles)", [">", ">"]),
        ("Her average fell by almost five points per game (5.8 ppg).", ["~", "="]),
    ],
)
def test_a_hedge_reaches_times_in_words_and_conversions_but_no_other_value(text: str, bounds: list[str]) -> None:
    assert [figure.bound for figure in read_figures(Document("text", text))] == bounds


OVER = [
    ("They spent 22 million euros over three years.", "="),
    ("He was held for over three years.", ">"),
    ("It took over three hours.", ">"),
    ("They marched 40 miles over four days.", "="),
    ("They marched for well over four days.", ">"),
]


@pytest.mark.parametrize(("text", "bound"), OVER)
def test_over_a_time_is_during_it_unless_it_lasts(text: str, bound: str) -> None:
    assert [figure.bound for figure in amounts(text) if figure.kind == "duration"] == [bound]


AROUND = [
    ("The lamp swivels around 180 degrees.", "="),
    ("The crane can be turned around 90 degrees.", "="),
    ("Highs were around 30 degrees.", "~"),
    ("They turned around 40 guests away.", "~"),
]


@pytest.mark.parametrize(("text", "bound"), AROUND)
def test_around_belongs_to_what_turns(text: str, bound: str) -> None:
    assert [figure.bound for figure in amounts(text)] == [bound]


def test_plus_or_minus_is_no_hedge() -> None:
    share, margin = amounts("It polled 48% plus or minus 3 points.")
    assert (share.hedge, share.bound, margin.value) == (None, "=", 3)
