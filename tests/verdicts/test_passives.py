"""Who does and to whom it is done, in active and passive voice."""

import pytest

from claimcheck import Checker

EXCHANGED = [
    ("Kovar paid Brandt $5 million for the mill in May.", "Kovar was paid $5 million by Brandt for the mill in May."),
    ("Brandt was paid $5 million by Kovar in May.", "Kovar was paid $5 million by Brandt in May."),
    ("Brandt was paid $5 million by Kovar in May.", "In May, Brandt paid Kovar $5 million."),
    ("Ada Moreau stabbed Piet Maes 13 times.", "Ada Moreau was stabbed 13 times by Piet Maes."),
]

SAME = [
    ("Kovar paid Brandt $5 million for the mill in May.", "Brandt was paid $5 million by Kovar for the mill in May."),
    ("Brandt was paid $5 million by Kovar in May.", "In May, Kovar paid Brandt $5 million."),
    ("Ada Moreau stabbed Piet Maes 13 times.", "Piet Maes was stabbed 13 times by Ada Moreau."),
    ("Ada Moreau was sued by Piet Maes for 40,000 euros.", "Piet Maes wants 40,000 euros from Ada Moreau."),
    ("Prices were raised by 3 percent in May, Kovar told Brandt.", "Kovar raised prices by 3 percent in May."),
]


@pytest.mark.parametrize(("source", "draft"), EXCHANGED)
def test_exchanged(source: str, draft: str) -> None:
    assert {finding.rule for finding in Checker().check(draft, [source]).findings} == {"swapped-attribution"}


@pytest.mark.parametrize(("source", "draft"), SAME)
def test_same(source: str, draft: str) -> None:
    assert Checker().check(draft, [source]).findings == ()
