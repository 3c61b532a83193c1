"""The script that grows the corpus: what it rewrites, and how it measures growth."""

from __future__ import annotations

import pytest

from tests.growth import _rewritten, exponent


def test_names_days_and_figures_are_those_of_another_event() -> None:
    text = "Ada Lund said on Monday that 240 sheep and three dogs drowned at Orrin in 1998."
    names = {"Ada", "Lund", "Orrin"}
    once, twice, other = (_rewritten(text, names, event) for event in ("1#1", "1#1", "1#2"))
    assert once == twice
    assert once != other
    assert not names & set(once.split())
    for kept in ("said on", "sheep and", "drowned at", "in 19"):
        assert kept in once
    for changed in ("Monday", "240", "three"):
        assert changed not in once


@pytest.mark.parametrize("power", [0.5, 1.0, 1.3])
def test_the_exponent_is_that_of_the_points(power: float) -> None:
    assert exponent([(n, 3 * n**power) for n in (10, 100, 1000)]) == pytest.approx(power)
