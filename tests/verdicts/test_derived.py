"""Which figures of a draft follow from their source, how the report says so, and which merely look as if they did."""

import pytest

from claimcheck import Checker, Document
from claimcheck.reports.formats import Screen, render


def derivations(source: str | Document, draft: str) -> list[str]:
    return [derivation.way for derivation in Checker().check(draft, [source]).derivations]


DERIVED = [
    ("Sixteen men and nine women were on board.", "The boat had 25 people on board.", "Sixteen men + nine women"),
    (
        "The ferry had 45 people on board, including 12 children.",
        "On the ferry were 33 adults.",
        "45 people less 12 children",
    ),
    (
        "Ardo paid $3.5 million for the mill and $2 million for the farm.",
        "Ardo paid $5.5 million.",
        "$3.5 million + $2 million",
    ),
    ("Of the 48 schools 12 have no library.", "A quarter of the schools, 25 percent, have none.", "12 of 48 schools"),
    (
        "Sales rose to 150,000 euros from 120,000 euros.",
        "Sales grew by 25 percent.",
        "from 120,000 euros to 150,000 euros",
    ),
    ("Some 62% of the farmers agreed.", "The remaining 38% did not agree.", "100 less Some 62%"),
    (
        "Published: July 13, 2009. Lund has led the mill since October 2007.",
        "Lund has led the mill for 21 months.",
        "from October 2007 to July 13, 2009",
    ),
    (
        "Orsec rose 31.36 points to close at 6,390.99 points.",
        "Orsec had stood at 6,359.63 points.",
        "31.36 points to 6,390.99 points",
    ),
    (
        "He was banned for the first four games. The league later reduced the ban to two games.",
        "The league later halved the ban.",
        "two games by first four games",
    ),
    (
        "Anna asked for $200 million. Piet offered $184 million.",
        "Anna asked for $16m more than Piet.",
        "$200 million less $184 million",
    ),
    ("Lund landed 178 punches and took 30 punches.", "The difference was 148 punches.", "178 punches less 30 punches"),
    ("Lund fell on Friday and died on Monday.", "Lund died three days after her fall.", "from Friday to Monday"),
    (
        "The alarm came at 6:05 p.m. and the first engine at 6:40 p.m.",
        "The first engine came 35 minutes after the alarm.",
        "from 6:05 p.m. to 6:40 p.m.",
    ),
    ("The mill opened in 1980 and closed in 1995.", "The mill was open for 15 years.", "from 1980 to 1995"),
    (
        "The levee would cost the county $600 million over the next 30 years.",
        "The levee would cost the county $20 million a year over the next 30 years.",
        "$600 million over 30 years",
    ),
    ("It was her seventh novel.", "She has written seven novels.", "seventh novel"),
    (
        "Police searched flats in Lienz, Orlau and Piran.",
        "Police searched flats in three towns.",
        "Lienz, Orlau and Piran: 3",
    ),
]


@pytest.mark.parametrize(("source", "draft", "way"), DERIVED)
def test_derived(source: str, draft: str, way: str) -> None:
    report = Checker().check(draft, [source])
    assert [derivation.way for derivation in report.derivations][:1] == [way]
    assert report.findings == ()


NOT_DERIVED = [
    # It is another while between the moments.
    ("Lund fell on Friday and died on Monday.", "Lund died six days after her fall."),
    ("The alarm came at 6:05 p.m. and the first engine at 6:40 p.m.", "The engine came 55 minutes after the alarm."),
    # What the rounding of the greater swallows adds nothing to it.
    ("Parking costs £1.80. Reserves stood at £19.8 million.", "The loan is £19.8m."),
    # Other things do not add up.
    ("The club won one cup. It has four courts.", "The club won five matches."),
    ("The mill has 12 looms. Its 30 workers are on strike.", "The mill has 42 looms."),
    # A part is no addition to its whole.
    ("The ferry had 45 people on board, including 12 children.", "The ferry had 57 people on board."),
    # The years are of different things.
    (
        "The mill opened in 1980. "
        + "The valley is quiet, and nothing much happens in it. " * 10
        + "A flood came in 1995.",
        "It stood for 15 years.",
    ),
    ("It was her seventh novel.", "She has seven brothers."),
    ("The levee would cost $600 million over 30 years.", "The levee would cost $25 million a year."),
]


@pytest.mark.parametrize(("source", "draft"), NOT_DERIVED)
def test_not_derived(source: str, draft: str) -> None:
    assert derivations(source, draft) == []


def test_a_year_is_told_from_the_date_of_its_text() -> None:
    source = Document(id="wire", text="The school was founded in 1999.", date="2011-05-02")
    assert derivations(source, "The school is 12 years old.") == ["from 1999 to 2011, when the text was written"]


def test_the_table_says_how() -> None:
    report = Checker().check("The boat had 25 people on board.", ["Sixteen men and nine women were on board."])
    table = render(report, "table", screen=Screen(100))
    assert "from Sixteen men + nine women" in " ".join(table.split())
    assert "1 derived. No findings." in table
