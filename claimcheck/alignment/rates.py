"""Sums that are told in another currency as well: what they come to there depends on the day's rate."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from claimcheck.alignment.compare import scale
from claimcheck.claims.model import Claim

_BRACKET = 4
"""Characters between a sum and what it comes to in another currency: " (", ", or "."""
_RATES = 0.05
"""Share by which two outlets' rates may differ."""


def converted(claims: Iterable[Claim]) -> frozenset[int]:
    """Return the ids of the claims, in reading order, that tell the sum before them in another currency."""
    return frozenset(
        two.id
        for one, two in pairwise(claims)
        if one.document == two.document
        and one.figure.kind == two.figure.kind == "money"
        and 0 <= two.figure.start - one.figure.end <= _BRACKET
        and scale(one.figure).name != scale(two.figure).name
    )


def at_other_rates(left: Claim, right: Claim) -> bool:
    """Return whether other rates of exchange explain how two conversions differ."""
    one, two = left.figure.value, right.figure.value
    if not isinstance(one, float | int) or not isinstance(two, float | int):
        return False
    return abs(one - two) <= _RATES * max(abs(one), abs(two))
