"""What two dates or clock times say of each other, field by field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from claimcheck.claims.times import EARLIER
from claimcheck.figures.model import Figure, Moment

MomentRelation = Literal["match", "approx", "conflict"]

_DIGIT = re.compile(r"\d")
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_DAY_MINUTES = 24 * 60
_HALF_DAY_MINUTES = 12 * 60
_YEAR = re.compile(r"\d{4}")
_QUARTER_END = re.compile(r"-(03|06|09|12)-(?:2[5-9]|3\d)$")
"""The dates on which the quarters of a year's accounts end."""
_SPANS = frozenset(("year", "quarter", "month", "week", "season"))
_NEXT_TO = frozenset(("last", "this", "next"))
_CALENDAR = ("year", "decade", "quarter", "month", "day", "weekday", "relative")


def relate_moments(left: Figure, right: Figure) -> MomentRelation | None:
    """Return how two figures of kinds "date" or "time" stand to each other; None when they share no field.

    "match" when every field that both state is the same, "approx" when only the hedges of two clock times
    let them meet, else "conflict". Symmetric.
    """
    one, two = left.moment, right.moment
    if one is None or two is None:
        return None
    clock = _relate_clocks(left, one, right, two)
    shared = [(getattr(one, name), getattr(two, name)) for name in _CALENDAR]
    shared = [(x, y) for x, y in shared if x is not None and y is not None]
    if one.year is not None and two.decade is not None and one.decade is None:
        shared.append((one.year // 10 * 10, two.decade))
    if two.year is not None and one.decade is not None and two.decade is None:
        shared.append((two.year // 10 * 10, one.decade))
    if not shared:
        return clock
    if any(x != y for x, y in shared):
        return "conflict"
    return clock or ("match" if left.bound == right.bound else "approx")


def same_grain(one: Moment, two: Moment) -> bool:
    """Return whether the two moments are told in the same fields: two years, two weekdays, two clock times."""
    fields = (*_CALENDAR, "hour")
    return [getattr(one, f) is None for f in fields] == [getattr(two, f) is None for f in fields]


def other_time(one: Sequence[str], two: Sequence[str]) -> bool:
    """Return whether both claims are dated (``Claim.when``) and share no date: outlets write at different times."""
    return bool(one and two) and set(one).isdisjoint(two)


def other_moment(one: Sequence[str], two: Sequence[str]) -> bool:
    """Return whether both claims are dated in one way, and differently: two weekdays, two years.

    A clock time beside a figure is that of something else as often as not ("until five in the morning").
    A draft tells the time of its source in other words ("last week", "the week to June 15"): that is no other moment.
    """
    grains, others = _grains(one), _grains(two)
    shared = grains.keys() & others.keys()
    return bool(shared) and all(grains[grain].isdisjoint(others[grain]) for grain in shared)


def other_period(one: Sequence[str], two: Sequence[str]) -> bool:
    """Return whether the two claims are of different years, halves or quarters: other facts, and no newer word."""
    if (EARLIER in one) != (EARLIER in two):
        return True
    if not one or not two:
        return False
    if any("-" in time for time in set(one) & set(two)):
        return False  # one and the same date: a fiscal quarter has a number of its own
    mine, theirs = _periods(one), _periods(two)
    return any(mine[unit].isdisjoint(theirs[unit]) for unit in mine.keys() & theirs.keys())


def _periods(when: Sequence[str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for time in when:
        first, _, last = time.rpartition(" ")
        if last == "half" or (last in _SPANS and first.partition(" ")[0] in _NEXT_TO):
            out.setdefault(last, set()).add(first)
        for part in time.split("-"):
            if _YEAR.fullmatch(part):
                out.setdefault("date", set()).add(part)
            elif part[:1] == "q":
                out.setdefault("q", set()).add(part)
        if (ends := _QUARTER_END.search(time)) is not None:
            out.setdefault("q", set()).add(f"q{int(ends.group(1)) // 3}")
    return out


def _grains(when: Sequence[str]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for time in when:
        grain = "weekday" if time in _WEEKDAYS else _DIGIT.sub("0", time)
        if grain == "weekday" or ("0" in grain and ":" not in grain):
            out.setdefault(grain, set()).add(time)
    return out


def _relate_clocks(left: Figure, one: Moment, right: Figure, two: Moment) -> MomentRelation | None:
    if one.hour is None or two.hour is None or (one.zone and two.zone and one.zone != two.zone):
        return None
    if (one.zone is None) != (two.zone is None) and one.hour != two.hour and one.minute == two.minute:
        return None  # whole hours apart, and only one says of which zone: the other's may be its own
    cycle = _DAY_MINUTES if one.meridiem and two.meridiem else _HALF_DAY_MINUTES
    first, second = _minutes(one), _minutes(two)
    if (first - second) % cycle == 0:
        return "match" if left.bound == right.bound else "approx"
    shift = round((second - first) / cycle) * cycle
    low_left, high_left = _span(left, first + shift)
    low_right, high_right = _span(right, second)
    return "approx" if max(low_left, low_right) <= min(high_left, high_right) else "conflict"


def _minutes(moment: Moment) -> int:
    return (moment.hour or 0) * 60 + (moment.minute or 0)


def _span(figure: Figure, stated: float) -> tuple[float, float]:
    """Return the minutes that ``figure`` admits around ``stated``, its own statement moved to the other's cycle."""
    own = figure.value if isinstance(figure.value, int | float) else stated
    low = stated if figure.low is None else stated - (own - figure.low)
    high = stated if figure.high is None else stated + (figure.high - own)
    if figure.bound == ">" and figure.high is None:
        high = stated + _HALF_DAY_MINUTES / 12
    if figure.bound == "<" and figure.low is None:
        low = stated - _HALF_DAY_MINUTES / 12
    return low, high
