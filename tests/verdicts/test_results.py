"""Results given to the side that lost, and new names for the side that won."""

import pytest

from claimcheck import Checker

SOURCE = (
    "Lisle midfielder Ada Moreau was carried off during her side's match against Dorn on Saturday. "
    "She was replaced after 20 minutes. Dorn went on to win the game 4-1 and are second, behind the Reds of Varna. "
    "Varna beat Orla 2-1."
)
WRONG = [
    "Lisle are second after a 4-1 win.",
    "Lisle won 4-1 on Saturday, but Ada Moreau was replaced after 20 minutes.",
    "Orla beat Varna 2-1.",
]
RIGHT = [
    "Dorn are second after a 4-1 win.",
    "Dorn's 4-1 win over Lisle cost the losers Ada Moreau, who was replaced after 20 minutes.",
    "Lisle were beaten 4-1 by Dorn.",
    "The Reds won 2-1.",
    "Moreau had gone when the match ended in a 4-1 win for Dorn.",
]


@pytest.mark.parametrize("draft", WRONG)
def test_won_by_another(draft: str) -> None:
    assert {finding.rule for finding in Checker().check(draft, [SOURCE]).findings} == {"swapped-attribution"}


@pytest.mark.parametrize("draft", RIGHT)
def test_won_by_the_same(draft: str) -> None:
    assert Checker().check(draft, [SOURCE]).findings == ()
