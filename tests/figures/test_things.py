from __future__ import annotations

import pytest

from claimcheck.figures.things import is_plural, singular
from tests.figures.reading import amounts, stated

THINGS = [
    ("It renewed 1,100 public housing properties.", "public housing property"),
    ("He played 65 snaps of zone coverage.", "snap"),
    ("They sent 300 containers of grain.", "container"),
    ("We lost 60 commercial fishermen.", "commercial fisherman"),
    ("The strike hit 800 staff.", "staff"),
    ("He owned 40 aircraft.", "aircraft"),
    ("It met 193 U.N. members.", "un member"),
    ("It has one solution.", "solution"),
    ("Eight other witnesses spoke.", "other witness"),
    ("They won 68 league games.", "league game"),
    ("He owns two red brick houses.", "red brick house"),
    ("They seized seven AK-47 assault rifles.", "ak-47 assault rifle"),
    ("One AK-47 rifle was left.", "ak-47 rifle"),
    ("They sold 12 F-16 jets.", "f-16 jet"),
    ("The column had 6 T-72 tanks.", "t-72 tank"),
    ("He won with 47 KO's.", "ko"),
    ("He scored twice and hit 23 HR’s.", "hr"),
    ("It reached the 12 worst-hit villages.", "worst-hit village"),
    ("They found three live shells.", "live shell"),
    ("She missed the first four games.", "game"),
    ("It drew 40 mostly young people.", "young people"),
    ("A total of 31 fire apparatus arrived.", "fire apparatus"),
    ("The top three seeds lost.", "top seed"),
    ("The largest two banks merged.", "large bank"),
    ("The two largest banks merged.", "large bank"),
    ("At least three banks merged.", "bank"),
    ("It shed 2.7m combined digital and printed sales.", "digital sale"),
    ("He drove 20 EV models.", "ev model"),
]


@pytest.mark.parametrize(("text", "unit"), THINGS)
def test_counted_things(text: str, unit: str) -> None:
    assert [figure.unit for figure in amounts(text)] == [unit]


def test_the_thing_is_as_written() -> None:
    (figure,) = amounts("They launched 30 ballistic missiles at dawn.")
    assert (figure.thing, figure.text) == ("ballistic missiles", "30 ballistic missiles")


TALLIES = [
    ("Five miners died, bringing to 12 the number of workers killed this year.", [(5, "miner"), (12, "worker")]),
    ("Five miners died, bringing the number of workers killed to 12.", [(5, "miner"), (12, "worker")]),
    ("The collapse brought to 31 the total number of people hurt.", [(31, "people")]),
    ("The number of confirmed cases stood at 312.", [(312, "case")]),
    ("The number of cases rose from 10 to 12.", [(10, "case"), (12, "case")]),
    ("The number of people hurt in 3 raids rose to 12.", [(3, "raid"), (12, "people")]),
    ("They put the number of marchers at 5,000 and the police at 200.", [(5000, "marcher"), (200, "marcher")]),
    # What nobody says is counted was not counted before either.
    ("Five miners died, bringing the death toll to 12.", [(5, "miner"), (12, None)]),
    ("A number of miners left and 40 stayed.", [(40, None)]),
    ("The number of miners fell; 40 of them left.", [(40, None)]),
]


@pytest.mark.parametrize(("text", "expected"), TALLIES)
def test_what_a_bare_number_counts(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert stated(text) == expected


ELLIPTICAL = [
    ("One shell hit a 200-student school and two hit a road.", [(1, "shell"), (200, "student"), (2, "shell")]),
    ("She has 31 goals in two seasons, including five last season.", [(31, "goal"), (2, "season"), (5, "goal")]),
    ("She played 15 seasons in Lisle, 11 with the Rovers.", [(15, "season"), (11, "season")]),
    ("They killed 12 rebels and captured nine.", [(12, "rebel"), (9, "rebel")]),
    ("Police logged 460 thefts, compared with 63 a year ago.", [(460, "theft"), (63, "theft")]),
    ("We saw 22 burglaries, against an average of 20 per week.", [(22, "burglary"), (20, "burglary per week")]),
]


@pytest.mark.parametrize(("text", "expected"), ELLIPTICAL)
def test_elliptical(text: str, expected: list[tuple[object, str]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("properties", "property"),
        ("boxes", "box"),
        ("houses", "house"),
        ("people", "people"),
        ("women", "woman"),
        ("classes", "class"),
        ("matches", "match"),
        ("series", "series"),
        ("buses", "bus"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert is_plural(plural)
    assert singular(plural) == one


VAGUE = [
    ("Dozens of boats sank.", None, 24, 99),
    ("Thousands of homes burned.", (1000, 10000), 1000, 10000),
    ("Tens of thousands of fans came.", (10000, 100000), 10000, 100000),
    ("Hundreds of thousands fled.", (100000, 1000000), 100000, 1000000),
    ("A handful of shops opened.", None, 3, 7),
    ("Several dozen boats sank.", None, 36, 119),
    ("A couple of hundred boats sank.", None, 200, 399),
]


@pytest.mark.parametrize(("text", "value", "low", "high"), VAGUE)
def test_vague(text: str, value: object, low: float, high: float) -> None:
    (figure,) = amounts(text)
    assert (figure.value, figure.low, figure.high) == (value, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "She bought the blue one.",
        "No one answered.",
        "One must ask why.",
        "This is the one.",
        "He seconded the motion; wait a second.",
        "You may march to a different tune.",
        "One day he will return.",
        "They love one another.",
    ],
)
def test_words_that_count_nothing(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "units"),
    [("One appeared to be cut.", []), ("They held three men, one tired and worn.", ["man", "man"])],
)
def test_a_verb_is_no_counted_thing(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in amounts(text)] == units
