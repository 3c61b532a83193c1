from __future__ import annotations

import pytest

from tests.figures.reading import amounts, read, stated

MONEY = [
    ("NT $53.8", 53.8, "new taiwan dollar"),
    ("a $60,000 fine", 60_000, "dollar"),
    ("US$55,931,000", 55931000, "dollar"),
    ("A$3 a share", 3, "australian dollar per share"),
    ("HK$3.7 billion", 3.7e9, "hong kong dollar"),
    ("HK $5.4m", 5.4e6, "hong kong dollar"),
    ("€40m", 40e6, "euro"),
    ("£2.7m", 2.7e6, "pound sterling"),
    ("¥28,030", 28030, "japanese yen"),
    ("₹500", 500, "indian rupee"),
    ("Rs 500", 500, "indian rupee"),
    ("Rs. 500", 500, "indian rupee"),
    ("RM23.50", 23.5, "malaysian ringgit"),
    ("SFr 40", 40, "swiss franc"),
    ("USD1,700", 1700, "dollar"),
    ("300 Australian dollars", 300, "australian dollar"),
    ("87 cents", 87, "cent"),
    ("0.41 cent", 0.41, "cent"),
    ("654 pence", 654, "penny"),
    ("654p", 654, "penny"),
    ("92 million yuan", 92e6, "chinese yuan"),
    ("1.5 million pounds", 1.5e6, "pound sterling"),
    ("$3,500 a month", 3500, "dollar per month"),
    ("$58.24 per barrel", 58.24, "dollar per barrel"),
    ("$-50.8bn", -50.8e9, "dollar"),
    ("40,000 kyats", 40000, "burmese kyat"),
    ("RD$400", 400, "dominican peso"),
    ("GEL 400 million", 4e8, "georgian lari"),
    ("COP 500 million", 5e8, "colombian peso"),
    ("100元", 100, "chinese yuan"),
    ("₡500", 500, "costa rican colon"),
    ("100,000 ₭", 100000, "lao kip"),
    ("40 €", 40, "euro"),
    ("three dollars 50 cents", 3.5, "dollar"),
    ("five pounds and 20 pence", 5.2, "pound sterling"),
    ("US $ 10 billion", 1e10, "dollar"),
]


@pytest.mark.parametrize(("phrase", "value", "unit"), MONEY)
def test_money(phrase: str, value: float, unit: str) -> None:
    (figure,) = amounts(f"It stood at {phrase}.")
    assert (figure.kind, figure.unit) == ("money", unit)
    assert figure.value == pytest.approx(value)


MEASURES = [
    ("20 degrees below zero", -20, "degree"),
    ("a .357 revolver", 0.357, "calibre"),
    ("65 mph", 65, "mile per hour"),
    ("0.4m/s", 0.4, "metre per second"),
    ("80 kilometres per hour", 80, "kilometre per hour"),
    ("30 miles per gallon", 30, "mile per gallon"),
    ("52,000 barrels a day", 52000, "barrel per day"),
    ("40 kWh", 40, "kilowatt hour"),
    ("2,900 sq ft", 2900, "square foot"),
    ("450 Nm", 450, "newton metre"),
    ("1,200 parts per million", 1200, "parts-per-million"),
    ("6ft 2in", 6 + 2 / 12, "foot"),
    ("500mg", 500, "milligram"),
    ("1.5mm", 1.5, "millimetre"),
    ("-5C", -5, "degree Celsius"),
    ("40 degrees Fahrenheit", 40, "degree fahrenheit"),
    ("10 kV/cm", 10, "kilovolt per centimetre"),
    ("24 hours", 24, "hour"),
    ("60 basis points", 60, "basis point"),
    ("2 percentage points", 2, "percentage point"),
    ("5 pct", 5, "percentage"),
    ("5 per cent", 5, "percentage"),
    ("51.5°N", 51.5, "degree"),
    ("278,000 t of wheat", 278000, "tonne"),
    ("2,000.45±0.01 pounds", 2000.45, "pound-mass"),
    ("5.5x10-3 kg", 0.0055, "kilogram"),
    ("100 mb", 100, "megabyte"),
    ("40 deg celsius", 40, "degree Celsius"),
    ("332 lb-ft", 332, "foot pound-force"),
]


@pytest.mark.parametrize(("phrase", "value", "unit"), MEASURES)
def test_measures(phrase: str, value: float, unit: str) -> None:
    assert stated(f"It came to {phrase}.") == [(pytest.approx(value), unit)]


