"""What two figures say of each other: their values as intervals, in one unit where there is one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from claimcheck.alignment.moments import relate_moments
from claimcheck.figures.model import Figure, Kind, Value

Relation = Literal["match", "approx", "conflict", "unit"]
"""As a link's verdict, and "unit": the same number of another unit ("8 feet", "8 metres")."""
AGREE: Final = frozenset({"match", "approx"})
"""Relations and verdicts of figures that do not contradict each other."""

_SHARES = frozenset({"percent", "ratio"})
_COUNTS = frozenset({"count", "level"})
_PARTED = frozenset({"duration", "measure"})
_MOMENTS = frozenset({"date", "time"})
_EXACT = 1e-9
_SAME_BOUND = 1.25
"""Ratio of two bounds of one direction up to which the looser merely says less ("more than 600", "over 680")."""
_FAR_BOUND = 4.0
"""Ratio of a bound and a value that it admits above which the two are of different facts."""
_ROUNDED = 0.03
"""Share by which two ranges, or two figures hedged alike, may differ for being rounded differently."""
_BEYOND = 0.05
"""Share of a number hedged with "about" by which it may lie outside of a bound."""
_ONE_SIZE = 2.0
"""Ratio of two sums up to which both may be told for one share, though only one says so."""
_PLAYED = frozenset({"year", "season"})
"""Spans that the sports pages tell in each other's words: who has played six seasons has played six years.

"A four-year deal" is told of the deal, and is no four seasons."""
_CALENDAR = {"month": (28 / 30.44, 31 / 30.44), "year": (364 / 365.25, 366 / 365.25)}
"""Spans whose days differ, by the shares of the mean that the shortest and the longest have; a year may be 52 weeks."""
_UNCOUNTED = frozenset({1, 2})
"""Numbers of anything ("one of them", "two helicopters"): of days and of people, they are no slips for each other."""
_FEW = range(1, 10)
"""Numbers that any text has of anything."""
_SUBUNITS = {"cent": ("dollar", 0.01), "penny": ("pound sterling", 0.01), "pence": ("pound sterling", 0.01)}
"""Coins by the currency that newsrooms mean when they write nothing else, and their worth in it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a figure's numbers measure, and how to take them to that dimension's base unit."""

    name: str
    factor: float = 1.0
    offset: float = 0.0

    def base(self, number: float | None) -> float | None:
        return None if number is None else number * self.factor + self.offset


_BARE = Scale("")
"""The numbers as they stand."""


def scale(figure: Figure) -> Scale:
    """Return the scale on which ``figure`` can be compared: figures of one name are commensurable."""
    return _scale(figure.kind, figure.unit, figure.dimension, figure.factor, figure.offset)


@lru_cache(maxsize=1024)  # a figure is compared with many
def _scale(kind: Kind, unit: str | None, dimension: str | None, factor: float | None, offset: float) -> Scale:
    if kind in _SHARES:
        points = unit is not None and "point" in unit
        return Scale("points" if points else "share", 100.0 if kind == "ratio" else 1.0)
    if kind in _COUNTS:
        return Scale("number")
    if factor is not None and dimension is not None:
        return Scale(f"{kind}:{dimension}", factor, offset)
    if kind == "money":
        currency, per, rest = (unit or "").partition(" per ")
        currency, worth = _SUBUNITS.get(currency, (currency, 1.0))
        return Scale(f"money:{currency}{per}{rest}", worth)
    if kind in {"measure", "duration"}:
        return Scale(f"{kind}:{unit}")
    return Scale("moment" if kind in _MOMENTS else kind)


def rough_scale(figure: Figure) -> str:
    """Return what figures have in common that may be compared at all: their scale, "a share" and the like left out."""
    name = scale(figure).name
    return name.partition(" per ")[0] if figure.kind == "money" else name


def relate(left: Figure, right: Figure) -> Relation | None:
    """Return how the two figures stand to each other as statements of one fact.

    None when no such statement could be meant: figures of different kinds and numbers. Symmetric.
    """
    one, two = scale(left), scale(right)
    if one.name == "moment" == two.name:
        return relate_moments(left, right)
    if left.kind == right.kind == "ordinal" and 1 in {left.value, right.value} and left.value != right.value:
        return None  # "first" is said of anything
    if left.kind == right.kind and (left.unit is None or right.unit is None):
        one = two = Scale(one.name)
    if one.name == two.name:
        return _relate_on(left, one, right, two)
    return _relate_apart(left, one, right, two)


