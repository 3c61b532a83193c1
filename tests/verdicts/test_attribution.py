"""Whose a figure is said to be: another speaker's, or the same one's under another name."""

import pytest

from claimcheck import Checker

SOURCE = (
    "Lisle Rovers will be away from home until spring. The Rovers have trained at a school since the Orla burst its "
    'banks. "It will come to 900,000 euros," chief executive Piet Maes told reporters. Councillor Ada Moreau said '
    "that 60 trees had been lost in the park. Ada Moreau and the city will plant new ones. "
    "Milan Kovar, 25, scored 11 goals last year, and the striker wants to stay."
)
ANOTHER = [
    'The repairs will come to 900,000 euros, councillor Ada Moreau said. Piet Maes is "hopeful".',
    "Piet Maes said that 60 trees had been lost in the park. Councillor Ada Moreau was silent.",
]
SAME = [
    "The flood will cost 900,000 euros, Lisle Rovers say.",
    "The city said that 60 trees had been lost in the park.",
    "The 25-year-old Rovers striker Milan Kovar scored 11 goals last year.",
    "The 25-year-old Lisle Rovers striker scored 11 goals last year.",
]


@pytest.mark.parametrize("draft", ANOTHER)
def test_another(draft: str) -> None:
    assert {finding.rule for finding in Checker().check(draft, [SOURCE]).findings} == {"swapped-attribution"}


@pytest.mark.parametrize("draft", SAME)
def test_same(draft: str) -> None:
    assert Checker().check(draft, [SOURCE]).findings == ()
