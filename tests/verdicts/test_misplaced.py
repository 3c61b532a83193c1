"""Figures that their source gives to another person or thing, and those that only look as if it did."""

import pytest

from claimcheck import Checker

MISPLACED = [
    (
        "A nine-year-old girl drowned in the Orla on Friday. Her 14-year-old brother, named as Milan Kovar, was found at dawn.",
        "Milan Kovar, 9, was found in the Orla at dawn.",
        "value-mismatch",
    ),
    (
        "A nine-year-old girl drowned in the Orla on Friday. Her 14-year-old brother, named as Milan Kovar, drowned too.",
        "Milan Kovar, 9, and his 14-year-old sister drowned in the Orla.",
        "swapped-values",
    ),
    (
        "Sixteen horses are kept at the farm, which the Brandt sisters run.",
        "Sixteen sisters run a farm that keeps horses.",
        "swapped-attribution",
    ),
    (
        "The Dorn bridge was opened in 1964. "
        + "It is crossed by many people every day, and it has been painted more than once. " * 6
        + "In 1982 a barge sank upstream.",
        "The Dorn bridge was built from 1964 to 1982.",
        "unsupported-figure",
    ),
]

IN_PLACE = [
    (
        "Milan Kovar was 14 when he won his first race. The 39-year-old said he would stop.",
        "Milan Kovar, 39, said he would stop.",
    ),
    ("Sixteen horses are kept at the farm.", "Sixteen animals, all of them horses, live on the farm."),
    ("He got seven consecutive life sentences.", "He was given seven life sentences."),
    ("The Dorn bridge was begun in 1964 and opened in 1968.", "Work on the bridge went on from 1964 to 1968."),
]


@pytest.mark.parametrize(("source", "draft", "rule"), MISPLACED)
def test_misplaced(source: str, draft: str, rule: str) -> None:
    assert [finding.rule for finding in Checker().check(draft, [source]).findings] == [rule]


@pytest.mark.parametrize(("source", "draft"), IN_PLACE)
def test_in_place(source: str, draft: str) -> None:
    assert Checker().check(draft, [source]).findings == ()