HYPHENATED = [
    ("a 20-ounce soda", 20, "ounce"),
    ("a 39-vehicle pileup", 39, "vehicle"),
    ("a 5kW solar panel", 5, "kilowatt"),
    ("a five-year plan", 5, "year"),
    ("a 1,500-square-kilometre park", 1500, "square kilometre"),
    ("a 12-month period", 12, "month"),
]


@pytest.mark.parametrize(("phrase", "value", "unit"), HYPHENATED)
def test_hyphenated(phrase: str, value: float, unit: str) -> None:
    assert stated(f"They announced {phrase}.") == [(value, unit)]


CONVERSIONS = [("10 km", "10,000 m"), ("1 mile", "1,609.344 metres"), ("1 hour", "60 minutes"), ("100C", "212F")]


@pytest.mark.parametrize(("left", "right"), CONVERSIONS)
def test_units_share_a_base(left: str, right: str) -> None:
    (one,), (two,) = amounts(f"It was {left}."), amounts(f"It was {right}.")
    assert isinstance(one.value, float)
    assert isinstance(two.value, float)
    assert one.factor is not None
    assert two.factor is not None
    assert one.dimension == two.dimension
    assert one.value * one.factor + one.offset == pytest.approx(two.value * two.factor + two.offset)


AGES = [
    ("A 25-year-old woman fled.", 25, "year of age"),
    ("Boys aged 12 are allowed.", 12, "year of age"),
    ("Maria Lund, 44, denied it.", 44, "year of age"),
    ("He is 61 years old.", 61, "year of age"),
    ("She turned 40 in spring.", 40, "year of age"),
    ("He was 35 when he left.", 35, "year of age"),
    ("An 18-month-old girl survived.", 18, "month of age"),
    ("The dead sailor was Ole Brandt, 19.", 19, "year of age"),
    ("Vera Holt, 44, has run the mill alone.", 44, "year of age"),
    ("They buried a man of 40.", 40, "year of age"),
    ("At 55, he is as old as the mill.", 55, "year of age"),
    ("Its pupils are aged from 6 to 12.", (6, 12), "year of age"),
    ("Its pupils are aged from 6 to 12 years.", (6, 12), "year of age"),
    ("A girl aged 12 years was found.", 12, "year of age"),
    ("It took twins aged three months.", 3, "month of age"),
    ("She left school at the age of 12.", 12, "year of age"),
    ("Children under five are admitted.", 5, "year of age"),
    ("The over-65s are admitted.", 65, "year of age"),
    ("They beat the under-21s.", 21, "year of age"),
    ("It is for under 18s only.", 18, "year of age"),
    ("It polled women aged between 16 and 24.", (16, 24), "year of age"),
]


@pytest.mark.parametrize(("text", "value", "unit"), AGES)
def test_ages(text: str, value: object, unit: str) -> None:
    (figure,) = amounts(text)
    assert (figure.kind, figure.value, figure.unit) == ("age", value, unit)


def test_age_in_decades() -> None:
    (figure,) = amounts("A man in his mid-30s fled.")
    assert (figure.kind, figure.value, figure.low, figure.high) == ("age", None, 30, 39)


def test_ages_in_a_row() -> None:
    figures = amounts("Three boys, aged 9, 11 and 14, were found.")
    assert [(f.value, f.kind) for f in figures] == [(3, "count"), (9, "age"), (11, "age"), (14, "age")]


FORWARD = [
    ("They got 45 and 50 milligrams.", [(45, "milligram"), (50, "milligram")]),
    ("It costs 8 or $9.", [(8, "dollar"), (9, "dollar")]),
    ("It grew from 24 to 33 billion euros.", [(24e9, "euro"), (33e9, "euro")]),
]


@pytest.mark.parametrize(("text", "expected"), FORWARD)
def test_a_unit_behind_serves_both(text: str, expected: list[tuple[object, str]]) -> None:
    assert stated(text) == expected


POWERS = [("301,338 km2", "square kilometre"), ("4 km^3", "cubic kilometre"), ("4 km squared", "square kilometre")]


@pytest.mark.parametrize(("phrase", "unit"), POWERS)
def test_powers_of_units(phrase: str, unit: str) -> None:
    assert [figure.unit for figure in amounts(f"It covers {phrase}.")] == [unit]


def test_feet_and_inches_by_hyphen() -> None:
    assert stated("A 6-foot-2 guard joined.") == [(pytest.approx(6 + 2 / 12), "foot")]


