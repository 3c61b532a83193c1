"""Figures of one text that do not add up, and those that the text leaves room for."""

from pathlib import Path

import pytest

from claimcheck import Checker

WRONG = [
    # parts and totals
    "On board were 27 people, 16 men and nine women, the ferry line said.",
    "The dead were 27 people: 16 men and nine women.",
    "Some 27 people, including 16 men and 14 women, were held.",
    "The bus carried 27 passengers, including 72 children.",
    "The bus carried 27 passengers, of them 72 children.",
    # a share of a whole
    "Of this, 12 of the 48 schools, or 35 percent, have no library.",
    # a span of years
    "The mill ran for 25 years, from 1980 to 1995.",
    # a change between levels
    "The index fell 20.5 points to 971.2 from 1,011.7.",
]

RIGHT = [
    "On board were 25 people, 16 men and nine women, the ferry line said.",
    "Some 27 people, including 16 men and four women, were held.",
    "The bus carried 27 passengers, including 12 children.",
    "The bus carried 27 passengers, of them at least 12 children.",
    "The bus carried 27 passengers; of its crew nine were hurt.",
    "At least 27 people, 26 men and nine women, were held.",
    "Kovar had 12 points, nine rebounds and four assists.",
    "There were 27 people in the hall, 16 men in the yard and nine women in the street.",
    "There, 12 of the 48 schools, or 25 percent, have no library.",
    "About 12 of the 48 schools, and 35 percent of the nurseries, have no library.",
    "The mill ran for 15 years, from 1980 to 1995.",
    "The mill ran for 16 years, from 1980 to 1995.",
    "The index fell 20.5 points to 991.2 from 1,011.7.",
]


def rules(text: str) -> list[str]:
    return [finding.rule for finding in Checker().check(text, [text]).findings]


@pytest.mark.parametrize("text", WRONG)
def test_it_does_not_add_up(text: str) -> None:
    assert rules(text) == ["arithmetic"]


@pytest.mark.parametrize("text", RIGHT)
def test_it_adds_up_or_may(text: str) -> None:
    assert rules(text) == []


def test_a_newsroom_adds_words_of_its_own(tmp_path: Path) -> None:
    text = "The bus carried 27 passengers, thereof 72 children."
    (tmp_path / "reckoning.toml").write_text('within = ["thereof"]', encoding="utf-8")
    assert rules(text) == []
    assert [finding.rule for finding in Checker([tmp_path]).check(text, [text]).findings] == ["arithmetic"]
