from __future__ import annotations

import pytest

from tests.figures.reading import amounts

NAMES = [
    "The Boeing 747 landed.",
    "An F-16 crashed.",
    "The S&P 500 was flat.",
    "A Formula 1 driver spoke.",
    "Covid-19 spread.",
    "The G20 met.",
    "Route 7 is closed.",
    "Channel 4 aired it.",
    "He left 10 Downing Street.",
    "Call 555-0134-22 now.",
    "See www.example.org/2024/15 for more.",
    "Write to desk42@example.org today.",
    "It runs version 10.0.1 now.",
    "See page 7.",
    "He lives at 221B Baker Street.",
    "Ring 020 7946 0018 today.",
    "Both use version 5.2 now.",
    "Read section 12 first.",
    "His 401(k) shrank.",
    "The book is ISBN 9783161484100.",
    "An F -16 crashed.",
    "Wards took in COVID -19 patients.",
    "Leaders met at COP26.",
    "He bought a 4K screen.",
    "A 401k plan was cut.",
    "A 7-Eleven shop opened.",
    "The iPhone 12 sold out.",
    "Sales of the PlayStation 5 rose.",
    "Call +44 20 7946 0018 today.",
    "Call 0800 123 4567 today.",
    "Call (555) 123-4567 today.",
    "Dial +1-222-555-2222 today.",
    "See pp. 12-14.",
    "The object is J1149.5+6663.",
    "ISBN 0-306-40615-2 is out.",
    "They stayed at the Four Seasons.",
    "They ate at Five Guys.",
    "The Group of Seven met in Hiroshima.",
    "Storm Hurts Boeing 747 Pilot",
    "The Group of 20 met.",
    "The Group of Seven met.",
    "It is a zero-sum game.",
    "The Hale & Poor's 500 Index shed little.",
    "It streams in 1080p.",
    "Lesson one: the point is moot.",
    "They mended a zero-day flaw.",
    "They mended a zero day flaw.",
    "He works at 1600 Pennsylvania Avenue.",
    "He works at 200 W. Elm Street.",
]


COUNTED = [
    ("COP 500 million was paid.", 5e8),
    ("Euro 40m was paid.", 4e7),
    ("They met at four seaside inns.", 4),
    ("About 12k users left.", 12000),
    ("It sold 40k cheaper cars.", 40000),
    ("Ferry Fire Kills 12 in Izmir", 12),
    ("Landslide Leaves 30 Dead, Police Say", 30),
    ("Boat Sinks off Malta, Leaving Seven Dead", 7),
    ("Police Arrest 14 After Riot", 14),
    ("A flood on the river Tana\nTen people drowned.", 10),
    ("It is 14-6 now, up from 12-4 (5-3).", None),
]


@pytest.mark.parametrize(("text", "value"), COUNTED)
def test_numbers_like_those_of_names(text: str, value: float | None) -> None:
    read_in = amounts(text)
    assert [figure.value for figure in read_in] == [value] if value else len(read_in) == 3


@pytest.mark.parametrize("text", NAMES)
def test_numbers_in_names(text: str) -> None:
    assert amounts(text) == []
