"""How far apart two numbers are, and what an equal or a slightly different one says."""

from __future__ import annotations

import math

from claimcheck.alignment.compare import scale
from claimcheck.alignment.contexts import Contexts
from claimcheck.alignment.slips import digits, slip
from claimcheck.claims.model import Claim

WIDE_GAP = 3.0
"""Natural logarithm of the ratio beyond which two numbers are as unlike as any."""
NARROW_GAP = 0.15
"""The same for two reports of one thing: beyond it they speak of another one as surely as not."""

_SHORT_SLIP = 0.4
_SHORT_NUMBER = 0.2
"""What a digit mistyped in a number of two digits counts, and what product of tellings marks two such numbers."""
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
    """Return how surely a slip of the keyboard explains the difference: two short numbers easily differ in a digit."""
    kind = slip(left.figure, right.figure)
    if kind is None:
        return 0.0
    return _SHORT_SLIP if kind == "digit" and not telling(left) * telling(right) > _SHORT_NUMBER else 1.0


def gap(left: Claim, right: Claim) -> float:
    """Return the natural logarithm of the ratio of the two numbers, ``WIDE_GAP`` at most and where there is none."""
    numbers = []
    for claim in (left, right):
        figure = claim.figure
        ends = figure.value if isinstance(figure.value, tuple) else (figure.value, figure.low, figure.high)
        base = scale(figure).base(next((end for end in ends if end is not None), None))
        if base is None or base <= 0 or figure.moment is not None:
            return WIDE_GAP
        numbers.append(math.log(base))
    return min(WIDE_GAP, abs(numbers[0] - numbers[1]))


def level_gap(left: Claim, right: Claim, contexts: Contexts) -> float | None:
    """Return how far apart the levels are to which two movements led; None where a level is told of neither or one.

    A price that is told without a movement is a level itself.
    """
    one, two = contexts.levels.get(left.id), contexts.levels.get(right.id)
    if one is None and two is None:
        return None
    one, two = one or _lone_level(left, right), two or _lone_level(right, left)
    if one is None or two is None or _stuff(one) != _stuff(two):
        return None
    return gap(one, two)


def _lone_level(claim: Claim, other: Claim) -> Claim | None:
    """Return a claim without a movement as the level that it may be beside another level."""
    return claim if claim.figure.role is None and other.figure.role in {"to", "from"} else None


def _stuff(claim: Claim) -> str:
    """Return what a level is a level of, whatever its currency."""
    return scale(claim.figure).name.partition(":")[0]
