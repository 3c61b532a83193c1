from __future__ import annotations

import pytest

from tests.figures.reading import amounts

ROLES = [
    (
        "The index lost 16.95 points, or 1.1 percent, to 1,507.76.",
        [(16.95, "change", "down"), (1.1, "share", "down"), (1507.76, "to", None)],
    ),
    ("Sales rose 3 percent.", [(3, "change", "up")]),
    ("Shares were up 19 cents at $58.24.", [(19, "change", "up"), (58.24, "to", None)]),
    ("Revenue rose to $7.36 billion from $6.78 billion.", [(7.36e9, "to", "up"), (6.78e9, "from", None)]),
    ("The index edged down 0.03%.", [(0.03, "change", "down")]),
    ("Profit fell by about 4 percent.", [(4, "change", "down")]),
    ("The firm has 40 shops.", [(40, None, None)]),
    ("It hopes to grow sales by 35 per cent.", [(35, "change", "up")]),
    ("Oil was $1.20 lower.", [(1.2, "change", "down")]),
    ("The index ended up 3 points at 1,333.", [(3, "change", "up"), (1333, "to", None)]),
    ("They ended up 5 miles away.", [(5, None, None)]),
    ("She signed a contract longer than 8 years.", [(8, None, None)]),
    ("He ended the fall 5 miles away.", [(5, None, None)]),
    ("The dam gave up 5 bodies.", [(5, None, None)]),
    ("Shares of Orrin were down 2%, Kelso by 3%.", [(2, "change", "down"), (3, "change", "down")]),
    ("It saw a rise of 3%.", [(3, "change", None)]),
    ("It saw a 3% drop.", [(3, "change", None)]),
    ("The law adds $40 to the bill.", [(40, None, None)]),
    ("Unemployment edged up to 4.1%.", [(4.1, "to", "up")]),
    ("Its range drops to just 87 miles (140 km).", [(87, "to", "down"), (140, None, None)]),
    ("Turnout went up to 60%.", [(60, "to", "up")]),
    ("Profit more than doubled to $20m.", [(2, "change", "up"), (2e7, "to", None)]),
    ("Volume fell by a third to 12m shares.", [(pytest.approx(1 / 3), "change", "down"), (12e6, "to", None)]),
    ("It shed 30 jobs and raised fares by 5 percent.", [(30, "change", "down"), (5, "change", "up")]),
    ("The peso was 0.2 percent weaker.", [(0.2, "change", "down")]),
    ("The stock added 3 cents to $2.", [(3, "change", "up"), (2, "to", None)]),
    ("Orrin gained 9 percent, or $3.44, to $42.19.", [(9, "share", "up"), (3.44, "change", "up"), (42.19, "to", None)]),
    (
        "The stock rose $2.20, or about 11 percent, to close on Friday at $22.",
        [(2.2, "change", "up"), (11, "share", "up"), (22, "to", None)],
    ),
    ("The index slid 2 points to a close of 1,463.87.", [(2, "change", "down"), (1463.87, "to", None)]),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: list[tuple[object, str, str]]) -> None:
    assert [(f.value, f.role, f.trend) for f in amounts(text)] == expected


LEVELS = [
    ("The index closed at 8,588.", ["level"]),
    ("The contract stood at 140.25.", ["level"]),
    ("The vote closed at 8.", ["count"]),
    ("She sat at 300.", ["count"]),
]


@pytest.mark.parametrize(("text", "kinds"), LEVELS)
def test_where_an_index_stood(text: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in amounts(text)] == kinds


def test_levels_of_one_sentence_share_their_unit() -> None:
    figures = amounts("The TX index rose 1% to 1,463.87 points, while the TY fell 2% to 1,333.18.")
    assert [(f.kind, f.unit) for f in figures[1::2]] == [("level", "point"), ("level", "point")]
