from __future__ import annotations

import pytest

from claimcheck.figures.model import Moment
from tests.figures.reading import read

MOMENTS = [
    ("on Tuesday, 16 August 2011", Moment(year=2011, month=8, day=16, weekday=2)),
    ("on Sept. 14, 2004", Moment(year=2004, month=9, day=14)),
    ("on the 3rd of May", Moment(month=5, day=3)),
    ("in June 2003", Moment(year=2003, month=6)),
    ("in 1998", Moment(year=1998)),
    ("in 2010 - 11", Moment(year=2010)),
    ("in the 1990s", Moment(decade=1990)),
    ("on 2011-08-16", Moment(year=2011, month=8, day=16)),
    ("in the third quarter of 2003", Moment(year=2003, quarter=3)),
    ("in the first quarter", Moment(quarter=1)),
    ("in Q3", Moment(quarter=3)),
    ("on Monday", Moment(weekday=1)),
    ("yesterday", Moment(relative="yesterday")),
    ("last week", Moment(relative="last week")),
    ("next month", Moment(relative="next month")),
    ("in A.D. 900", Moment(year=900)),
    ("in 900 BC", Moment(year=-900)),
    ("at 5 p.m. EDT", Moment(hour=17, meridiem=True, zone="EDT")),
    ("at 1018 GMT", Moment(hour=10, minute=18, meridiem=True, zone="GMT")),
    ("at 07:37", Moment(hour=7, minute=37, meridiem=True)),
    ("at 10.45pm", Moment(hour=22, minute=45, meridiem=True)),
    ("at half past six", Moment(hour=6, minute=30)),
    ("at noon", Moment(hour=12, minute=0, meridiem=True)),
]


@pytest.mark.parametrize(("phrase", "moment"), MOMENTS)
def test_moments(phrase: str, moment: Moment) -> None:
    (figure,) = read(f"The mayor spoke {phrase}.")
    assert (figure.kind in ("date", "time"), figure.moment) == (True, moment)


@pytest.mark.parametrize("text", ["They may march.", "The sun sat low.", "March on, he said, if you may."])
def test_words_that_are_no_dates(text: str) -> None:
    assert read(text) == ()


ORDINALS = [
    ("It is his 19th season.", 19, "season"),
    ("They fell in the seventh round.", 7, "round"),
    ("Lund missed a 34th-minute penalty.", 34, "minute"),
    ("It lies on the third floor.", 3, "floor"),
    ("In its fourth season and far from home, the team folded.", 4, "season"),
    ("It is her twenty-fifth film.", 25, "film"),
    ("He scored his two-hundredth goal.", 200, "goal"),
    ("It was the hundred and first day.", 101, "day"),
]


@pytest.mark.parametrize(("text", "value", "unit"), ORDINALS)
def test_ordinals(text: str, value: float, unit: str) -> None:
    (figure,) = read(text)
    assert (figure.kind, figure.value, figure.unit) == ("ordinal", value, unit)


def test_a_counted_thing_is_no_year() -> None:
    assert [figure.unit for figure in read("The firm employs 2000 people.")] == ["people"]


CLOCKS = [
    ("about 9 a.m.", 525, 555),
    ("shortly before 9 a.m.", 525, 540),
    ("9 a.m.", 540, 540),
]


@pytest.mark.parametrize(("phrase", "low", "high"), CLOCKS)
def test_hedged_clock_times(phrase: str, low: float, high: float) -> None:
    (figure,) = read(f"They left {phrase} as planned.")
    assert (figure.value, figure.low, figure.high) == (540, low, high)


RUNS = [
    ("She won the marathon in 2:23:45.", "duration", 8625),
    ("He clocked 1:02:03 in the rain.", "duration", 3723),
    ("The signal came at 2:03:45 a.m.", "time", 123),
    ("The alarm rang at 12:03:45.", "time", 723),
    ("The flight is due in 2:75:45.", None, None),
]


@pytest.mark.parametrize(("text", "kind", "value"), RUNS)
def test_race_times_are_no_clock_times(text: str, kind: str | None, value: float | None) -> None:
    read_in = [(figure.kind, figure.value) for figure in read(text)]
    assert (kind, value) in read_in if kind else all(found != "duration" for found, _ in read_in)


def test_a_year_joined_with_a_year() -> None:
    figures = read("The walls rose between A.D. 900 and 1120.")
    assert [(figure.kind, figure.value) for figure in figures] == [("date", 900), ("date", 1120)]


HOURS = [
    ("It struck at nine minutes past two.", 129),
    ("She left at 20 minutes to six.", 340),
    ("Shops open after 10 on Sunday.", 600),
    ("She left at nine this morning.", 540),
    ("He was back by 7 on Friday evening.", 1140),
    ("They ate at eight in the evening.", 1200),
    ("He fell at 20 past four.", 260),
    ("The bells rang at ten to nine.", 530),
]


@pytest.mark.parametrize(("text", "minutes"), HOURS)
def test_an_hour_told_by_its_day(text: str, minutes: float) -> None:
    assert [figure.value for figure in read(text) if figure.kind == "time"] == [minutes]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They lost by 7 on Friday.", ["count", "date"]),
        ("About 30 on Tuesday signed.", ["count", "date"]),
        ("He finished after 10 in every race.", ["count"]),
        ("It ranged from ten to nine.", ["count"]),
    ],
)
def test_numbers_that_are_no_hours(text: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in read(text)] == kinds


COUNTS = ["Fewer than 2000 signed.", "More than 1900 died.", "Up to 2000 came."]


@pytest.mark.parametrize("text", COUNTS)
def test_a_bounded_number_is_no_year(text: str) -> None:
    assert [figure.kind for figure in read(text)] == ["count"]


@pytest.mark.parametrize("text", ["It dates as far back as 1900.", "It ran from before 1950."])
def test_a_year_behind_other_words_stays_one(text: str) -> None:
    assert [figure.kind for figure in read(text)] == ["date"]


SPANS = ["the 2019-20 season", "the 1914-18 war", "from 1939-1945"]


@pytest.mark.parametrize("phrase", SPANS)
def test_spans_of_years_are_no_scores(phrase: str) -> None:
    assert [figure.kind for figure in read(f"It ran in {phrase}.")] == ["date"]


def test_a_range_of_things_is_no_span_of_years() -> None:
    assert [(figure.kind, figure.value) for figure in read("Some 1500-2000 soldiers fell.")] == [
        ("count", (1500, 2000))
    ]


@pytest.mark.parametrize("text", ["The 2005 peace treaty held.", "Euro 2020 was late.", "It began in 2000."])
def test_years_behind_names(text: str) -> None:
    assert [figure.kind for figure in read(text)] == ["date"]


def test_an_index_is_no_year() -> None:
    assert read("The Russell 2000 fell.") == ()


def test_a_local_time_beside_that_of_greenwich() -> None:
    assert [figure.value for figure in read("It struck at 1353 (1023 GMT).")] == [833, 623]
    assert [figure.kind for figure in read("It stood at 1353 (1023 last year).")] != ["time", "time"]
