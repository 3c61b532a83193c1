"""What two figures say of each other, as they stand in sentences."""

import pytest

from claimcheck.alignment.compare import relate
from claimcheck.documents import Document
from claimcheck.figures import Figure, read_figures


def read(text: str) -> Figure:
    (found,) = read_figures(Document("text", text))
    return found


SAME = [
    ("It cost $1.5bn.", "It cost 1,500,000,000 dollars."),
    ("half of the voters", "50 percent of the voters"),
    ("The road is 10 km long.", "The road is 10,000 metres long."),
    ("The talks took one hour.", "The talks took 60 minutes."),
    ("shares at 87 cents", "shares at $0.87"),
    ("shares at $91.51", "shares at $91.51 a share"),
    ("two dozen years", "24 years"),
    ("over 11,000 crates", "more than eleven thousand crates"),
    ("at 5 p.m.", "at 17:00"),
    ("She kept goal for six seasons.", "She kept goal for six years."),
    ("Lund scored in the 11th minute.", "Lund scored after 11 minutes."),
]

NEAR = [
    ("70 percent of the voters", "70.4 percent of the voters"),
    ("about 2,400 people", "2,412 people"),
    ("$12 billion", "about $12 billion"),
    ("about 6,000 crates", "more than 6,200 crates"),
    ("nearly 300 crates", "more than 300 crates"),
    ("90 days", "three months"),
    ("eight weeks", "two months"),
    ("52 weeks", "one year"),
    ("The farm is 52 km away.", "The farm is 32 miles away."),
    ("1.2 million people", "1,180,000 people"),
    ("dozens of goats", "40 goats"),
    ("nearly 11 percent", "10.8 percent"),
    ("between 20 and 30 guests", "25 guests"),
    ("some 4,000 people", "about 4,100 people"),
    ("shares at $91.60", "shares at $91.60 or so a share"),
    ("at about 9 a.m.", "at 8:50 a.m."),
]

APART = [
    ("24 years", "42 years"),
    ("60 days", "three months"),
    ("some 14,000 crates", "more than 15,000 crates"),
    ("about 60 crates", "up to 50 crates"),
    ("over 11,000 crates", "1,100 crates"),
    ("up to 10 years", "up to 70 years"),
    ("a 7-2 win", "a 2-7 defeat"),
    ("nearly 100 raids", "120 raids"),
    ("about 300 workers", "about 250 workers"),
    ("between $3 and $11", "between $4 and $11"),
    ("$21.59", "$21.76 a share"),
    ("at 6 a.m.", "at 5 a.m."),
    ("in 1989", "in 1998"),
    ("10 to 20 guests", "30 to 40 guests"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_the_same_in_other_words(left: str, right: str) -> None:
    assert relate(read(left), read(right)) == relate(read(right), read(left)) == "match"


@pytest.mark.parametrize(("left", "right"), NEAR)
def test_rounded_hedged_or_converted(left: str, right: str) -> None:
    assert relate(read(left), read(right)) == relate(read(right), read(left)) == "approx"


@pytest.mark.parametrize(("left", "right"), APART)
def test_cannot_both_be_right(left: str, right: str) -> None:
    assert relate(read(left), read(right)) == relate(read(right), read(left)) == "conflict"


def test_the_same_number_of_another_unit() -> None:
    assert relate(read("300 boxes were found"), read("It took 300 hours")) == "unit"
    assert relate(read("They signed a four-year deal."), read("Piran led for four seasons.")) == "unit"


def test_no_statement_of_one_fact() -> None:
    assert relate(read("9 percent of the voters"), read("seven votes")) is None
    assert relate(read("the first goal"), read("the fourth goal")) is None
    assert relate(read("on Monday"), read("in 1998")) is None
    assert relate(read("revenue of $5 million"), read("33 cents a share")) is None
    assert relate(read("at 5 p.m. EST"), read("at 8 p.m.")) is None
    assert relate(read("in the 11th minute"), read("for 12 minutes")) is None
    assert relate(read("Sales doubled."), read("two mills")) is None
