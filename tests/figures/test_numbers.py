from __future__ import annotations

import pytest

from tests.figures.reading import read, stated, values

DIGITS = [
    ("The plant employs 11,000 workers.", 11000),
    ("Some 12 000 fans came.", 12000),
    ("It drew 12\u00a0000 fans.", 12000),
    ("It drew 12\u202f000 fans.", 12000),
    ("The index stood at 1,507.76.", 1507.76),
    ("The scheme reaches 12,34,567 farmers.", 1234567),
    ("They spent 1.000.000 euros.", 1000000),
    ("They spent 1.234,56 euros.", 1234.56),
    ("The rate was 0,5% in May.", 0.5),
    ("He bats a .310 average.", 0.31),
    ("Turnout fell in １２ districts.", 12),
    ("The gap was 1.5 × 10^6 metres.", 1.5e6),
    ("About 1, 000 people fled.", 1000),
    ("The choir sang 1 , 118 hymns .", 1118),
    ("Exports rose 6 . 2 % in May .", 6.2),
    ("It gained 1 / 4 point .", 0.25),
    ("His share of wins (. 683) is the best.", 0.683),
    ("The signal is 4e14 hertz.", 4e14),
    ("It came to 16.4 million tonnes.", 16400000),
]


@pytest.mark.parametrize(("text", "value"), DIGITS)
def test_digits(text: str, value: float) -> None:
    assert values(text) == [pytest.approx(value)]


MAGNITUDES = [
    ("The deal is worth $1.5bn.", 1.5e9),
    ("It reached 1.2m people.", 1.2e6),
    ("They asked for £ 1.5 m.", 1.5e6),
    ("The app has 12k users.", 12000),
    ("A crowd of 51million people watched.", 51e6),
    ("It costs 3 lakh rupees.", 300000),
    ("It costs 2.5 crore rupees.", 25e6),
    ("Debt hit $2 trillion.", 2e12),
    ("The fund holds 40 mn euros.", 40e6),
    ("Sales of 4.3M units were booked.", 4.3e6),
    ("There are 8 B people on Earth.", 8e9),
]


@pytest.mark.parametrize(("text", "value"), MAGNITUDES)
def test_magnitudes(text: str, value: float) -> None:
    assert values(text) == [pytest.approx(value)]


WORDS = [
    ("Twenty-five thousand homes lost power.", 25000),
    ("One and a half million voters stayed away.", 1.5e6),
    ("It took two and a half hours.", 2.5),
    ("A quarter of a million pounds was raised.", 250000),
    ("Half a million trees burned.", 500000),
    ("A hundred officers were sent.", 100),
    ("The squad arrested nine suspects.", 9),
    ("Three hundred and forty-two miners walked out.", 342),
    ("two dozen boats sank", 24),
    ("a dozen boats sank", 12),
    ("half a dozen boats sank", 6),
    ("she drank a half-litre of milk", 0.5),
    ("He ran 2 ½ miles.", 2.5),
    ("It was a 21/2-week trial.", 2.5),
    ("It is 53/4 inches wide.", 5.75),
    ("The board sat for 3 1/2 hours.", 3.5),
    ("Seven million, he said.", 7e6),
    ("It rose to one point seventy-five.", 1.75),
    ("It sank to three point two five.", 3.25),
    ("His score is minus one.", -1),
    ("She walked three and two-thirds miles.", 3 + 2 / 3),
    ("It lasted five and a quarter hours.", 5.25),
    ("They sold three dozens.", 36),
    ("It took two-and-a-half years.", 2.5),
    ("She served a three-and-a-half-year term.", 3.5),
    ("The talks went on for an hour and a half.", 1.5),
    ("He swam a mile and a half.", 1.5),
    ("They sold fifty - two goats.", 52),
]


@pytest.mark.parametrize(("text", "value"), WORDS)
def test_words(text: str, value: float) -> None:
    assert values(text) == [pytest.approx(value)]


def test_a_misprint_is_read_as_nothing_and_says_so() -> None:
    (figure,) = read("Stocks closed at 1,506,76.")
    assert (figure.value, figure.low, figure.high) == (None, None, None)
    assert "misprint" in figure.explain[0].rule


NOISE = [
    ("A 25 - year - old man was held.", [(25, "year of age")]),
    ("The winger signed a three - year contract.", [(3, "year")]),
    ("Of the boats he has three - year after year he adds one.", [(3, None)]),
    ("It fell by −5 degrees.", [(-5, "degree")]),
    ("It costs &pound;20 a head.", [(20, "pound sterling per head")]),
    ("Between 20&ndash;30 people came.", [((20, 30), "people")]),
    ("It held 1\u00ad000 people.", [(1000, "people")]),
    ("plus or minus 3 percent", [(3, "percentage")]),
    ("minus 5 degrees at night", [(-5, "degree")]),
]


@pytest.mark.parametrize(("text", "expected"), NOISE)
def test_noise(text: str, expected: list[tuple[object, str]]) -> None:
    assert stated(text) == expected


STRAY_POINTS = [
    ("He drove with a level of. 09 percent, above the limit of. 08 percent.", [". 09 percent", ". 08 percent"]),
    ("He hit. 308 with 33 homers, including. 358 in May.", [". 308", "33 homers", ". 358", "May"]),
    ("She aimed a. 38 caliber revolver.", [". 38 caliber"]),
    ("Police found a loaded. 357-caliber gun.", [". 357-caliber"]),
    # A sentence may end with "hit" and begin with digits, and a month or a number is cut short by a point.
    ("Nobody saw whom he hit. 308 people came.", ["308 people"]),
    ("The hall was hit. 30 people died.", ["30 people"]),
    ("He left on Nov. 17 in the rain. 12 people saw him.", ["Nov. 17", "12 people"]),
    ("It rained on Feb. 04 in Lisle.", ["Feb. 04"]),
]


@pytest.mark.parametrize(("text", "expected"), STRAY_POINTS)
def test_a_point_that_strayed_belongs_to_its_digits(text: str, expected: list[str]) -> None:
    found = read(text)
    assert [figure.text for figure in found] == expected
    assert [text[figure.start : figure.end] for figure in found] == expected