def _relate_on(left: Figure, one: Scale, right: Figure, two: Scale) -> Relation | None:
    if _same(_stated(left, one), _stated(right, two)) and left.bound == right.bound:
        return "match"
    if left.kind == "score":
        return "conflict"  # a result admits nothing beside itself
    if _by_calendar(left, one, right, two) or _by_calendar(right, two, left, one):
        return "approx"
    if not _meet(left, one, right, two) or not _rounded_alike(left, one, right, two):
        return "conflict"
    if _out_of_bounds(left, one, right, two) or _out_of_bounds(right, two, left, one):
        return "conflict"
    return None if _far_within(left, one, right, two) else "approx"


def _relate_apart(left: Figure, one: Scale, right: Figure, two: Scale) -> Relation | None:
    """Relate figures of two scales: by the bare number alone, which "double" is none of."""
    if (left.kind == "multiple") != (right.kind == "multiple"):
        return None
    if bare(left) or bare(right):
        return "match" if _same(_stated(left, _BARE), _stated(right, _BARE)) else None
    if (
        left.kind == right.kind == "money"
        and _one_names_the_share(one.name, two.name)
        and _of_one_size(left, one, right, two)
    ):
        return _relate_on(left, one, right, two)
    if not _same(_stated(left, _BARE), _stated(right, _BARE)):
        return None
    if _in_other_words(left, right):
        return "match" if left.bound == right.bound else "approx"
    return "unit" if left.value is not None and _unit_slip_possible(left, right) else None


def _in_other_words(left: Figure, right: Figure) -> bool:
    """Whether two figures of one number may state the same, though their units are not one."""
    kinds, units = {left.kind, right.kind}, {left.unit, right.unit}
    if kinds == {"ordinal", "duration"}:
        return len(units) == 1  # "in the 11th minute", "after 11 minutes"
    if "ratio" in kinds and not _PARTED.isdisjoint(kinds):
        return None in units  # "by two hundredths", of a second
    if kinds == {"measure"}:
        return _one_names_the_share(left.unit or "", right.unit or "")  # "nine millimetres of creep", told by the year
    return units == _PLAYED and "-" not in left.text + right.text


def bare(figure: Figure) -> bool:
    """Whether the words leave the unit to the reader ("23 hours out of 24")."""
    return figure.kind in _COUNTS and figure.unit is None


def _one_names_the_share(one: str, two: str) -> bool:
    """Whether two prices are told in one currency, and only one of them says for what ("$91.51 a share")."""
    return one.startswith(f"{two} per ") or two.startswith(f"{one} per ")


def _of_one_size(left: Figure, one: Scale, right: Figure, two: Scale) -> bool:
    """Whether neither sum is a multiple of the other: what a share costs is never near what all of them do."""
    ends = [max(map(abs, _ends(left, one)), default=0.0), max(map(abs, _ends(right, two)), default=0.0)]
    return max(ends) <= _ONE_SIZE * min(ends)


def _unit_slip_possible(left: Figure, right: Figure) -> bool:
    if {left.kind, right.kind} == {"duration", "measure"} and left.value in _FEW:
        return False  # five years are no slip for five inches
    loose = {"count", "measure", "duration", "money", "percent", "multiple"}
    if left.kind != right.kind and "count" in {left.kind, right.kind} and left.value in _UNCOUNTED:
        return False
    return left.kind in loose and right.kind in loose and left.unit is not None and right.unit is not None


def _stated(figure: Figure, on: Scale) -> Value | tuple[float | None, float | None]:
    if isinstance(figure.value, tuple):
        return on.base(figure.value[0]), on.base(figure.value[1])
    if figure.value is None:
        return on.base(figure.low), on.base(figure.high)
    return on.base(figure.value)


