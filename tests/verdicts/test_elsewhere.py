"""Dates and sums that a source gives to another event, and those that only look as if it did."""

import pytest

from claimcheck import Checker

SOURCE = (
    "The tram depot at Orla will close in spring, the city said, and the museum that it houses must move. "
    "About forty volunteers keep the old cars in order and open the doors on Sundays; none of them is paid. "
    "The brick halls were built by the engineer Milan Kovar, whose portrait hangs in the office upstairs. "
    "They went up in 1911, together with a canteen and a row of workers' cottages on the far side of the yard. "
    "A clock for the gate cost the company 4,300 euros. "
    "For decades nothing much changed, and the cars came and went with the early shift and the late one. "
    "Then a boiler explosion tore the roof off the paint shop, and for two winters cars had to be painted outdoors. "
    "Nobody was hurt, for the men had gone to lunch, and the company paid for everything without a word. "
    "Money was short in those years, as passengers bought cars of their own and the lines were cut one by one. "
    "The last horse tram left the yard decades earlier, and its stable has been a cycle shop since. "
    "In 1974 the council took over the whole network, and new bus lanes were laid along the river. "
    "The museum opened after a petition with thousands of names, and school classes come nearly every day."
)

MISDATED = [
    ("A boiler explosion tore the roof off the depot's paint shop in 1974.", "this date beside another event only"),
    ("A canteen and a row of workers' cottages were added to the depot in 1974.", "this date beside another event only"),
    ("A petition with thousands of names raised 4,300 euros.", "this figure of something else only"),
    ("In 1911 a petition with thousands of names led to the opening of the museum.", "this date beside another event only"),
]  # fmt: skip

DATED = [
    "The council has run the whole network since 1974.",
    "The halls, the work of Milan Kovar, date from 1911.",
    "Kovar's depot, where volunteers look after a museum, was finished in 1911 with cottages for the workers.",
    "The company spent 4,300 euros on a clock.",
    "City authorities acquired all tram routes in 1974.",
    "A canteen was added in 1911, a boiler explosion took the roof off the paint shop, and in 1974, the council came.",
]


@pytest.mark.parametrize(("draft", "why"), MISDATED)
def test_misdated(draft: str, why: str) -> None:
    findings = Checker().check(draft, [SOURCE]).findings
    assert [finding.rule for finding in findings] == ["swapped-attribution"]
    assert why in findings[0].message


@pytest.mark.parametrize("draft", DATED)
def test_dated(draft: str) -> None:
    assert Checker().check(draft, [SOURCE]).findings == ()
