"""An axis of numbers: where a value stands on it, and which numbers are written under it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_MARGIN = 0.06
"""The part of the axis that is left free at either end."""

_ROUND = (5.0, 2.0, 1.0)
_FEW = 3
_SHORT = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_DECIMALS = 6
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Axis:
    """Numbers from ``low`` to ``high`` on ``width`` units, beginning at ``left``; only whole ones, if ``whole``."""

    low: float
    high: float
    left: float
    width: float
    whole: bool = False

    def at(self, value: float) -> float:
        """Return the place of ``value``, which may lie outside of the axis, within it."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.left + self.width * min(max(share, 0.0), 1.0), 1)

    def ticks(self) -> Sequence[tuple[float, str]]:
        """Return a few round numbers on the axis, each with its place and how it is written."""
        for step in _steps(self.high - self.low):
            step = max(step, 1.0) if self.whole else step  # noqa: PLW2901 - half a person is nobody
            first, last = math.ceil(self.low / step - _TINY), math.floor(self.high / step + _TINY)
            if last - first + 1 >= _FEW or (self.whole and step == 1.0):
                break
        return [(self.at(n * step), _written(n * step, step)) for n in range(first, last + 1)]


def axis(values: Iterable[float], left: float, width: float) -> Axis:
    """Return an axis that holds all of ``values``, of which there must be one, with some room around them."""
    numbers = list(values)
    low, high = min(numbers), max(numbers)
    room = (high - low) * _MARGIN or abs(high) * _MARGIN or 1.0
    whole = all(number == round(number) for number in numbers)
    return Axis(low - room, high + room, left, width, whole and high - low >= 1)


def _steps(span: float) -> Iterator[float]:
    """Yield round distances, from the greatest that ``span`` holds on."""
    power = math.floor(math.log10(span))
    for lower in range(3):
        yield from (step * 10.0 ** (power - lower) for step in _ROUND)


def _written(value: float, step: float) -> str:
    for size, name in _SHORT:
        if abs(value) >= size and step >= size / 1000:
            return f"{round(value / size, 3):,g}{name}"
    decimals = max(0, -math.floor(math.log10(step) + _TINY))
    return f"{value:g}" if decimals > _DECIMALS else f"{round(value, decimals) + 0.0:,.{decimals}f}"