TWO_UNITS = [
    ("The final lasted 1hr 14 mins.", 1 + 14 / 60, "hour"),
    ("She crossed in two hours and 20 minutes.", 2 + 20 / 60, "hour"),
    ("The hearing took three hours 20 minutes.", 3 + 20 / 60, "hour"),
    ("The tide turns in 1h30m.", 1.5, "hour"),
    ("He was given two years and three months.", 2.25, "year"),
    ("The calf weighed 11 stone 7 pounds.", 11.5, "stone"),
    ("The keeper is 6'3\" tall.", 6.25, "foot"),
    ("The keeper is 5' 9\" tall.", 5.75, "foot"),
    ("The plank is six feet and six inches.", 6.5, "foot"),
]


@pytest.mark.parametrize(("text", "value", "unit"), TWO_UNITS)
def test_one_measure_in_two_units(text: str, value: float, unit: str) -> None:
    assert stated(text) == [(pytest.approx(value), unit)]


TWO_FIGURES = [
    ("The strike lasted two days and 14 people were hurt.", [(2, "day"), (14, "people")]),
    ("It turns in 24 hours, 39 minutes and 35 seconds.", [(24, "hour"), (39, "minute"), (35, "second")]),
    ("He walked four miles and 3 laps.", [(4, "mile"), (3, "lap")]),
    ("He cried 'stop at 5' 11 times.", [(5, None), (11, "count")]),
]


@pytest.mark.parametrize(("text", "expected"), TWO_FIGURES)
def test_two_measures_stay_two(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert stated(text) == expected


CALIBRES = ["a .38 caliber revolver", "a .38-calibre revolver", "a 38-caliber revolver"]


@pytest.mark.parametrize("phrase", CALIBRES)
def test_a_calibre_with_or_without_its_point(phrase: str) -> None:
    assert stated(f"They found {phrase}.") == [(pytest.approx(0.38), "calibre")]


SPORTS = [
    ("She averages 12.4 ppg.", 12.4, "point per game"),
    ("He threw for 3 TDs.", 3, "touchdown"),
    ("He is worth 4.1 WAR.", 4.1, "win above replacement"),
    ("The rookie drove in 51 RBIs.", 51, "run batted in"),
    ("The side holds a .480 record.", 0.48, "record"),
    ("He bowled 6 innings.", 6, "inning"),
]


@pytest.mark.parametrize(("text", "value", "unit"), SPORTS)
def test_what_athletes_are_counted_in(text: str, value: float, unit: str) -> None:
    (figure,) = amounts(text)
    assert (figure.kind, figure.value, figure.unit) == ("count", value, unit)


def test_a_margin_is_what_a_figure_admits() -> None:
    (figure,) = amounts("It spans 9.8 +/- 0.2 km.")
    assert (figure.value, figure.low, figure.high, figure.unit) == (9.8, 9.6, 10, "kilometre")


SIDES = ["a room of 8-by-12 feet", "a room of 8 by 12 feet", "an 8-by-12-foot room"]


@pytest.mark.parametrize("phrase", SIDES)
def test_both_sides_of_a_size_have_its_unit(phrase: str) -> None:
    assert stated(f"They built {phrase}.") == [(8, "foot"), (12, "foot")]


NO_AGES = [
    ("Boats under five metres are free.", "measure"),
    ("Women over 20 miles away heard it.", "measure"),
    ("A fleet of 40 sailed.", "count"),
    ("They play Brazil, 3 July.", "date"),
]


@pytest.mark.parametrize(("text", "kind"), NO_AGES)
def test_numbers_that_are_no_ages(text: str, kind: str) -> None:
    assert [figure.kind for figure in read(text)] == [kind]


CATEGORIES = ["A Category 4 hurricane hit.", "A category-4 storm hit.", "A category four storm hit."]


@pytest.mark.parametrize("text", CATEGORIES)
def test_a_storm_has_a_category(text: str) -> None:
    assert stated(text) == [(4, "category")]


MAGNITUDES = ["A magnitude 6.4 quake hit.", "A 6.4-magnitude quake hit.", "A quake of magnitude 6.4 hit."]


@pytest.mark.parametrize("text", MAGNITUDES)
def test_a_quake_has_a_magnitude(text: str) -> None:
    assert stated(text) == [(6.4, "magnitude")]


ARTICLES = [
    ("The mill shut a decade ago.", [(1, "decade")]),
    ("It fell a century after it was built.", [(1, "century")]),
    ("A week later they met again.", [(1, "week")]),
    ("They met for a week.", []),
    ("Sales were below those of a year ago.", []),
]


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_an_article_counts_a_span_between_two_things(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in amounts(text)] == expected


def test_a_crowd_is_of_people_whatever_was_counted_before() -> None:
    first, second, crowd = read("She led with 300 metres left, and won in 58.6 seconds before a crowd of 12,500.")
    assert (first.unit, second.unit, crowd.unit) == ("metre", "second", None)
