"""Which values a figure admits: rounding, hedges, ranges."""

from __future__ import annotations

import math

import msgspec

from claimcheck.figures.draft import Draft
from claimcheck.figures.hedges import Hedge

_GRAIN = 5
"""Minutes that clock times are rounded to where not to the quarter of an hour: "about 9:52" is not 9:25."""
_DECIMALS = 12  # significant digits: 0.1 + 0.2 is 0.3 here


class Rounding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    exact_below: float
    zeros: int
    most: float
    clock: int


def admit(draft: Draft, hedge: Hedge | None, rounding: Rounding) -> tuple[float | None, float | None]:
    """Return the lowest and highest admitted value, None for an open end."""
    if draft.kind == "time" and hedge is not None and isinstance(draft.value, float):
        width = rounding.clock if draft.value % _GRAIN == 0 else min(rounding.clock, _GRAIN)
        return _around(draft.value, hedge.low, -width), _around(draft.value, hedge.high, width)
    if draft.low is not None or draft.high is not None:
        return draft.low, draft.high
    if isinstance(draft.value, tuple):
        low, high = min(draft.value), max(draft.value)
        if hedge is None or draft.kind == "score":
            return low, high
        return _reach(low, hedge.low, -1), _reach(high, hedge.high, 1)
    if draft.value is None or math.isnan(draft.value):
        return None, None
    value = draft.value
    if hedge is not None:
        return _reach(value, hedge.low, -1), _reach(value, hedge.high, 1)
    half = _half(draft, value, rounding)
    return tidy(value - half), tidy(value + half)


def _reach(value: float, share: float | str, side: int) -> float | None:
    if share == "open":
        return None
    assert not isinstance(share, str)
    return tidy(value + side * share * abs(value))


def _around(minutes: float, share: float | str, width: int) -> float | None:
    """Return one end of a hedged clock time: a share of the minutes since midnight would mean nothing."""
    if share == "open":
        return None
    return minutes + width if share else minutes


def _half(draft: Draft, value: float, rounding: Rounding) -> float:
    """Return half the width of what rounds to ``value``: 0 where it is exact."""
    step = draft.step
    if not step or draft.kind in ("ordinal", "score", "multiple", "ratio"):
        return 0.0
    plain = abs(value) < rounding.exact_below or step < 10**rounding.zeros
    if step >= 1 and draft.scale == 1 and plain and draft.kind in ("count", "duration", "age"):
        return 0.0
    if step >= 1 and draft.scale == 1 and plain:
        step = 1.0  # "$28" and "52 km" stand for what is nearest to them, whatever zeros they end in
    return min(step / 2, rounding.most * abs(value)) if value else step / 2


def tidy(number: float) -> float:
    return float(f"{number:.{_DECIMALS}g}")
