"""What the figures of a text state, in the order of their numbers: whether one of them agrees with another figure."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate

from claimcheck.alignment.compare import AGREE, relate, scale
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure, Moment

_Interval = tuple[float, float]

_CALENDAR = ("year", "quarter", "month", "day", "weekday", "relative")

_SLACK = 1e-8
"""Share of a number by which two that are equal but for their units may lie apart."""


class Stated:
    """The claims of several texts by what their figures state; only those are asked whose numbers can agree."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._moments: dict[tuple[str, object], list[Figure]] = defaultdict(list)
        self._rows: dict[str, _Row] = defaultdict(_Row)
        self._claims: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claims[_statement(claim.figure)].append(claim)
        for figure in (each[0].figure for each in self._claims.values()):
            for field in _fields(figure.moment):
                self._moments[field].append(figure)
            for name, interval in _intervals(figure):
                self._rows[name].add(interval, figure)
        for row in self._rows.values():
            row.sort()

    def has(self, wanted: Figure) -> bool:
        """Return whether one of the figures agrees with ``wanted``."""
        return any(relate(wanted, each) in AGREE for each in self._near(wanted))

    def agreeing(self, wanted: Figure) -> list[Claim]:
        """Return the claims whose figures agree with ``wanted``, in reading order."""
        stated = {_statement(each) for each in self._near(wanted) if relate(wanted, each) in AGREE}
        return sorted((claim for each in stated for claim in self._claims[each]), key=lambda claim: claim.id)

    def _near(self, wanted: Figure) -> Iterator[Figure]:
        for field in _fields(wanted.moment):
            yield from self._moments.get(field, ())
        for name, interval in _intervals(wanted):
            if name in self._rows:
                yield from self._rows[name].meeting(interval)


class _Row:
    """Intervals in order of their lower ends, apart from those with no end."""

    def __init__(self) -> None:
        self._closed: list[tuple[_Interval, Figure]] = []
        self._open: list[tuple[_Interval, Figure]] = []
        self._lows: list[float] = []
        self._highest: list[float] = []

    def add(self, interval: _Interval, figure: Figure) -> None:
        (self._closed if all(map(math.isfinite, interval)) else self._open).append((interval, figure))

    def sort(self) -> None:
        self._closed.sort(key=lambda each: each[0])
        self._lows = [low for (low, _), _ in self._closed]
        self._highest = list(accumulate((high for (_, high), _ in self._closed), max))

    def meeting(self, interval: _Interval) -> Iterator[Figure]:
        """Yield the figures whose intervals touch ``interval``."""
        low, high = interval[0] - _SLACK * abs(interval[0]), interval[1] + _SLACK * abs(interval[1])
        place = bisect_right(self._lows, high) - 1
        while place >= 0 and self._highest[place] >= low:
            if self._closed[place][0][1] >= low:
                yield self._closed[place][1]
            place -= 1
        for (first, last), figure in self._open:
            if first <= high and last >= low:
                yield figure


def _statement(figure: Figure) -> tuple[object, ...]:
    """Return all that decides whether a figure agrees with another."""
    return (
        figure.kind, figure.value, figure.low, figure.high, figure.unit, figure.dimension, figure.factor,
        figure.offset, figure.bound, figure.moment,
    )  # fmt: skip


def _fields(moment: Moment | None) -> Iterator[tuple[str, object]]:
    """Yield what two moments that agree have in common, any of it."""
    if moment is not None:
        yield from ((name, value) for name in _CALENDAR if (value := getattr(moment, name)) is not None)
        if moment.year is not None or moment.decade is not None:
            yield "decade", moment.decade if moment.year is None else moment.year // 10 * 10
        if moment.hour is not None:
            yield "clock", None


def _intervals(figure: Figure) -> Iterator[tuple[str, _Interval]]:
    """Yield the numbers by which a figure may be compared: those admitted, on its scale and in its kind, and stated."""
    if figure.moment is None:
        on = scale(figure)
        yield on.name, _ordered(on.base(figure.low), on.base(figure.high))
        yield f"any {figure.kind}", _ordered(figure.low, figure.high)
    stated = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    low, high = stated if figure.value is not None else (figure.low, figure.high)
    if low is not None or high is not None:
        yield "any number", _ordered(low, high)


def _ordered(low: float | None, high: float | None) -> _Interval:
    ends = -math.inf if low is None else low, math.inf if high is None else high
    return min(ends), max(ends)
