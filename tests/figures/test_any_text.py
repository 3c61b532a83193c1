"""What holds for every text, however odd."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Document
from claimcheck.figures import read_figures

PIECES = [
    "one",
    "two",
    "twenty",
    "hundred",
    "million",
    "1,000",
    "12",
    "3.5",
    "$",
    "£",
    "%",
    "per",
    "cent",
    "-",
    "–",
    "to",
    "and",
    "or",
    "a",
    "half",
    "third",
    "quarter",
    "of",
    "in",
    "between",
    "from",
    "2003",
    "May",
    "Aug.",
    "16",
    "p.m.",
    "'",
    "s",
    "year",
    "old",
    "years",
    "dozen",
    "dozens",
    "hundreds",
    ",",
    ".",
    "(",
    ")",
    "/",
    ":",
    "m",
    "bn",
    "k",
    "km",
    "twice",
    "nearly",
    "about",
    "over",
    "up",
    "at",
    "least",
    "7-2",
    "½",
    "st",
    "th",
    "GMT",
    "30",
    "noon",
    "aged",
    "minus",
    "#",
    "&",
    "US$",
    "Rs.",
    "&nbsp;",
    "people",
    "cows",
    "Smith",
    "\u200b",
    "\xad",
    "１２",
    "−5",
    "²",
    "±",
    "'",
    '"',
    "h",
    "by",
    "x",
    "through",
    "twenty",
    "-fifth",
    "category",
    "top",
    "+44",
    "feet",
    "category",
    "hours",
    "٣",
    "İ",
    "\n",
]

texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "-", "\n"])), max_size=25).map(
        lambda pairs: "".join(a + b for a, b in pairs)
    ),
    st.binary(max_size=60).map(lambda raw: raw.decode("utf-8", "replace")),
)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_figures_stand_where_they_say(text: str) -> None:
    last = 0
    for figure in read_figures(Document("any", text)):
        assert last <= figure.start <= figure.number_start < figure.number_end <= figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        last = figure.end


ADVERSARIAL = {
    "digits": "7",
    "commas": ",",
    "dashes": "-",
    "one and": "one and ",
    "currency": "$",
    "zero width": "\u200b",
    "combining": "\u0301",
    "quotes": '"',
    "groups": "100 ",
    "broken groups": "100 100 100x ",
    "magnitudes": "million ",
    "scores": "7-",
    "slashes": "7/",
    "colons": "7:",
    "ranges": "1 to ",
    "halves": "half of ",
    "rates": "5 per ",
    "tens": "twenty ",
    "names": "Xy 7 ",
    "wide gaps": "1" + " " * 50,
    "cut decimals": "6 . ",
    "cut groups": "1 , 118 ",
    "margins": "5±",
    "feet": "5' ",
    "hours": "1h",
    "halves of a unit": "a mile and a half and ",
    "parts": "two and two-",
    "sides": "8 by ",
    "telephones": "+44 (0) 20 ",
    "zeros": "0800 ",
    "ordinals": "twenty-hundredth ",
    "past": "at ten to ten to ",
    "levels": "to a record high at a close of ",
    "stray points": "a level of. 09 percent ",
    "tallies": "the number of men to 4 ",
    "two units": "1 hour and 2 minutes and 3 days ",
}


def work(call: Callable[[], object]) -> int:
    """Return how many lines of Python ran in ``call``: a measure of work that no busy machine disturbs."""
    lines = 0

    def trace(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("unit", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
def test_work_grows_with_length(unit: str) -> None:
    short, long = ("".join([unit] * (size // len(unit) + 1)) for size in (1_000, 4_000))
    read_figures(Document("warm", short))
    one = work(lambda: read_figures(Document("short", short)))
    four = work(lambda: read_figures(Document("long", long)))
    assert four <= 4.5 * one + 200


def test_a_hundred_thousand_of_each() -> None:
    for unit in ADVERSARIAL.values():
        read_figures(Document("huge", unit * (100_000 // len(unit))))


def test_markup_is_skipped() -> None:
    text = "He paid $5 [here](https://example.org/7) and $6 more."
    start = text.index("](")
    figures = read_figures(Document("page", text, markup=((start, text.index(")") + 1),)))
    assert [figure.text for figure in figures] == ["$5", "$6"]


def test_the_same_text_gives_the_same_figures() -> None:
    text = "Sales rose 3 percent to $4 million on Monday; 12 shops closed."
    assert read_figures(Document("a", text)) == read_figures(Document("a", text)) != ()


def test_every_figure_is_explained() -> None:
    figures = read_figures(Document("a", "About 40 people paid $3 to see 12 acts at 5 p.m. on Monday."))
    assert [figure.text for figure in figures] == ["About 40 people", "$3", "12 acts", "5 p.m.", "Monday"]
    for figure in figures:
        assert figure.explain
        assert all(step.rule and step.text for step in figure.explain)