def _same(left: object, right: object) -> bool:
    if isinstance(left, tuple) and isinstance(right, tuple):
        return all(map(_same, left, right))
    if isinstance(left, float | int) and isinstance(right, float | int):
        return math.isclose(left, right, rel_tol=_EXACT, abs_tol=_EXACT)
    return left is None and right is None


def _meet(left: Figure, one: Scale, right: Figure, two: Scale) -> bool:
    if left.bound == right.bound and left.bound in {">", "<"} and _apart(left, one, right, two) > _SAME_BOUND:
        return False
    low = max(_edge(left, one, 0), _edge(right, two, 0))
    high = min(_edge(left, one, 1), _edge(right, two, 1))
    if math.isclose(low[0], high[0], rel_tol=_EXACT, abs_tol=_EXACT):
        return low[1] == 0 and high[1] == 0
    return low[0] < high[0]


def _by_calendar(long: Figure, one: Scale, short: Figure, two: Scale) -> bool:
    """Whether ``short`` tells in days or weeks the months or years of ``long``, whichever months they are."""
    shortest, longest = _CALENDAR.get(long.unit or "", (1.0, 1.0))
    if shortest == longest or long.kind != "duration" or short.unit in _CALENDAR or long.bound != short.bound:
        return False
    if not isinstance(long.value, int | float) or not isinstance(short.value, int | float):
        return False
    mean, told = one.base(long.value), two.base(short.value)
    return mean is not None and told is not None and shortest * mean <= told <= longest * mean


def _rounded_alike(left: Figure, one: Scale, right: Figure, two: Scale) -> bool:
    """Whether rounding explains the difference of two ranges, or of two figures that both say "about".

    Such a figure lets in what it is compared with only where that is more exact: "about 300" is not "about 250".
    """
    ranges = isinstance(left.value, tuple) and isinstance(right.value, tuple)
    if not ranges and not left.bound == right.bound == "~":
        return True
    return all(
        abs(x - y) <= _ROUNDED * max(abs(x), abs(y)) for x, y in zip(_ends(left, one), _ends(right, two), strict=False)
    )


def _out_of_bounds(bounding: Figure, one: Scale, hedged: Figure, two: Scale) -> bool:
    """Whether a bound leaves out what the other figure is about, by more than that would be put into round numbers.

    "Some 14,000" is not "over 15,000", though an exact 15,100 could be told as either.
    """
    end, near = _stated(bounding, one), _stated(hedged, two)
    if bounding.bound not in {">", "<"} or hedged.bound != "~" or bounding.moment is not None:
        return False
    if not isinstance(end, int | float) or not isinstance(near, int | float):
        return False
    beyond = end - near if bounding.bound == ">" else near - end
    return beyond > _BEYOND * abs(near)


def _ends(figure: Figure, on: Scale) -> list[float]:
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return sorted(base for end in ends if (base := on.base(end)) is not None)


def _apart(left: Figure, one: Scale, right: Figure, two: Scale) -> float:
    """Return the ratio of the greater stated value to the lesser, 1 where not both state one."""
    if not isinstance(left.value, int | float) or not isinstance(right.value, int | float):
        return 1.0
    small, large = sorted((abs(one.base(left.value) or 0.0), abs(two.base(right.value) or 0.0)))
    return large / small if small else math.inf


def _far_within(left: Figure, one: Scale, right: Figure, two: Scale) -> bool:
    """Whether one figure only bounds the other, and from afar: "up to 1,300" says nothing of eleven."""
    bounded = (left.bound in {">", "<"}) != (right.bound in {">", "<"})
    return bounded and left.moment is None and _apart(left, one, right, two) > _FAR_BOUND


def _edge(figure: Figure, on: Scale, side: int) -> tuple[float, int]:
    """Return one end of the admitted interval, and how it sorts: 0 for an end that is stated and so admitted.

    The other ends come from rounding and are half-open: 69.5 is no longer "69%". A lower end that is
    left out sorts after the same number let in, an upper one before.
    """
    number = figure.high if side else figure.low
    if number is None:
        return (math.inf, 0) if side else (-math.inf, 0)
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.value)
    stated = figure.low == figure.high or ends[side] is None or _same(number, ends[side])
    base = on.base(number)
    assert base is not None
    return base, 0 if stated else (-1 if side else 1)
