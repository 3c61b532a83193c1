"""The quality gate holds, and can be lowered only by asking for it."""

from __future__ import annotations

import pytest

from tests.bench_gate import SCORE, fallen, measure, moved, pinned

FLOORS = {"pairs": {"at_least": {"link F1": 90.0}, "at_most": {"false alarms per 100 pairs": 3.0}}}


@pytest.mark.parametrize(
    ("found", "alarms", "lines"),
    [
        (90.0, 3.0, []),
        (95.0, 0.0, []),
        (89.9, 3.0, ["pairs: link F1: 89.9, pinned at least 90.0"]),
        (90.0, 3.1, ["pairs: false alarms per 100 pairs: 3.1, pinned at most 3.0"]),
    ],
)
def test_what_is_worse_than_pinned_is_named(found: float, alarms: float, lines: list[str]) -> None:
    assert fallen({"pairs": {"link F1": found, "false alarms per 100 pairs": alarms}}, FLOORS) == lines


@pytest.mark.parametrize(
    ("found", "alarms", "lower", "pinned_then"),
    [
        (95.0, 2.0, False, (95.0, 2.0)),
        (85.0, 4.0, False, (90.0, 3.0)),
        (85.0, 4.0, True, (85.0, 4.0)),
        (95.0, 4.0, False, (95.0, 3.0)),
    ],
)
def test_floors_go_down_only_when_asked(
    found: float, alarms: float, lower: bool, pinned_then: tuple[float, float]
) -> None:
    then = moved({"pairs": {"link F1": found, "false alarms per 100 pairs": alarms}}, FLOORS, lower)
    assert (then["pairs"]["at_least"]["link F1"], then["pairs"]["at_most"]["false alarms per 100 pairs"]) == pinned_then


@pytest.mark.skipif(not SCORE.is_file(), reason="the benchmark is not beside the checkout")
def test_no_figure_is_below_its_floor() -> None:
    assert fallen(measure(), pinned()) == []
