"""Values between two ends, to reckon with."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.alignment.compare import scale
from claimcheck.figures.model import Figure

_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """The values between two ends, both let in."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        slack = _SLACK * max(abs(self.low), abs(self.high), abs(other.low), abs(other.high), 1.0)
        return self.low <= other.high + slack and other.low <= self.high + slack


def interval_of(figure: Figure) -> Interval | None:
    """Return the values that ``figure`` admits in its base unit, None where they have no end."""
    on = scale(figure)
    low, high = on.base(figure.low), on.base(figure.high)
    return None if low is None or high is None else Interval(low, high)


def shown(interval: Interval) -> str:
    """Return the middle of ``interval`` as a message shows it."""
    return f"{(interval.low + interval.high) / 2:,.2f}".rstrip("0").rstrip(".")
