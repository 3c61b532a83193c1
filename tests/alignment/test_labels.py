"""What facts are called: by what most of their claims count, and what befell that."""

from __future__ import annotations

import pytest

from claimcheck import Checker


@pytest.mark.parametrize(
    ("stories", "labels"),
    [
        (
            (
                "A landslide above Orlau killed 14 people and injured 32, the mayor said.\n",
                "Fourteen people died and 32 were hurt in a landslide above Orlau.\n",
                "The landslide above Orlau killed 14 people; 32 were injured.\n",
            ),
            {"people killed", "people injured"},
        ),
        (
            ("Some 60 houses in Orlau were destroyed.\n", "The flood destroyed 60 houses in Orlau.\n"),
            {"houses destroyed"},
        ),
        (
            ("A quake of magnitude 5.4 shook Orlau.\n", "The 5.4-magnitude quake shook Orlau and the valley.\n"),
            {"magnitude"},
        ),
        (
            ("Anna Brandt, 36, was elected mayor of Orlau.\n", "Anna Brandt, 36, is the new mayor of Orlau.\n"),
            {"age of Anna Brandt"},
        ),
        (("The bridge in Orlau was built in 1931.\n", "Built in 1931, the bridge in Orlau is closed.\n"), {"date"}),
        (("The ferry had 212 passengers.\n", "There were 212 passengers on the ferry.\n"), {"passengers"}),
        (("Rescuers found two bodies in Orlau.\n", "In Orlau two bodies were found.\n"), {"bodies"}),
    ],
)
def test_what_facts_are_called(stories: tuple[str, ...], labels: set[str]) -> None:
    assert {fact.what for fact in Checker().compare(stories).facts} == labels
