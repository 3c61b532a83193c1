"""One text that tells a thing twice: with numbers that a slip of the keyboard parts, or with good reason."""

import pytest

from claimcheck import Checker

AGAINST_ITSELF = [
    "24 miners dead in Orlau pit\nForty-two miners died in the pit at Orlau on Sunday, the company said.",
    "Fire kills 24 at Dorn hotel\nA fire at a hotel in Dorn killed 42 people on Sunday.",
    "Twenty-three sailors were missing off Orlau on Sunday. By noon all 32 had been found.",
    "The council will spend $3.2 million on the Dorn bridge. Work is slow. The bridge at Dorn costs the council $32 million.",
]

IN_ORDER = [
    # parts, others, other moments, other places
    "A fire at a hotel in Dorn killed 42 people on Sunday. Among them were 24 people from Lienz, killed at the hotel.",
    "A fire at a hotel in Dorn killed 42 people on Sunday. Another fire killed 24 people at a hotel in Dorn.",
    "A fire at a hotel in Dorn killed 42 people. Police earlier said that the fire at the hotel in Dorn had killed 24 people.",
    "A fire at a hotel in Dorn killed 42 people on Sunday. A fire at a hotel in Lienz killed 24 people.",
    "A fire at a hotel in Dorn killed 42 people on Sunday. A fire at a hotel in Dorn killed 24 people on Monday.",
    # a number that goes back to a count told, and one that is ten times another
    "Twenty-three sailors and nine divers were missing, 32 people in all. By noon all 32 had been found.",
    "Three sailors were missing. By noon all 30 had been called.",
    # the headline's number is another's
    "Big blaze in Dorn kills 10; 80 hurt\nA big blaze swept a hotel in Dorn on Sunday, killing 10 people and injuring 80.",
    # two persons
    "Former Cup Champion Orlov, 31-2, 26 KO's, beat Dorn.\nFormer Cup Champion Lisle, 43-1, 23 KO's, beat Moreau.",
    "A 16-year-old son of the farmer was hurt in the barn. A 17-year-old son of the farmer was hurt in the barn.",
    # other numbers may be of other things
    "The plant in Orlau employs 42 workers in its foundry. The plant in Orlau employs 300 workers in its foundry.",
]


@pytest.mark.parametrize("text", AGAINST_ITSELF)
def test_it_contradicts_itself(text: str) -> None:
    assert [finding.rule for finding in Checker().check(text, [text]).findings] == ["self-contradiction"]


@pytest.mark.parametrize("text", IN_ORDER)
def test_it_does_not(text: str) -> None:
    assert Checker().check(text, [text]).findings == ()
