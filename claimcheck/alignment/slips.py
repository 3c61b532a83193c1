"""Typing slips: what turns one number into another at a keyboard."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from claimcheck.figures.model import Figure, Value

Slip = Literal["transposed", "digit", "scale", "sides"]
"""Two digits exchanged; one digit wrong; off by a power of ten; the sides of a score or range exchanged."""

_HALF_DAY = 12
_MAGNITUDES = (10.0, 100.0, 1000.0, 1e6, 1e9)


def slip(left: Figure, right: Figure) -> Slip | None:
    """Return the slip that makes one figure's number the other's, None where there is none. Symmetric."""
    one, two = _typed_date(left, right) or (_typed(left), _typed(right))
    if isinstance(one, tuple) and isinstance(two, tuple):
        return "sides" if one == (two[1], two[0]) and one != two else None
    if isinstance(one, tuple) or isinstance(two, tuple) or one is None or two is None or one == two:
        return None
    first, second = digits(one), digits(two)
    if len(first) == len(second):
        if first.find(".") == second.find("."):
            first, second = first.replace(".", ""), second.replace(".", "")
        wrong = [n for n, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
        exchanged = len(wrong) == 2 and first[wrong[0]] == second[wrong[1]] and first[wrong[1]] == second[wrong[0]]  # noqa: PLR2004
        if exchanged and wrong[1] == wrong[0] + 1:
            return "transposed"
        if len(wrong) == 1 and len(first) > 1 and one < _MAGNITUDES[-1]:
            return "digit"
    small, large = sorted((abs(one), abs(two)))
    if small and any(math.isclose(large / small, factor, rel_tol=1e-9) for factor in _MAGNITUDES):
        return "scale"
    return None


def _typed_date(left: Figure, right: Figure) -> tuple[float, float] | None:
    """Return the only number in which two dates differ, their years or days; None where more does, or it is no date."""
    one, two = left.moment, right.moment
    if one is None or two is None or one.month is None or one.month != two.month or None not in {one.hour, two.hour}:
        return None
    fields = [(one.year, two.year), (one.day, two.day)]
    differing = [(float(x), float(y)) for x, y in fields if x is not None and y is not None and x != y]
    return differing[0] if len(differing) == 1 else None


def _typed(figure: Figure) -> Value:
    """Return the number that a slip may have spoilt: a clock time's as its digits are typed, 9:25 as 925."""
    moment = figure.moment
    if moment is None or moment.hour is None:
        return figure.value
    return float(100 * ((moment.hour - 1) % _HALF_DAY + 1) + (moment.minute or 0))


@lru_cache(maxsize=4096)  # a number is compared with many
def digits(number: float) -> str:
    """Return the digits as a writer types them, decimal point kept: 1,200,000 as 1200000."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
