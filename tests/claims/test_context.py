"""What a figure measures, the words around it, whose it is, and when it was."""

from __future__ import annotations

import pytest

from claimcheck.claims import Claim, read_claims
from claimcheck.documents import Document
from claimcheck.figures import read_figures


def claim_of(text: str, figure: str) -> Claim:
    document = Document("text", text)
    claims = read_claims(document, read_figures(document))
    return next(c for c in claims if figure in text[c.figure.start : c.figure.end])


THINGS = [
    ("The port took in over 11,000 crates of oranges.", "11,000", "crates of oranges"),
    ("The port handles 70% of the island's fruit exports.", "70%", "island's fruit exports"),
    ("Quarterly revenue rose 8 percent.", "8", "revenue"),
    ("Police held 23 of the raiders.", "23", "raiders"),
]


@pytest.mark.parametrize(("text", "figure", "what"), THINGS)
def test_what_is_measured(text: str, figure: str, what: str) -> None:
    assert what in (claim_of(text, figure).what or "")


def test_the_words_beyond_a_conjunction_belong_to_the_other_figure() -> None:
    text = "The valley grows 70% of the country's oats and 90% of its plums."
    oats, plums = dict(claim_of(text, "70%").words), dict(claim_of(text, "90%").words)
    assert oats["oat"] > 2 * oats.get("plum", 0)
    assert plums["plum"] > 2 * plums.get("oat", 0)


def test_another_order_and_other_words_give_like_windows() -> None:
    first = "The valley sold 70% of the country's oat crop and 90% of its plums."
    second = "Its plums, of which the valley sells 90% of all, and 70% of the nation's oats come by rail."
    seventy, other = dict(claim_of(first, "70%").words), dict(claim_of(second, "70%").words)
    assert {"oat", "country"} <= seventy.keys() & other.keys()


PARTIES = [
    ("Norway sold 40 ferries to Chile.", "40", ("actor", "norway")),
    ("Norway sold 40 ferries to Chile.", "40", ("receiver", "chile")),
    ("The 40 ferries were sold by Norway in May.", "40", ("actor", "norway")),
    ("Police arrested 12 men in Brekke.", "12", ("actor", "police")),
    ("Police arrested 12 men in Brekke.", "12", ("place", "brekke")),
    ("Some 300 sailors are held on the Somali coast.", "300", ("place", "somalia")),
    ("Ada Moreau, 25, won.", "25", ("subject", "ada moreau")),
    ("The 37-year-old Tor Lie won.", "37", ("subject", "tor lie")),
    ("Pia Holm beat Tor Lie, who has won 12 races this year.", "12", ("actor", "tor lie")),
    ("Tor Lie came home in May and has won 12 races.", "12", ("actor", "tor lie")),
    ("Mayor Ada Moreau came to Brekke. She opened 12 schools.", "12", ("actor", "ada moreau")),
    ("It was Tor Lie who in 2016 won 12 races.", "12", ("actor", "tor lie")),
    ("Norway's imports of steel fell 12 percent.", "12", ("subject", "norway")),
]


@pytest.mark.parametrize(("text", "figure", "party"), PARTIES)
def test_parties(text: str, figure: str, party: tuple[str, str]) -> None:
    assert party in [(p.part, p.key) for p in claim_of(text, figure).participants]


TIMES = [
    ("The port took 40 ships on Monday.", "40", ("monday",)),
    ("The port took 40 ships in March 2003.", "40", ("2003-03",)),
    ("The port took 40 ships last week.", "40", ("last week",)),
    ("The port took 40 ships.", "40", ()),
    ("The port took 40 ships on Monday, up from 31 on Saturday.", "40", ("monday",)),
    ("The port took 40 ships on Monday, up from 31 on Saturday.", "31", ("saturday",)),
    ("The port earned $40 million, up from $31 million a year earlier.", "31", ("year earlier",)),
    ("The port earned $40 million, up from $31 million a year earlier.", "40", ()),
    ("In the year-ago quarter the port earned $31 million.", "31", ("year earlier",)),
    ("The port took 40 more ships than a year ago.", "40", ()),
    ("The port owed $40 million in March 2003, and $31 million two years earlier.", "31", ("2 year earlier",)),
    ("Lund has 31 goals, including 17 in the last three seasons.", "17", ("last 3 season",)),
]


@pytest.mark.parametrize(("text", "figure", "when"), TIMES)
def test_times(text: str, figure: str, when: tuple[str, ...]) -> None:
    assert claim_of(text, figure).when == when


def test_a_relative_time_is_no_claim() -> None:
    document = Document("text", "The port took 30 ships last week.")
    assert [c.figure.text for c in read_claims(document, read_figures(document))] == ["30 ships"]


def test_the_clause_keeps_the_words_that_turn_it() -> None:
    assert "not" in claim_of("The port did not take 40 ships.", "40").near


def test_a_figure_in_quotation_marks_is_quoted() -> None:
    claim = claim_of("Falk spoke of “over 40 ships” in the bay.", "40")
    assert claim.quoted
