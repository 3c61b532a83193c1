"""Any table: as wide as the screen where its words fit, else row by row."""

from claimcheck.reports.formats import Screen
from claimcheck.reports.listing import listing

HEADS = ("outlet", "figure", "sentence", "speaker")
ROWS = [
    ("Harbour Post", "46 passengers", "The ferry had 46 passengers on board.", ""),
    ("Northwire", "44 passengers", "There were 44 passengers.", "police\x1b[2J"),
]


def test_a_table_is_no_wider_than_the_screen() -> None:
    shown = listing(HEADS, ROWS, "table", Screen(80, False)).splitlines()
    assert shown[0].split() == list(HEADS)
    assert max(map(len, shown)) <= 80


def test_where_words_would_be_cut_each_row_is_told_for_itself() -> None:
    assert listing(HEADS, ROWS, "table", Screen(36, False)).splitlines() == [
        "outlet    Harbour Post",
        "figure    46 passengers",
        "sentence  The ferry had 46",
        "          passengers on board.",
        "",
        "outlet    Northwire",
        "figure    44 passengers",
        "sentence  There were 44 passengers.",
        "speaker   police\ufffd[2J",
    ]
