"""How far apart two numbers are, and what an equal or a slightly different one says."""

from __future__ import annotations

import math

from claimcheck.alignment.compare import scale
from claimcheck.alignment.contexts import Contexts
from claimcheck.alignment.movements import told
from claimcheck.alignment.slips import digits, slip
from claimcheck.claims.model import Claim
from claimcheck.figures.model import Figure

WIDE_GAP = 3.0
"""Natural logarithm of the ratio beyond which two numbers are as unlike as any."""
NARROW_GAP = 0.15
"""The same for two reports of one thing: beyond it they speak of another one as surely as not."""

_SHORT_SLIP = 0.4
_SHORT_NUMBER = 0.2
"""What a digit mistyped in a number of two digits counts, and what product of tellings marks two such numbers."""
_JOINED = 0.004
"""Share of a level by which the beginning of the next movement may miss it: levels and changes are rounded."""
_TELLING_DIGITS = 3
"""Significant digits beyond the first that make an equal number as telling as it gets."""


def telling(claim: Claim) -> float:
    """Return how much an equal number says, 0 for "two" to 1 for "16.95": its significant digits."""
    value = claim.figure.value
    if value is None:
        return 0.0
    if isinstance(value, tuple):
        return 1.0
    significant = digits(abs(value)).replace(".", "").strip("0")
    return min(1.0, (len(significant) - 1) / _TELLING_DIGITS)


def likely_slip(left: Claim, right: Claim) -> float:
    """Return how surely a slip explains the difference: two short numbers easily differ in a digit.

    A number that tells as much in kilometres here as in miles there is one whose unit was taken wrong.
    """
    one, two = left.figure, right.figure
    if one.value == two.value and None not in {one.value, one.unit, two.unit} and one.unit != two.unit:
        return 1.0 if telling(left) else _SHORT_SLIP
    kind = slip(one, two)
    if kind is None:
        return 0.0
    return _SHORT_SLIP if kind == "digit" and not telling(left) * telling(right) > _SHORT_NUMBER else 1.0


def gap(left: Claim, right: Claim) -> float:
    """Return the natural logarithm of the ratio of the two numbers, ``WIDE_GAP`` at most and where there is none.

    Of two ranges it is the mean of that of their ends, and none where they share an end.
    """
    if share_an_end(left.figure, right.figure):
        return 0.0
    one, two = _ends(left), _ends(right)
    gaps = [abs(x - y) if x is not None and y is not None else WIDE_GAP for x, y in zip(one, two, strict=False)]
    return min(WIDE_GAP, sum(gaps) / len(gaps))


def share_an_end(one: Figure, two: Figure) -> bool:
    """Return whether two stated ranges begin or end at one number: "40 to 80 percent", "40 to 70 percent"."""
    if not isinstance(one.value, tuple) or not isinstance(two.value, tuple) or "score" in {one.kind, two.kind}:
        return False
    same = (scale(one).base(x) == scale(two).base(y) is not None for x, y in zip(one.value, two.value, strict=False))
    return scale(one).name == scale(two).name and any(same)


def _ends(claim: Claim) -> list[float | None]:
    """Return the logarithms of both ends of a range, else of the number that is stated or bounds it."""
    figure = claim.figure
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.low, figure.high)
    told = [end for end in ends if end is not None]
    told = told if isinstance(figure.value, tuple) else told[:1]
    bases = [scale(figure).base(end) for end in told or (None,)]
    positive = figure.moment is None
    return [math.log(base) if positive and base is not None and base > 0 else None for base in bases]


def level_gap(left: Claim, right: Claim, contexts: Contexts) -> float | None:
    """Return how far apart the levels are to which two movements led; None where a level is told of neither or one.

    A price that is told without a movement is a level itself.
    """
    levels = _levels(left, right, contexts)
    return gap(*levels) if levels is not None else None


def joined(left: Claim, right: Claim, contexts: Contexts) -> bool:
    """Return whether one claim's movement begins where the other's ended, or both begin at one level.

    The two then tell of one thing at two times: it closed at $20, and "rose $2 to $22" the day after.
    """
    levels = _levels(left, right, contexts)
    if levels is None:
        return False
    one, two = map(told, levels)
    before_one, before_two = contexts.starts.get(left.id), contexts.starts.get(right.id)
    return any(
        x is not None and y is not None and math.isclose(x, y, rel_tol=_JOINED)
        for x, y in ((one, before_two), (before_one, two), (before_one, before_two))
    )


def _levels(left: Claim, right: Claim, contexts: Contexts) -> tuple[Claim, Claim] | None:
    """Return the levels to which two movements led, both of one thing as far as their units tell."""
    one, two = contexts.levels.get(left.id), contexts.levels.get(right.id)
    if one is None and two is None:
        return None
    one, two = one or _lone_level(left, right), two or _lone_level(right, left)
    if one is None or two is None or _stuff(one) != _stuff(two):
        return None
    return one, two


def _lone_level(claim: Claim, other: Claim) -> Claim | None:
    """Return a claim without a movement as the level that it may be beside another level."""
    return claim if claim.figure.role is None and other.figure.role in {"to", "from"} else None


def _stuff(claim: Claim) -> str:
    """Return what a level is a level of, whatever its currency."""
    return scale(claim.figure).name.partition(":")[0]
